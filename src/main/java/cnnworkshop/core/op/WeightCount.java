package cnnworkshop.core.op;

/** How many weights layers have, biases not counted (there is one more a unit or filter). */
public final class WeightCount {

  private WeightCount() {}

  /** A dense layer: each unit has a weight for each input. */
  public static long dense(long inputs, long units) {
    return inputs * units;
  }

  /** A convolution: each filter has {@code perFilter} weights, wherever it lies. */
  public static long convolution(long filters, long perFilter) {
    return filters * perFilter;
  }

  /** The same connections as a convolution's, but each position has weights of its own. */
  public static long unshared(long filters, long perFilter, long positions) {
    return filters * perFilter * positions;
  }
}
