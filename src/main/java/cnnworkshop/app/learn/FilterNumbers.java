package cnnworkshop.app.learn;

import cnnworkshop.app.control.Em;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * One place of a picture as the numbers of all filters: each filter as a small picture with its number and a bar for
 * it. Arrow keys and clicks choose one.
 */
final class FilterNumbers extends Region {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double CELL_EM = 6.2;
  private static final double HEIGHT_EM = 2.5;

  /** A filter, its number, its bar. */
  private record Cell(Region ground, LabPicture picture, Label number, Region bar) {}

  private final Em em = new Em(this::requestLayout);
  private final Texts texts;
  private final IntConsumer choose;
  private final List<Cell> cells = new ArrayList<>();
  private float[] values = {};
  private int chosen;
  private float most = 1;

  /** @param choose told which filter a person chose */
  FilterNumbers(Texts texts, IntConsumer choose) {
    this.texts = texts;
    this.choose = choose;
    getStyleClass().add("filter-numbers");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    getChildren().add(em);
    LabStage.arrows(this, (right, down, shift) -> {
      int to = chosen + right + down * columns(getWidth());
      if (to >= 0 && to < cells.size()) {
        choose.accept(to);
      }
    });
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
  }

  /** Shows filters; their numbers come by {@link #show}. */
  void setFilters(Filters filters) {
    cells.clear();
    getChildren().setAll(List.of(em));
    for (int i = 0; i < filters.count(); i++) {
      int index = i;
      LabPicture picture = new LabPicture(1.8);
      picture.show(filters.spec().filter().columns(), filters.spec().filter().rows(), FilterIcon.paint(filters, i));
      picture.setMouseTransparent(true);
      Label number = new Label();
      number.getStyleClass().add("filter-number");
      number.setMouseTransparent(true);
      Region bar = new Region();
      bar.getStyleClass().add("filter-bar");
      bar.setMouseTransparent(true);
      Region ground = new Region();
      ground.getStyleClass().add("filter-cell");
      ground.setOnMousePressed(event -> choose.accept(index));
      cells.add(new Cell(ground, picture, number, bar));
      getChildren().addAll(List.<Node>of(ground, picture, bar, number));
    }
    requestLayout();
  }

  /**
   * Shows numbers.
   *
   * @param newValues one a filter, at least 0
   * @param newMost what a full bar stands for, above 0
   */
  void show(float[] newValues, float newMost, int newChosen, String aloud) {
    values = newValues;
    most = newMost;
    chosen = newChosen;
    setAccessibleText(aloud);
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      cell.number.setText(texts.get(most >= 100 ? "learn.first.number.large" : "learn.first.number", values[i]));
      cell.ground.pseudoClassStateChanged(CHOSEN, i == chosen);
    }
    requestLayout();
  }

  private int columns(double width) {
    return Math.max(1, Math.min(8, (int) (width / em.px(CELL_EM))));
  }

  @Override
  protected void layoutChildren() {
    int columns = columns(getWidth());
    double width = Math.floor(getWidth() / columns);
    double height = em.px(HEIGHT_EM);
    double icon = em.px(1.9);
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      double x = i % columns * width;
      double y = i / columns * height;
      double text = x + icon + em.px(0.6);
      double room = Math.max(1, width - icon - em.px(1));
      cell.ground.resizeRelocate(x, y, width - 2, height - 2);
      cell.picture.resizeRelocate(x + em.px(0.2), y + (height - icon) / 2, icon, icon);
      cell.number.resizeRelocate(text, y, room, em.px(1.6));
      double part = i < values.length ? Math.max(0, Math.min(1, values[i] / most)) : 0;
      cell.bar.setVisible(part > 0);
      cell.bar.resizeRelocate(text, y + em.px(1.65), Math.max(1, room * part), em.px(0.45));
    }
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(4 * CELL_EM);
  }

  @Override
  protected double computeMinWidth(double height) {
    return em.px(CELL_EM);
  }

  @Override
  protected double computePrefHeight(double width) {
    int columns = columns(width <= 0 ? em.px(4 * CELL_EM) : width);
    return (cells.size() + columns - 1) / columns * em.px(HEIGHT_EM);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }
}
