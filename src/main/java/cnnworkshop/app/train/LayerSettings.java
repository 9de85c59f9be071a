package cnnworkshop.app.train;

import cnnworkshop.app.control.NumberSetting;
import cnnworkshop.app.control.NumberSetting.Steps;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Pool;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/**
 * The settings of one layer, to be changed. It has controls for one kind of layer; each change tells the layer as it is
 * then.
 */
abstract class LayerSettings extends VBox {

  private final Texts texts;
  private final LayerWords words;
  private final Consumer<LayerSpec> changed;
  private final GridPane grid = new GridPane();
  private final List<Node> controls = new ArrayList<>();
  private LayerSpec shown;
  private boolean following;

  LayerSettings(Texts texts, Consumer<LayerSpec> changed) {
    this.texts = texts;
    this.words = new LayerWords(texts);
    this.changed = changed;
    getStyleClass().add("layer-settings");
    grid.getStyleClass().add("layer-settings-grid");
  }

  /** Shows a layer of the kind these settings are for. */
  final void show(LayerSpec layer) {
    following = true;
    shown = layer;
    write(layer);
    following = false;
  }

  /** Brings a layer's settings into the controls. */
  abstract void write(LayerSpec layer);

  /**
   * The layer as the controls say.
   *
   * @param now as it is, for what has no control, such as the name
   */
  abstract LayerSpec read(LayerSpec now);

  /** To be called by a control that was changed. */
  final void changed() {
    if (!following && shown != null) {
      changed.accept(read(shown));
    }
  }

  /** One node for each setting: what is done at another is another change. */
  final List<Node> controls() {
    return List.copyOf(controls);
  }

  final String text(String key) {
    return texts.get(key);
  }

  /** A number with a slider, over the whole width. */
  final NumberSetting number(String name, double lowest, double highest, Steps steps) {
    NumberSetting number = new NumberSetting(name, lowest, highest, steps, texts.locale());
    number.valueProperty().addListener((p, before, now) -> changed());
    controls.add(number);
    getChildren().add(number);
    return number;
  }

  /** Shows a number; one beyond the usual limits widens them. */
  static void show(NumberSetting setting, double lowest, double highest, double value) {
    setting.setLimits(Math.min(lowest, value), Math.max(highest, value));
    setting.valueProperty().set(value);
  }

  final SizeSpinner size(String name, int lowest) {
    SizeSpinner spinner = spinner(name, lowest);
    row(name, spinner);
    return spinner;
  }

  /** A spinner that still needs a place. */
  final SizeSpinner spinner(String name, int lowest) {
    SizeSpinner spinner = new SizeSpinner(name, lowest);
    spinner.valueProperty().addListener((p, before, now) -> changed());
    controls.add(spinner);
    return spinner;
  }

  final ComboBox<Activation> activation() {
    String name = texts.get("train.layer.activation");
    return choice(name, words::activation, List.of(Activation.LINEAR, Activation.RELU, Activation.SIGMOID,
        Activation.TANH, Activation.SOFTMAX));
  }

  final ComboBox<Pool> pool() {
    return choice(texts.get("train.layer.pool"), words::pool, List.of(Pool.MAX, Pool.AVERAGE));
  }

  private <T> ComboBox<T> choice(String name, Function<T, String> text, List<T> values) {
    ComboBox<T> box = box(name, text, values);
    row(name, box);
    return box;
  }

  /** One of a few, still without a place. A value that is none of them can be shown, but not chosen again. */
  final <T> ComboBox<T> box(String name, Function<T, String> text, List<T> values) {
    ComboBox<T> box = new ComboBox<>();
    box.getItems().setAll(values);
    box.setConverter(new StringConverter<>() {
      @Override
      public String toString(T value) {
        return value == null ? "" : text.apply(value);
      }

      @Override
      public T fromString(String typed) {
        throw new UnsupportedOperationException();
      }
    });
    box.valueProperty().addListener((p, before, now) -> changed());
    box.setAccessibleText(name);
    controls.add(box);
    return box;
  }

  final CheckBox tick(String name) {
    CheckBox box = new CheckBox(name);
    box.selectedProperty().addListener((p, before, now) -> changed());
    controls.add(box);
    getChildren().add(box);
    return box;
  }

  /** A named control, or some beside each other, beneath those before. */
  final void row(String name, Region control) {
    if (grid.getParent() == null) {
      getChildren().add(grid);
    }
    Label label = new Label(name);
    label.setLabelFor(control);
    label.setMinWidth(USE_PREF_SIZE);
    control.setMaxWidth(Double.MAX_VALUE);
    GridPane.setHgrow(control, Priority.ALWAYS);
    grid.addRow(grid.getRowCount(), label, control);
  }

  /** A sentence in place of a setting. */
  final void sentence(String sentence) {
    Label label = new Label(sentence);
    label.setWrapText(true);
    label.getStyleClass().add("ws-muted");
    getChildren().add(label);
  }
}
