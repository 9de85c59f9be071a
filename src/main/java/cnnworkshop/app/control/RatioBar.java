package cnnworkshop.app.control;

import javafx.scene.layout.Region;

/**
 * A ratio as a bar on a logarithmic track, with a mark where it should be about. Every tenfold has the same length.
 * The number beside it says the same, so it has no name for a screen reader.
 */
public final class RatioBar extends Region {

  private final double lowest;
  private final double highest;
  private final double wanted;
  private final Em em = new Em(this::requestLayout);
  private final Region fill = new Region();
  private final Region mark = new Region();
  private double share;

  /**
   * @param lowest what the track begins with, above 0
   * @param highest what it ends with
   * @param wanted where the mark is
   */
  public RatioBar(double lowest, double highest, double wanted) {
    this.lowest = lowest;
    this.highest = highest;
    this.wanted = wanted;
    getStyleClass().add("ratio-bar");
    fill.getStyleClass().add("ratio-fill");
    mark.getStyleClass().add("ratio-mark");
    fill.setManaged(false);
    mark.setManaged(false);
    getChildren().addAll(em, fill, mark);
  }

  /** Shows a ratio; NaN for none. */
  public void show(double ratio) {
    share = ratio > 0 ? share(ratio) : 0;
    requestLayout();
  }

  /** How far along the track a ratio is, 0..1. */
  double share(double ratio) {
    double along = Math.log10(ratio / lowest) / Math.log10(highest / lowest);
    return Math.max(0, Math.min(1, along));
  }

  /** How much of the track is filled, 0..1. */
  double shownShare() {
    return share;
  }

  @Override
  protected void layoutChildren() {
    fill.resizeRelocate(0, 0, Math.round(share * getWidth()), getHeight());
    double line = Math.max(1, Math.round(em.px(0.12)));
    mark.resizeRelocate(Math.round(share(wanted) * getWidth() - line / 2), -em.px(0.15), line,
        getHeight() + em.px(0.3));
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(4);
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.px(0.6);
  }

  @Override
  protected double computeMinHeight(double width) {
    return em.px(0.6);
  }

  @Override
  protected double computeMaxHeight(double width) {
    return em.px(0.6);
  }
}
