package cnnworkshop.app.filters;

import cnnworkshop.app.control.Em;
import java.util.function.ToDoubleBiFunction;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Parts side by side, in as few rows as leave each the room it needs. In one row, the width is shared as wished. */
final class EditColumns extends Pane {

  private static final double GAP_EM = 1;

  private final double narrowEm;
  private final double[] shares;
  private final Em em = new Em(this::requestLayout);

  /**
   * @param narrowEm how many em each needs across
   * @param shares of the width, where all are in one row; together 1
   * @param parts as many as shares
   */
  EditColumns(double narrowEm, double[] shares, Region... parts) {
    this.narrowEm = narrowEm;
    this.shares = shares;
    getChildren().addAll(parts);
    getChildren().add(em);
  }

  private int columns(double width) {
    double gap = em.px(GAP_EM);
    int fit = (int) ((width + gap) / (em.px(narrowEm) + gap));
    return Math.max(1, Math.min(shares.length, fit));
  }

  private int rows(double width) {
    int columns = columns(width);
    return Math.max(1, (shares.length + columns - 1) / columns);
  }

  private double width(int part, double width) {
    int columns = columns(width);
    double room = width - (columns - 1) * em.px(GAP_EM);
    return Math.floor(columns == shares.length ? room * shares[part] : room / columns);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return em.px(narrowEm);
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(narrowEm) * shares.length + em.px(GAP_EM) * (shares.length - 1);
  }

  private double known(double width) {
    return width < 0 ? Math.max(getWidth(), em.px(narrowEm)) : width;
  }

  @Override
  protected double computeMinHeight(double width) {
    return height(known(width), Node::minHeight);
  }

  @Override
  protected double computePrefHeight(double width) {
    return height(known(width), Node::prefHeight);
  }

  private double height(double width, ToDoubleBiFunction<Node, Double> ofPart) {
    double highest = 0;
    for (int i = 0; i < shares.length; i++) {
      highest = Math.max(highest, ofPart.applyAsDouble(getManagedChildren().get(i), width(i, width)));
    }
    return rows(width) * highest + (rows(width) - 1) * em.px(GAP_EM);
  }

  @Override
  protected void layoutChildren() {
    double gap = em.px(GAP_EM);
    int columns = columns(getWidth());
    int rows = rows(getWidth());
    double height = Math.floor((getHeight() - (rows - 1) * gap) / rows);
    double x = 0;
    for (int i = 0; i < shares.length; i++) {
      x = i % columns == 0 ? 0 : x;
      double width = width(i, getWidth());
      getManagedChildren().get(i).resizeRelocate(x, i / columns * (height + gap), width, height);
      x += width + gap;
    }
  }
}
