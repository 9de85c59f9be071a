package cnnworkshop.app.control;

import java.util.List;

/**
 * What one training has given: curves that belong together and are drawn with one kind of line.
 *
 * @param name what a person calls it
 * @param dash its kind of line
 * @param series its curves, at most one of each role
 */
public record ChartRun(String name, Dash dash, List<ChartSeries> series) {

  /** A kind of line: how long strokes and gaps are, in widths of the line. */
  public enum Dash {
    SOLID(),
    DASHED(4, 2.5),
    DOTTED(1.2, 1.8),
    DASH_DOTTED(5, 2, 1.2, 2);

    private final double[] widths;

    Dash(double... widths) {
      this.widths = widths;
    }

    /** Strokes and gaps of a line of a width, in its unit; none for a solid one. */
    double[] lengths(double lineWidth) {
      double[] lengths = widths.clone();
      for (int i = 0; i < lengths.length; i++) {
        lengths[i] *= lineWidth;
      }
      return lengths;
    }
  }

  public ChartRun {
    series = List.copyOf(series);
    if (series.stream().map(ChartSeries::role).distinct().count() < series.size()) {
      throw new IllegalArgumentException("two curves of one role in " + name);
    }
  }
}
