package cnnworkshop.core.train;

/** What a training tells while it runs. Immutable; sent from the trainer thread. */
public sealed interface TrainingEvent {

  /** A step was done: {@code step} of {@code stepsAnEpoch} in {@code epoch}, both from 1; its loss. */
  record Step(int epoch, int step, int stepsAnEpoch, double loss) implements TrainingEvent {}

  /**
   * An epoch is over.
   *
   * @param epoch from 1
   * @param trainingLoss mean loss of its steps, dropout on
   * @param heldOut what the weights are worth on pictures held out; null without a judge
   * @param test what they are worth on the test pictures, which choose nothing; null without any
   * @param best whether no earlier epoch scored better
   * @param learningRate its rate
   * @param picturesPerSecond training speed, judging not counted
   */
  record Epoch(int epoch, double trainingLoss, Verdict heldOut, Verdict test, boolean best, double learningRate,
      double picturesPerSecond) implements TrainingEvent {}

  /** The training is over. */
  record Finished(Reason reason, int bestEpoch, double bestScore) implements TrainingEvent {}

  /** Why a training is over. */
  enum Reason {
    /** All epochs are done. */
    COMPLETE,
    /** No epoch was better for as long as the settings wait. */
    OUT_OF_PATIENCE,
    /** Somebody asked for it. */
    STOPPED,
    /** The loss was no longer a number: the rate is too high. The best weights so far are kept. */
    DIVERGED
  }
}
