package cnnworkshop.app.learn;

import cnnworkshop.core.lesson.Block;
import cnnworkshop.core.lesson.Inline;
import cnnworkshop.core.lesson.Lesson;
import cnnworkshop.core.lesson.PlainText;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** A page's text: a column of its blocks, in order. Where a demo belongs there is a button that shows it on the stage. */
final class LessonText extends VBox {

  /** In characters: how many a table's line has at least, if many are digits, and how many more a word needs. */
  private static final int TABLE_LINE = 36;
  private static final int CELL_GAP = 1;

  private final InlineText inlines;
  private final Function<Block.Question, QuestionModel> questions;
  private final Texts texts;
  private final IntConsumer showDemo;
  private final List<Region> demoButtons = new ArrayList<>();

  /**
   * @param lesson the page
   * @param questions gives the answering of a question
   * @param showDemo told which of the page's demos to show, from 0
   */
  LessonText(Lesson lesson, InlineText inlines, Function<Block.Question, QuestionModel> questions, IntConsumer showDemo,
      Texts texts) {
    this.inlines = inlines;
    this.questions = questions;
    this.showDemo = showDemo;
    this.texts = texts;
    getStyleClass().add("lesson-text");
    Label title = new Label(lesson.title());
    title.getStyleClass().add("ws-title");
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    getChildren().add(title);
    lesson.blocks().forEach(block -> getChildren().add(node(block)));
  }

  /** The buttons that stand where the page's demos belong, in order. */
  List<Region> demoButtons() {
    return demoButtons;
  }

  private Node node(Block block) {
    if (block instanceof Block.Heading heading) {
      TextFlow flow = inlines.flow(heading.content());
      flow.getStyleClass().add(heading.level() == 2 ? "lesson-heading" : "lesson-heading-small");
      return flow;
    } else if (block instanceof Block.Paragraph paragraph) {
      return inlines.flow(paragraph.content());
    } else if (block instanceof Block.Items items) {
      return items(items);
    } else if (block instanceof Block.Formula formula) {
      HBox line = new HBox(inlines.formula(formula.latex(), true));
      line.getStyleClass().add("formula-line");
      return line;
    } else if (block instanceof Block.CodeLines code) {
      return new CodeLines(code.code());
    } else if (block instanceof Block.Table table) {
      return table(table);
    } else if (block instanceof Block.DemoPlace demo) {
      return demo(demo);
    }
    return new QuestionPane(questions.apply((Block.Question) block), inlines, texts);
  }

  private Node items(Block.Items items) {
    VBox list = new VBox();
    list.getStyleClass().add("lesson-items");
    int number = 1;
    for (List<Block> item : items.items()) {
      Label mark = new Label(items.numbered() ? number++ + "." : "•");
      mark.getStyleClass().add("lesson-mark");
      mark.setMinWidth(USE_PREF_SIZE);
      VBox content = new VBox();
      content.getStyleClass().add("lesson-item");
      item.forEach(block -> content.getChildren().add(node(block)));
      HBox.setHgrow(content, Priority.ALWAYS);
      content.setMinWidth(0);
      list.getChildren().add(new HBox(mark, content));
    }
    return list;
  }

  private Node table(Block.Table table) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("lesson-table");
    int columns = table.head().size();
    addRow(grid, columns, table.head(), "lesson-table-head");
    table.rows().forEach(row -> addRow(grid, columns, row, "lesson-table-cell"));
    for (double share : shares(table)) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100 * share);
      grid.getColumnConstraints().add(column);
    }
    return grid;
  }

  private void addRow(GridPane grid, int columns, List<List<Inline>> cells, String style) {
    int row = grid.getRowCount();
    for (int i = 0; i < columns; i++) {
      TextFlow cell = inlines.flow(i < cells.size() ? cells.get(i) : List.of());
      cell.getStyleClass().add(style);
      grid.add(cell, i, row);
    }
  }

  /** How wide a table's columns are: each has room for its longest word, and those with more text get the rest. */
  private static double[] shares(Block.Table table) {
    int columns = table.head().size();
    double[] words = new double[columns];
    double[] texts = new double[columns];
    List<List<List<Inline>>> rows = new ArrayList<>(table.rows());
    rows.add(table.head());
    for (List<List<Inline>> row : rows) {
      for (int i = 0; i < Math.min(columns, row.size()); i++) {
        String text = PlainText.of(row.get(i));
        texts[i] = Math.max(texts[i], text.length() + CELL_GAP);
        for (String word : text.split("\\s+")) {
          words[i] = Math.max(words[i], word.length() + CELL_GAP);
        }
      }
    }
    double rest = Math.max(0, TABLE_LINE - Arrays.stream(words).sum());
    double wanted = Math.max(1, Arrays.stream(texts).sum() - Arrays.stream(words).sum());
    double[] widths = new double[columns];
    Arrays.setAll(widths, i -> words[i] + Math.min(texts[i] - words[i], rest * (texts[i] - words[i]) / wanted));
    double sum = Arrays.stream(widths).sum();
    return Arrays.stream(widths).map(width -> width / sum).toArray();
  }

  private Node demo(Block.DemoPlace place) {
    int number = demoButtons.size();
    Button button = new Button(texts.get("learn.demo.show", Demos.title(place, texts)),
        new FontIcon(Material2MZ.PLAY_CIRCLE_OUTLINE));
    button.getStyleClass().add("demo-button");
    button.setWrapText(true);
    button.setMinHeight(USE_PREF_SIZE);
    button.setOnAction(event -> showDemo.accept(number));
    demoButtons.add(button);
    return button;
  }
}
