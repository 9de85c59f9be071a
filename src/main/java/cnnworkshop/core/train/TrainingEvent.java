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
   * @param score what the judge says of the weights; lower is better; NaN without a judge
   * @param best whether no earlier epoch scored better
   * @param learningRate its rate
   * @param picturesPerSecond training speed, judging not counted
   */
  record Epoch(int epoch, double trainingLoss, double score, boolean best, double learningRate,
      double picturesPerSecond) implements TrainingEvent {}

  /** The training is over. */
  record Finished(Reason reason, int bestEpoch, double bestScore) implements TrainingEvent {}

  /** Why a training is over. */
  enum Reason {
    /** All epochs are done. */
    COMPLETE,
    /** Somebody asked for it. */
    STOPPED,
    /** The loss was no longer a number: the rate is too high. The best weights so far are kept. */
    DIVERGED
  }
}
