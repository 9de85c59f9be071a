package cnnworkshop.app.filters;

import cnnworkshop.app.control.Em;
import cnnworkshop.app.control.NumberText;
import cnnworkshop.app.control.ScaleLegend;
import cnnworkshop.app.control.ValueGrid;
import cnnworkshop.app.control.ValueGrid.Cell;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.FilterPicture;
import cnnworkshop.core.inspect.FilterSheet;
import cnnworkshop.core.inspect.ValueRange;
import cnnworkshop.core.text.Texts;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Numbers as coloured cells, the one that is pointed at in words, and what the colours mean. */
final class GalleryValues extends VBox {

  /**
   * What is shown.
   *
   * @param rows rows, at least 1
   * @param columns columns, at least 1
   * @param values [row, column]
   * @param argb their colours, {@code 0xFFRRGGBB}, [row, column]
   * @param scale what the colours are taken from
   * @param range the values the colours run over
   */
  record Shown(int rows, int columns, float[] values, int[] argb, ColourScale scale, ValueRange range) {

    static Shown painted(int rows, int columns, float[] values, ColourScale scale, ValueRange range) {
      return new Shown(rows, columns, values, scale.paint(values, range), scale, range);
    }
  }

  /** Says what a cell holds. */
  interface Words {
    String of(int row, int column, String value);
  }

  private static final double ROOM_FOR_FRAME_PX = 8;
  /** Largest side of a picture that is saved. */
  private static final int SAVED_SIDE = 384;

  private final Texts texts;
  private final String name;
  private final Words words;
  private final ValueGrid grid;
  private final Fitted fitted;
  private final Label reading = GalleryButtons.wrapping(new Label());
  private final ScaleLegend legend;
  private NumberText numbers;
  private Shown shown;
  private Cell pointed;

  private GalleryValues(Texts texts, String name, Words words, double largestCellEm, boolean written) {
    this.texts = texts;
    this.name = name;
    this.words = words;
    this.grid = new ValueGrid(written ? this::number : value -> "");
    this.legend = new ScaleLegend(texts);
    this.numbers = new NumberText(texts.locale(), 2);
    this.fitted = new Fitted(largestCellEm);
    getStyleClass().add("gallery-values");
    reading.getStyleClass().add("gallery-note");
    grid.setLargestCell(largestCellEm);
    grid.setOnPointed(this::point);
    getChildren().addAll(fitted, reading, legend);
  }

  /**
   * Few values, each written in its cell where it can be read.
   *
   * @param name what it is, for a screen reader
   * @param words what to say of a cell
   * @param largestCellEm cells are not larger than this
   */
  static GalleryValues table(Texts texts, String name, Words words, double largestCellEm) {
    return new GalleryValues(texts, name, words, largestCellEm, true);
  }

  /** Many values, which are a picture; as {@link #table} otherwise. */
  static GalleryValues picture(Texts texts, String name, Words words, double largestCellEm) {
    return new GalleryValues(texts, name, words, largestCellEm, false);
  }

  private String number(double value) {
    return numbers.of(value);
  }

  /** The cells, for keys. */
  ValueGrid grid() {
    return grid;
  }

  /** Shows values. */
  void show(Shown newShown) {
    boolean otherSize = shown == null || shown.rows != newShown.rows || shown.columns != newShown.columns;
    shown = newShown;
    numbers = NumberText.fitting(texts.locale(), Math.max(Math.abs(shown.range.low()), Math.abs(shown.range.high())));
    grid.show(new ValueGrid.Cells(shown.rows, shown.columns, shown.values, shown.argb, 0,
        shown.rows * shown.columns));
    legend.show(shown.scale, shown.range);
    fitted.requestLayout();
    point(otherSize ? new Cell(shown.rows / 2, shown.columns / 2) : pointed);
  }

  private void point(Cell cell) {
    pointed = cell;
    grid.frame(cell, 1, 1);
    String said = words.of(cell.row(), cell.column(), number(shown.values[cell.row() * shown.columns + cell.column()]));
    reading.setText(said);
    grid.setAccessibleText(name + ", " + said);
  }

  /** What is shown as a picture, small ones enlarged with hard pixels. */
  Photo picture() {
    return FilterSheet.enlarged(new FilterPicture(shown.columns, shown.argb),
        Math.max(1, SAVED_SIDE / Math.max(shown.rows, shown.columns)));
  }

  /** As high as the cells need that fit its width. */
  private final class Fitted extends Region {

    private final double largestCellEm;
    private final Em em = new Em(this::requestLayout);

    Fitted(double largestCellEm) {
      this.largestCellEm = largestCellEm;
      getChildren().addAll(em, grid);
    }

    @Override
    public Orientation getContentBias() {
      return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
      if (shown == null) {
        return 0;
      }
      double room = Math.max(em.px(4), (width < 0 ? em.px(15) : width) - ROOM_FOR_FRAME_PX);
      return Math.floor(Math.min(em.px(largestCellEm), room / shown.columns) * shown.rows) + ROOM_FOR_FRAME_PX;
    }

    @Override
    protected double computeMinHeight(double width) {
      return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
      return em.px(15);
    }

    @Override
    protected double computeMinWidth(double height) {
      return em.px(6);
    }

    @Override
    protected void layoutChildren() {
      grid.resizeRelocate(0, 0, getWidth(), getHeight());
    }
  }
}
