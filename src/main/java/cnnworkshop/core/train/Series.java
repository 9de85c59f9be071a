package cnnworkshop.core.train;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Numbers that follow one another, one an epoch, with their noise. */
final class Series {

  /** Of a normal distribution, the mean distance from the middle in standard deviations. */
  private static final double MEAN_SIZE = Math.sqrt(2 / Math.PI);
  /** Early noise is not later noise, for the rate falls; but it takes some epochs to see any. */
  private static final int FEWEST_FOR_NOISE = 15;

  private final double[] values;

  /** @param values at least one, all finite */
  Series(double[] values) {
    this.values = values;
  }

  int size() {
    return values.length;
  }

  double get(int i) {
    return values[i];
  }

  double last() {
    return values[values.length - 1];
  }

  /** The first place of the least value. */
  int lowest() {
    int lowest = 0;
    for (int i = 1; i < values.length; i++) {
      lowest = values[i] < values[lowest] ? i : lowest;
    }
    return lowest;
  }

  /** The least value of a range that has at least one. */
  double lowest(int from, int to) {
    return Arrays.stream(values, from, to).min().orElseThrow();
  }

  /** The mean of a range that has at least one. */
  double mean(int from, int to) {
    return Arrays.stream(values, from, to).average().orElseThrow();
  }

  /** The mean of the last few. */
  double meanOfLast(int count) {
    return mean(Math.max(0, values.length - count), values.length);
  }

  /** The least mean of {@code window} neighbours, or of all if there are fewer. */
  double lowestMean(int window) {
    int width = Math.min(window, values.length);
    return IntStream.rangeClosed(0, values.length - width).mapToDouble(from -> mean(from, from + width)).min()
        .orElseThrow();
  }

  /**
   * The standard deviation of what is not trend, from the sizes of the second differences: a straight trend leaves
   * them at 0, and noise gives them six times its variance. 0 of fewer than three values.
   */
  double noise() {
    int from = Math.max(0, values.length - Math.max(FEWEST_FOR_NOISE, values.length / 2));
    double mean = IntStream.range(from, values.length - 2)
        .mapToDouble(i -> Math.abs(values[i] - 2 * values[i + 1] + values[i + 2])).average().orElse(0);
    return mean / MEAN_SIZE / Math.sqrt(6);
  }

  /** By how much it falls from one to the next, by the straight line nearest to the last {@code count}, two or more. */
  double fallOfLast(int count) {
    int from = Math.max(0, values.length - count);
    return fall(from, values.length);
  }

  /** By how much it falls from one to the next, by the straight line nearest to a range of at least two. */
  double fall(int from, int to) {
    double middle = (from + to - 1) / 2.0;
    double mean = mean(from, to);
    double products = 0;
    double squares = 0;
    for (int i = from; i < to; i++) {
      products += (i - middle) * (values[i] - mean);
      squares += (i - middle) * (i - middle);
    }
    return -products / squares;
  }

  /** How often it rises by at least that much from one to the next, from index {@code from} on. */
  int rises(int from, double atLeast) {
    return (int) IntStream.range(Math.max(1, from), values.length)
        .filter(i -> values[i] - values[i - 1] >= atLeast).count();
  }
}
