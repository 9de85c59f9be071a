package cnnworkshop.core.train;

/**
 * How a network is trained.
 *
 * @param epochs times every picture is used, at least 1
 * @param batchSize pictures a step, at least 1; cut to the number of pictures there are
 * @param learningRate set anew each epoch, or each step if the schedule is of steps
 * @param momentum likewise; updaters that have none take no notice
 * @param l2 the L2 penalty: how strongly weights are pulled towards 0; 0 for none
 * @param averaging share of the running mean of the weights that a step keeps, 0..1; 0 keeps no mean. The mean of the
 *     last steps usually answers better than any single step's weights, so it is what is judged and saved
 * @param patience epochs without a better score after which the training ends early; 0 for never
 * @param seed the same seed, data and settings give the same order and the same random changes
 */
public record TrainingSettings(int epochs, int batchSize, Schedule learningRate, Schedule momentum, double l2,
    double averaging, int patience, long seed) {

  /** What Nesterov's updater has if nothing else is said. */
  public static final Schedule USUAL_MOMENTUM = new Schedule.Constant(0.9);

  public TrainingSettings {
    if (epochs < 1 || batchSize < 1 || !(l2 >= 0) || averaging < 0 || averaging >= 1 || patience < 0) {
      throw new IllegalArgumentException("epochs " + epochs + ", batch " + batchSize + ", L2 " + l2
          + ", averaging " + averaging + ", patience " + patience);
    }
  }

  /** Usual momentum, no L2, no early end. */
  public TrainingSettings(int epochs, int batchSize, Schedule learningRate, double averaging, long seed) {
    this(epochs, batchSize, learningRate, USUAL_MOMENTUM, 0, averaging, 0, seed);
  }
}
