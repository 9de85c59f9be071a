package cnnworkshop.app.learn;

import cnnworkshop.app.control.Em;
import cnnworkshop.core.inspect.ColourScale;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Values as a grid of grey cells, low ones dark, written in where they are large enough; with signs on some cells, a
 * framed part and a spot within it.
 */
final class CellGrid extends Region {

  private static final double SMALLEST_WRITTEN = 15;
  private static final double SMALLEST_GAP = 12;

  private final Canvas canvas = new Canvas();
  private final Em em = new Em(this::requestLayout);
  private final StagePens pens =
      new StagePens(this::requestLayout, "edge", "frame", "spot", "changed", "right", "wrong", "focus");
  private final Locale locale;
  private int rows = 1;
  private int columns = 1;
  private float[] values = new float[1];
  private float low;
  private float high = 1;
  private CellMark[] marks = new CellMark[0];
  private int[] frame;
  private int spot = -1;
  private double cell = 1;
  private double left;
  private double top;

  /** @param locale how numbers are written */
  CellGrid(Locale locale) {
    this.locale = locale;
    getStyleClass().add("cell-grid");
    getChildren().addAll(canvas, em, pens);
    canvas.setManaged(false);
    focusedProperty().addListener((p, before, now) -> requestLayout());
  }

  /**
   * Shows values.
   *
   * @param newValues [row, column]
   * @param newLow the value that is black
   * @param newHigh the value that is white
   */
  void show(int newRows, int newColumns, float[] newValues, float newLow, float newHigh) {
    rows = newRows;
    columns = newColumns;
    values = newValues;
    low = newLow;
    high = newHigh;
    requestLayout();
  }

  /** Marks cells, in order of the values; empty for none. */
  void mark(CellMark... newMarks) {
    marks = newMarks;
    requestLayout();
  }

  /** Frames a part of the grid, and a cell in it by its index, −1 for none. The part may reach beyond the grid. */
  void frame(int row, int column, int height, int width, int newSpot) {
    frame = new int[] {row, column, height, width};
    spot = newSpot;
    requestLayout();
  }

  /** What to do with the row and column of a cell that is clicked. */
  void setOnCell(BiConsumer<Integer, Integer> action) {
    setOnMousePressed((MouseEvent event) -> {
      requestFocus();
      int column = (int) Math.floor((event.getX() - left) / cell);
      int row = (int) Math.floor((event.getY() - top) / cell);
      if (row >= 0 && row < rows && column >= 0 && column < columns) {
        action.accept(row, column);
      }
    });
  }

  @Override
  protected double computeMinWidth(double height) {
    return em.px(9);
  }

  @Override
  protected double computeMinHeight(double width) {
    return em.px(11);
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(20);
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.px(14);
  }

  @Override
  protected void layoutChildren() {
    double border = 3;
    double room = Math.min((getWidth() - 2 * border) / columns, (getHeight() - 2 * border) / rows);
    cell = Math.max(1, Math.floor(room));
    left = Math.max(border, Math.floor((getWidth() - cell * columns) / 2));
    top = border;
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, getWidth(), getHeight());
    if (cell >= SMALLEST_GAP) {
      paintCells(g);
    } else {
      paintPicture(g);
    }
    for (int i = 0; i < Math.min(marks.length, values.length); i++) {
      paintMark(g, marks[i], left + i % columns * cell, top + i / columns * cell);
    }
    if (frame != null) {
      if (spot >= 0) {
        outline(g, pens.of("spot"), spot / columns, spot % columns, 1, 1, Math.max(1, cell / 9));
      }
      outline(g, pens.of("frame"), frame[0], frame[1], frame[2], frame[3], 0);
    }
    if (isFocused()) {
      g.setStroke(pens.of("focus"));
      g.setLineWidth(2);
      g.strokeRect(left - 2, top - 2, cell * columns + 4, cell * rows + 4);
    }
  }

  private void paintPicture(GraphicsContext g) {
    WritableImage picture = new WritableImage(columns, rows);
    picture.getPixelWriter().setPixels(0, 0, columns, rows, PixelFormat.getIntArgbInstance(),
        ColourScale.GREY.paint(values, low, high), 0, columns);
    g.setImageSmoothing(false);
    g.drawImage(picture, left, top, cell * columns, cell * rows);
  }

  private void paintCells(GraphicsContext g) {
    boolean whole = true;
    for (float value : values) {
      whole &= value == Math.rint(value);
    }
    String pattern = whole ? "%.0f" : "%.1f";
    g.setFont(Font.font("JetBrains Mono", cell * (whole ? 0.5 : 0.36)));
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    for (int i = 0; i < values.length; i++) {
      int argb = ColourScale.GREY.argb(values[i], low, high);
      double x = left + i % columns * cell;
      double y = top + i / columns * cell;
      g.setFill(Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF));
      g.fillRect(x, y, cell - 1, cell - 1);
      if (cell >= SMALLEST_WRITTEN) {
        g.setFill((argb & 0xFF) > 130 ? Color.BLACK : Color.WHITE);
        g.fillText(String.format(locale, pattern, values[i]), x + cell / 2, y + cell / 2);
      }
    }
  }

  /** Colour and shape say the same: a frame, and in a corner a triangle, a dot, a tick or a cross. */
  private void paintMark(GraphicsContext g, CellMark mark, double x, double y) {
    if (mark == CellMark.NONE) {
      return;
    }
    Paint colour = pens.of(switch (mark) {
      case NAMED -> "focus";
      case FOUND -> "right";
      case MISSED, WRONG -> "wrong";
      default -> "changed";
    });
    if (cell < SMALLEST_GAP) {
      g.setFill(colour);
      g.setGlobalAlpha(0.6);
      g.fillRect(x, y, cell, cell);
      g.setGlobalAlpha(1);
      return;
    }
    double thick = Math.max(2, cell / 14);
    g.setStroke(colour);
    g.setLineWidth(thick);
    g.setLineDashes(mark == CellMark.MISSED ? new double[] {cell / 8, cell / 10} : null);
    g.strokeRect(x + thick / 2, y + thick / 2, cell - 1 - thick, cell - 1 - thick);
    g.setLineDashes(null);
    double s = cell / 4;
    double right = x + cell - 1;
    g.setFill(colour);
    switch (mark) {
      case CHANGED, MISSED -> g.fillPolygon(new double[] {right - s, right, right}, new double[] {y, y, y + s}, 3);
      case NAMED -> g.fillOval(right - s, y, s, s);
      case FOUND -> g.strokePolyline(new double[] {right - s * 1.3, right - s * 0.9, right - s * 0.3},
          new double[] {y + s * 0.9, y + s * 1.3, y + s * 0.5}, 3);
      default -> {
        g.strokeLine(right - s * 1.2, y + s * 0.4, right - s * 0.4, y + s * 1.2);
        g.strokeLine(right - s * 0.4, y + s * 0.4, right - s * 1.2, y + s * 1.2);
      }
    }
  }

  /** A light line on a dark one can be seen on any grey. */
  private void outline(GraphicsContext g, Paint colour, int row, int column, int height, int width, double inset) {
    double x = left + Math.max(0, column) * cell + inset;
    double y = top + Math.max(0, row) * cell + inset;
    double w = (Math.min(columns, column + width) - Math.max(0, column)) * cell - 1 - 2 * inset;
    double h = (Math.min(rows, row + height) - Math.max(0, row)) * cell - 1 - 2 * inset;
    g.setStroke(pens.of("edge"));
    g.setLineWidth(5);
    g.strokeRect(x, y, w, h);
    g.setStroke(colour);
    g.setLineWidth(3);
    g.strokeRect(x, y, w, h);
  }
}
