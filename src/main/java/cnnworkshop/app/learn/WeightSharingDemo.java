package cnnworkshop.app.learn;

import cnnworkshop.app.control.NumberSetting;
import cnnworkshop.app.control.NumberSetting.Steps;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

/** One filter at all its places along a signal: change a shared weight, and all copies and the whole map change. */
public final class WeightSharingDemo implements Demo {

  private static final List<String> WEIGHT_STYLES = List.of("first", "second", "third");
  private static final double WIDEST_WEIGHT = 3;

  private final WeightSharingModel model;
  private final Texts texts;
  private final Node node;

  /** Setting {@code own=true} begins with weights of their own. */
  public WeightSharingDemo(DemoTools tools, Map<String, String> settings) {
    texts = tools.texts();
    model = new WeightSharingModel(texts);
    model.ownWeightsProperty().set(Boolean.parseBoolean(settings.getOrDefault("own", "false").strip()));
    node = new StageSplit(picture(), controls());
  }

  private Region picture() {
    WeightSharingPicture picture = new WeightSharingPicture(model, new ShortNumbers(texts.locale()),
        texts.get("learn.sharing.inputs"), texts.get("learn.sharing.map"));
    picture.accessibleTextProperty().bind(model.readingProperty());
    VBox.setVgrow(picture, Priority.ALWAYS);
    Label sum = words("conv-sum");
    sum.textProperty().bind(model.sumProperty());
    Label cost = words("sharing-cost");
    cost.textProperty().bind(model.costProperty());
    return new VBox(picture, sum, cost);
  }

  private Region controls() {
    Label head = words("conv-head");
    model.versionProperty().addListener((p, before, now) -> head.setText(headText()));
    head.setText(headText());
    VBox box = new VBox(head);
    for (int place = 0; place < WeightSharingModel.WEIGHTS; place++) {
      box.getChildren().add(weight(place));
    }
    CheckBox own = new CheckBox(texts.get("learn.sharing.own"));
    own.setWrapText(true);
    own.selectedProperty().bindBidirectional(model.ownWeightsProperty());
    PredictRow predict = new PredictRow(model.predict(), texts).ask(texts.get("learn.sharing.ask"), model::ask);
    Label keys = words("conv-note");
    keys.setText(texts.get("learn.sharing.keys"));
    box.getChildren().addAll(own, predict, keys);
    return box;
  }

  private String headText() {
    return model.ownWeightsProperty().get() ? texts.get("learn.sharing.weights-own", model.unitProperty().get() + 1)
        : texts.get("learn.sharing.weights-shared");
  }

  private Node weight(int place) {
    NumberSetting setting = new NumberSetting(texts.get("learn.sharing.weight", place + 1), -WIDEST_WEIGHT,
        WIDEST_WEIGHT, Steps.EVEN, texts.locale());
    setting.valueProperty().set(model.weight(model.unitProperty().get(), place));
    setting.valueProperty().addListener((p, before, now) -> model.setWeight(place, now.doubleValue()));
    model.versionProperty().addListener((p, before, now) -> {
      float weight = model.weight(model.unitProperty().get(), place);
      // A float of 0.1 is not quite 0.1: only a real change goes back to the field.
      if ((float) setting.valueProperty().get() != weight) {
        setting.valueProperty().set(weight);
      }
    });
    Line sample = new Line(0, 0, 26, 0);
    sample.getStyleClass().addAll("weight-line", "weight-sample", WEIGHT_STYLES.get(place));
    HBox row = new HBox(sample, setting);
    row.getStyleClass().add("sharing-weight");
    HBox.setHgrow(setting, Priority.ALWAYS);
    return row;
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
        new SourceCut("op/LineConvolution.java", "public float[] products"));
  }
}
