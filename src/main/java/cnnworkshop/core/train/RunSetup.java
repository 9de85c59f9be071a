package cnnworkshop.core.train;

import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.NetworkSpec;
import java.util.Objects;

/**
 * All that a run began with: whoever trains with the same gets the same curve.
 *
 * @param data what it learns from
 * @param network its layers
 * @param updater how weights follow their gradients
 * @param settings the rest of the training
 * @param augmentation the random changes to the pictures, in words; empty if there are none
 */
public record RunSetup(Data data, NetworkSpec network, Updater updater, TrainingSettings settings,
    String augmentation) {

  /**
   * Pictures a run learns from and is judged by.
   *
   * @param name the set and whatever else it depends on, such as a difficulty
   * @param learned pictures learned from
   * @param available pictures that could be learned from, those held out not counted
   * @param heldOut pictures that choose the best weights, 0 if none do
   * @param tested pictures that only report, 0 if there are none
   * @param seed chooses the part and what is held out
   * @param guessing what is quoted of one who says the same of every picture: the share of the commonest class, or the
   *     mean face's RMSE in pixels; null if nobody measured it
   */
  public record Data(String name, int learned, int available, int heldOut, int tested, long seed, Double guessing) {

    public Data {
      Objects.requireNonNull(name, "name");
      if (learned < 1 || heldOut < 0 || tested < 0) {
        throw new IllegalArgumentException(learned + " learned, " + heldOut + " held out, " + tested + " tested");
      }
    }
  }

  public RunSetup {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(updater, "updater");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(augmentation, "augmentation");
  }

  /** What is quoted of this network. */
  public Measure measure() {
    return Measure.of(network.loss());
  }

  /** Whether pictures are changed at random. */
  public boolean isAugmented() {
    return !augmentation.isBlank();
  }

  /** The highest learning rate the settings come to. */
  public double highestRate() {
    return settings.learningRate().highest();
  }
}
