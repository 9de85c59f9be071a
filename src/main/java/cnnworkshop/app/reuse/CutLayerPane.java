package cnnworkshop.app.reuse;

import cnnworkshop.app.control.NumberSetting;
import cnnworkshop.app.control.NumberSetting.Steps;
import cnnworkshop.core.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/** The settings of the layer that is chosen in the picture: frozen, or learning on at an exact share of the rate. */
final class CutLayerPane extends FlowPane {

  private final CutModel model;
  private final ReuseWords words;
  private final Label name = new Label();
  private final RadioButton frozen;
  private final RadioButton learns;
  private final NumberSetting setting;
  private final DoubleProperty rate = new SimpleDoubleProperty(this, "rate", CutModel.USUAL_RATE);
  private boolean showing;

  CutLayerPane(CutModel model, ReuseWords words, Texts texts) {
    this.model = model;
    this.words = words;
    getStyleClass().addAll("reuse-row", "cut-layer");
    name.getStyleClass().add("cut-layer-name");
    ToggleGroup states = new ToggleGroup();
    frozen = state(texts.get("reuse.layer.frozen"), texts.get("reuse.layer.frozen.hint"), states);
    learns = state(texts.get("reuse.layer.learns"), texts.get("reuse.layer.learns.hint"), states);
    setting = ReuseParts.number(texts, texts.get("reuse.layer.rate"), CutModel.LEAST_RATE, 1, Steps.TENFOLD, rate);
    setting.disableProperty().bind(learns.selectedProperty().not());
    getChildren().addAll(name, frozen, learns, setting);
    states.selectedToggleProperty().addListener((p, before, now) -> chosen(now == frozen ? 0 : rate.get()));
    rate.addListener((p, before, now) -> {
      if (learns.isSelected()) {
        chosen(now.doubleValue());
      }
    });
    ReuseParts.shownIf(this, Bindings.isNotNull(model.planProperty()));
    model.planProperty().addListener((p, before, now) -> show());
    model.selectedProperty().addListener((p, before, now) -> show());
    show();
  }

  private static RadioButton state(String text, String hint, ToggleGroup states) {
    RadioButton button = new RadioButton(text);
    button.setAccessibleText(text);
    button.setTooltip(new Tooltip(hint));
    button.setToggleGroup(states);
    return button;
  }

  private void chosen(double wanted) {
    if (!showing && model.planProperty().get() != null) {
      model.setRate(model.selectedProperty().get(), wanted);
    }
  }

  private void show() {
    CutPlan plan = model.planProperty().get();
    int layer = model.selectedProperty().get();
    if (plan == null || layer >= plan.kept()) {
      return;
    }
    showing = true;
    CutBlock block = plan.blocks().get(layer);
    String settings = words.settings(block);
    name.setText(block.layer().name() + (settings.isEmpty() ? "" : ": " + settings));
    (block.frozen() ? frozen : learns).setSelected(true);
    if (!block.frozen()) {
      rate.set(block.rate());
    }
    showing = false;
  }
}
