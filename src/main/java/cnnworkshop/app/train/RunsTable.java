package cnnworkshop.app.train;

import cnnworkshop.app.control.Em;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.Measure;
import cnnworkshop.core.train.RunComparison.Board;
import cnnworkshop.core.train.RunComparison.Standing;
import cnnworkshop.core.train.RunRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;

/** The runs line by line; those chosen, by mouse or keys, are the model's chosen ones. */
final class RunsTable extends StackPane {

  /** Lines of a board at most. */
  private static final int MOST_PLACES = 10;

  /** Which runs are listed. */
  enum Listing {
    /** All, the newest first. */
    ALL,
    /** Those with the best results on each set of pictures, the best first. */
    BEST
  }

  private final RunsModel model;
  private final Texts texts;
  private final TableView<RunRow> table = new TableView<>();
  private final ObservableList<RunRow> rows = FXCollections.observableArrayList();
  private final Map<TableColumn<RunRow, RunRecord>, Double> widths = new LinkedHashMap<>();
  private final TableColumn<RunRow, RunRecord> place;
  private final Em em = new Em(this::setWidths);

  private Listing listing = Listing.ALL;
  private Map<String, Integer> places = Map.of();
  private Set<String> best = Set.of();
  private Optional<RunRecord> running = Optional.empty();
  private boolean following;

  RunsTable(RunsModel model, RunWords words, Texts texts) {
    this.model = model;
    this.texts = texts;
    table.getStyleClass().add("dense");
    table.setAccessibleText(texts.get("train.runs"));
    table.setPlaceholder(new Label());
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    place = column("train.runs.place", 4, run -> String.valueOf(places.getOrDefault(run.id(), 0)),
        Comparator.comparing(run -> places.getOrDefault(run.id(), Integer.MAX_VALUE)));
    TableColumn<RunRow, RunRecord> name =
        column("train.runs.name", 11, RunRecord::name, Comparator.comparing(RunRecord::name));
    name.setCellFactory(column -> new RunCell(RunRecord::name, texts, run -> best.contains(run.id())));
    column("train.runs.column.result", 6.5, words::result, Comparator.comparing(RunsTable::error));
    column("train.runs.column.best-epoch", 7, words::epochs, Comparator.comparing(run -> run.curve().bestEpoch()));
    column("train.runs.data", 13, words::data, Comparator.comparing(run -> run.setup().data().name()));
    column("train.runs.seed", 4.5, words::seed, Comparator.comparing(run -> run.setup().settings().seed()));
    column("train.runs.started", 12, words::started, Comparator.comparing(RunRecord::started));
    column("train.runs.duration", 7.5, words::duration, Comparator.comparing(RunWords::seconds));
    Function<RunRecord, String> end = run -> words.end(run, model.isRunning(run));
    column("train.runs.end", 8.5, end, Comparator.comparing(end));
    table.getColumns().setAll(widths.keySet());
    place.setVisible(false);
    setWidths();

    SortedList<RunRow> sorted = new SortedList<>(rows);
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    getChildren().addAll(em, table);
    model.runs().addListener((ListChangeListener<RunRecord>) change -> list());
    model.selected().addListener((ListChangeListener<RunRecord>) change -> {
      refreshIfRunningChanged();
      follow();
    });
    table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<RunRow>) change -> choose());
    list();
  }

  /** Sorts accuracies before errors, the best first, runs without a result last. */
  private static double error(RunRecord run) {
    if (run.result().isEmpty()) {
      return Double.MAX_VALUE;
    }
    double result = run.result().getAsDouble();
    return run.setup().measure() == Measure.ACCURACY ? -result : result;
  }

  private TableColumn<RunRow, RunRecord> column(String key, double widthEm, Function<RunRecord, String> text,
      Comparator<RunRecord> order) {
    TableColumn<RunRow, RunRecord> column = new TableColumn<>(texts.get(key));
    column.setCellValueFactory(cell -> cell.getValue().runProperty());
    column.setCellFactory(any -> new RunCell(text, texts, run -> false));
    column.setComparator(order);
    widths.put(column, widthEm);
    return column;
  }

  private void setWidths() {
    widths.forEach((column, width) -> column.setPrefWidth(em.px(width)));
  }

  /** Where the keys go. */
  TableView<RunRow> table() {
    return table;
  }

  /** Lists other runs. */
  void show(Listing other) {
    listing = other;
    table.getSortOrder().clear();
    place.setVisible(other == Listing.BEST);
    ((Label) table.getPlaceholder()).setText(
        other == Listing.BEST ? texts.get("train.runs.best.empty") : texts.get("train.runs.empty"));
    list();
  }

  private void list() {
    List<Board> boards = model.boards();
    Map<String, Integer> now = new HashMap<>();
    boards.forEach(board -> board.standings().forEach(standing -> now.put(standing.run().id(), standing.rank())));
    boolean placesChanged = !places.equals(now);
    places = now;
    // One alone is not better than any other.
    best = boards.stream().filter(board -> board.standings().size() > 1).flatMap(board -> board.standings().stream())
        .filter(standing -> standing.rank() == 1).map(standing -> standing.run().id()).collect(Collectors.toSet());

    List<RunRecord> listed = listing == Listing.ALL ? model.runs() : boards.stream()
        .flatMap(board -> board.standings().stream().limit(MOST_PLACES).map(Standing::run)).toList();
    Map<String, RunRow> known = new HashMap<>();
    rows.forEach(row -> known.put(row.id(), row));
    List<RunRow> wanted = new ArrayList<>();
    for (RunRecord run : listed) {
      RunRow row = known.getOrDefault(run.id(), new RunRow(run));
      row.set(run);
      wanted.add(row);
    }
    if (!rows.equals(wanted)) {
      // What is chosen is known by its place in the table, and all places change.
      following = true;
      rows.setAll(wanted);
      following = false;
      follow();
    }
    if (placesChanged) {
      table.refresh();
    }
    refreshIfRunningChanged();
  }

  private void refreshIfRunningChanged() {
    Optional<RunRecord> now = model.runs().stream().filter(model::isRunning).findFirst();
    if (!now.map(RunRecord::id).equals(running.map(RunRecord::id))) {
      running = now;
      table.refresh();
    }
  }

  private Set<String> chosen() {
    return table.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).map(RunRow::id)
        .collect(Collectors.toSet());
  }

  private void choose() {
    if (!following) {
      model.compare(table.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull)
          .map(RunRow::run).toList());
    }
  }

  /** Chooses what the model says. */
  private void follow() {
    List<String> listed = table.getItems().stream().map(RunRow::id).toList();
    Set<String> wanted = model.selected().stream().map(RunRecord::id).filter(listed::contains)
        .collect(Collectors.toSet());
    if (following || chosen().equals(wanted)) {
      return;
    }
    following = true;
    int[] lines = IntStream.range(0, listed.size()).filter(i -> wanted.contains(listed.get(i))).toArray();
    table.getSelectionModel().clearSelection();
    if (lines.length > 0) {
      table.getSelectionModel().selectIndices(lines[0], lines);
      table.scrollTo(lines[0]);
    }
    following = false;
  }
}
