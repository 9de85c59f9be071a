package cnnworkshop.app.control;

import java.util.List;

/**
 * Where the curves of a chart lie: a rectangle in pixels, and what its sides mean.
 *
 * @param left pixel column of its left side
 * @param top pixel row of its upper side
 * @param width pixels, at least 1
 * @param height pixels, at least 1
 * @param edge pixel column where the chart ends, right of it
 * @param epochs the axis below it
 * @param loss the axis at its left
 * @param measure the axis at its right
 */
record ChartFrame(double left, double top, double width, double height, double edge, ChartScale epochs,
    ChartScale loss, ChartScale measure) {

  /** How far beyond the frame a point may be drawn, in heights of the frame: lines must not become endless. */
  private static final double FARTHEST = 20;

  /** What the values of curves lie between. */
  record Limits(double least, double most) {

    /** The greatest ratio a logarithmic axis shows. */
    private static final double MOST_RATIO = 1e12;

    /**
     * Of the values in sight; of their neighbours, where a curve has none in sight.
     *
     * @return null if there is no number at all, or for a logarithmic axis none above 0
     */
    static Limits of(List<ChartCurve> curves, ChartSeries.Axis axis, ChartRange range, boolean logarithmic) {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (ChartCurve curve : curves) {
        ChartSeries series = curve.series();
        if (curve.axis() != axis) {
          continue;
        }
        boolean any = false;
        for (int pass = 0; pass < 2 && !any; pass++) {
          for (int i = curve.first(range); i < curve.end(range); i++) {
            double value = series.value(i);
            if ((pass == 1 || range.holds(series.epoch(i))) && Double.isFinite(value) && !(logarithmic && value <= 0)) {
              least = Math.min(least, value);
              most = Math.max(most, value);
              any = true;
            }
          }
        }
      }
      return least > most ? null : new Limits(logarithmic ? Math.max(least, most / MOST_RATIO) : least, most);
    }
  }

  ChartScale scale(ChartSeries.Axis axis) {
    return axis == ChartSeries.Axis.LEFT ? loss : measure;
  }

  double right() {
    return left + width;
  }

  double bottom() {
    return top + height;
  }

  /** The pixel column of an epoch. */
  double x(double epoch) {
    return left + width * epochs.position(epoch);
  }

  /** The pixel row of a value; one infinitely far below a logarithmic axis is a little below the frame. */
  double y(ChartSeries.Axis axis, double value) {
    double position = scale(axis).position(value);
    double within = position == Double.NEGATIVE_INFINITY ? -0.5 : Math.max(-FARTHEST, Math.min(FARTHEST, position));
    return top + height * (1 - within);
  }

  /** Whether a point is in it. */
  boolean shows(ChartSeries.Axis axis, double epoch, double value) {
    double position = scale(axis).position(value);
    return range().holds(epoch) && position >= 0 && position <= 1;
  }

  /** The epoch at a pixel column; the nearest one in sight, beside the frame. */
  double epoch(double x) {
    return epochs.value(Math.max(0, Math.min(1, (x - left) / width)));
  }

  ChartRange range() {
    return new ChartRange(epochs.low(), epochs.high());
  }
}
