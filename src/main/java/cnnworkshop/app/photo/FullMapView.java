package cnnworkshop.app.photo;

import cnnworkshop.app.control.MapZoomView;
import cnnworkshop.core.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** One map in full size, over the grid, with a way back. */
final class FullMapView extends BorderPane {

  private final MapsModel maps;
  private final Texts texts;
  private final MapZoomView zoom;
  private final Label title = new Label();
  private int shownSubject = -1;
  private int shownMap = -1;

  FullMapView(MapsModel maps, ProbeModel probe, Texts texts) {
    this.maps = maps;
    this.texts = texts;
    this.zoom = new MapZoomView(texts);
    getStyleClass().add("full-map");
    Labelled labelled = new Labelled(texts);
    Button back = labelled.button(new Button(), texts.get("photo-tab.full.back"), Material2AL.ARROW_BACK,
        PhotoKeys.BACK.combination(), () -> maps.openedProperty().set(-1));
    Button previous = labelled.button(new Button(), texts.get("photo-tab.full.previous"),
        Material2MZ.NAVIGATE_BEFORE, null, () -> step(-1));
    Button next = labelled.button(new Button(), texts.get("photo-tab.full.next"), Material2MZ.NAVIGATE_NEXT, null,
        () -> step(1));
    Button in = labelled.button(new Button(), texts.get("photo-tab.full.in"), Material2MZ.ZOOM_IN, null, zoom::zoomIn);
    Button out = labelled.button(new Button(), texts.get("photo-tab.full.out"), Material2MZ.ZOOM_OUT, null,
        zoom::zoomOut);
    Button fit = labelled.button(new Button(), texts.get("photo-tab.full.fit"), Material2AL.FULLSCREEN, null,
        zoom::zoomToFit);
    Button actual = labelled.button(new Button(), texts.get("photo-tab.full.actual"), Material2AL.FILTER_1, null,
        zoom::zoomToActualSize);
    title.getStyleClass().add("full-map-title");
    // As icons, named in their tooltips and for screen readers: the map needs the room more than their words do.
    for (Button button : new Button[] {previous, next, in, out, fit, actual}) {
      button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }
    FlowPane row = new FlowPane(back, title, previous, next, in, out, fit, actual);
    row.getStyleClass().add("controls");
    row.setAlignment(Pos.CENTER_LEFT);
    setTop(row);
    setCenter(zoom);
    // However little room there is, the row of buttons is whole; the map takes what is left.
    zoom.setMinSize(0, 0);
    setMinHeight(0);
    zoom.setOnRegionWanted(region -> maps.region(maps.openedProperty().get(), region, zoom::setRegion));
    zoom.hoveredCellProperty().addListener((p, before, cell) -> {
      if (cell == null) {
        probe.leaveMaps();
      } else {
        probe.pointAtMap(shownMap, new ProbeModel.Cell(cell.row(), cell.column()));
      }
    });
  }

  /** The picture of the map. */
  MapZoomView zoom() {
    return zoom;
  }

  /** Shows the opened map, as soon as there is a picture of the whole of it. */
  void refresh() {
    int map = maps.openedProperty().get();
    MapSet set = maps.mapsProperty().get();
    if (map < 0 || set == null || map >= maps.tiles().size() || maps.tiles().get(map) == null) {
      return;
    }
    title.setText(texts.get("photo-tab.full.title", map, maps.tiles().size() - 1, set.maps().width(),
        set.maps().height()));
    TilePicture whole = maps.tiles().get(map);
    if (shownSubject == set.subject() && shownMap == map) {
      zoom.setPreview(whole.argb(), whole.width(), whole.height());
    } else {
      // Set first: showing the map can ask for a part of it at once.
      shownSubject = set.subject();
      shownMap = map;
      zoom.setMap(set.maps().width(), set.maps().height(), whole.argb(), whole.width(), whole.height());
    }
  }

  private void step(int by) {
    int count = maps.tiles().size();
    if (count > 0) {
      maps.openedProperty().set(Math.floorMod(maps.openedProperty().get() + by, count));
    }
  }
}
