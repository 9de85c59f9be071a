package cnnworkshop.app.learn;

import cnnworkshop.app.control.NumberSetting;
import cnnworkshop.app.control.NumberSetting.Steps;
import cnnworkshop.app.learn.ConvolutionLineModel.Filter;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A 1×3 filter slides along a signal; the sum it prints is spelled out. */
public final class ConvolutionLineDemo implements Demo {

  private static final double WIDEST_WEIGHT = 3;

  private final ConvolutionLineModel model;
  private final Texts texts;
  private final SlideBar bar;
  private final Node node;

  /** Settings: {@code ends} = {@code valid}, {@code zero} or {@code mirror}; {@code flip=true}. */
  public ConvolutionLineDemo(DemoTools tools, Map<String, String> settings) {
    texts = tools.texts();
    model = new ConvolutionLineModel(texts);
    model.endsProperty().set(Ends.named(settings.getOrDefault("ends", "valid")));
    model.flippedProperty().set(Boolean.parseBoolean(settings.getOrDefault("flip", "false").strip()));
    bar = new SlideBar(model.slide(), texts);
    node = new StageSplit(picture(), controls());
  }

  private Region picture() {
    ConvolutionLinePicture picture = new ConvolutionLinePicture(model, texts);
    picture.accessibleTextProperty().bind(model.readingProperty());
    bar.listenTo(picture);
    VBox.setVgrow(picture, Priority.ALWAYS);
    Label sum = words("conv-sum");
    sum.textProperty().bind(model.sumProperty());
    Label shape = words("conv-note");
    shape.textProperty().bind(model.shapeProperty());
    Label kind = words("conv-kind");
    kind.textProperty().bind(model.kindProperty());
    return new VBox(kind, picture, sum, bar, shape);
  }

  private Region controls() {
    FlowPane named = new FlowPane();
    named.getStyleClass().add("conv-choices");
    for (Filter filter : Filter.values()) {
      Button button = new Button(nameOf(filter));
      button.setOnAction(event -> model.setWeights(filter));
      named.getChildren().add(button);
    }
    VBox box = new VBox(head("learn.line.weights"), named);
    for (int place = 0; place < ConvolutionLineModel.SIZE; place++) {
      box.getChildren().add(weight(place));
    }
    CheckBox flip = new CheckBox(texts.get("learn.line.flip"));
    flip.setWrapText(true);
    flip.selectedProperty().bindBidirectional(model.flippedProperty());
    Label keys = words("conv-note");
    keys.setText(texts.get("learn.line.keys"));
    PredictRow predict = new PredictRow(model.predict(), texts)
        .ask(texts.get("learn.line.value"), model::askValue)
        .ask(texts.get("learn.line.length"), model::askLength);
    box.getChildren().addAll(flip, head("learn.line.ends"),
        new EndsChoice(model.endsProperty(), texts), predict, keys);
    return box;
  }

  private String nameOf(Filter filter) {
    return switch (filter) {
      case STEP -> texts.get("learn.line.step");
      case MEAN -> texts.get("learn.line.mean");
      case SHARPEN -> texts.get("learn.line.sharpen");
      case SHIFT -> texts.get("learn.line.shift");
      case COUNTING -> texts.get("learn.line.counting");
    };
  }

  private Node weight(int place) {
    NumberSetting setting = new NumberSetting(texts.get("learn.sharing.weight", place + 1), -WIDEST_WEIGHT,
        WIDEST_WEIGHT, Steps.EVEN, texts.locale());
    setting.valueProperty().set(rounded(model.weight(place)));
    setting.valueProperty().addListener((p, before, now) -> {
      if (now.doubleValue() != rounded(model.weight(place))) {
        model.setWeight(place, now.doubleValue());
      }
    });
    model.versionProperty().addListener((p, before, now) -> {
      if (setting.valueProperty().get() != rounded(model.weight(place))) {
        setting.valueProperty().set(rounded(model.weight(place)));
      }
    });
    return setting;
  }

  /** As it stands in the field: a third has too many digits for it. */
  private static double rounded(float weight) {
    return Math.rint(weight * 1000.0) / 1000;
  }

  private Label head(String key) {
    Label label = words("conv-head");
    label.setText(texts.get(key));
    return label;
  }

  private static Label words(String styleClass) {
    Label label = new Label();
    label.getStyleClass().add(styleClass);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public ObservableStringValue reading() {
    return model.readingProperty();
  }

  @Override
  public List<SourceCut> sources() {
    return List.of(new SourceCut("op/LineConvolution.java", "public float at"),
        new SourceCut("op/LineConvolution.java", "public float[] products"),
        new SourceCut("op/Edge.java", "public int source"));
  }

  @Override
  public void close() {
    bar.close();
  }
}
