package cnnworkshop.core.train;

import cnnworkshop.core.data.Augmentation;
import cnnworkshop.core.data.DataFailure;
import cnnworkshop.core.data.TrainingData;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.NetworkSpec.Loss;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.TrainableNetwork;
import java.util.List;
import java.util.Map;

/**
 * What a network is to learn, with the pictures to learn it from and those to test it on. Immutable; any thread may use
 * it.
 */
public sealed interface TrainingTask permits PictureTask, FaceTask {

  /** What the pictures are called, in a run's record too. */
  String name();

  /** The shape of a picture as the network gets it. */
  Shape input();

  /** How many numbers the network answers with. */
  int outputs();

  /** What training makes small. */
  Loss loss();

  /** Pictures to learn from, those that will be held out included. */
  int available();

  /** Pictures that only report; may be 0. */
  int tested();

  /** What was left out of the data, and why. */
  List<DataFailure> faults();

  /** Leaves pictures as they are. */
  Augmentation unchanged();

  /**
   * A part of the pictures, some of them held out.
   *
   * @param pictures how many, those held out included; at most all
   * @param heldOut share that is held out to choose the best weights, 0..1
   * @param seed the same seed gives the same part
   */
  Part part(int pictures, double heldOut, long seed);

  /** Pictures of a task to train on. */
  interface Part {

    /** Pictures to learn from. */
    int learned();

    /** Pictures that choose the best weights. */
    int heldOut();

    /** The pictures to learn from, with those held out in place of those for test. */
    TrainingTask heldOutAsTest();

    /** The pictures to learn from, changed at random as an augmentation of this task says. */
    TrainingData data(Augmentation augmentation);

    /** Judges by the pictures held out; null if there are none. */
    TrainingSession.Judge heldOutJudge();

    /** Judges by the test pictures; null if there are none. */
    TrainingSession.Judge testJudge();

    /**
     * What is quoted of one who says the same of every test picture: the share of the commonest class, or the mean
     * face's RMSE in pixels; null without test pictures.
     */
    Double guessing();

    /**
     * What a trained network's file says of it.
     *
     * @param trained with its best weights
     * @param record how it was trained
     */
    ModelInfo describe(TrainableNetwork trained, String name, Map<String, String> record);
  }
}
