package cnnworkshop.app.learn;

import cnnworkshop.app.control.NumberSetting;
import cnnworkshop.core.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * A small network that learns on the page, with and without dropout: its regions and losses, the masks, their scaling
 * and the weights. Settings: {@code show=mask}, {@code scaling}, {@code weights} or {@code losses} begins with that.
 */
public final class DropoutDemo implements Demo {

  private static final double WIDE_EM = 58;

  /** What is seen beside or below the regions. */
  enum Look { MASK, SCALING, WEIGHTS, LOSSES }

  private final Texts texts;
  private final DropoutModel model;
  private final ObjectProperty<Look> look = new SimpleObjectProperty<>(this, "look", Look.MASK);
  private final PlayStage stage = new PlayStage();

  /** @param settings as above */
  public DropoutDemo(DemoTools tools, Map<String, String> settings) {
    this.texts = tools.texts();
    this.model = new DropoutModel(tools);
    for (Look one : Look.values()) {
      if (one.name().equalsIgnoreCase(settings.get("show"))) {
        look.set(one);
      }
    }
    stage.add(run());
    stage.add(PlayStage.words(model.words().statusProperty(), "play-line"));
    VBox left = new VBox(regions(), bet());
    left.getStyleClass().add("play-look");
    VBox right = new VBox(looks(), look());
    right.getStyleClass().add("play-look");
    stage.addGrowing(new BesideOrBelow(left, right, WIDE_EM, 0.5));
    stage.add(settings());
  }

  private Node run() {
    Button play = new Button();
    play.setId("dropout-play");
    play.getStyleClass().add("accent");
    play.textProperty().bind(Bindings.createStringBinding(
        () -> busy() ? texts.get("learn.dropout.stop") : texts.get("learn.dropout.play"), model.phaseProperty()));
    play.setOnAction(event -> {
      if (model.isBusy()) {
        model.stop();
      } else {
        model.play();
      }
    });
    play.disableProperty().bind(model.phaseProperty().isEqualTo(DropoutModel.Phase.DONE));
    Button step = new Button(texts.get("learn.dropout.step"));
    step.setId("dropout-step");
    step.setOnAction(event -> model.step());
    step.disableProperty().bind(model.phaseProperty().isEqualTo(DropoutModel.Phase.RUNNING)
        .or(model.phaseProperty().isEqualTo(DropoutModel.Phase.DONE)));
    Button reset = new Button(texts.get("learn.dropout.reset"));
    reset.setOnAction(event -> model.reset());
    return PlayStage.controls(play, step, reset,
        PlayStage.number(texts.get("learn.dropout.rate"), 0, 0.9, NumberSetting.Steps.EVEN, texts.locale(),
            model.dropRateProperty()),
        PlayStage.number(texts.get("learn.dropout.pace"), 20, 2000, NumberSetting.Steps.TENFOLD, texts.locale(),
            model.paceProperty()));
  }

  private boolean busy() {
    return model.phaseProperty().get() == DropoutModel.Phase.WAITING
        || model.phaseProperty().get() == DropoutModel.Phase.RUNNING;
  }

  private Node settings() {
    return PlayStage.controls(
        PlayStage.number(texts.get("learn.dropout.points"), 10, 100, NumberSetting.Steps.WHOLE, texts.locale(),
            model.pointsProperty()),
        PlayStage.number(texts.get("learn.dropout.noise"), 0, 0.6, NumberSetting.Steps.EVEN, texts.locale(),
            model.noiseProperty()),
        PlayStage.number(texts.get("learn.dropout.seed"), 1, 99, NumberSetting.Steps.WHOLE, texts.locale(),
            model.seedProperty()));
  }

  private Node regions() {
    HBox both = new HBox(copy(texts.get("learn.dropout.plain"), false), copy(texts.get("learn.dropout.dropped"), true));
    both.getStyleClass().add("play-pair");
    return both;
  }

  private Node copy(String name, boolean dropped) {
    Label title = new Label(name);
    title.getStyleClass().add("play-title");
    MoonsPlot plot = new MoonsPlot(model, dropped, name, texts);
    VBox.setVgrow(plot, Priority.ALWAYS);
    VBox box = new VBox(title, plot, PlayStage.controls(loss("training", "learn-swatch-dot", dropped, false),
        loss("test", "learn-swatch-square", dropped, true)));
    HBox.setHgrow(box, Priority.ALWAYS);
    box.setPrefWidth(0);
    return box;
  }

  private Node loss(String pen, String shape, boolean dropped, boolean test) {
    Region mark = new Region();
    mark.getStyleClass().addAll("play-swatch", shape, pen);
    Label name = new Label(test ? texts.get("learn.dropout.test") : texts.get("learn.dropout.training"), mark);
    Label number = new Label();
    number.getStyleClass().add("play-loss");
    number.setMinWidth(Region.USE_PREF_SIZE);
    name.setMinWidth(Region.USE_PREF_SIZE);
    number.textProperty().bind(Bindings.createStringBinding(() -> {
      TwinTraining.Twin twin = dropped ? model.stateProperty().get().dropped() : model.stateProperty().get().plain();
      return texts.get("learn.dropout.loss", test ? twin.testLoss() : twin.trainingLoss());
    }, model.stateProperty()));
    HBox row = new HBox(name, number);
    row.getStyleClass().add("play-error");
    return row;
  }

  private Node bet() {
    Map<DropoutBet.On, String> bets = new LinkedHashMap<>();
    bets.put(DropoutBet.On.NOTHING, texts.get("learn.dropout.bet.none"));
    bets.put(DropoutBet.On.PLAIN, texts.get("learn.dropout.bet.plain"));
    bets.put(DropoutBet.On.DROPPED, texts.get("learn.dropout.bet.dropped"));
    String question = texts.get("learn.dropout.bet");
    Node choices = PlayStage.choices(question, bets, model.bet().onProperty());
    // Once it learns it is too late to bet.
    choices.disableProperty().bind(Bindings.createBooleanBinding(() -> model.stateProperty().get().steps() > 0,
        model.stateProperty()));
    Label asked = new Label(question);
    return new VBox(PlayStage.controls(asked, choices),
        PlayStage.words(model.bet().verdictProperty(), "play-verdict"));
  }

  private Node looks() {
    Map<Look, String> names = new LinkedHashMap<>();
    names.put(Look.MASK, texts.get("learn.dropout.look.mask"));
    names.put(Look.SCALING, texts.get("learn.dropout.look.scaling"));
    names.put(Look.WEIGHTS, texts.get("learn.dropout.look.weights"));
    names.put(Look.LOSSES, texts.get("learn.dropout.look.losses"));
    return PlayStage.controls(PlayStage.choices(texts.get("learn.dropout.look"), names, look));
  }

  private Node look() {
    StackPane place = new StackPane();
    Map<Look, Node> made = new LinkedHashMap<>();
    Runnable show = () -> place.getChildren().setAll(made.computeIfAbsent(look.get(), this::make));
    look.addListener((p, before, now) -> show.run());
    show.run();
    place.setMinHeight(Region.USE_PREF_SIZE);
    return place;
  }

  private Node make(Look what) {
    return switch (what) {
      case MASK -> new DropoutMaskView(model, texts);
      case SCALING -> new DropoutScalingView(model, texts);
      case WEIGHTS -> new DropoutWeightsView(model, texts);
      case LOSSES -> new DropoutLossesView(model, texts);
    };
  }

  /** For tests. */
  DropoutModel model() {
    return model;
  }

  @Override
  public Node node() {
    return stage;
  }

  @Override
  public ObservableStringValue reading() {
    return model.words().readingProperty();
  }

  @Override
  public List<SourceCut> sources() {
    return List.of(new SourceCut("op/DropoutMask.java", "public static DropoutMask draw"),
        new SourceCut("op/DropoutMask.java", "public double factor"),
        new SourceCut("op/SmallNetwork.java", "public double[][] values"));
  }

  @Override
  public void close() {
    model.stop();
  }
}
