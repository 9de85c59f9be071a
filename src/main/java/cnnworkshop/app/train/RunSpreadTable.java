package cnnworkshop.app.train;

import cnnworkshop.app.control.Em;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.RunComparison.Spread;
import cnnworkshop.core.train.RunRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;

/** Settings that were trained with several seeds, a line each: how far chance alone makes runs differ. */
final class RunSpreadTable extends StackPane {

  private final RunsModel model;
  private final Texts texts;
  private final TableView<Spread> table = new TableView<>();
  private final Map<TableColumn<Spread, String>, Double> widths = new LinkedHashMap<>();
  private final Em em = new Em(this::setWidths);
  private boolean listing;

  RunSpreadTable(RunsModel model, RunWords words, Texts texts) {
    this.model = model;
    this.texts = texts;
    table.getStyleClass().add("dense");
    table.setAccessibleText(texts.get("train.runs.spreads"));
    Label empty = new Label(texts.get("train.runs.spreads.empty"));
    empty.setWrapText(true);
    table.setPlaceholder(empty);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    column("train.runs.setting.network", 9, spread -> spread.runs().get(0).setup().network().name());
    column("train.runs.column.result", 12, words::spread);
    column("train.runs.data", 13, spread -> words.data(spread.runs().get(0)));
    column("train.runs", 18, spread -> spread.runs().stream().map(RunRecord::name).collect(Collectors.joining(", ")));
    table.getColumns().setAll(widths.keySet());
    setWidths();
    getChildren().addAll(em, table);
    model.runs().addListener((ListChangeListener<RunRecord>) change -> list());
    table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Spread>) change -> choose());
    list();
  }

  private void column(String key, double widthEm, Function<Spread, String> text) {
    TableColumn<Spread, String> column = new TableColumn<>(texts.get(key));
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    widths.put(column, widthEm);
  }

  private void setWidths() {
    widths.forEach((column, width) -> column.setPrefWidth(em.px(width)));
  }

  private void list() {
    List<Spread> now = model.spreads();
    if (!table.getItems().equals(now)) {
      listing = true;
      table.getItems().setAll(now);
      table.getSelectionModel().clearSelection();
      listing = false;
    }
  }

  private void choose() {
    if (!listing) {
      model.compare(table.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull)
          .flatMap(spread -> spread.runs().stream()).toList());
    }
  }
}
