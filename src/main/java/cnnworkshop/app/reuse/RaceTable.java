package cnnworkshop.app.reuse;

import cnnworkshop.app.control.Em;
import cnnworkshop.core.reuse.RaceResults;
import cnnworkshop.core.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;

/** What a race came to in numbers: what each reached, how long it took, what the cache of frozen layers was worth. */
final class RaceTable extends StackPane {

  private static final double ROW_EM = 2.1;
  private static final int LEAST_ROWS = 3;

  private final RaceModel model;
  private final ReuseWords words;
  private final Texts texts;
  private final TableView<RaceRow> table = new TableView<>();
  private final Map<TableColumn<RaceRow, String>, Double> widths = new LinkedHashMap<>();
  private final Em em = new Em(this::setSizes);

  RaceTable(RaceModel model, ReuseWords words, Texts texts) {
    this.model = model;
    this.words = words;
    this.texts = texts;
    table.getStyleClass().add("dense");
    table.setAccessibleText(texts.get("reuse.table"));
    Label empty = new Label(texts.get("reuse.table.empty"));
    empty.setWrapText(true);
    table.setPlaceholder(empty);
    column("reuse.table.pictures", 8, row -> texts.get("reuse.number", row.perClass()));
    column("reuse.table.who", 13, row -> words.entrant(row.entrant()));
    column("reuse.table.measure", 11, row -> words.measure(row.summary(), points()));
    column("reuse.table.seconds", 7, row -> words.seconds(row.summary().seconds()));
    column("reuse.table.speed-up", 17, row -> words.speedUp(row.summary().speedUp()));
    column("reuse.table.runs", 5, row -> texts.get("reuse.number", row.summary().runs()));
    table.getColumns().setAll(widths.keySet());
    getChildren().addAll(em, table);
    model.resultsProperty().addListener((p, before, now) -> show(now));
    show(model.resultsProperty().get());
  }

  private boolean points() {
    return model.racedProperty().get() != null && !model.racedProperty().get().task().hasClasses();
  }

  private void column(String key, double widthEm, Function<RaceRow, String> text) {
    TableColumn<RaceRow, String> column = new TableColumn<>(texts.get(key));
    column.setSortable(false);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    widths.put(column, widthEm);
  }

  private void show(RaceResults results) {
    List<RaceRow> rows = RaceRow.of(results);
    table.getItems().setAll(rows);
    setSizes();
  }

  private void setSizes() {
    widths.forEach((column, width) -> column.setPrefWidth(em.px(width)));
    // All of it is shown: the tab scrolls, and a table that scrolls in it would catch the wheel.
    double height = em.px(ROW_EM * (1.2 + Math.max(LEAST_ROWS, table.getItems().size())));
    table.setMinHeight(height);
    table.setPrefHeight(height);
  }
}
