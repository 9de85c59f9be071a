package cnnworkshop.app.filters;

import cnnworkshop.app.control.Em;
import cnnworkshop.core.text.Texts;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;

/** One number: its map with the cell, and how it came about. A dense unit has no map. */
final class DrillNumberPane extends StackPane {

  private static final double SIDE_BY_SIDE_EM = 50;
  private static final double MAP_SHARE = 0.35;

  private final DrillModel model;
  private final DrillMapGrid map;
  private final DrillOriginPane origin;
  private final SplitPane split = new SplitPane();
  private final Em em = new Em(this::arrange);

  DrillNumberPane(DrillModel model, Texts texts) {
    this.model = model;
    this.map = new DrillMapGrid(model, DrillLevel.NUMBER, texts);
    this.origin = new DrillOriginPane(model, texts);
    map.setMinSize(0, 0);
    origin.setMinSize(0, 0);
    getChildren().addAll(em, split);
    widthProperty().addListener((p, before, now) -> arrange());
    model.placeProperty().addListener((p, before, now) -> arrange());
    arrange();
  }

  /** What takes the keys. */
  Node main() {
    return isFlat() ? origin : map.main();
  }

  private boolean isFlat() {
    DrillMaps maps = model.source().mapsProperty().get();
    return maps != null && maps.layers().get(model.placeProperty().get().layer()).isFlat();
  }

  private void arrange() {
    if (em == null) {
      return;
    }
    split.setOrientation(getWidth() >= em.px(SIDE_BY_SIDE_EM) ? Orientation.HORIZONTAL : Orientation.VERTICAL);
    int parts = isFlat() ? 1 : 2;
    if (split.getItems().size() != parts) {
      if (parts == 1) {
        split.getItems().setAll(origin);
      } else {
        split.getItems().setAll(map, origin);
        split.setDividerPositions(MAP_SHARE);
      }
    }
  }
}
