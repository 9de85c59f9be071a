package cnnworkshop.core.inspect;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What the numbers of one filter come to, over all its channels.
 *
 * @param filter its number in the layer, from 0
 * @param weights how many numbers it has, without the bias
 * @param norm the root of the sum of their squares
 * @param mean their mean
 * @param range from the lowest to the highest; NaN at both ends if one of them is no number
 * @param bias what is added to each sum; 0 for a layer without biases
 */
public record FilterFacts(int filter, int weights, double norm, double mean, ValueRange range, float bias) {

  /** The facts of all filters of a layer, in their order. */
  public static List<FilterFacts> of(Filters filters) {
    int each = filters.weights().length / filters.count();
    return IntStream.range(0, filters.count()).mapToObj(filter -> of(filters, filter, each)).toList();
  }

  private static FilterFacts of(Filters filters, int filter, int each) {
    double sum = 0;
    double squares = 0;
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (int i = filter * each; i < (filter + 1) * each; i++) {
      float weight = filters.weights()[i];
      sum += weight;
      squares += (double) weight * weight;
      low = Math.min(low, weight);
      high = Math.max(high, weight);
    }
    return new FilterFacts(filter, each, Math.sqrt(squares), sum / each, new ValueRange(low, high),
        filters.biases()[filter]);
  }

  /** Whether all its weights are the same, so that it sees no pattern; a filter of a single weight is not meant. */
  public boolean constant() {
    return weights > 1 && range.low() == range.high();
  }
}
