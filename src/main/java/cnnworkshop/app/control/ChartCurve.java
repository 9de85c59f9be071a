package cnnworkshop.app.control;

/** A curve of a run, raw and smoothed. */
final class ChartCurve {

  private final ChartRun run;
  private final ChartSeries series;
  private Smoothing smoothing;

  ChartCurve(ChartRun run, ChartSeries series) {
    this.run = run;
    this.series = series;
  }

  ChartRun run() {
    return run;
  }

  ChartSeries series() {
    return series;
  }

  ChartSeries.Axis axis() {
    return series.axis();
  }

  /**
   * Smooths it from now on.
   *
   * @param weight how much of the past is kept over {@code spacing}; 0 for not at all
   * @param spacing in epochs; NaN as long as no curve has two points
   */
  void smooth(double weight, double spacing) {
    if (weight <= 0 || Double.isNaN(spacing)) {
      smoothing = null;
    } else if (smoothing == null || !smoothing.is(weight, spacing)) {
      smoothing = new Smoothing(series, weight, spacing);
    }
  }

  boolean isSmoothed() {
    return smoothing != null;
  }

  /** A point's value as the main line shows it. */
  double shown(int index) {
    return smoothing == null ? series.value(index) : smoothing.value(index);
  }

  /**
   * The point to read out at an epoch: the nearest one.
   *
   * @param reach how far before its first or after its last point a curve still has something to say, epochs
   * @return the point's index, −1 for none
   */
  int readAt(double epoch, double reach) {
    int nearest = series.nearest(epoch);
    if (nearest < 0) {
      return -1;
    }
    boolean outside = epoch < series.epoch(0) || epoch > series.epoch(series.size() - 1);
    return outside && Math.abs(series.epoch(nearest) - epoch) > reach ? -1 : nearest;
  }

  /** Its points in a part of the epochs, with a neighbour on each side that a line goes to. */
  ChartThinning.Line line(ChartRange range, double columnWidth, boolean smoothed) {
    return ChartThinning.thin(series::epoch, smoothed ? this::shown : series::value, first(range), end(range),
        columnWidth);
  }

  /** The first point to draw: the last one before the range, if there is one. */
  int first(ChartRange range) {
    return Math.max(0, series.from(range.from()) - 1);
  }

  /** The end of the points to draw: after the first one beyond the range, if there is one. */
  int end(ChartRange range) {
    int after = series.from(range.to());
    while (after < series.size() && series.epoch(after) <= range.to()) {
      after++;
    }
    return Math.min(series.size(), after + 1);
  }
}
