package cnnworkshop.app.train;

import cnnworkshop.app.control.Em;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Two things beside each other where there is room for both, else one below the other. */
final class RunsBody extends Region {

  private static final double NARROWEST_BESIDE_EM = 46;
  private static final double GAP_EM = 1;
  private static final double SECOND_SHARE = 0.38;
  private static final double LOWEST_EM = 8;
  private static final double SECOND_BELOW_EM = 14;

  private final Em em = new Em(this::requestLayout);
  private final Node first;
  private final Node second;

  RunsBody(Node first, Node second) {
    this.first = first;
    this.second = second;
    getChildren().addAll(em, first, second);
  }

  private boolean isBeside(double width) {
    return width >= em.px(NARROWEST_BESIDE_EM);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(NARROWEST_BESIDE_EM);
  }

  @Override
  protected double computeMinHeight(double width) {
    return em.px(width < 0 || isBeside(width) ? LOWEST_EM : LOWEST_EM + GAP_EM + SECOND_BELOW_EM);
  }

  @Override
  protected double computePrefHeight(double width) {
    return computeMinHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double gap = em.px(GAP_EM);
    if (isBeside(width)) {
      double right = Math.floor(width * SECOND_SHARE);
      first.resizeRelocate(0, 0, width - right - gap, height);
      second.resizeRelocate(width - right, 0, right, height);
    } else {
      double upper = Math.max(em.px(LOWEST_EM), height - gap - em.px(SECOND_BELOW_EM));
      first.resizeRelocate(0, 0, width, upper);
      second.resizeRelocate(0, upper + gap, width, Math.max(0, height - upper - gap));
    }
  }
}
