package cnnworkshop.app.learn;

import cnnworkshop.app.control.ValueGrid.Cell;
import cnnworkshop.app.control.Em;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Shape;

/**
 * Two square layers, units above and inputs below, seen a little from the side, with the lines of one unit to the
 * inputs it looks at.
 */
final class ConnectionPicture extends Region {

  private static final PseudoClass ON = PseudoClass.getPseudoClass("on");
  private static final double SLANT = 0.35;
  private static final double FLAT = 0.5;

  private final Em em = new Em(this::requestLayout);
  private final Group lines = new Group();
  private final Group cells = new Group();
  private Consumer<Cell> onPointed = cell -> {};
  private int inputs = 1;
  private int units = 1;
  private int unit;
  private List<Integer> connections = List.of();

  ConnectionPicture() {
    getStyleClass().add("connections");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    lines.setManaged(false);
    lines.setMouseTransparent(true);
    cells.setManaged(false);
    getChildren().addAll(em, cells, lines);
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
    addEventHandler(KeyEvent.KEY_PRESSED, this::moveByKey);
  }

  /** Told the unit under the pointer or the one an arrow key leads to. */
  void setOnPointed(Consumer<Cell> action) {
    onPointed = action;
  }

  /**
   * Shows connections.
   *
   * @param newInputs rows and columns of the inputs
   * @param newUnits rows and columns of the units
   * @param newUnit the unit whose lines are drawn, row by row
   * @param newConnections the inputs it looks at, row by row
   */
  void show(int newInputs, int newUnits, int newUnit, List<Integer> newConnections) {
    inputs = newInputs;
    units = newUnits;
    unit = newUnit;
    connections = newConnections;
    requestLayout();
  }

  private void moveByKey(KeyEvent event) {
    int down = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
    int right = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
    if (down != 0 || right != 0) {
      onPointed.accept(new Cell(unit / units + down, unit % units + right));
      event.consume();
    }
  }

  @Override
  protected void layoutChildren() {
    cells.getChildren().clear();
    lines.getChildren().clear();
    // Two layers, each `inputs` cells wide and flattened, with as much air between them as they are high.
    double cell = Math.min(getWidth() / (inputs * (1 + SLANT)), getHeight() / (inputs * FLAT * 3.2));
    double layerHeight = inputs * cell * FLAT;
    double width = inputs * cell * (1 + SLANT);
    double x0 = (getWidth() - width) / 2;
    double bottom = (getHeight() + layerHeight * 3.2) / 2 - layerHeight;
    double top = bottom - layerHeight * 2.2;
    double inset = (inputs - units) / 2.0;
    for (int i = 0; i < inputs * inputs; i++) {
      boolean on = connections.contains(i);
      cells.getChildren().add(cell(x0, bottom, cell, i / inputs, i % inputs, "connection-input", on));
    }
    double fromX = centreX(x0, cell, unit / units + inset, unit % units + inset);
    double fromY = top + (unit / units + inset + 0.5) * cell * FLAT;
    for (int input : connections) {
      Line line = new Line(fromX, fromY, centreX(x0, cell, input / inputs, input % inputs),
          bottom + (input / inputs + 0.5) * cell * FLAT);
      line.getStyleClass().add("connection-line");
      lines.getChildren().add(line);
    }
    for (int i = 0; i < units * units; i++) {
      Shape shape = cell(x0, top, cell, i / units + inset, i % units + inset, "connection-unit",
          i == unit);
      Cell place = new Cell(i / units, i % units);
      shape.setOnMouseEntered(event -> onPointed.accept(place));
      shape.setOnMousePressed(event -> onPointed.accept(place));
      cells.getChildren().add(shape);
    }
  }

  private double centreX(double x0, double cell, double row, double column) {
    return x0 + (column + 0.5) * cell + (inputs - row - 0.5) * cell * SLANT;
  }

  private Shape cell(double x0, double y0, double cell, double row, double column,
      String styleClass, boolean on) {
    double lean = cell * SLANT;
    double x = x0 + column * cell + (inputs - row) * lean;
    double y = y0 + row * cell * FLAT;
    double h = cell * FLAT;
    Polygon shape = new Polygon(x, y, x + cell, y, x + cell - lean, y + h,
        x - lean, y + h);
    shape.getStyleClass().add(styleClass);
    shape.pseudoClassStateChanged(ON, on);
    return shape;
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(18);
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.px(16);
  }

  @Override
  protected double computeMinWidth(double height) {
    return em.px(9);
  }

  @Override
  protected double computeMinHeight(double width) {
    return em.px(11);
  }
}
