package cnnworkshop.app.filters;

import cnnworkshop.app.control.Em;
import cnnworkshop.app.control.FilterStrip;
import cnnworkshop.app.control.LiveChart;
import cnnworkshop.app.control.ScaleLegend;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.text.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/**
 * Back in time: left the runs and how to look, right the chosen epoch: filters and maps, points or classes, and where
 * it lies on the run's curves. Side by side where there is room, else one below the other.
 */
final class TimeMachineView extends BorderPane {

  private static final double SIDE_BY_SIDE_EM = 46;

  private final FiltersTools tools;
  private final Texts texts;
  private final TimeMachineModel model;
  private final TimeSaving saving;
  private final FiltersPlaces places;
  private final Em em = new Em(this::arrange);
  private final FilterStrip strip = new FilterStrip();
  private final ScaleLegend legend;
  private final Label filterWords = CompareControls.words("");
  private final CompareMapsPane maps;
  private final CompareAnswerPane answer;
  private final LiveChart chart;
  private final GridPane body = new GridPane();
  private final List<Region> parts;

  TimeMachineView(FiltersTools tools, FiltersPlaces places) {
    this.tools = tools;
    this.texts = tools.texts();
    this.places = places;
    this.model = new TimeMachineModel(tools);
    this.saving = new TimeSaving(tools);
    this.legend = new ScaleLegend(texts);
    this.maps = new CompareMapsPane(texts);
    this.answer = new CompareAnswerPane(texts);
    this.chart = new LiveChart(texts);
    chart.emptyTextProperty().set(texts.get("filters.time.curve.empty"));
    getStyleClass().addAll("compare", "time-machine");
    getStylesheets().addAll(TimeMachineView.class.getResource("/assets/styles/filters-compare.css").toExternalForm(),
        TimeMachineView.class.getResource("/assets/styles/filters-time.css").toExternalForm());
    parts = List.of(part("filters.time.filters", strip, legend, filterWords), answerPart(),
        part("filters.time.maps", maps), part("filters.time.curve", chart));
    VBox.setVgrow(strip, Priority.ALWAYS);
    VBox.setVgrow(maps, Priority.ALWAYS);
    VBox.setVgrow(chart, Priority.ALWAYS);
    BooleanBinding any = model.epochs().countProperty().greaterThan(0);
    setLeft(CompareControls.shownIf(controls(), any));
    setCenter(new StackPane(CompareControls.shownIf(epoch(), any), empty(any)));
    listen();
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    sceneProperty().addListener((p, before, now) -> model.shownProperty().set(now != null));
  }

  private void listen() {
    model.filtersProperty().addListener((p, before, now) -> showFilters(now));
    model.mapsProperty().addListener((p, before, now) -> maps.show(now, null));
    model.answerProperty().addListener((p, before, now) -> answer.show(now, null));
    model.curveProperty().addListener((p, before, now) -> {
      if (now == null) {
        chart.runs().clear();
      } else {
        chart.measureProperty().set(now.measure());
        chart.runs().setAll(List.of(now.run()));
      }
    });
    chart.markProperty().bind(model.epochs().epochProperty());
    showFilters(model.filtersProperty().get());
  }

  private Node empty(BooleanBinding any) {
    Label words = CompareControls.words("");
    words.getStyleClass().add("compare-empty");
    words.textProperty().bind(Bindings.when(model.runs().readProperty()).then(texts.get("filters.time.empty"))
        .otherwise(texts.get("filters.time.reading")));
    Button refresh = refresh();
    refresh.setMaxWidth(Region.USE_PREF_SIZE);
    VBox box = new VBox(words, refresh);
    box.getStyleClass().add("compare-empty-place");
    return CompareControls.shownIf(box, any.not());
  }

  private Button refresh() {
    return CompareControls.button(texts.get("filters.time.refresh"), texts.get("filters.time.refresh.tip"),
        Material2MZ.REFRESH, model::refresh);
  }

  private ScrollPane controls() {
    ListView<TimeRun> list = new ListView<>(model.runs().all());
    list.getStyleClass().add("time-runs");
    list.setAccessibleText(texts.get("filters.time.runs"));
    list.setCellFactory(view -> new CompareListCell<>(run -> run.record().name(), model::words));
    list.getSelectionModel().selectedItemProperty().addListener((p, before, now) -> {
      if (now != null) {
        model.runs().chosenProperty().set(now);
      }
    });
    Runnable select = () -> list.getSelectionModel().select(model.runs().chosenProperty().get());
    model.runs().chosenProperty().addListener((p, before, now) -> select.run());
    model.runs().all().addListener((ListChangeListener<TimeRun>) change -> select.run());
    ComboBox<CompareLayer> layer = new ComboBox<>(model.layers());
    layer.setAccessibleText(texts.get("filters.time.layer"));
    layer.setMaxWidth(Double.MAX_VALUE);
    layer.valueProperty().bindBidirectional(model.layerProperty());
    CheckBox pin = new CheckBox(texts.get("filters.time.pin"));
    pin.setAccessibleText(texts.get("filters.time.pin"));
    pin.setWrapText(true);
    pin.setMinHeight(Region.USE_PREF_SIZE);
    pin.selectedProperty().bindBidirectional(model.picture().pinnedProperty());
    Label picture = CompareControls.words("");
    picture.textProperty().bind(Bindings.createStringBinding(() -> {
      Subject subject = model.picture().subjectProperty().get();
      return subject == null ? texts.get("filters.time.picture.none")
          : texts.get("filters.time.picture", subject.name());
    }, model.picture().subjectProperty()));
    Button use = CompareControls.button(texts.get("filters.time.use"), texts.get("filters.time.use.tip"),
        Material2AL.CHECK_CIRCLE, () -> model.taken().ifPresent(saving::use));
    Button save = CompareControls.button(texts.get("filters.time.save"), texts.get("filters.time.save.tip"),
        Material2MZ.SAVE_ALT, this::save);
    use.disableProperty().bind(model.arrivedProperty().not());
    save.disableProperty().bind(model.arrivedProperty().not());
    return CompareControls.column(CompareControls.heading(texts.get("filters.time.runs")), list, refresh(),
        CompareControls.heading(texts.get("filters.time.filters.see")),
        CompareControls.choices(model.filterLookProperty(), TimeFilters.Look.values(), this::words),
        CompareControls.heading(texts.get("filters.time.layer")), layer,
        CompareControls.heading(texts.get("filters.time.picture.heading")), picture, pin,
        CompareControls.heading(texts.get("filters.time.network.heading")), use, save,
        CompareControls.heading(texts.get("filters.time.save.filters")), new TimeFilterButtons(tools, places, model));
  }

  private String words(TimeFilters.Look look) {
    return texts.get(switch (look) {
      case AS_THEY_ARE -> "filters.time.look.as-they-are";
      case SINCE_START -> "filters.time.look.since-start";
      case SINCE_BEFORE -> "filters.time.look.since-before";
    });
  }

  private void save() {
    model.taken().ifPresent(taken -> places.save(FiltersPlaces.Kind.NETWORK,
        CompareControls.fileName(texts.get("filters.time.file", taken.run().name(), taken.epoch())))
        .ifPresent(file -> saving.save(taken, file)));
  }

  private Node epoch() {
    Label line = CompareControls.words(model.lineProperty(), "time-line");
    Label trouble = CompareControls.words(model.troubleProperty(), "compare-trouble");
    TimeEpochBar bar = new TimeEpochBar(model.epochs(), tools.settings().reducedMotionProperty(), model::advance,
        texts);
    body.getStyleClass().add("time-body");
    body.widthProperty().addListener((p, before, now) -> arrange());
    body.getChildren().addAll(parts);
    arrange();
    VBox box = new VBox(em, line, bar, trouble, CompareControls.filling(body));
    box.getStyleClass().add("compare-place");
    return box;
  }

  private Region answerPart() {
    Label words = CompareControls.words(model.noPictureProperty(), "compare-note");
    VBox.setVgrow(answer, Priority.ALWAYS);
    return part("filters.time.answer", answer, words);
  }

  private VBox part(String key, Node... nodes) {
    VBox part = new VBox(CompareControls.heading(texts.get(key)));
    part.getChildren().addAll(nodes);
    part.getStyleClass().add("compare-part");
    part.setMinWidth(0);
    return part;
  }

  /** Filters and maps in the left column, what comes of them in the right one. */
  private void arrange() {
    if (parts == null) {
      return;
    }
    int columns = body.getWidth() >= em.px(SIDE_BY_SIDE_EM) ? 2 : 1;
    if (body.getColumnConstraints().size() == columns) {
      return;
    }
    body.getColumnConstraints().clear();
    for (int i = 0; i < columns; i++) {
      ColumnConstraints half = new ColumnConstraints();
      half.setPercentWidth(100.0 / columns);
      body.getColumnConstraints().add(half);
    }
    for (int i = 0; i < parts.size(); i++) {
      GridPane.setConstraints(parts.get(i), i % columns, i / columns, 1, 1, HPos.LEFT, VPos.TOP, Priority.ALWAYS,
          Priority.ALWAYS);
    }
  }

  private void showFilters(TimeFilters filters) {
    boolean pictures = filters != null && !filters.pictures().isEmpty();
    boolean change = pictures && filters.range() != null;
    for (Region node : List.of(strip, legend)) {
      node.setVisible(node == strip ? pictures : change);
      node.setManaged(node.isVisible());
    }
    legend.show(change ? ColourScale.SIGNED : null, change ? filters.range() : null);
    filterWords.setText(filters == null ? "" : filters.sentence());
    if (pictures) {
      strip.show(filters.pictures(), filters.accessibleText(), filters.words()::get);
    }
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || model.epochs().countProperty().get() == 0) {
      return;
    }
    switch (event.getCode()) {
      case LEFT, KP_LEFT -> model.epochs().step(-1);
      case RIGHT, KP_RIGHT -> model.epochs().step(1);
      case HOME -> model.epochs().positionProperty().set(0);
      case END -> model.epochs().positionProperty().set(model.epochs().countProperty().get() - 1);
      case P -> model.epochs().playOrPause();
      default -> {
        return;
      }
    }
    event.consume();
  }
}
