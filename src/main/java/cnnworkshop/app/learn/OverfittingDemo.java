package cnnworkshop.app.learn;

import cnnworkshop.app.control.NumberSetting;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Polynomials through noisy points: training and test error over the degree. Settings: {@code degree=11}. */
public final class OverfittingDemo implements Demo {

  private static final double LEAST_ERROR = 0.01;
  private static final double LARGEST_ERROR = 100;
  private static final double WIDE_EM = 40;
  private static final double PLOT_SHARE = 0.6;

  private final Texts texts;
  private final OverfittingModel model;
  private final OverfittingPlot plot;
  private final SmallChart chart;
  private final PlayStage stage = new PlayStage();

  /** @param settings as above */
  public OverfittingDemo(DemoTools tools, Map<String, String> settings) {
    this.texts = tools.texts();
    this.model = new OverfittingModel(texts);
    if (settings.containsKey("degree")) {
      model.degreeProperty().set(Integer.parseInt(settings.get("degree")));
    }
    this.plot = new OverfittingPlot(model, texts);
    this.chart = new SmallChart(texts.get("learn.overfitting.chart.x"), texts.get("learn.overfitting.chart.y"),
        texts.locale());
    chart.range(OverfittingModel.HIGHEST_DEGREE, 1, LEAST_ERROR, LARGEST_ERROR);
    stage.add(degrees());
    stage.add(PlayStage.words(model.verdictProperty(), "play-verdict"));
    stage.addGrowing(pictures());
    stage.add(points());
    model.seenProperty().addListener((p, before, now) -> show());
    model.guessingProperty().addListener((p, before, now) -> show());
    show();
  }

  private Node degrees() {
    Button one = degree(1);
    Button eleven = degree(11);
    CheckBox regularised = new CheckBox(texts.get("learn.overfitting.regularised"));
    regularised.selectedProperty().bindBidirectional(model.regularisedProperty());
    Node strength = PlayStage.number(texts.get("learn.overfitting.regularisation"), 1e-6, 1, NumberSetting.Steps.TENFOLD,
        texts.locale(), model.regularisationProperty());
    strength.visibleProperty().bind(model.regularisedProperty());
    strength.managedProperty().bind(model.regularisedProperty());
    Button guess = new Button();
    guess.setId("overfitting-guess");
    guess.textProperty().bind(Bindings.when(model.guessingProperty())
        .then(texts.get("learn.overfitting.see")).otherwise(texts.get("learn.overfitting.guess")));
    guess.setOnAction(event -> {
      if (model.guessingProperty().get()) {
        model.endGuess();
      } else {
        model.beginGuess();
      }
    });
    return PlayStage.controls(PlayStage.number(texts.get("learn.overfitting.degree"), 0, OverfittingModel.HIGHEST_DEGREE,
        NumberSetting.Steps.WHOLE, texts.locale(), model.degreeProperty()), one, eleven, guess, regularised,
        strength);
  }

  private Button degree(int degree) {
    Button button = new Button(texts.get("learn.overfitting.degree-of", degree));
    button.setId("overfitting-degree-" + degree);
    button.setOnAction(event -> model.degreeProperty().set(degree));
    return button;
  }

  private Node points() {
    Map<OverfittingCurve, String> curves = new LinkedHashMap<>();
    curves.put(OverfittingCurve.LINE, texts.get("learn.overfitting.curve.line"));
    curves.put(OverfittingCurve.BEND, texts.get("learn.overfitting.curve.bend"));
    curves.put(OverfittingCurve.WAVE, texts.get("learn.overfitting.curve.wave"));
    CheckBox tests = new CheckBox(texts.get("learn.overfitting.tests"));
    tests.selectedProperty().addListener((p, before, now) -> plot.setTestPoints(now));
    Button again = new Button(texts.get("learn.overfitting.draw"));
    again.setOnAction(event -> model.draw());
    return PlayStage.controls(PlayStage.choices(texts.get("learn.overfitting.curve"), curves, model.curveProperty()),
        PlayStage.number(texts.get("learn.overfitting.count"), 2, OverfittingModel.MOST_POINTS,
            NumberSetting.Steps.WHOLE, texts.locale(), model.countProperty()),
        PlayStage.number(texts.get("learn.overfitting.noise"), 0, 1, NumberSetting.Steps.EVEN, texts.locale(),
            model.noiseProperty()),
        PlayStage.number(texts.get("learn.overfitting.seed"), 1, 99, NumberSetting.Steps.WHOLE, texts.locale(),
            model.seedProperty()),
        tests, again);
  }

  private Node pictures() {
    Label keys = new Label(texts.get("learn.overfitting.plot.help"));
    keys.setWrapText(true);
    keys.setMinHeight(Region.USE_PREF_SIZE);
    keys.getStyleClass().add("play-note");
    VBox.setVgrow(plot, Priority.ALWAYS);
    VBox left = new VBox(legend(), plot, keys);
    VBox.setVgrow(chart, Priority.ALWAYS);
    chart.setFocusTraversable(true);
    chart.setAccessibleRole(AccessibleRole.NODE);
    chart.setOnMousePressed(event -> {
      chart.requestFocus();
      toDegree((int) Math.round(chart.at(event.getX())));
    });
    chart.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      switch (event.getCode()) {
        case LEFT, KP_LEFT -> toDegree(model.degreeProperty().get() - 1);
        case RIGHT, KP_RIGHT -> toDegree(model.degreeProperty().get() + 1);
        default -> {
          return;
        }
      }
      event.consume();
    });
    VBox right = new VBox(error("training", texts.get("learn.overfitting.training"), number(true)),
        error("test", texts.get("learn.overfitting.test"), number(false)), chart);
    left.getStyleClass().add("play-look");
    right.getStyleClass().add("play-look");
    return new BesideOrBelow(left, right, WIDE_EM, PLOT_SHARE);
  }

  private void toDegree(int degree) {
    model.degreeProperty().set(Math.max(0, Math.min(OverfittingModel.HIGHEST_DEGREE, degree)));
  }

  private Node legend() {
    Label truth = swatch("cursor", "learn-swatch-line");
    truth.setText(texts.get("learn.overfitting.legend.truth"));
    Label fit = swatch("fit", "learn-swatch-line");
    fit.textProperty().bind(Bindings.createStringBinding(
        () -> texts.get("learn.overfitting.legend.fit", model.degreeProperty().get()), model.degreeProperty()));
    Label points = swatch("training", "learn-swatch-dot");
    points.textProperty().bind(Bindings.createStringBinding(
        () -> texts.get("learn.overfitting.legend.points", model.points().size()), model.seenProperty()));
    return PlayStage.controls(truth, fit, points);
  }

  private static Label swatch(String pen, String shape) {
    Region mark = new Region();
    mark.getStyleClass().addAll("play-swatch", shape, pen);
    Label label = new Label();
    label.setGraphic(mark);
    return label;
  }

  private StringBinding number(boolean training) {
    return Bindings.createStringBinding(() -> {
      if (!training && model.guessingProperty().get()) {
        return texts.get("learn.overfitting.hidden");
      }
      double[] errors = training ? model.seenProperty().get().training() : model.seenProperty().get().test();
      double error = errors[model.degreeProperty().get()];
      return error >= 1000 ? texts.get("learn.overfitting.error.huge") : texts.get("learn.overfitting.error", error);
    }, model.seenProperty(), model.guessingProperty());
  }

  private Node error(String pen, String name, StringBinding value) {
    Label label = swatch(pen, pen.equals("test") ? "learn-swatch-square" : "learn-swatch-dot");
    label.setText(name);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    Label number = new Label();
    number.getStyleClass().add("play-number-large");
    number.textProperty().bind(value);
    number.setMinWidth(Region.USE_PREF_SIZE);
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    HBox row = new HBox(label, between, number);
    row.getStyleClass().add("play-error");
    return row;
  }

  private void show() {
    OverfittingModel.Seen now = model.seenProperty().get();
    double[] degrees = new double[OverfittingModel.HIGHEST_DEGREE + 1];
    Arrays.setAll(degrees, i -> i);
    List<SmallChart.Line> lines = new ArrayList<>();
    lines.add(new SmallChart.Line("training", false, true, degrees, now.training()));
    if (!model.guessingProperty().get()) {
      lines.add(new SmallChart.Line("test", true, true, degrees, now.test()));
    }
    boolean guessed = !model.guessingProperty().get() && model.guessProperty().get() >= 0;
    chart.show(lines, model.degreeProperty().get(), guessed ? now.best() : Double.NaN);
    chart.setAccessibleText(texts.get("learn.overfitting.chart.accessible", model.readingProperty().get()));
  }

  /** For tests. */
  OverfittingModel model() {
    return model;
  }

  @Override
  public Node node() {
    return stage;
  }

  @Override
  public ObservableStringValue reading() {
    return model.readingProperty();
  }

  @Override
  public List<SourceCut> sources() {
    return List.of(new SourceCut("op/CurveFit.java", "public static CurveFit of"),
        new SourceCut("op/CurveFit.java", "public double error"));
  }
}
