package cnnworkshop.app.control;

import java.util.Arrays;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;

/** A piece of a curve as it is drawn, for a legend: its line, and the shape of its points. */
final class ChartSwatch extends Region {

  private final Em em = new Em(this::requestLayout);
  private final Line line = new Line();
  private final Polygon marker = new Polygon();
  private final ChartMarker shape;
  private final ChartRun.Dash dash;

  private ChartSwatch(ChartMarker shape, ChartRun.Dash dash) {
    this.shape = shape;
    this.dash = dash;
    getStyleClass().add("chart-swatch");
    line.getStyleClass().add("chart-swatch-line");
    marker.getStyleClass().add("chart-swatch-marker");
    line.setManaged(false);
    marker.setManaged(false);
    marker.setVisible(shape != null);
    getChildren().addAll(em, line, marker);
  }

  /** Of all curves that tell the same. */
  static ChartSwatch of(ChartSeries.Role role) {
    ChartSwatch swatch = new ChartSwatch(ChartMarker.of(role), ChartRun.Dash.SOLID);
    swatch.getStyleClass().add(ChartPens.styleClass(role));
    return swatch;
  }

  /** Of all curves of a run. */
  static ChartSwatch of(ChartRun run) {
    return new ChartSwatch(null, run.dash());
  }

  @Override
  protected void layoutChildren() {
    double y = getHeight() / 2;
    double width = em.px(ChartPainter.LINE_EM);
    line.setStartX(0);
    line.setEndX(getWidth());
    line.setStartY(y);
    line.setEndY(y);
    line.setStrokeWidth(width);
    line.getStrokeDashArray().setAll(Arrays.stream(dash.lengths(width)).boxed().toList());
    if (shape != null) {
      marker.getPoints().setAll(Arrays.stream(shape.corners(em.px(ChartPainter.MARKER_EM))).boxed().toList());
      marker.relocate(Math.round(getWidth() / 2 - marker.getLayoutBounds().getWidth() / 2),
          y - marker.getLayoutBounds().getHeight() / 2);
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(1.8);
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.px(1);
  }

  @Override
  protected double computeMinWidth(double height) {
    return computePrefWidth(height);
  }
}
