package cnnworkshop.app.train;

import cnnworkshop.app.control.LiveChart;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.RunRecord;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The Train tab: what is to be trained on the left, what comes of it on the right. */
public final class TrainView {

  /** How often the model is asked to listen: as often as a chart needs to look live. */
  private static final Duration LISTENING = Duration.millis(100);

  private final TrainViewModel model;
  private final Texts texts;
  private final TrainPlaces places;
  private final Map<TrainKeys, Runnable> keys = new EnumMap<>(TrainKeys.class);
  private final LiveChart chart;
  private final SplitPane root;

  /** @param places what the tab asks of the window and the operating system */
  public TrainView(TrainViewModel model, Texts texts, TrainPlaces places) {
    this.model = model;
    this.texts = texts;
    this.places = places;
    this.chart = chart();
    TabPane sections = sections();
    root = new SplitPane(settings(), results(sections));
    root.setOrientation(Orientation.HORIZONTAL);
    root.setDividerPositions(0.27);
    SplitPane.setResizableWithParent(root.getItems().get(0), false);
    root.getStyleClass().add("train-tab");
    root.getStylesheets().add(TrainView.class.getResource("/assets/styles/train.css").toExternalForm());
    fillKeys(sections);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    Timeline listening = new Timeline(new KeyFrame(LISTENING, event -> model.listen()));
    listening.setCycleCount(Animation.INDEFINITE);
    // A tab that is not shown need not draw, but the run is kept and its end noticed all the same.
    listening.play();
    model.opened();
  }

  /** What the tab shows. */
  public Parent root() {
    return root;
  }

  /** What keys do in the tab, for an overview: the key's name and what it does. */
  public static Map<String, String> keys(Texts texts) {
    Map<String, String> hints = new LinkedHashMap<>();
    for (TrainKeys key : TrainKeys.values()) {
      hints.put(key.combination().getDisplayText(), texts.get(key.textKey()));
    }
    return hints;
  }

  private void fillKeys(TabPane sections) {
    keys.put(TrainKeys.START, model::start);
    keys.put(TrainKeys.PAUSE, model.training()::pauseOrResume);
    keys.put(TrainKeys.ONE_BATCH, model.training()::oneBatch);
    keys.put(TrainKeys.ONE_EPOCH, model.training()::oneEpoch);
    keys.put(TrainKeys.STOP, model.training()::stop);
    keys.put(TrainKeys.RESTART, model::restart);
    keys.put(TrainKeys.TRY, model::trySuggestion);
    List<TrainKeys> ofSections =
        List.of(TrainKeys.EXERCISE, TrainKeys.RESULTS, TrainKeys.INSIDE, TrainKeys.RUNS);
    for (int i = 0; i < ofSections.size(); i++) {
      int section = i;
      keys.put(ofSections.get(i), () -> sections.getSelectionModel().select(section));
    }
  }

  private void key(KeyEvent event) {
    for (Map.Entry<TrainKeys, Runnable> entry : keys.entrySet()) {
      if (entry.getKey().combination().match(event)) {
        entry.getValue().run();
        event.consume();
        return;
      }
    }
  }

  private Node settings() {
    Label data = new Label(texts.get("train.group.data"));
    data.getStyleClass().add("ws-heading");
    Label network = new Label(texts.get("train.group.network"));
    network.getStyleClass().add("ws-heading");
    VBox column = new VBox(
        group(data, new DataPane(model.data(), texts, places.data(),
            model.training().stateProperty().isNotEqualTo(TrainingModel.State.IDLE),
            () -> model.settings().augmentation())),
        group(network, new NetworkPane(model.network(), texts)),
        new SettingsPane(model, texts), reset());
    column.getStyleClass().add("setup-pane");
    ScrollPane scroll = new ScrollPane(column);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("train-settings");
    return scroll;
  }

  private static VBox group(Node heading, Node content) {
    VBox box = new VBox(heading, content);
    box.getStyleClass().add("setup-group");
    return box;
  }

  private Node reset() {
    Button reset = new Button(texts.get("train.reset"), new FontIcon(Material2MZ.REFRESH));
    reset.setAccessibleText(texts.get("train.reset"));
    reset.setOnAction(event -> {
      if (new Question(texts.get("train.reset.question"), texts.get("train.reset.yes")).isAnsweredYes(root)) {
        model.reset();
      }
    });
    return reset;
  }

  private Node results(TabPane sections) {
    VBox above = new VBox(controls(), progress(), chart, chartControls(), diagnosis());
    VBox.setVgrow(chart, Priority.ALWAYS);
    above.getStyleClass().add("train-results");
    SplitPane split = new SplitPane(above, sections);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.52);
    split.getStyleClass().add("train-split");
    ScrollPane scroll = new ScrollPane(split);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    return scroll;
  }

  private TabPane sections() {
    TabPane tabs = new TabPane(
        section("train.section.ladder", Material2MZ.TRENDING_UP, new LadderPane(model, texts)),
        section("train.section.results", Material2AL.APPS,
            new ResultsPane(model.results(), texts, places.background(), places::openPhoto)),
        section("train.section.inside", Material2MZ.VISIBILITY, new InsidePane(model.inside(), texts)),
        section("train.section.runs", Material2AL.LIST, runs()));
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.getStyleClass().add("train-sections");
    return tabs;
  }

  private RunsPane runs() {
    RunActions actions = new RunActions() {
      @Override
      public void use(RunRecord run) {
        model.use(run);
      }

      @Override
      public void reopen(RunRecord run) {
        model.reopen(run);
      }
    };
    return new RunsPane(model.runs(), new RunExports(texts, places.messages(), places.background()), actions,
        places.runs(), new RunWords(texts, ZoneId.systemDefault()), chart::picture, texts);
  }

  private Tab section(String key, Ikon icon, Node content) {
    Tab tab = new Tab(texts.get(key), content);
    tab.setGraphic(new FontIcon(icon));
    return tab;
  }

  private LiveChart chart() {
    LiveChart live = new LiveChart(texts);
    live.emptyTextProperty().set(texts.get("train.chart.empty"));
    live.measureProperty().bind(model.runs().measureProperty());
    Bindings.bindContent(live.runs(), model.runs().charted());
    return live;
  }

  private Node controls() {
    Button start = button("train.start", Material2MZ.PLAY_ARROW, TrainKeys.START, model::start);
    start.getStyleClass().add("accent");
    start.disableProperty().bind(model.canStart().not());
    Button pause = button("train.pause", Material2MZ.PAUSE, TrainKeys.PAUSE, model.training()::pauseOrResume);
    pause.textProperty().bind(Bindings.createStringBinding(() -> texts.get(
        model.training().stateProperty().get() == TrainingModel.State.HELD ? "train.resume" : "train.pause"),
        model.training().stateProperty()));
    Button batch = button("train.one-batch", Material2MZ.SKIP_NEXT, TrainKeys.ONE_BATCH, model.training()::oneBatch);
    Button epoch = button("train.one-epoch", Material2AL.FAST_FORWARD, TrainKeys.ONE_EPOCH,
        model.training()::oneEpoch);
    Button stop = button("train.stop", Material2MZ.STOP, TrainKeys.STOP, model.training()::stop);
    for (Button running : new Button[] {pause, batch, epoch, stop}) {
      running.disableProperty().bind(model.training().stateProperty().isEqualTo(TrainingModel.State.IDLE));
    }
    Button restart = button("train.restart", Material2MZ.REPLAY, TrainKeys.RESTART, model::restart);
    restart.setTooltip(new Tooltip(texts.get("train.restart.tooltip",
        TrainKeys.RESTART.combination().getDisplayText())));
    restart.disableProperty().bind(model.canStart().not()
        .and(model.training().stateProperty().isEqualTo(TrainingModel.State.IDLE)));
    FlowPane row = new FlowPane(start, pause, batch, epoch, stop, restart);
    row.getStyleClass().add("train-controls");
    return row;
  }

  private Button button(String key, Ikon icon, TrainKeys keyOfIt, Runnable action) {
    Button button = new Button(texts.get(key), new FontIcon(icon));
    button.setAccessibleText(texts.get(key));
    button.setTooltip(new Tooltip(texts.get("train.tooltip", texts.get(key), keyOfIt.combination().getDisplayText())));
    button.setOnAction(event -> action.run());
    return button;
  }

  private Node progress() {
    ProgressBar whole = new ProgressBar();
    whole.progressProperty().bind(model.training().progressProperty());
    whole.setAccessibleText(texts.get("train.progress"));
    ProgressBar epoch = new ProgressBar();
    epoch.progressProperty().bind(model.training().epochProgressProperty());
    epoch.setAccessibleText(texts.get("train.progress.epoch"));
    epoch.getStyleClass().add("epoch-bar");
    Label line = new Label();
    line.textProperty().bind(model.training().lineProperty());
    line.getStyleClass().add("train-progress-line");
    for (ProgressBar bar : new ProgressBar[] {whole, epoch}) {
      bar.setMaxWidth(Double.MAX_VALUE);
    }
    VBox bars = new VBox(whole, epoch);
    bars.getStyleClass().add("train-bars");
    bars.visibleProperty().bind(line.textProperty().isNotEmpty());
    line.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(line, Priority.ALWAYS);
    HBox row = new HBox(line, bars);
    row.getStyleClass().add("train-progress");
    return row;
  }

  private Node chartControls() {
    CheckBox log = new CheckBox(texts.get("train.chart.log"));
    chart.logarithmicProperty().bindBidirectional(log.selectedProperty());
    Slider smoothing = new Slider(0, 0.98, 0.6);
    smoothing.setAccessibleText(texts.get("train.chart.smoothing"));
    chart.smoothingProperty().bind(smoothing.valueProperty());
    Label label = new Label(texts.get("train.chart.smoothing"));
    label.setLabelFor(smoothing);
    HBox row = new HBox(log, label, smoothing);
    row.getStyleClass().add("train-chart-controls");
    return row;
  }

  private Node diagnosis() {
    Label line = new Label();
    line.setWrapText(true);
    line.setMinHeight(Region.USE_PREF_SIZE);
    line.textProperty().bind(model.diagnosisProperty());
    Button attempt = new Button();
    attempt.setGraphic(new FontIcon(Material2AL.LIGHTBULB));
    attempt.textProperty().bind(Bindings.createStringBinding(() -> model.suggestionProperty().get() == null ? ""
        : model.suggestionProperty().get().words().in(texts), model.suggestionProperty()));
    attempt.setWrapText(true);
    attempt.accessibleTextProperty().bind(attempt.textProperty());
    attempt.setOnAction(event -> model.trySuggestion());
    attempt.visibleProperty().bind(model.suggestionProperty().isNotNull());
    attempt.managedProperty().bind(attempt.visibleProperty());
    VBox box = new VBox(line, attempt);
    box.getStyleClass().add("train-diagnosis");
    box.visibleProperty().bind(model.diagnosisProperty().isNotEmpty());
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }
}
