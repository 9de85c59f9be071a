package cnnworkshop.app.learn;

import cnnworkshop.app.control.Em;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The map, the text and the stage beside each other where there is room. With less room the map lies over the text when
 * it is asked for, and the stage stands below the text and is scrolled with it.
 */
final class PageLayout extends Region {

  private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

  private static final double MAP_EM = 16;
  private static final double LEAST_TEXT_EM = 26;
  private static final double MOST_TEXT_EM = 37.5;
  private static final double LEAST_STAGE_EM = 44;
  private static final double LEAST_STAGE_HEIGHT_EM = 28;
  private static final double TEXT_SHARE = 0.36;
  /** How much of the place a stage takes that is scrolled with the text, so that a little of that is still seen. */
  private static final double STAGE_HEIGHT_SHARE = 0.94;

  private final Em em = new Em(this::arrange);
  private final Region map;
  private final VBox column;
  private final ScrollPane scroll;
  private final DemoStage stage;
  private final BooleanProperty mapBesideWanted;
  private final BooleanProperty mapOverWanted = new SimpleBooleanProperty(this, "mapOver");
  private final ReadOnlyBooleanWrapper mapShown = new ReadOnlyBooleanWrapper(this, "mapShown");
  private boolean hasStage;
  private boolean stageBeside;

  /**
   * @param column the text, where the stage goes if there is no room beside it
   * @param scroll what scrolls it
   * @param mapWanted whether the map is shown where there is room for it
   */
  PageLayout(Region map, VBox column, ScrollPane scroll, DemoStage stage, BooleanProperty mapWanted) {
    this.map = map;
    this.column = column;
    this.scroll = scroll;
    this.stage = stage;
    this.mapBesideWanted = mapWanted;
    getStyleClass().add("page-layout");
    // First for the keyboard, and yet over the others where it covers them.
    getChildren().addAll(em, map, scroll);
    map.setViewOrder(-1);
    setMinSize(0, 0);
    mapWanted.addListener((p, before, now) -> arrange());
    mapOverWanted.addListener((p, before, now) -> arrange());
    widthProperty().addListener((p, before, now) -> arrange());
    heightProperty().addListener((p, before, now) -> arrange());
  }

  /** Tells whether the page has anything for the stage. */
  void setHasStage(boolean has) {
    hasStage = has;
    arrange();
  }

  /** Whether the map is seen now. */
  ReadOnlyBooleanProperty mapShownProperty() {
    return mapShown.getReadOnlyProperty();
  }

  /** Shows the map, or takes it away. */
  void setMapShown(boolean shown) {
    if (mapFits()) {
      mapBesideWanted.set(shown);
    } else {
      mapOverWanted.set(shown);
    }
  }

  /** Takes away a map that lies over the text. */
  void closeMapOver() {
    mapOverWanted.set(false);
  }

  /** Whether the stage stands beside the text. */
  boolean isStageBeside() {
    return stageBeside;
  }

  private boolean mapFits() {
    return getWidth() >= em.px(MAP_EM + (hasStage ? LEAST_TEXT_EM + LEAST_STAGE_EM : MOST_TEXT_EM));
  }

  private double mapRoom() {
    return mapFits() && mapBesideWanted.get() ? em.px(MAP_EM) : 0;
  }

  private void arrange() {
    mapShown.set(mapFits() ? mapBesideWanted.get() : mapOverWanted.get());
    map.setVisible(mapShown.get());
    map.pseudoClassStateChanged(OVER, !mapFits());
    stageBeside = hasStage && getWidth() - mapRoom() >= em.px(LEAST_TEXT_EM + LEAST_STAGE_EM);
    boolean below = hasStage && !stageBeside;
    stage.setWhole(below);
    stage.setPrefHeight(below
        ? Math.max(em.px(LEAST_STAGE_HEIGHT_EM), getHeight() * STAGE_HEIGHT_SHARE) : USE_COMPUTED_SIZE);
    if (column.getChildren().contains(stage) != below) {
      if (below) {
        getChildren().remove(stage);
        column.getChildren().add(stage);
      } else {
        column.getChildren().remove(stage);
      }
    }
    if (getChildren().contains(stage) != stageBeside) {
      if (stageBeside) {
        getChildren().add(stage);
      } else {
        getChildren().remove(stage);
      }
    }
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double height = getHeight();
    double left = mapRoom();
    double room = getWidth() - left;
    double text = stageBeside
        ? Math.round(Math.min(em.px(MOST_TEXT_EM), Math.max(em.px(LEAST_TEXT_EM), TEXT_SHARE * room))) : room;
    map.resizeRelocate(0, 0, Math.min(getWidth(), em.px(MAP_EM)), height);
    scroll.resizeRelocate(left, 0, text, height);
    if (stageBeside) {
      stage.resizeRelocate(left + text, 0, room - text, height);
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(MAP_EM + LEAST_TEXT_EM + LEAST_STAGE_EM);
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.px(LEAST_STAGE_HEIGHT_EM);
  }
}
