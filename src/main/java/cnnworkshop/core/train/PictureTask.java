package cnnworkshop.core.train;

import cnnworkshop.core.data.Augmentation;
import cnnworkshop.core.data.ClassTrainingData;
import cnnworkshop.core.data.DataFailure;
import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.data.PictureAugmentation;
import cnnworkshop.core.data.TrainingData;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.NetworkSpec.Loss;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.TrainableNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * To say what is on a picture.
 *
 * @param name what the pictures are called
 * @param training pictures to learn from
 * @param test pictures that only report; may be empty
 * @param faults what was left out, and why
 */
public record PictureTask(String name, LabelledPictures training, LabelledPictures test, List<DataFailure> faults)
    implements TrainingTask {

  public PictureTask {
    faults = List.copyOf(faults);
  }

  /** The classes, in order of the outputs. */
  public List<String> classNames() {
    return training.classNames();
  }

  /**
   * To tell some of the classes apart.
   *
   * @param classes their numbers, in the order of the outputs, at least two
   */
  public PictureTask ofClasses(List<Integer> classes) {
    return new PictureTask(name, training.ofClasses(classes), test.size() == 0 ? test : test.ofClasses(classes),
        faults);
  }

  @Override
  public Shape input() {
    return new Shape(training.channels(), training.height(), training.width());
  }

  @Override
  public int outputs() {
    return classNames().size();
  }

  @Override
  public Loss loss() {
    return Loss.CROSS_ENTROPY;
  }

  @Override
  public int available() {
    return training.size();
  }

  @Override
  public int tested() {
    return test.size();
  }

  @Override
  public PictureAugmentation unchanged() {
    return PictureAugmentation.NONE;
  }

  @Override
  public Part part(int pictures, double heldOut, long seed) {
    List<LabelledPictures> split = training.part(pictures, seed).split(heldOut, seed);
    return new Split(name, split.get(0), split.get(1), test);
  }

  private record Split(String name, LabelledPictures toLearn, LabelledPictures toChoose, LabelledPictures toReport)
      implements Part {

    @Override
    public int learned() {
      return toLearn.size();
    }

    @Override
    public int heldOut() {
      return toChoose.size();
    }

    @Override
    public PictureTask heldOutAsTest() {
      return new PictureTask(name, toLearn, toChoose, List.of());
    }

    @Override
    public TrainingData data(Augmentation augmentation) {
      return new ClassTrainingData(toLearn, (PictureAugmentation) augmentation);
    }

    @Override
    public ClassJudge heldOutJudge() {
      return toChoose.size() == 0 ? null : new ClassJudge(toChoose);
    }

    @Override
    public ClassJudge testJudge() {
      return toReport.size() == 0 ? null : new ClassJudge(toReport);
    }

    @Override
    public Double guessing() {
      int commonest = Arrays.stream(toReport.counts()).max().orElse(0);
      return toReport.size() == 0 ? null : (double) commonest / toReport.size();
    }

    @Override
    public ModelInfo describe(TrainableNetwork trained, String called, Map<String, String> record) {
      return new ModelInfo(called, ModelInfo.Task.CLASSES, toLearn.classNames(), record);
    }
  }
}
