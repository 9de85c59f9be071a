package cnnworkshop.core.train;

/**
 * How a network is trained.
 *
 * @param epochs times every picture is used, at least 1
 * @param batchSize pictures a step, at least 1; cut to the number of pictures there are
 * @param schedule the learning rate, set anew each epoch
 * @param averaging share of the running mean of the weights that a step keeps, 0..1; 0 keeps no mean. The mean of the
 *     last steps usually answers better than any single step's weights, so it is what is judged and saved
 * @param seed the same seed, data and settings give the same order and the same random changes
 */
public record TrainingSettings(int epochs, int batchSize, Schedule schedule, double averaging, long seed) {

  public TrainingSettings {
    if (epochs < 1 || batchSize < 1 || averaging < 0 || averaging >= 1) {
      throw new IllegalArgumentException("epochs " + epochs + ", batch " + batchSize + ", averaging " + averaging);
    }
  }
}
