package cnnworkshop.core.train;

import cnnworkshop.core.data.Augmentation;
import cnnworkshop.core.data.DataFailure;
import cnnworkshop.core.data.FaceAugmentation;
import cnnworkshop.core.data.FaceSample;
import cnnworkshop.core.data.FaceTrainingData;
import cnnworkshop.core.data.HoldOut;
import cnnworkshop.core.data.TrainingData;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.NetworkSpec.Loss;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.TrainableNetwork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * To say where 15 points of a face are.
 *
 * @param name what the faces are called
 * @param training faces to learn from
 * @param test faces of other people, that only report; may be empty
 * @param faults what was left out, and why
 */
public record FaceTask(String name, List<FaceSample> training, List<FaceSample> test, List<DataFailure> faults)
    implements TrainingTask {

  /** Share of the people whose faces only report, where a set has none of its own for that. */
  private static final double TEST_SHARE = 0.1;
  /** Whose faces they are must not change with anything a person sets. */
  private static final long TEST_SEED = 2014;

  public FaceTask {
    training = List.copyOf(training);
    test = List.copyOf(test);
    faults = List.copyOf(faults);
  }

  /** A tenth of the people is for test, always the same; with one person nobody is. */
  public static FaceTask of(String name, List<FaceSample> faces, List<DataFailure> faults) {
    HoldOut split = HoldOut.ofPeople(faces, TEST_SHARE, TEST_SEED);
    return new FaceTask(name, split.training(), split.checking(), faults);
  }

  @Override
  public Shape input() {
    return new Shape(1, FaceView.SIZE, FaceView.SIZE);
  }

  @Override
  public int outputs() {
    return Keypoints.NUMBERS;
  }

  @Override
  public Loss loss() {
    return Loss.MEAN_SQUARED_ERROR;
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
  public FaceAugmentation unchanged() {
    return FaceAugmentation.NONE;
  }

  /** Pictures of one person stay together. */
  @Override
  public Part part(int pictures, double heldOut, long seed) {
    HoldOut split = HoldOut.ofPeople(some(pictures, seed), heldOut, seed);
    return new Split(name, split.training(), split.checking(), test, seed);
  }

  private List<FaceSample> some(int pictures, long seed) {
    if (pictures >= training.size()) {
      return training;
    }
    List<FaceSample> shuffled = new ArrayList<>(training);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled.subList(0, pictures);
  }

  private record Split(String name, List<FaceSample> toLearn, List<FaceSample> toChoose, List<FaceSample> toReport, long seed)
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
    public FaceTask heldOutAsTest() {
      return new FaceTask(name, toLearn, toChoose, List.of());
    }

    @Override
    public TrainingData data(Augmentation augmentation) {
      return new FaceTrainingData(toLearn, (FaceAugmentation) augmentation);
    }

    @Override
    public FaceJudge heldOutJudge() {
      return toChoose.isEmpty() ? null : new FaceJudge(toChoose);
    }

    @Override
    public FaceJudge testJudge() {
      return toReport.isEmpty() ? null : new FaceJudge(toReport);
    }

    @Override
    public Double guessing() {
      return toReport.isEmpty() ? null : FaceJudge.meanFace(toReport).rmse();
    }

    /** Says how sure the network is of its answers too, by the faces that were held out. */
    @Override
    public ModelInfo describe(TrainableNetwork trained, String called, Map<String, String> record) {
      ModelInfo info = new ModelInfo(called, ModelInfo.Task.KEYPOINTS, List.of(), new LinkedHashMap<>(record));
      return toChoose.isEmpty() ? info
          : info.with(DoubtCalibration.fit(DoubtCalibration.outcomes(trained, toChoose, seed)));
    }
  }
}
