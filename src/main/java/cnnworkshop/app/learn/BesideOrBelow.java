package cnnworkshop.app.learn;

import cnnworkshop.app.control.Em;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Two parts side by side where there is room for both, else one below the other. */
final class BesideOrBelow extends Region {

  private static final double GAP_EM = 1;

  private final Node first;
  private final Node second;
  private final double wideEm;
  private final double share;
  private final Em em = new Em(this::requestLayout);

  /**
   * @param wideEm from how many em of width on they are side by side
   * @param share of the width that is the first one's then, 0..1
   */
  BesideOrBelow(Node first, Node second, double wideEm, double share) {
    this.first = first;
    this.second = second;
    this.wideEm = wideEm;
    this.share = share;
    getChildren().addAll(first, second, em);
  }

  private boolean isWide(double width) {
    return width >= em.px(wideEm);
  }

  private double firstWidth(double width) {
    return Math.floor((width - em.px(GAP_EM)) * share);
  }

  private double secondWidth(double width) {
    return width - em.px(GAP_EM) - firstWidth(width);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return Math.max(first.minWidth(-1), second.minWidth(-1));
  }

  @Override
  protected double computeMinHeight(double width) {
    double known = width < 0 ? getWidth() : width;
    return isWide(known) ? Math.max(first.minHeight(firstWidth(known)), second.prefHeight(secondWidth(known)))
        : first.minHeight(known) + em.px(GAP_EM / 2) + second.prefHeight(known);
  }

  @Override
  protected double computePrefHeight(double width) {
    return computeMinHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    if (isWide(width)) {
      first.resizeRelocate(0, 0, firstWidth(width), getHeight());
      second.resizeRelocate(width - secondWidth(width), 0, secondWidth(width), getHeight());
    } else {
      double below = second.prefHeight(width);
      first.resizeRelocate(0, 0, width, getHeight() - below - em.px(GAP_EM / 2));
      second.resizeRelocate(0, getHeight() - below, width, below);
    }
  }
}
