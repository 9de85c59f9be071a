package cnnworkshop.app.control;

import java.util.Arrays;

/**
 * The exponentially weighted mean of a series up to each of its points, without the pull of a starting value: the
 * weights of all points so far sum to one. How much is forgotten depends on the distance in epochs, so that curves
 * with a point a step and curves with a point an epoch are smoothed over the same time. Points that are not finite
 * stay so and change nothing. Only what was added since is computed when a series has grown.
 */
final class Smoothing {

  private final ChartSeries series;
  private final double weight;
  private final double spacing;
  private double[] means = new double[64];
  private int size;
  private double sum;
  private double weights;
  private double lastEpoch = Double.NaN;

  /**
   * @param series what is smoothed
   * @param weight how much of the past is kept over {@code spacing}, 0 (nothing) to below 1
   * @param spacing in epochs, above 0
   */
  Smoothing(ChartSeries series, double weight, double spacing) {
    this.series = series;
    this.weight = weight;
    this.spacing = spacing;
  }

  /** Whether it is this weight over this distance. */
  boolean is(double otherWeight, double otherSpacing) {
    return weight == otherWeight && spacing == otherSpacing;
  }

  /** The mean at a point of the series. */
  double value(int index) {
    while (size <= index) {
      extend();
    }
    return means[index];
  }

  private void extend() {
    if (size == means.length) {
      means = Arrays.copyOf(means, 2 * size);
    }
    double value = series.value(size);
    if (Double.isFinite(value)) {
      double keep = kept(series.epoch(size) - lastEpoch);
      sum = keep * sum + (1 - keep) * value;
      weights = keep * weights + (1 - keep);
      lastEpoch = series.epoch(size);
      means[size] = sum / weights;
    } else {
      means[size] = Double.NaN;
    }
    size++;
  }

  private double kept(double gap) {
    return gap > 0 ? Math.pow(weight, gap / spacing) : weight;
  }
}
