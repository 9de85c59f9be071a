package cnnworkshop.core.op;

import java.util.Random;

/**
 * Which units of a layer are switched off for one example of one training step: each with probability p, the drop
 * rate, whatever the others do. (DL4J's {@code dropOut(p)} takes the probability of <em>keeping</em> instead.)
 *
 * <p>With fewer units the next layer would be given less while training than later, when all are there. Two
 * conventions make up for that, and differ only in a constant factor on all values:
 * <ul>
 * <li>{@link Scaling#WHILE_TRAINING}: what is kept is multiplied by 1/(1 − p) while training, and nothing is done
 * later. "Inverted dropout", what DL4J, Keras and PyTorch do.
 * <li>{@link Scaling#AT_TEST_TIME}: what is kept stays as it is while training, and every value is multiplied by
 * 1 − p later. The first paper on dropout (Srivastava and others, 2014) describes it so.
 * </ul>
 * In both, what the next layer is given while training is on average what it is given later.
 *
 * @param kept for each unit whether it stays
 * @param dropRate the probability of dropping a unit, 0 to less than 1
 */
public record DropoutMask(boolean[] kept, double dropRate) {

  /** When values are scaled. */
  public enum Scaling { WHILE_TRAINING, AT_TEST_TIME }

  /** @throws IllegalArgumentException if every unit would be dropped */
  public DropoutMask {
    if (!(dropRate >= 0 && dropRate < 1)) {
      throw new IllegalArgumentException("a drop rate of " + dropRate);
    }
  }

  /** A mask of random units; the same {@code random} draws the same masks. */
  public static DropoutMask draw(int units, double dropRate, Random random) {
    boolean[] kept = new boolean[units];
    for (int unit = 0; unit < units; unit++) {
      kept[unit] = random.nextDouble() >= dropRate;
    }
    return new DropoutMask(kept, dropRate);
  }

  /** What a unit's value is multiplied by while training: 0 if it is dropped. */
  public double factor(int unit, Scaling scaling) {
    if (!kept[unit]) {
      return 0;
    }
    return scaling == Scaling.WHILE_TRAINING ? 1 / (1 - dropRate) : 1;
  }

  /** What every unit's value is multiplied by once training is over. */
  public static double testFactor(double dropRate, Scaling scaling) {
    return scaling == Scaling.WHILE_TRAINING ? 1 : 1 - dropRate;
  }

  /** How many units stay. */
  public int keptCount() {
    int count = 0;
    for (boolean stays : kept) {
      count += stays ? 1 : 0;
    }
    return count;
  }
}
