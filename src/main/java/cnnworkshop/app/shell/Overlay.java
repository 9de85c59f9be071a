package cnnworkshop.app.shell;

import atlantafx.base.controls.ModalPane;
import atlantafx.base.theme.Styles;
import cnnworkshop.core.text.Texts;
import javafx.application.Platform;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** A card that lies over the window until it is closed: with its button, with Escape, or with a click beside it. */
final class Overlay {

  private final Texts texts;
  private final ObservableBooleanValue reducedMotion;
  private final ModalPane pane = new ModalPane();
  private Node focusBefore;

  /** @param reducedMotion whether it comes and goes without moving */
  Overlay(Texts texts, ObservableBooleanValue reducedMotion) {
    pane.setFocusTraversable(false);
    this.texts = texts;
    this.reducedMotion = reducedMotion;
    pane.setAlignment(Pos.CENTER);
    pane.displayProperty().addListener((p, was, is) -> {
      if (!is && focusBefore != null) {
        focusBefore.requestFocus();
        focusBefore = null;
      }
    });
  }

  /** What lies over the window; takes no clicks while it shows nothing. */
  Node root() {
    return pane;
  }

  /** Whether a card is shown. */
  boolean isShowing() {
    return pane.isDisplay();
  }

  /** Takes the card away. */
  void hide() {
    pane.hide(true);
  }

  /** Shows a card. */
  void show(String title, Region content) {
    if (reducedMotion.get()) {
      pane.setInTransitionFactory(null);
      pane.setOutTransitionFactory(null);
    } else {
      pane.usePredefinedTransitionFactories(Side.TOP);
    }
    if (!pane.isDisplay() && pane.getScene() != null) {
      focusBefore = pane.getScene().getFocusOwner();
    }
    Label heading = new Label(title);
    heading.getStyleClass().add("ws-heading");
    heading.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(heading, Priority.ALWAYS);
    Button close = new Button(null, new FontIcon(Material2OutlinedAL.CLOSE));
    close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    close.setAccessibleText(texts.get("shell.close"));
    close.setCancelButton(true);
    close.setOnAction(event -> hide());
    HBox top = new HBox(heading, close);
    top.getStyleClass().add("overlay-top");
    BorderPane card = new BorderPane(content);
    card.setTop(top);
    card.getStyleClass().add("overlay-card");
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    pane.show(card);
    Platform.runLater(close::requestFocus);
  }
}
