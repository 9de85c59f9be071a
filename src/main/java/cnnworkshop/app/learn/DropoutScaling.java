package cnnworkshop.app.learn;

import cnnworkshop.core.op.DropoutMask;
import cnnworkshop.core.op.DropoutMask.Scaling;
import cnnworkshop.core.op.SmallNetwork;
import java.util.Random;

/**
 * What the output unit is given for one point, bias left out, with the last hidden layer masked or whole.
 *
 * @param masked sum over the units a mask keeps, nothing scaled
 * @param mean the mean of such sums over {@value #MASKS} masks
 * @param whole sum over all units, nothing scaled
 * @param dropRate the probability of dropping a unit
 * @param kept how many units the one mask keeps
 * @param units how many there are
 */
record DropoutScaling(double masked, double mean, double whole, double dropRate, int kept, int units) {

  static final int MASKS = 2000;

  /**
   * @param input the point
   * @param mask of the last hidden layer
   */
  static DropoutScaling of(SmallNetwork network, double[] input, DropoutMask mask) {
    int last = network.sizes().length - 1;
    double[] given = network.values(input, null)[last - 1];
    int weights = network.weightsOf(last);
    Random random = new Random(11);
    double sums = 0;
    for (int i = 0; i < MASKS; i++) {
      sums += sum(network, weights, given, DropoutMask.draw(given.length, mask.dropRate(), random));
    }
    DropoutMask all = DropoutMask.draw(given.length, 0, random);
    return new DropoutScaling(sum(network, weights, given, mask), sums / MASKS, sum(network, weights, given, all),
        mask.dropRate(), mask.keptCount(), given.length);
  }

  private static double sum(SmallNetwork network, int weights, double[] given, DropoutMask mask) {
    double sum = 0;
    for (int unit = 0; unit < given.length; unit++) {
      sum += network.parameters()[weights + unit] * given[unit] * mask.factor(unit, Scaling.AT_TEST_TIME);
    }
    return sum;
  }

  /** What sums are multiplied by while training; {@code scaling} null: no scaling at all. */
  double trainingFactor(Scaling scaling) {
    return scaling == Scaling.WHILE_TRAINING ? 1 / (1 - dropRate) : 1;
  }

  /** What they are multiplied by later; {@code scaling} null: no scaling at all. */
  double testFactor(Scaling scaling) {
    return scaling == null ? 1 : DropoutMask.testFactor(dropRate, scaling);
  }
}
