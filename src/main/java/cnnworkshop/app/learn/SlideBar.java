package cnnworkshop.app.learn;

import cnnworkshop.core.text.Texts;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Play, pause, step, step back, begin again, all at once, and how fast. Nothing moves until it is asked to. */
final class SlideBar extends FlowPane {

  private final Texts texts;
  private final SlideModel model;
  private final Timeline clock;

  SlideBar(SlideModel model, Texts texts) {
    this.texts = texts;
    this.model = model;
    getStyleClass().add("slide-bar");
    clock = new Timeline(new KeyFrame(Duration.seconds(1), event -> model.step()));
    clock.setCycleCount(Animation.INDEFINITE);
    clock.rateProperty().bind(model.speedProperty());
    model.playingProperty().addListener((p, before, now) -> {
      if (now) {
        clock.play();
      } else {
        clock.stop();
      }
    });
    FontIcon playIcon = new FontIcon(Material2MZ.PLAY_ARROW);
    model.playingProperty().addListener((p, before, now) -> playIcon.setIconCode(now ? Material2MZ.PAUSE
        : Material2MZ.PLAY_ARROW));
    Button play = new Button("", playIcon);
    play.getStyleClass().add("slide-play");
    play.textProperty().bind(Bindings.when(model.playingProperty()).then(texts.get("learn.conv.pause"))
        .otherwise(texts.get("learn.conv.play")));
    play.setOnAction(event -> model.toggle());
    HBox buttons = new HBox(button(Material2AL.FIRST_PAGE, "learn.conv.restart", model::restart),
        button(Material2AL.CHEVRON_LEFT, "learn.conv.step-back", model::stepBack), play,
        button(Material2AL.CHEVRON_RIGHT, "learn.conv.step", this::stepByHand),
        button(Material2AL.LAST_PAGE, "learn.conv.finish", model::finish));
    buttons.getStyleClass().add("slide-buttons");
    Slider speed = new Slider(Math.log(SlideModel.SLOWEST), Math.log(SlideModel.FASTEST),
        Math.log(model.speedProperty().get()));
    speed.setAccessibleText(texts.get("learn.conv.speed"));
    speed.setBlockIncrement(Math.log(2) / 2);
    speed.valueProperty().addListener((p, before, now) -> model.speedProperty().set(Math.exp(now.doubleValue())));
    Label name = new Label(texts.get("learn.conv.speed"));
    name.setLabelFor(speed);
    HBox pace = new HBox(name, speed);
    pace.getStyleClass().add("slide-pace");
    getChildren().addAll(buttons, pace);
    disableProperty().bind(model.countProperty().isEqualTo(0));
  }

  private void stepByHand() {
    model.pause();
    model.step();
  }

  private Button button(Ikon icon, String key, Runnable action) {
    Button button = new Button("", new FontIcon(icon));
    button.setAccessibleText(texts.get(key));
    button.setTooltip(new Tooltip(texts.get(key)));
    button.getStyleClass().add("slide-button");
    button.setOnAction(event -> action.run());
    return button;
  }

  /** Space plays and pauses, Page Down and Page Up step, wherever in {@code picture} the focus is. */
  void listenTo(Node picture) {
    picture.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.SPACE) {
        model.toggle();
      } else if (event.getCode() == KeyCode.PAGE_DOWN) {
        stepByHand();
      } else if (event.getCode() == KeyCode.PAGE_UP) {
        model.stepBack();
      } else {
        return;
      }
      event.consume();
    });
  }

  /** Nothing moves any more. */
  void close() {
    model.pause();
  }
}
