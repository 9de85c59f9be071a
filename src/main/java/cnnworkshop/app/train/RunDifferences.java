package cnnworkshop.app.train;

import cnnworkshop.app.control.Em;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.RunComparison;
import cnnworkshop.core.train.RunComparison.Difference;
import cnnworkshop.core.train.RunRecord;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What several runs differ in: a line a setting or layer, a column a run. */
final class RunDifferences extends VBox {

  private static final double SETTING_EM = 10;
  private static final double RUN_EM = 9;

  private final RunWords words;
  private final Texts texts;
  private final Label line = new Label();
  private final TableView<Difference> table = new TableView<>();
  private final Em em = new Em(this::setWidths);

  RunDifferences(RunWords words, Texts texts) {
    this.words = words;
    this.texts = texts;
    getStyleClass().add("run-differences");
    line.setWrapText(true);
    line.setMinHeight(USE_PREF_SIZE);
    table.getStyleClass().add("dense");
    table.setAccessibleText(texts.get("train.runs.differences"));
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(em, line, table);
  }

  /** @param runs two or more */
  void show(List<RunRecord> runs) {
    List<RunRecord> shown = runs.subList(0, Math.min(RunCurves.MOST, runs.size()));
    List<Difference> differences = words.differences(shown);
    line.setText(line(runs, differences));
    table.getColumns().clear();
    table.getColumns().add(column(texts.get("train.runs.setting"), -1));
    for (int i = 0; i < shown.size(); i++) {
      table.getColumns().add(column(shown.get(i).name(), i));
    }
    setWidths();
    table.getItems().setAll(differences);
  }

  private String line(List<RunRecord> runs, List<Difference> differences) {
    String spreads = new RunComparison(runs).spreads().stream().map(words::spread).collect(Collectors.joining("; "));
    // The first difference is the result.
    String all = differences.size() > 1 ? texts.get("train.runs.differ", runs.size())
        : texts.get("train.runs.alike", runs.size());
    return spreads.isEmpty() ? all : all + " " + texts.get("train.runs.but-seeds", spreads);
  }

  /** @param run which run's value; −1 for what the setting is called */
  private TableColumn<Difference, String> column(String title, int run) {
    TableColumn<Difference, String> column = new TableColumn<>(title);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(
        run < 0 ? cell.getValue().setting() : cell.getValue().values().get(run)));
    column.setCellFactory(any -> new TableCell<>() {
      @Override
      protected void updateItem(String value, boolean empty) {
        super.updateItem(value, empty);
        setText(empty ? null : value);
        setTooltip(empty || value == null ? null : new Tooltip(value));
      }
    });
    return column;
  }

  private void setWidths() {
    for (TableColumn<Difference, ?> column : table.getColumns()) {
      column.setPrefWidth(em.px(column == table.getColumns().get(0) ? SETTING_EM : RUN_EM));
    }
  }
}
