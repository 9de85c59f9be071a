package cnnworkshop.app.control;

import java.util.Arrays;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;

/** A piece of a line of a {@link ComparisonChart}, for its legend. */
final class ComparisonSwatch extends Region {

  private final Em em = new Em(this::requestLayout);
  private final ComparisonLine.Look look;
  private final Line line = new Line();
  private final Polygon mark = new Polygon();

  ComparisonSwatch(ComparisonLine.Look look) {
    this.look = look;
    String colour = ChartPens.styleClass(look);
    line.getStyleClass().addAll("comparison-line", colour);
    mark.getStyleClass().addAll("comparison-mark", colour);
    line.setManaged(false);
    mark.setManaged(false);
    getChildren().addAll(em, line, mark);
  }

  @Override
  protected void layoutChildren() {
    double y = Math.round(getHeight() / 2) + 0.5;
    double width = em.px(ComparisonPlot.LINE_EM);
    line.setStartX(0);
    line.setEndX(getWidth());
    line.setStartY(y);
    line.setEndY(y);
    line.setStrokeWidth(width);
    line.getStrokeDashArray().setAll(Arrays.stream(look.dash().lengths(width)).boxed().toList());
    mark.getPoints().setAll(Arrays.stream(look.marker().corners(em.px(ComparisonPlot.MARK_EM))).boxed().toList());
    mark.setLayoutX(getWidth() / 2);
    mark.setLayoutY(y);
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(2.4);
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
