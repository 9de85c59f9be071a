package cnnworkshop.app.control;

import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;

/** A curve without axes, to be seen at a glance: values from the first to the last over the same width. */
public final class Sparkline extends Region {

  private final double low;
  private final double high;
  private final Em em = new Em(this::requestLayout);
  private final Polyline line = new Polyline();
  private final Region now = new Region();
  private double[] values = {};
  private int at;

  /**
   * @param low the value at the lower edge
   * @param high the value at the upper edge; values beyond either are drawn on it
   */
  public Sparkline(double low, double high) {
    this.low = low;
    this.high = high;
    getStyleClass().add("sparkline");
    line.getStyleClass().add("sparkline-line");
    line.setManaged(false);
    now.getStyleClass().add("sparkline-now");
    now.setManaged(false);
    getChildren().addAll(em, line, now);
  }

  /**
   * Shows values.
   *
   * @param newValues NaN where there is none
   * @param marked the one to mark; −1 for none
   */
  public void show(double[] newValues, int marked) {
    values = newValues.clone();
    at = marked;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    line.getPoints().clear();
    now.setVisible(false);
    for (int i = 0; i < values.length; i++) {
      if (Double.isFinite(values[i])) {
        double x = values.length < 2 ? 0 : getWidth() * i / (values.length - 1);
        double y = getHeight() * (1 - Math.max(0, Math.min(1, (values[i] - low) / (high - low))));
        line.getPoints().addAll(x, y);
        if (i == at) {
          double side = em.px(0.4);
          now.setVisible(true);
          now.resizeRelocate(x - side / 2, y - side / 2, side, side);
        }
      }
    }
    line.setVisible(line.getPoints().size() > 2);
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(3);
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.px(1);
  }

  @Override
  protected double computeMinHeight(double width) {
    return em.px(1);
  }

  @Override
  protected double computeMaxHeight(double width) {
    return em.px(1);
  }
}
