package cnnworkshop.app.learn;

import cnnworkshop.app.control.Em;
import cnnworkshop.app.control.PicturePainter;
import cnnworkshop.core.image.Photo;
import java.util.BitSet;
import java.util.function.IntFunction;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * Units or maps as cells that can be switched off and on: by a click, or a drag over several; with arrow keys and the
 * Space bar, with Shift and an arrow key over several.
 */
final class SwitchGrid extends Region {

  /** Told which cells a person switches, from one to another, both included, in any order. */
  interface Switches {
    void set(int from, int to, boolean off);
  }

  private final Em em = new Em(this::requestLayout);
  private final Canvas canvas = new Canvas();
  private final PicturePainter painter = new PicturePainter(this::requestLayout);
  private final Rectangle ground = pen("switch-ground");
  private final Rectangle cross = pen("switch-cross");
  private final int columns;
  private final Switches switches;
  private final IntFunction<String> aloud;
  private Image image;
  private int count;
  private BitSet off = new BitSet();
  private int cursor;
  private int pressed;
  private boolean dragOff;

  /**
   * @param columns cells in a row
   * @param aloud what to say of the cell at the cursor
   */
  SwitchGrid(int columns, Switches switches, IntFunction<String> aloud) {
    this.columns = columns;
    this.switches = switches;
    this.aloud = aloud;
    getStyleClass().add("switch-grid");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    canvas.setManaged(false);
    getChildren().addAll(em, painter, ground, cross, canvas);
    focusedProperty().addListener((p, before, now) -> requestLayout());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
      int cell = cellAt(event);
      if (cell >= 0 && pressed >= 0 && cell != cursor) {
        cursor = cell;
        switches.set(pressed, cell, dragOff);
      }
    });
    LabStage.arrows(this, this::step);
    addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.SPACE && count > 0) {
        switches.set(cursor, cursor, !off.get(cursor));
        event.consume();
      }
    });
  }

  private Rectangle pen(String styleClass) {
    Rectangle pen = new Rectangle();
    pen.getStyleClass().add(styleClass);
    pen.setManaged(false);
    pen.setVisible(false);
    pen.fillProperty().addListener((p, before, now) -> requestLayout());
    return pen;
  }

  /**
   * Shows cells.
   *
   * @param cells how many
   * @param picture all of them side by side, row by row, without gaps
   */
  void setCells(int cells, Photo picture) {
    count = cells;
    image = PicturePainter.image(picture);
    cursor = Math.min(cursor, count - 1);
    requestLayout();
  }

  /** Which cells are off. */
  void setOff(BitSet newOff) {
    off = newOff;
    say();
    requestLayout();
  }

  private void say() {
    setAccessibleText(count == 0 ? null : aloud.apply(cursor));
  }

  private void press(MouseEvent event) {
    requestFocus();
    pressed = cellAt(event);
    if (pressed >= 0) {
      cursor = pressed;
      dragOff = !off.get(pressed);
      switches.set(pressed, pressed, dragOff);
    }
  }

  private void step(int right, int down, boolean shift) {
    int to = cursor + right + down * columns;
    if (count == 0 || to < 0 || to >= count) {
      return;
    }
    int from = cursor;
    cursor = to;
    if (shift) {
      // What the cell was that one came from, so that a range is drawn like with a pencil.
      switches.set(from, to, off.get(from));
    }
    say();
    requestLayout();
  }

  private int cellAt(MouseEvent event) {
    int column = (int) Math.floor(event.getX() / cellWidth());
    int row = (int) Math.floor(event.getY() / cellHeight());
    int cell = row * columns + column;
    return column < 0 || column >= columns || row < 0 || cell >= count ? -1 : cell;
  }

  private int rows() {
    return Math.max(1, (count + columns - 1) / columns);
  }

  private double cellWidth() {
    return Math.max(1, getWidth() / columns);
  }

  private double cellHeight() {
    return Math.max(1, Math.min(cellWidth(), getHeight() / rows()));
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, getWidth(), getHeight());
    if (count == 0) {
      return;
    }
    double width = cellWidth();
    double height = cellHeight();
    double gap = width > 14 ? 2 : 1;
    double tileWidth = image.getWidth() / columns;
    double tileHeight = image.getHeight() / rows();
    g.setImageSmoothing(false);
    for (int cell = 0; cell < count; cell++) {
      double x = cell % columns * width;
      double y = cell / columns * height;
      if (off.get(cell)) {
        g.setFill(ground.getFill());
        g.fillRect(x, y, width - gap, height - gap);
        g.setStroke(cross.getFill());
        g.setLineWidth(1);
        g.strokeLine(x, y, x + width - gap, y + height - gap);
        g.strokeLine(x + width - gap, y, x, y + height - gap);
      } else {
        g.drawImage(image, cell % columns * tileWidth, cell / columns * tileHeight, tileWidth, tileHeight, x, y,
            width - gap, height - gap);
      }
    }
    if (isFocused()) {
      g.setStroke(painter.selection());
      g.setLineWidth(3);
      g.strokeRect(cursor % columns * width, cursor / columns * height, width - gap, height - gap);
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(24);
  }

  @Override
  protected double computePrefHeight(double width) {
    double room = width <= 0 ? em.px(24) : width;
    return Math.min(em.px(16), room / columns * rows());
  }

  @Override
  protected double computeMinWidth(double height) {
    return em.px(14);
  }

  @Override
  protected double computeMinHeight(double width) {
    return em.px(7);
  }
}
