package cnnworkshop.app.reuse;

import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.net.NetworkSpec.Loss;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.train.FaceTask;
import cnnworkshop.core.train.PictureTask;
import cnnworkshop.core.train.TrainingTask;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a network is to learn anew. All that has to be known of it beforehand is told without a copy of its pictures;
 * {@link #pictures()} takes a moment. Immutable.
 *
 * @param whole the pictures there are
 * @param classes numbers of the classes to be told apart, ascending, at least two; empty for a task without classes
 * @param grey whether colours are taken away
 */
record NewTask(TrainingTask whole, List<Integer> classes, boolean grey) {

  /**
   * Each training is judged a dozen times on the way, which with more pictures would take longer than learning. With a
   * thousand, an accuracy of 80 % is known to 1.3 points, and all trainings are judged by the same ones.
   */
  static final int MOST_TESTED = 1000;
  private static final long TEST_SEED = 1;

  NewTask {
    classes = List.copyOf(classes);
    if (whole instanceof PictureTask && classes.size() < 2) {
      throw new IllegalArgumentException("classes " + classes);
    }
  }

  /** What the pictures are called. */
  String name() {
    return whole.name();
  }

  /** A picture as the network gets it. */
  Shape input() {
    Shape input = whole.input();
    return grey ? new Shape(1, input.height(), input.width()) : input;
  }

  int outputs() {
    return whole instanceof PictureTask ? classes.size() : whole.outputs();
  }

  Loss loss() {
    return whole.loss();
  }

  boolean hasClasses() {
    return whole instanceof PictureTask;
  }

  /** How many pictures every class has to learn from, at least; all of them, if there are no classes. */
  int mostOfEach() {
    return whole instanceof PictureTask pictures ? classes.stream()
        .mapToInt(number -> pictures.training().counts()[number]).min().orElse(0) : whole.available();
  }

  /** Pictures that only report: all there are, up to {@value #MOST_TESTED}. */
  int tested() {
    return Math.min(MOST_TESTED, whole instanceof PictureTask pictures ? tested(pictures.test()) : whole.tested());
  }

  private int tested(LabelledPictures test) {
    return test.size() == 0 ? 0 : classes.stream().mapToInt(number -> test.counts()[number]).sum();
  }

  /** How many pictures are learned from with so many of each class. */
  int learned(int ofEach) {
    return hasClasses() ? ofEach * classes.size() : ofEach;
  }

  /** The classes' names; "" without any. */
  String classNames() {
    return whole instanceof PictureTask pictures
        ? classes.stream().map(pictures.classNames()::get).collect(Collectors.joining(", ")) : "";
  }

  /** The task itself, its pictures sorted out. */
  TrainingTask pictures() {
    if (whole instanceof FaceTask faces) {
      return new FaceTask(faces.name(), faces.training(),
          faces.test().subList(0, Math.min(MOST_TESTED, faces.test().size())), faces.faults());
    }
    PictureTask pictures = (PictureTask) whole;
    boolean all = classes.size() == pictures.classNames().size();
    PictureTask some = all ? pictures : pictures.ofClasses(classes);
    LabelledPictures test = some.test().part(MOST_TESTED, TEST_SEED);
    return grey ? new PictureTask(some.name(), some.training().inGrey(), test.inGrey(), some.faults())
        : new PictureTask(some.name(), some.training(), test, some.faults());
  }

  @Override
  public String toString() {
    return name() + " " + Arrays.toString(classes.toArray());
  }
}
