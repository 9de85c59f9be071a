package cnnworkshop.app.filters;

import cnnworkshop.core.text.Texts;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** Goes through the epochs, a step of the slider each, or plays them. */
final class TimeEpochBar extends HBox {

  private static final Duration PACE = Duration.millis(450);
  private static final Duration CALM_PACE = Duration.millis(1500);

  private final TimeEpochs epochs;
  private final Slider slider = new Slider(0, 1, 0);
  private final Timeline timeline = new Timeline();
  private boolean following;

  /**
   * @param calm whether nothing shall move that need not: epochs follow each other slowly then
   * @param advance goes to the next epoch if this one has been seen
   */
  TimeEpochBar(TimeEpochs epochs, ReadOnlyBooleanProperty calm, Runnable advance, Texts texts) {
    this.epochs = epochs;
    getStyleClass().add("time-epochs");
    ToggleButton play = new ToggleButton(texts.get("filters.time.play"), new FontIcon(Material2MZ.PLAY_ARROW));
    play.setAccessibleText(texts.get("filters.time.play"));
    play.setTooltip(new Tooltip(texts.get("filters.time.play.tip")));
    play.setMinWidth(USE_PREF_SIZE);
    play.disableProperty().bind(epochs.countProperty().lessThan(2));
    play.setOnAction(event -> {
      epochs.playOrPause();
      play.setSelected(epochs.playingProperty().get());
    });
    epochs.playingProperty().addListener((p, before, now) -> {
      play.setSelected(now);
      ((FontIcon) play.getGraphic()).setIconCode(now ? Material2MZ.PAUSE : Material2MZ.PLAY_ARROW);
      play(now, calm.get(), advance);
    });
    slider.setBlockIncrement(1);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.accessibleTextProperty().bind(Bindings.createStringBinding(
        () -> texts.get("filters.time.epoch.accessible", epochs.epochProperty().get()), epochs.epochProperty()));
    slider.disableProperty().bind(epochs.countProperty().lessThan(2));
    HBox.setHgrow(slider, Priority.ALWAYS);
    slider.setMinWidth(0);
    Label name = new Label(texts.get("filters.time.epoch"));
    name.setLabelFor(slider);
    name.setMinWidth(USE_PREF_SIZE);
    Label epoch = new Label();
    epoch.getStyleClass().add("time-epoch");
    epoch.textProperty().bind(epochs.epochProperty().asString());
    getChildren().addAll(play, name, slider, epoch);
    slider.valueProperty().addListener((p, before, now) -> {
      if (!following) {
        epochs.positionProperty().set((int) Math.rint(now.doubleValue()));
      }
    });
    epochs.countProperty().addListener((p, before, now) -> follow());
    epochs.positionProperty().addListener((p, before, now) -> follow());
    follow();
  }

  private void play(boolean on, boolean calm, Runnable advance) {
    timeline.stop();
    if (on) {
      timeline.getKeyFrames().setAll(new KeyFrame(calm ? CALM_PACE : PACE, event -> advance.run()));
      timeline.setCycleCount(Animation.INDEFINITE);
      timeline.play();
    }
  }

  private void follow() {
    following = true;
    slider.setMax(Math.max(1, epochs.countProperty().get() - 1));
    if ((int) Math.rint(slider.getValue()) != epochs.positionProperty().get()) {
      slider.setValue(epochs.positionProperty().get());
    }
    following = false;
  }
}
