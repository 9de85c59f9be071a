package cnnworkshop.app.filters;

import cnnworkshop.app.control.Em;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Parts in as many columns of equal width as there is room for, each put below the shortest one. */
final class GalleryColumns extends Region {

  private static final double COLUMN_EM = 14;
  private static final double GAP_EM = 1.25;

  private final Em em = new Em(this::requestLayout);

  /** @param parts in order; those that are not managed take no room */
  GalleryColumns(List<Node> parts) {
    getChildren().add(em);
    getChildren().addAll(parts);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private int columns(double width) {
    double gap = em.px(GAP_EM);
    long parts = getManagedChildren().size();
    return (int) Math.max(1, Math.min(parts, (width + gap) / (em.px(COLUMN_EM) + gap)));
  }

  /** Puts the parts into their places if they are to be moved. Gives the height of all. */
  private double arrange(double width, boolean moves) {
    int count = columns(width);
    double gap = em.px(GAP_EM);
    double each = Math.floor((width - gap * (count - 1)) / count);
    double[] filled = new double[count];
    for (Node part : getManagedChildren()) {
      int shortest = 0;
      for (int i = 1; i < count; i++) {
        shortest = filled[i] < filled[shortest] ? i : shortest;
      }
      double height = Math.ceil(part.prefHeight(each));
      if (moves) {
        part.resizeRelocate(shortest * (each + gap), filled[shortest], each, height);
      }
      filled[shortest] += height + gap;
    }
    double highest = 0;
    for (double column : filled) {
      highest = Math.max(highest, column - gap);
    }
    return highest;
  }

  @Override
  protected double computeMinWidth(double height) {
    return em.px(8);
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(2 * COLUMN_EM + GAP_EM);
  }

  @Override
  protected double computePrefHeight(double width) {
    return arrange(width < 0 ? prefWidth(-1) : width, false);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    arrange(getWidth(), true);
  }
}
