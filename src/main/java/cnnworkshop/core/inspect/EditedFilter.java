package cnnworkshop.core.inspect;

import java.util.Arrays;

/**
 * A filter as somebody has edited it. What its numbers are is kept while it is scaled or switched off, so that taking
 * that back gives the very same numbers.
 *
 * @param weights before scaling, [channel, row, column]; not to be changed
 * @param bias before scaling
 * @param scale what weights and bias are multiplied by
 * @param off whether weights and bias count as zero
 */
public record EditedFilter(float[] weights, float bias, float scale, boolean off) {

  /** A filter of a layer, as it is. */
  static EditedFilter of(Filters filters, int filter) {
    int length = filters.weights().length / filters.count();
    return new EditedFilter(Arrays.copyOfRange(filters.weights(), filter * length, (filter + 1) * length),
        filters.biases()[filter], 1, false);
  }

  /** The same with another number. */
  public EditedFilter withWeight(int index, float weight) {
    float[] changed = weights.clone();
    changed[index] = weight;
    return withWeights(changed);
  }

  /** The same with other numbers, as many. */
  public EditedFilter withWeights(float[] others) {
    return Arrays.equals(weights, others) ? this : new EditedFilter(others, bias, scale, off);
  }

  /** The same with another bias. */
  public EditedFilter withBias(float other) {
    return Float.compare(bias, other) == 0 ? this : new EditedFilter(weights, other, scale, off);
  }

  /** The same, multiplied by something else. */
  public EditedFilter withScale(float other) {
    return Float.compare(scale, other) == 0 ? this : new EditedFilter(weights, bias, other, off);
  }

  /** The same, switched off or on. */
  public EditedFilter withOff(boolean isOff) {
    return off == isOff ? this : new EditedFilter(weights, bias, scale, isOff);
  }

  /** The weight the network takes. */
  public float effectiveWeight(int index) {
    return off ? 0 : weights[index] * scale;
  }

  /** The bias the network takes. */
  public float effectiveBias() {
    return off ? 0 : bias * scale;
  }
}
