package cnnworkshop.app.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/**
 * The little Markdown the licences page is written in: headings ({@code #}, {@code ##}), tables and paragraphs,
 * whose lines are joined. Marks of emphasis and code are left out.
 */
final class PlainMarkdown {

  private final List<Node> blocks = new ArrayList<>();
  private final List<String> paragraph = new ArrayList<>();
  private final List<List<String>> table = new ArrayList<>();

  PlainMarkdown(String text) {
    for (String line : text.lines().toList()) {
      if (!line.startsWith("|")) {
        endTable();
      }
      if (line.startsWith("#")) {
        endParagraph();
        add(line.replaceFirst("#+ *", ""), line.startsWith("##") ? "ws-heading" : "ws-title");
      } else if (line.startsWith("|")) {
        endParagraph();
        row(line);
      } else if (line.isBlank()) {
        endParagraph();
      } else {
        paragraph.add(line.strip());
      }
    }
    endParagraph();
    endTable();
  }

  private void row(String line) {
    String inner = line.strip().replaceAll("^\\||\\|$", "");
    if (!inner.matches("[-:| ]+")) {
      table.add(List.of(inner.split("\\|")).stream().map(String::strip).toList());
    }
  }

  private void endParagraph() {
    if (!paragraph.isEmpty()) {
      add(String.join(" ", paragraph), "paragraph");
      paragraph.clear();
    }
  }

  private void endTable() {
    if (table.isEmpty()) {
      return;
    }
    GridPane grid = new GridPane();
    grid.getStyleClass().add("markdown-table");
    int columns = table.get(0).size();
    for (int column = 0; column < columns; column++) {
      ColumnConstraints width = new ColumnConstraints();
      width.setPercentWidth(100.0 / columns);
      grid.getColumnConstraints().add(width);
    }
    for (int row = 0; row < table.size(); row++) {
      for (int column = 0; column < columns; column++) {
        grid.add(label(table.get(row).get(column), row == 0 ? "table-head" : "table-cell"), column, row);
      }
    }
    blocks.add(grid);
    table.clear();
  }

  private void add(String text, String styleClass) {
    blocks.add(label(text, styleClass));
  }

  private static Label label(String text, String styleClass) {
    Label label = new Label(text.replaceAll("[`*]", ""));
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(styleClass);
    return label;
  }

  /** The blocks, top to bottom. */
  List<Node> blocks() {
    return blocks;
  }
}
