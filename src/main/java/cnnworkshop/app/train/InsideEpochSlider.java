package cnnworkshop.app.train;

import cnnworkshop.core.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** Goes back to earlier epochs, a step of the slider each, and to the last one again. */
final class InsideEpochSlider extends HBox {

  private final InsideModel model;
  private final Slider slider = new Slider(0, 1, 0);
  private boolean following;

  InsideEpochSlider(InsideModel model, Texts texts) {
    this.model = model;
    getStyleClass().add("inside-epochs");
    slider.setBlockIncrement(1);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.accessibleTextProperty().bind(Bindings.createStringBinding(
        () -> texts.get("train.inside.epoch.accessible", model.epochProperty().get()), model.epochProperty()));
    slider.disableProperty().bind(model.countProperty().lessThan(2));
    HBox.setHgrow(slider, Priority.ALWAYS);
    Label name = new Label(texts.get("train.inside.epoch"));
    name.setLabelFor(slider);
    name.setMinWidth(USE_PREF_SIZE);
    Label epoch = new Label();
    epoch.getStyleClass().add("inside-epoch");
    epoch.textProperty().bind(model.epochProperty().asString());
    ToggleButton latest = new ToggleButton(texts.get("train.inside.latest"), new FontIcon(Material2MZ.SKIP_NEXT));
    latest.setAccessibleText(texts.get("train.inside.latest"));
    latest.setTooltip(new Tooltip(texts.get("train.inside.latest.tip")));
    latest.setMinWidth(USE_PREF_SIZE);
    latest.selectedProperty().bindBidirectional(model.followingProperty());
    getChildren().addAll(name, slider, epoch, latest);
    slider.valueProperty().addListener((p, before, now) -> {
      if (!following) {
        model.positionProperty().set((int) Math.rint(now.doubleValue()));
      }
    });
    model.countProperty().addListener((p, before, now) -> follow());
    model.positionProperty().addListener((p, before, now) -> follow());
    follow();
  }

  private void follow() {
    following = true;
    slider.setMax(Math.max(1, model.countProperty().get() - 1));
    if ((int) Math.rint(slider.getValue()) != model.positionProperty().get()) {
      slider.setValue(model.positionProperty().get());
    }
    following = false;
  }
}
