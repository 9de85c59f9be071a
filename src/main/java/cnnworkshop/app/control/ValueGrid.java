package cnnworkshop.app.control;

import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * A table of values as coloured cells, as large as fits: with their numbers where they can be read, as a picture where
 * there are many. Cells can be framed; pointer, clicks and arrow keys tell which cell is meant.
 */
public final class ValueGrid extends Region {

  private static final double LARGEST_CELL_EM = 4.5;
  private static final double SMALLEST_TYPE_PX = 7;
  private static final double SMALLEST_GAP_CELL = 8;
  private static final double LETTER_WIDTH = 0.62;
  private static final Color OUTSIDE = Color.rgb(128, 128, 128, 0.75);

  /**
   * What is shown.
   *
   * @param rows rows, at least 1
   * @param columns columns, at least 1
   * @param values [row, column]
   * @param argb its colours, {@code 0xFFRRGGBB}, [row, column]
   * @param margin rows and columns around that belong not to the input but to its edge
   * @param known how many cells are known, row by row; the others stay empty
   */
  public record Cells(int rows, int columns, float[] values, int[] argb, int margin, int known) {}

  /** A cell by its row and column. */
  public record Cell(int row, int column) {}

  private final DoubleFunction<String> numbers;
  private final Em em = new Em(this::requestLayout);
  private final Canvas canvas = new Canvas();
  private final Group frames = new Group();
  private Consumer<Cell> onPointed = cell -> {};
  private Cells cells;
  private Cell hidden;
  private double largestCellEm = LARGEST_CELL_EM;
  private double cell;
  private double left;
  private double top;
  private Cell first;
  private int size;
  private int spread;

  /** @param numbers writes a value, short */
  public ValueGrid(DoubleFunction<String> numbers) {
    this.numbers = numbers;
    getStyleClass().add("value-grid");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setFocusTraversable(true);
    canvas.setManaged(false);
    frames.setManaged(false);
    frames.setMouseTransparent(true);
    getChildren().addAll(em, canvas, frames);
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX(), event.getY()));
    addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> point(event.getX(), event.getY()));
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
      requestFocus();
      point(event.getX(), event.getY());
    });
    addEventHandler(KeyEvent.KEY_PRESSED, this::moveByKey);
  }

  /** Told the cell under the pointer, or the one an arrow key leads to from the framed one. */
  public void setOnPointed(Consumer<Cell> action) {
    onPointed = action;
  }

  /** Cells are not drawn larger than this, in em. */
  public void setLargestCell(double newLargestCellEm) {
    largestCellEm = newLargestCellEm;
    requestLayout();
  }

  /** Shows values; null for none. */
  public void show(Cells newCells) {
    cells = newCells;
    requestLayout();
  }

  /** A cell whose value is not to be seen; null for none. */
  public void hide(Cell newHidden) {
    hidden = newHidden;
    requestLayout();
  }

  /**
   * Frames cells.
   *
   * @param newFirst the upper left one; null for no frame
   * @param newSize how many rows and columns
   * @param newSpread from one row or column to the next
   */
  public void frame(Cell newFirst, int newSize, int newSpread) {
    first = newFirst;
    size = newSize;
    spread = newSpread;
    layOutFrames();
  }

  private void point(double x, double y) {
    if (cells != null && x >= left && y >= top) {
      int row = (int) ((y - top) / cell);
      int column = (int) ((x - left) / cell);
      if (row < cells.rows && column < cells.columns) {
        onPointed.accept(new Cell(row, column));
      }
    }
  }

  private void moveByKey(KeyEvent event) {
    int down = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
    int right = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
    if (cells == null || first == null || down == 0 && right == 0 || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    onPointed.accept(new Cell(Math.max(0, Math.min(cells.rows - 1, first.row + down)),
        Math.max(0, Math.min(cells.columns - 1, first.column + right))));
    event.consume();
  }

  @Override
  protected void layoutChildren() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    g.clearRect(0, 0, getWidth(), getHeight());
    if (cells == null || getWidth() < 1 || getHeight() < 1) {
      frames.getChildren().clear();
      return;
    }
    double fit = Math.min(getWidth() / cells.columns, getHeight() / cells.rows);
    cell = Math.min(fit, em.px(largestCellEm));
    if (cell >= SMALLEST_GAP_CELL) {
      cell = Math.floor(cell);
    }
    left = Math.floor((getWidth() - cell * cells.columns) / 2);
    top = Math.floor((getHeight() - cell * cells.rows) / 2);
    if (cell >= SMALLEST_GAP_CELL) {
      drawCells(g);
    } else {
      drawPicture(g);
    }
    layOutFrames();
  }

  private void drawPicture(GraphicsContext g) {
    int whole = Math.min(cells.rows, cells.known / cells.columns);
    if (whole == 0) {
      return;
    }
    g.setImageSmoothing(cell < 1);
    g.drawImage(PixelImage.of(cells.columns, cells.rows, cells.argb), 0, 0, cells.columns, whole, left, top,
        cells.columns * cell, whole * cell);
  }

  private void drawCells(GraphicsContext g) {
    double type = Math.min(em.px(1.25), (cell - 3) / (longest() * LETTER_WIDTH));
    g.setFont(Font.font("JetBrains Mono", type));
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    for (int row = 0; row < cells.rows; row++) {
      for (int column = 0; column < cells.columns; column++) {
        drawCell(g, row, column, type >= SMALLEST_TYPE_PX);
      }
    }
  }

  private void drawCell(GraphicsContext g, int row, int column, boolean written) {
    double x = left + column * cell;
    double y = top + row * cell;
    int index = row * cells.columns + column;
    boolean unknown = index >= cells.known || hidden != null && hidden.row == row && hidden.column == column;
    if (unknown) {
      g.setStroke(OUTSIDE);
      g.setLineWidth(1);
      g.strokeRect(x + 1.5, y + 1.5, cell - 3, cell - 3);
      if (index < cells.known && written) {
        g.setFill(OUTSIDE);
        g.fillText("?", x + cell / 2, y + cell / 2);
      }
      return;
    }
    Color ink = Luminance.textOn(cells.argb[index]);
    boolean outside = row < cells.margin || column < cells.margin || row >= cells.rows - cells.margin
        || column >= cells.columns - cells.margin;
    int rgb = cells.argb[index];
    g.setFill(Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF));
    if (outside) { // smaller, in a broken line: not a value of the input
      g.fillRect(x + 3, y + 3, cell - 6, cell - 6);
      g.setStroke(OUTSIDE);
      g.setLineWidth(1);
      g.setLineDashes(3, 3);
      g.strokeRect(x + 1.5, y + 1.5, cell - 3, cell - 3);
      g.setLineDashes();
    } else {
      g.fillRect(x + 0.5, y + 0.5, cell - 1, cell - 1);
    }
    if (written) {
      g.setFill(ink);
      g.fillText(numbers.apply(cells.values[index]), x + cell / 2, y + cell / 2);
    }
  }

  /** Letters of the longest number, so that all are written in one size. */
  private int longest() {
    int longest = 3;
    int count = Math.min(cells.known, cells.values.length);
    if (count <= 400) {
      for (int i = 0; i < count; i++) {
        longest = Math.max(longest, numbers.apply(cells.values[i]).length());
      }
    } else {
      longest = 5;
    }
    return longest;
  }

  private void layOutFrames() {
    frames.getChildren().clear();
    if (first == null || cells == null || cell <= 0) {
      return;
    }
    boolean apart = spread > 1 && cell >= SMALLEST_GAP_CELL;
    if (apart) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          frame(first.row + i * spread, first.column + j * spread, 1);
        }
      }
    } else {
      frame(first.row, first.column, (size - 1) * spread + 1);
    }
  }

  private void frame(int row, int column, int cellsAcross) {
    PixelFrame frame = new PixelFrame("frame-line");
    frame.frame(left + column * cell - 1, top + row * cell - 1, cellsAcross * cell + 2, cellsAcross * cell + 2);
    frames.getChildren().add(frame);
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(14);
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.px(14);
  }

  @Override
  protected double computeMinWidth(double height) {
    return em.px(6);
  }

  @Override
  protected double computeMinHeight(double width) {
    return em.px(cells != null && cells.rows == 1 ? 2.2 : 6);
  }
}
