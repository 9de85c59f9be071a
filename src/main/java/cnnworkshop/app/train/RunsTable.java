package cnnworkshop.app.train;

import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.RunRecord;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The runs that were kept: those chosen are drawn in the chart; one can be used or deleted. */
final class RunsTable extends VBox {

  private final TrainViewModel model;
  private final Texts texts;
  private final TableView<RunRecord> table = new TableView<>();

  RunsTable(TrainViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("runs-table");
    table.setAccessibleText(texts.get("train.runs"));
    table.setPlaceholder(new Label(texts.get("train.runs.empty")));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.getColumns().setAll(List.of(
        column("train.runs.name", RunRecord::name),
        column("train.runs.result", this::result),
        column("train.runs.epochs", run -> texts.get("train.runs.of", run.curve().points().size(),
            run.setup().settings().epochs())),
        column("train.runs.data", run -> texts.get("train.runs.pictures", run.setup().data().name(),
            run.setup().data().learned())),
        column("train.runs.seed", run -> String.valueOf(run.setup().settings().seed()))));
    Bindings.bindContent(table.getItems(), model.runs().runs());
    table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<RunRecord>) change ->
        model.runs().compare(table.getSelectionModel().getSelectedItems().stream()
            .filter(java.util.Objects::nonNull).toList()));
    Label heading = new Label(texts.get("train.runs"));
    heading.getStyleClass().add("ws-heading");
    HBox buttons = new HBox(heading, use(), delete());
    buttons.getStyleClass().add("runs-buttons");
    getChildren().addAll(buttons, table);
  }

  private String result(RunRecord run) {
    return run.result().isPresent() ? texts.get("train.runs.accuracy", run.result().getAsDouble()) : "–";
  }

  private TableColumn<RunRecord, String> column(String key, Function<RunRecord, String> text) {
    TableColumn<RunRecord, String> column = new TableColumn<>(texts.get(key));
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    return column;
  }

  private Button use() {
    Button use = new Button(texts.get("train.use"), new FontIcon(Material2AL.CHECK_CIRCLE_OUTLINE));
    use.setAccessibleText(texts.get("train.use"));
    use.disableProperty().bind(Bindings.createBooleanBinding(() -> chosen() == null || !model.runs().hasWeights(chosen()),
        table.getSelectionModel().selectedItemProperty()));
    use.setOnAction(event -> model.use(chosen()));
    return use;
  }

  private Button delete() {
    Button delete = new Button(texts.get("train.delete"), new FontIcon(Material2AL.DELETE_OUTLINE));
    delete.setAccessibleText(texts.get("train.delete"));
    delete.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull()
        .or(model.stateProperty().isNotEqualTo(TrainViewModel.State.IDLE)));
    delete.setOnAction(event -> {
      RunRecord run = chosen();
      if (new Question(texts.get("train.delete.question", run.name()), texts.get("train.delete")).isAnsweredYes(table)) {
        model.runs().delete(run);
      }
    });
    return delete;
  }

  private RunRecord chosen() {
    return table.getSelectionModel().getSelectedItem();
  }
}
