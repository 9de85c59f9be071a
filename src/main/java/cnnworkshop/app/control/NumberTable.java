package cnnworkshop.app.control;

import cnnworkshop.core.inspect.ColourScale;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.GridPane;
import javafx.scene.paint.Color;

/** A table of numbers on cells coloured by value. Cells keep their place and width while the numbers change. */
final class NumberTable extends GridPane {

  private static final PseudoClass PADDING = PseudoClass.getPseudoClass("padding");
  private static final Insets HAIRLINE = new Insets(0.5);

  private final ColourScale scale;
  private final List<Label> cells = new ArrayList<>();
  private int rows;
  private int columns;

  /** @param scale the colours of the cells */
  NumberTable(ColourScale scale) {
    this.scale = scale;
    getStyleClass().add("number-table");
  }

  /** Where a table gets its numbers. */
  interface Source {
    float at(int row, int column);
  }

  /** Which cells hold a value that is not the input's. */
  interface Marked {
    boolean at(int row, int column);
  }

  /**
   * Shows numbers.
   *
   * @param low the value of the scale's low end
   * @param high the value of its high end
   */
  void show(int newRows, int newColumns, Source values, Marked padding, float low, float high, NumberText numbers) {
    resize(newRows, newColumns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        float value = values.at(i, j);
        int argb = scale.argb(value, low, high);
        Label cell = cells.get(i * columns + j);
        cell.setText(numbers.of(value));
        Color ground = Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
        cell.setBackground(new Background(new BackgroundFill(ground, CornerRadii.EMPTY, HAIRLINE)));
        cell.setTextFill(Luminance.textOn(argb));
        // The style sheet takes the colour away again: a zero of the padding is not a black pixel.
        cell.pseudoClassStateChanged(PADDING, padding.at(i, j));
      }
    }
  }

  private void resize(int newRows, int newColumns) {
    if (newRows == rows && newColumns == columns) {
      return;
    }
    rows = newRows;
    columns = newColumns;
    getChildren().clear();
    cells.clear();
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        Label cell = new Label();
        cell.getStyleClass().add("arithmetic-cell");
        cells.add(cell);
        add(cell, j, i);
      }
    }
  }
}
