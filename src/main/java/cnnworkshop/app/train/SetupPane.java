package cnnworkshop.app.train;

import cnnworkshop.app.control.NumberSetting;
import cnnworkshop.app.control.NumberSetting.Steps;
import cnnworkshop.core.net.Finding;
import cnnworkshop.core.net.LayerCheck;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.ShapeCheck;
import cnnworkshop.core.text.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** What is to be trained: data, network, settings; each a group, what is seldom used folded. */
final class SetupPane extends VBox {

  private final TrainViewModel model;
  private final SetupModel setup;
  private final Texts texts;

  SetupPane(TrainViewModel model, Texts texts, Places places) {
    this.model = model;
    this.setup = model.setup();
    this.texts = texts;
    getStyleClass().add("setup-pane");
    getChildren().addAll(
        group("train.group.data", data(places), pictures()),
        group("train.group.network", networks(), dropout(), layers()),
        group("train.group.learning", learning()),
        folded("train.group.more", more()));
  }

  private VBox group(String key, Node... content) {
    Label heading = new Label(texts.get(key));
    heading.getStyleClass().add("ws-heading");
    VBox box = new VBox(heading);
    box.getChildren().addAll(content);
    box.getStyleClass().add("setup-group");
    return box;
  }

  private Node folded(String key, Node content) {
    TitledPane pane = new TitledPane(texts.get(key), content);
    pane.setExpanded(false);
    return pane;
  }

  private Node data(Places places) {
    Button shapes = new Button(texts.get("train.data.shapes10"), new FontIcon(Material2AL.CATEGORY));
    shapes.setOnAction(event -> model.data().takeShapes());
    Button cifar = new Button(texts.get("train.data.choose-archive"), new FontIcon(Material2AL.ARCHIVE));
    cifar.setOnAction(event -> places.archive().ifPresent(place -> model.data().take(DataSource.CIFAR10, place)));
    Button cifarFolder = new Button(texts.get("train.data.choose-cifar-folder"), new FontIcon(Material2AL.FOLDER_OPEN));
    cifarFolder.setOnAction(event -> places.folder().ifPresent(place -> model.data().take(DataSource.CIFAR10, place)));
    Button own = new Button(texts.get("train.data.choose-pictures"), new FontIcon(Material2MZ.PHOTO_LIBRARY));
    own.setOnAction(event -> places.folder().ifPresent(place -> model.data().take(DataSource.PICTURES, place)));
    FlowPane buttons = new FlowPane(shapes, cifar, cifarFolder, own);
    buttons.getStyleClass().add("setup-buttons");
    buttons.disableProperty().bind(model.stateProperty().isNotEqualTo(TrainViewModel.State.IDLE));
    Label line = new Label();
    line.textProperty().bind(model.data().lineProperty());
    line.setWrapText(true);
    line.getStyleClass().add("setup-line");
    return new VBox(buttons, line);
  }

  private Node pictures() {
    NumberSetting pictures = number("train.pictures", 100, 10_000, Steps.WHOLE, setup.picturesProperty());
    setup.mostPicturesProperty().addListener((p, before, most) ->
        pictures.setLimits(setup.fewestPictures(), most.doubleValue()));
    return pictures;
  }

  private Node networks() {
    ComboBox<String> networks = new ComboBox<>();
    networks.getItems().setAll(SetupModel.NETWORKS);
    networks.valueProperty().bindBidirectional(setup.networkProperty());
    networks.setMaxWidth(Double.MAX_VALUE);
    networks.setAccessibleText(texts.get("train.network"));
    return networks;
  }

  private Node dropout() {
    return number("train.dropout", 0, 0.9, Steps.EVEN, setup.dropoutProperty());
  }

  private Node layers() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("layer-list");
    VBox findings = new VBox();
    findings.getStyleClass().add("layer-findings");
    setup.checkProperty().addListener((p, before, now) -> show(grid, findings, now));
    show(grid, findings, setup.checkProperty().get());
    return new VBox(grid, findings);
  }

  private void show(GridPane grid, VBox findings, ShapeCheck check) {
    grid.getChildren().clear();
    grid.addRow(0, head("train.layer.name"), head("train.layer.output"), head("train.layer.parameters"));
    List<LayerSpec> layers = setup.layers();
    for (int i = 0; i < layers.size(); i++) {
      LayerCheck layer = check.layers().get(i);
      grid.addRow(i + 1, new Label(layers.get(i).name()),
          new Label(layer.output().map(Object::toString).orElse("–")),
          new Label(layer.parameters() == 0 ? "" : texts.get("train.layer.count", layer.parameters())));
    }
    grid.addRow(layers.size() + 1, new Label(texts.get("train.layer.total")), new Label(""),
        new Label(texts.get("train.layer.count", check.parameters())));
    findings.getChildren().setAll(check.findings().stream()
        .filter(f -> f.severity() != Finding.Severity.NOTE)
        .map(f -> (Node) finding(f)).toList());
  }

  private Label finding(Finding finding) {
    Label label = new Label(texts.get(finding.key(), finding.arguments().toArray()));
    label.setWrapText(true);
    label.getStyleClass().add("layer-" + finding.severity().name().toLowerCase(java.util.Locale.ROOT));
    return label;
  }

  private Label head(String key) {
    Label label = new Label(texts.get(key));
    label.getStyleClass().add("table-head");
    return label;
  }

  private Node learning() {
    NumberSetting rate = number("train.learning-rate", 1e-5, 1, Steps.TENFOLD, setup.learningRateProperty());
    rate.valueProperty().addListener((p, before, now) -> model.moveLearningRate(now.doubleValue()));
    return new VBox(rate, number("train.epochs", 1, 200, Steps.WHOLE, setup.epochsProperty()),
        number("train.shift", 0, 8, Steps.WHOLE, setup.shiftProperty()), flip());
  }

  private Node flip() {
    CheckBox flip = new CheckBox(texts.get("train.flip"));
    flip.selectedProperty().bindBidirectional(setup.flipProperty());
    return flip;
  }

  private Node more() {
    VBox box = new VBox(
        choice("train.updater", SetupModel.Method.values(), setup.methodProperty()),
        choice("train.schedule", SetupModel.Course.values(), setup.courseProperty()),
        number("train.batch", 1, 512, Steps.WHOLE, setup.batchProperty()),
        number("train.l2", 0, 0.01, Steps.EVEN, setup.l2Property()),
        number("train.patience", 0, 50, Steps.WHOLE, setup.patienceProperty()),
        number("train.seed", 1, 1000, Steps.WHOLE, setup.seedProperty()));
    box.getStyleClass().add("setup-group");
    return box;
  }

  private <E extends SetupModel.Named> Node choice(String key, E[] values, Property<E> property) {
    ComboBox<E> box = new ComboBox<>();
    box.getItems().setAll(values);
    box.setConverter(new StringConverter<>() {
      @Override
      public String toString(E value) {
        return value == null ? "" : texts.get(value.textKey());
      }

      @Override
      public E fromString(String text) {
        throw new UnsupportedOperationException();
      }
    });
    box.valueProperty().bindBidirectional(property);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setAccessibleText(texts.get(key));
    Label label = new Label(texts.get(key));
    label.setLabelFor(box);
    return new VBox(label, box);
  }

  private NumberSetting number(String key, double lowest, double highest, Steps steps, Property<Number> property) {
    NumberSetting setting = new NumberSetting(texts.get(key), lowest, highest, steps, texts.locale());
    setting.valueProperty().set(property.getValue().doubleValue());
    Bindings.bindBidirectional(setting.valueProperty(), property);
    return setting;
  }
}
