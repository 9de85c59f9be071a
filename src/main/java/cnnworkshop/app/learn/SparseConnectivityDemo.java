package cnnworkshop.app.learn;

import cnnworkshop.app.control.NumberSetting;
import cnnworkshop.app.control.NumberSetting.Steps;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.Map;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Dense against sparse: how many weights a layer needs for a picture, and what one unit is connected to. Settings:
 * {@code side}, {@code units}, {@code filter}.
 */
public final class SparseConnectivityDemo implements Demo {

  private final SparseConnectivityModel model;
  private final Texts texts;
  private final ConnectionPicture dense = new ConnectionPicture();
  private final ConnectionPicture sparse = new ConnectionPicture();
  private final Node node;

  public SparseConnectivityDemo(DemoTools tools, Map<String, String> settings) {
    texts = tools.texts();
    model = new SparseConnectivityModel(texts);
    begin(settings, "side", model.sideProperty());
    begin(settings, "units", model.unitsProperty());
    begin(settings, "filter", model.filterProperty());
    for (ConnectionPicture picture : List.of(dense, sparse)) {
      picture.setOnPointed(cell -> model.choose(cell.row(), cell.column()));
      picture.accessibleTextProperty().bind(model.readingProperty());
    }
    model.readingProperty().addListener((p, before, now) -> draw());
    node = new StageSplit(picture(), controls());
    draw();
  }

  private static void begin(Map<String, String> settings, String key, IntegerProperty property) {
    if (settings.containsKey(key)) {
      property.set(Integer.parseInt(settings.get(key).strip()));
    }
  }

  private Region picture() {
    HBox both = new HBox(panel("learn.sparse.dense", dense, model.denseWordsProperty(), "dense-number"),
        panel("learn.sparse.convolutional", sparse, model.sparseWordsProperty(), "sparse-number"));
    both.getStyleClass().add("sparse-both");
    VBox.setVgrow(both, Priority.ALWAYS);
    Label comparison = words("sparse-comparison");
    comparison.textProperty().bind(model.comparisonProperty());
    Label drawing = words("conv-note");
    drawing.textProperty().bind(model.drawingProperty());
    return new VBox(both, new ShareBars(model), comparison, drawing);
  }

  private Region panel(String nameKey, ConnectionPicture picture, ReadOnlyStringProperty count, String styleClass) {
    Label name = new Label(texts.get(nameKey));
    name.getStyleClass().add("conv-head");
    Label number = words("sparse-number");
    number.getStyleClass().add(styleClass);
    number.textProperty().bind(count);
    VBox.setVgrow(picture, Priority.ALWAYS);
    VBox panel = new VBox(name, picture, number);
    panel.getStyleClass().add("sparse-panel");
    panel.setPrefWidth(1);
    HBox.setHgrow(panel, Priority.ALWAYS);
    return panel;
  }

  private Region controls() {
    NumberSetting filter = setting("learn.sparse.filter", 1, model.sideProperty().get(), model.filterProperty());
    model.sideProperty().addListener((p, before, now) -> filter.setLimits(1, now.intValue()));
    PredictRow predict = new PredictRow(model.predict(), texts)
        .ask(texts.get("learn.sparse.dense-layer"), model::askDense)
        .ask(texts.get("learn.sparse.filters"), model::askSparse);
    return new VBox(setting("learn.sparse.side", 1, SparseConnectivityModel.LARGEST_SIDE, model.sideProperty()),
        setting("learn.sparse.units", 1, SparseConnectivityModel.MOST_UNITS, model.unitsProperty()), filter, predict);
  }

  private NumberSetting setting(String key, int lowest, int highest, IntegerProperty property) {
    NumberSetting setting = new NumberSetting(texts.get(key), lowest, highest, Steps.WHOLE, texts.locale());
    setting.valueProperty().set(property.get());
    setting.valueProperty().addListener((p, before, now) -> property.set(now.intValue()));
    property.addListener((p, before, now) -> setting.valueProperty().set(now.intValue()));
    return setting;
  }

  private static Label words(String styleClass) {
    Label label = new Label();
    label.getStyleClass().add(styleClass);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private void draw() {
    int unit = model.unitProperty().get();
    dense.show(model.drawnSide(), model.drawnUnits(), unit, model.connections(unit, true));
    sparse.show(model.drawnSide(), model.drawnUnits(), unit, model.connections(unit, false));
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
    return List.of(new SourceCut("op/WeightCount.java", "public static long dense"),
        new SourceCut("op/WeightCount.java", "public static long convolution"));
  }
}
