package cnnworkshop.app.train;

import cnnworkshop.app.control.NumberSetting;
import cnnworkshop.app.control.NumberSetting.Steps;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.ScheduleForm;
import cnnworkshop.core.train.UpdaterKind;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** How the network is trained: sliders with exact fields, grouped by what they change, what is seldom used folded. */
final class SettingsPane extends VBox {

  private static final int ONE_MINUTE = 60;
  private static final int FIVE_MINUTES = 300;

  /** The text keys of the random changes, by name: those of faces have some of the same names. */
  private static final Map<String, String> CHANGES = Map.ofEntries(
      Map.entry("TURN", "train.change.turn"), Map.entry("SCALE", "train.change.scale"),
      Map.entry("SHIFT", "train.change.shift"), Map.entry("NEAR", "train.change.near"),
      Map.entry("FLIP", "train.change.flip"), Map.entry("BEND", "train.change.bend"),
      Map.entry("STRETCH", "train.change.stretch"), Map.entry("BRIGHTNESS", "train.change.brightness"),
      Map.entry("CONTRAST", "train.change.contrast"), Map.entry("SHADE", "train.change.shade"),
      Map.entry("BLUR", "train.change.blur"), Map.entry("COVER", "train.change.cover"));

  private static final Map<UpdaterKind, String> UPDATERS = new EnumMap<>(Map.of(
      UpdaterKind.ADAM, "train.updater.adam", UpdaterKind.NESTEROV, "train.updater.nesterov",
      UpdaterKind.SGD, "train.updater.sgd", UpdaterKind.RMS_PROP, "train.updater.rms-prop"));

  private static final Map<ScheduleForm, String> SCHEDULES = new EnumMap<>(Map.of(
      ScheduleForm.CONSTANT, "train.schedule.constant", ScheduleForm.LINE, "train.schedule.line",
      ScheduleForm.STEPS, "train.schedule.steps", ScheduleForm.COSINE, "train.schedule.cosine",
      ScheduleForm.ONE_CYCLE, "train.schedule.one-cycle"));

  private final TrainViewModel model;
  private final SettingsModel settings;
  private final Texts texts;

  SettingsPane(TrainViewModel model, Texts texts) {
    this.model = model;
    this.settings = model.settings();
    this.texts = texts;
    getStyleClass().add("setup-group-list");
    getChildren().addAll(
        group("train.group.live", live()),
        group("train.group.length", length()),
        folded("train.group.augmentation", augmentation()),
        folded("train.group.more", more()));
  }

  private VBox group(String key, Node content) {
    Label heading = new Label(texts.get(key));
    heading.getStyleClass().add("ws-heading");
    VBox box = new VBox(heading, content);
    box.getStyleClass().add("setup-group");
    return box;
  }

  private Node folded(String key, Node content) {
    TitledPane pane = new TitledPane(texts.get(key), content);
    pane.setExpanded(false);
    return pane;
  }

  private Node live() {
    Label hint = new Label(texts.get("train.live.hint"));
    hint.setWrapText(true);
    hint.getStyleClass().add("setup-line");
    NumberSetting momentum = number("train.momentum", 0, 0.999, Steps.EVEN, settings.momentumProperty());
    momentum.disableProperty().bind(settings.updaterProperty().isNotEqualTo(UpdaterKind.NESTEROV));
    VBox box = new VBox(number("train.learning-rate", 1e-5, 100, Steps.TENFOLD, settings.learningRateProperty()),
        momentum, number("train.l2", 0, 0.01, Steps.EVEN, settings.l2Property()), hint);
    box.getStyleClass().add("setup-group");
    return box;
  }

  private Node length() {
    NumberSetting pictures = number("train.pictures", 1, 10_000, Steps.WHOLE, settings.picturesProperty());
    Runnable limits = () -> pictures.setLimits(settings.fewestPictures(), settings.mostPicturesProperty().get());
    settings.mostPicturesProperty().addListener((p, before, most) -> limits.run());
    if (settings.mostPicturesProperty().get() != Integer.MAX_VALUE) {
      limits.run();
    }
    Label line = new Label();
    line.textProperty().bind(model.budget().lineProperty());
    line.setWrapText(true);
    line.getStyleClass().add("setup-line");
    line.visibleProperty().bind(line.textProperty().isNotEmpty());
    line.managedProperty().bind(line.visibleProperty());
    VBox box = new VBox(pictures, number("train.epochs", 1, BudgetModel.MOST_EPOCHS, Steps.WHOLE,
        settings.epochsProperty()), new FlowPane(fit("train.budget.one", ONE_MINUTE),
        fit("train.budget.five", FIVE_MINUTES)), line);
    box.getChildren().get(2).getStyleClass().add("setup-buttons");
    box.getStyleClass().add("setup-group");
    return box;
  }

  private Button fit(String key, int seconds) {
    Button button = new Button(texts.get(key), new FontIcon(Material2MZ.TIMER));
    button.setTooltip(new Tooltip(texts.get("train.budget.tooltip")));
    button.setAccessibleText(texts.get(key));
    button.disableProperty().bind(model.canStart().not().or(model.budget().measuringProperty()));
    button.setOnAction(event -> model.fitTo(seconds));
    return button;
  }

  private Node augmentation() {
    VBox sliders = new VBox();
    sliders.getStyleClass().add("setup-group");
    settings.changes().addListener((ListChangeListener<SettingsModel.Change>) change -> showChanges(sliders));
    showChanges(sliders);
    Button usual = new Button(texts.get("train.augmentation.usual"));
    usual.setOnAction(event -> settings.changes().forEach(c -> c.amountProperty().set(c.kind().usual())));
    Button none = new Button(texts.get("train.augmentation.none"));
    none.setOnAction(event -> settings.changes().forEach(c -> c.amountProperty().set(0)));
    FlowPane buttons = new FlowPane(usual, none);
    buttons.getStyleClass().add("setup-buttons");
    VBox box = new VBox(buttons, sliders);
    box.getStyleClass().add("setup-group");
    return box;
  }

  private void showChanges(VBox sliders) {
    sliders.getChildren().setAll(settings.changes().stream().map(change -> (Node) number(
        CHANGES.get(change.kind().name()), 0, change.kind().highest(),
        change.kind().isWhole() ? Steps.WHOLE : Steps.EVEN, change.amountProperty())).toList());
  }

  private Node more() {
    VBox box = new VBox(
        choice("train.updater", UPDATERS, settings.updaterProperty()),
        choice("train.schedule", SCHEDULES, settings.formProperty()),
        number("train.dropout-scale", 0, NetworkModel.HIGHEST_DROPOUT_SCALE, Steps.EVEN,
            model.network().dropoutScaleProperty()),
        number("train.batch", 1, 512, Steps.WHOLE, settings.batchProperty()),
        number("train.patience", 0, 50, Steps.WHOLE, settings.patienceProperty()),
        number("train.averaging", 0, 0.999, Steps.EVEN, settings.averagingProperty()),
        number("train.seed", 1, 1000, Steps.WHOLE, settings.seedProperty()));
    box.getStyleClass().add("setup-group");
    return box;
  }

  private <E extends Enum<E>> Node choice(String key, Map<E, String> names, Property<E> property) {
    ComboBox<E> box = new ComboBox<>();
    box.getItems().setAll(names.keySet());
    box.setConverter(new StringConverter<>() {
      @Override
      public String toString(E value) {
        return value == null ? "" : texts.get(names.get(value));
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
