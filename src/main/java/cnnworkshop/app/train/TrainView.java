package cnnworkshop.app.train;

import cnnworkshop.app.control.AnswerTile;
import cnnworkshop.app.control.LiveChart;
import cnnworkshop.core.text.Texts;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
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
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The Train tab: settings on the left, what comes of them on the right. */
public final class TrainView {

  /** How often the model is asked to listen: as often as a chart needs to look live. */
  private static final Duration LISTENING = Duration.millis(100);

  private final TrainViewModel model;
  private final Texts texts;
  private final SplitPane root;

  /** @param places asks a person for a folder or file of pictures */
  public TrainView(TrainViewModel model, Texts texts, Places places) {
    this.model = model;
    this.texts = texts;
    ScrollPane settings = new ScrollPane(new SetupPane(model, texts, places));
    settings.setFitToWidth(true);
    settings.getStyleClass().add("train-settings");
    root = new SplitPane(settings, results());
    root.setOrientation(Orientation.HORIZONTAL);
    root.setDividerPositions(0.27);
    SplitPane.setResizableWithParent(settings, false);
    root.getStyleClass().add("train-tab");
    root.getStylesheets().add(TrainView.class.getResource("/assets/styles/train.css").toExternalForm());
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

  private Node results() {
    LiveChart chart = new LiveChart(texts);
    chart.emptyTextProperty().set(texts.get("train.chart.empty"));
    Bindings.bindContent(chart.runs(), model.runs().charted());
    VBox.setVgrow(chart, Priority.ALWAYS);
    VBox results = new VBox(controls(), progress(), chart, chartControls(chart), diagnosis(), answers(),
        new RunsTable(model, texts));
    results.getStyleClass().add("train-results");
    ScrollPane scroll = new ScrollPane(results);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    return scroll;
  }

  private Node controls() {
    Button start = button("train.start", Material2MZ.PLAY_ARROW, model::start);
    start.getStyleClass().add("accent");
    start.disableProperty().bind(Bindings.createBooleanBinding(
        () -> model.stateProperty().get() != TrainViewModel.State.IDLE || model.data().picturesProperty().get() == null
            || !model.setup().checkProperty().get().ok(),
        model.stateProperty(), model.data().picturesProperty(), model.setup().checkProperty()));
    Button pause = button("train.pause", Material2MZ.PAUSE, model::pauseOrResume);
    pause.textProperty().bind(Bindings.createStringBinding(
        () -> texts.get(model.stateProperty().get() == TrainViewModel.State.HELD ? "train.resume" : "train.pause"),
        model.stateProperty()));
    Button batch = button("train.one-batch", Material2MZ.SKIP_NEXT, model::oneBatch);
    Button epoch = button("train.one-epoch", Material2AL.FAST_FORWARD, model::oneEpoch);
    Button stop = button("train.stop", Material2MZ.STOP, model::stop);
    for (Button running : new Button[] {pause, batch, epoch, stop}) {
      running.disableProperty().bind(Bindings.createBooleanBinding(
          () -> model.stateProperty().get() == TrainViewModel.State.IDLE, model.stateProperty()));
    }
    FlowPane row = new FlowPane(start, pause, batch, epoch, stop);
    row.getStyleClass().add("train-controls");
    return row;
  }

  private Button button(String key, Ikon icon, Runnable action) {
    Button button = new Button(texts.get(key), new FontIcon(icon));
    button.setAccessibleText(texts.get(key));
    button.setTooltip(new Tooltip(texts.get(key)));
    button.setOnAction(event -> action.run());
    return button;
  }

  private Node progress() {
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(model.progressProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(texts.get("train.progress"));
    Label line = new Label();
    line.textProperty().bind(model.progressLineProperty());
    line.getStyleClass().add("train-progress-line");
    VBox box = new VBox(line, bar);
    box.getStyleClass().add("train-progress");
    return box;
  }

  private Node chartControls(LiveChart chart) {
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
    line.textProperty().bind(model.diagnosisProperty());
    HBox.setHgrow(line, Priority.ALWAYS);
    line.setMaxWidth(Double.MAX_VALUE);
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

  private Node answers() {
    FlowPane tiles = new FlowPane();
    tiles.getStyleClass().add("train-answers");
    model.answers().addListener((ListChangeListener<Answer>) change -> show(tiles));
    show(tiles);
    return tiles;
  }

  private void show(FlowPane tiles) {
    tiles.getChildren().setAll(model.answers().stream().map(answer -> (Node) new AnswerTile(texts, answer.picture(),
        answer.truth(), answer.guesses().stream().map(Answer.Guess::name).toList(),
        answer.guesses().stream().map(Answer.Guess::probability).toList())).toList());
  }
}
