package cnnworkshop.app.control;

import cnnworkshop.core.text.Texts;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/**
 * What stands around the cells of a {@link ConfusionMatrix}: what rows and columns are, the classes' names, and at the
 * end of each row how much of it was told right. Names too long for their place are shortened, with the whole name on
 * hover; those of the columns are turned where cells are narrower than they.
 */
final class ConfusionAxes extends Group {

  private static final double LONGEST_ROW_NAME_EM = 6.5;
  private static final double LONGEST_TURNED_NAME_EM = 5;
  private static final double GAP_EM = 0.3;
  /** Rows lower than this times a label's height have no number at their end. */
  private static final double LOWEST_FOR_NUMBER = 0.75;

  private final Em em;
  private final NumberFormat percent;
  private final Label rowsTitle;
  private final Label columnsTitle;
  private final Label recallTitle;
  private final List<Label> rows = new ArrayList<>();
  private final List<Label> columns = new ArrayList<>();
  private final List<Label> recalls = new ArrayList<>();

  ConfusionAxes(Texts texts, Em em) {
    this.em = em;
    this.percent = NumberFormat.getPercentInstance(texts.locale());
    setManaged(false);
    rowsTitle = label(texts.get("control.confusion.rows"), "confusion-title");
    columnsTitle = label(texts.get("control.confusion.columns"), "confusion-title");
    recallTitle = label(texts.get("control.confusion.recall"), "confusion-title");
    recallTitle.setTooltip(new Tooltip(texts.get("control.confusion.recall.long")));
    getChildren().addAll(rowsTitle, columnsTitle, recallTitle);
  }

  private static Label label(String text, String styleClass) {
    Label label = new Label(text);
    label.setManaged(false);
    label.getStyleClass().add(styleClass);
    return label;
  }

  /** Takes names and recalls of another table. */
  void show(ConfusionTable table) {
    boolean sameNames = rows.size() == table.classes();
    for (int c = 0; sameNames && c < table.classes(); c++) {
      sameNames = rows.get(c).getText().equals(table.names().get(c));
    }
    if (!sameNames) {
      name(table.names());
    }
    for (int c = 0; c < table.classes(); c++) {
      double recall = table.recall(c);
      recalls.get(c).setText(Double.isNaN(recall) ? "–" : percent.format(recall));
    }
  }

  private void name(List<String> names) {
    for (List<Label> labels : List.of(rows, columns, recalls)) {
      getChildren().removeAll(labels);
      labels.clear();
    }
    for (String name : names) {
      Label row = label(name, "confusion-name");
      row.setAlignment(Pos.CENTER_RIGHT);
      row.setTooltip(new Tooltip(name));
      Label column = label(name, "confusion-name");
      column.setTooltip(new Tooltip(name));
      Label recall = label("", "confusion-recall");
      recall.setAlignment(Pos.CENTER_RIGHT);
      rows.add(row);
      columns.add(column);
      recalls.add(recall);
    }
    for (List<Label> labels : List.of(rows, columns, recalls)) {
      getChildren().addAll(labels);
    }
  }

  /** Room at the left of the cells, in pixels. */
  double left() {
    return Math.ceil(titleHeight() + Math.min(em.px(LONGEST_ROW_NAME_EM), widest(rows)) + em.px(GAP_EM));
  }

  /** Room above the cells. */
  double top(boolean turned) {
    double names = turned ? Math.min(em.px(LONGEST_TURNED_NAME_EM), widest(columns)) : nameHeight();
    return Math.ceil(titleHeight() + names + em.px(GAP_EM));
  }

  /** Room at the right of the cells. */
  double right() {
    return Math.ceil(Math.max(recallTitle.prefWidth(-1), widest(recalls)) + em.px(GAP_EM));
  }

  /** Whether the columns' names only fit when turned. */
  boolean turned(double cellWidth) {
    return widest(columns) > cellWidth - em.px(GAP_EM);
  }

  private double titleHeight() {
    return columnsTitle.prefHeight(-1);
  }

  private double nameHeight() {
    return columns.isEmpty() ? 0 : columns.get(0).prefHeight(-1);
  }

  private static double widest(List<Label> labels) {
    return labels.stream().mapToDouble(label -> label.prefWidth(-1)).max().orElse(0);
  }

  /** Puts all of it around the cells. */
  void place(ConfusionLayout cells, boolean turned) {
    double gap = em.px(GAP_EM);
    double title = titleHeight();
    double right = cells.x(cells.classes());
    double columnsWidth = columnsTitle.prefWidth(-1);
    columnsTitle.resizeRelocate(Math.max(0, Math.round((cells.left() + right - columnsWidth) / 2)), 0, columnsWidth,
        title);
    turn(rowsTitle, 0, cells.top(), title, cells.y(cells.classes()) - cells.top(), Pos.CENTER);
    double recallWidth = right() - gap;
    recallTitle.resizeRelocate(right + gap, cells.top() - gap - recallTitle.prefHeight(-1),
        recallTitle.prefWidth(-1), recallTitle.prefHeight(-1));
    for (int c = 0; c < cells.classes(); c++) {
      double height = nameHeight();
      double y = Math.round(cells.y(c) + (cells.cellHeight() - height) / 2);
      rows.get(c).resizeRelocate(title, y, cells.left() - title - gap, height);
      recalls.get(c).setVisible(cells.cellHeight() >= LOWEST_FOR_NUMBER * height);
      recalls.get(c).resizeRelocate(right + gap, y, recallWidth, height);
      double above = cells.top() - gap - title;
      if (turned) {
        turn(columns.get(c), Math.round(cells.x(c) + (cells.cellWidth() - height) / 2), title, height, above,
            Pos.CENTER_LEFT);
      } else {
        columns.get(c).setRotate(0);
        columns.get(c).setAlignment(Pos.CENTER);
        columns.get(c).resizeRelocate(cells.x(c), title, cells.cellWidth(), above);
      }
    }
  }

  /** Fills an upright place with a label that reads from bottom to top: it turns about its middle. */
  private static void turn(Label label, double x, double y, double width, double height, Pos alignment) {
    label.setRotate(-90);
    label.setAlignment(alignment);
    label.resizeRelocate(x + (width - height) / 2, y + (height - width) / 2, height, width);
  }
}
