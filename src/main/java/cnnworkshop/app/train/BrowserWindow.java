package cnnworkshop.app.train;

import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.TrainingTask;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The browser in a window of its own, dressed as the one it belongs to. Escape closes it. */
final class BrowserWindow {

  private static final double SHARE = 0.92;
  private static final double LEAST_WIDTH = 640;
  private static final double LEAST_HEIGHT = 440;

  private final BrowserModel model;
  private final Stage stage = new Stage();

  /** @param owner the window it belongs to, and closes with */
  BrowserWindow(Window owner, BrowserModel model, Texts texts) {
    this.model = model;
    BrowserView view = new BrowserView(model, texts);
    Scene scene = new Scene(view.root(), Math.max(LEAST_WIDTH, SHARE * owner.getWidth()),
        Math.max(LEAST_HEIGHT, SHARE * owner.getHeight()));
    Bindings.bindContent(scene.getStylesheets(), owner.getScene().getStylesheets());
    scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        stage.hide();
        event.consume();
      }
    });
    stage.initOwner(owner);
    stage.setScene(scene);
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.titleProperty().bind(
        Bindings.createStringBinding(() -> texts.get("train.browser.title", model.nameProperty().get()),
            model.nameProperty()));
    // The settings may have been changed meanwhile.
    stage.focusedProperty().addListener((p, before, focused) -> {
      if (focused) {
        model.refresh();
      }
    });
    stage.setOnShown(event -> view.focus());
  }

  /** Shows it, or brings it to the front. */
  void show() {
    stage.show();
    stage.toFront();
  }

  /** Whether it is on the screen. */
  boolean isShowing() {
    return stage.isShowing();
  }

  /** Looks at another set. */
  void show(TrainingTask task) {
    model.show(task);
  }
}
