package cnnworkshop.app.control;

import java.util.List;

/**
 * A line of a {@link ComparisonChart}.
 *
 * @param name what a person calls it; lines of one name and look are explained once
 * @param look its colour, kind of line and shape of points
 * @param points from left to right
 */
public record ComparisonLine(String name, Look look, List<Point> points) {

  public ComparisonLine {
    points = List.copyOf(points);
  }

  /**
   * What was measured.
   *
   * @param x where on the lower axis, above 0 on a logarithmic one
   * @param y what was measured
   * @param spread standard deviation, drawn up and down; 0 for none
   */
  public record Point(double x, double y, double spread) {}

  /** How a line differs from others: in colour, and in what is seen without colours. */
  public enum Look {
    FIRST(ChartRun.Dash.SOLID, ChartMarker.CIRCLE),
    SECOND(ChartRun.Dash.DASHED, ChartMarker.SQUARE),
    THIRD(ChartRun.Dash.DOTTED, ChartMarker.TRIANGLE),
    FOURTH(ChartRun.Dash.DASH_DOTTED, ChartMarker.DIAMOND);

    private final ChartRun.Dash dash;
    private final ChartMarker marker;

    Look(ChartRun.Dash dash, ChartMarker marker) {
      this.dash = dash;
      this.marker = marker;
    }

    ChartRun.Dash dash() {
      return dash;
    }

    ChartMarker marker() {
      return marker;
    }
  }
}
