package cnnworkshop.app.learn;

import cnnworkshop.app.control.Em;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * A demo's picture and its controls: beside each other where there is room, below each other where there is not. Each
 * part scrolls by itself rather than being cut.
 */
final class StageSplit extends StackPane {

  private static final double SIDE_BY_SIDE_EM = 58;
  private static final double CONTROLS_EM = 20;

  private final Em em = new Em(this::arrange);
  private final Region picture;
  private final Region controls;
  private Boolean beside;

  StageSplit(Region picture, Region controls) {
    this.picture = picture;
    this.controls = controls;
    getStyleClass().add("stage-split");
    getStylesheets().add(StageSplit.class.getResource("/assets/styles/learn-conv.css").toExternalForm());
    picture.getStyleClass().add("stage-picture");
    controls.getStyleClass().add("stage-controls");
    widthProperty().addListener((p, before, now) -> arrange());
    arrange();
  }

  private void arrange() {
    boolean now = getWidth() >= em.px(SIDE_BY_SIDE_EM);
    if (beside == null || beside != now) {
      beside = now;
      getChildren().setAll(em, now ? besideEachOther() : belowEachOther());
    }
    controls.setPrefWidth(now ? em.px(CONTROLS_EM) : Region.USE_COMPUTED_SIZE);
  }

  private Node besideEachOther() {
    ScrollPane left = scrolling(picture);
    ScrollPane right = scrolling(controls);
    right.setMinWidth(Region.USE_PREF_SIZE);
    right.getStyleClass().add("stage-side");
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox both = new HBox(left, right);
    both.getStyleClass().add("stage-beside");
    return both;
  }

  private Node belowEachOther() {
    VBox.setVgrow(picture, Priority.ALWAYS);
    VBox both = new VBox(picture, controls);
    both.getStyleClass().add("stage-below");
    return scrolling(both);
  }

  private static ScrollPane scrolling(Region content) {
    content.setMinHeight(Region.USE_PREF_SIZE);
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("stage-scroll");
    return scroll;
  }
}
