package cnnworkshop.app.filters;

import cnnworkshop.app.control.MapGrid;
import cnnworkshop.app.control.ValueGrid;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.MapSummary;
import cnnworkshop.core.text.Texts;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntFunction;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/** All maps of a layer side by side, or all units of a dense one as cells. */
final class DrillLayerPane extends StackPane {

  /** Cells are laid out so much wider than high. */
  private static final double WIDE = 1.6;

  private final DrillModel model;
  private final DrillWords words;
  private final MapGrid grid;
  private final ValueGrid units;
  private DrillTiles shown;
  private int columns = 1;
  private boolean following;

  DrillLayerPane(DrillModel model, Texts texts) {
    this.model = model;
    this.words = new DrillWords(texts);
    this.grid = new MapGrid(texts);
    this.units = new ValueGrid(words::number);
    getStyleClass().add("drill-maps");
    grid.setOnOpen(index -> {
      choose(index);
      model.down();
    });
    grid.selectedProperty().addListener((p, before, now) -> choose(now.intValue()));
    units.setOnPointed(cell -> model.choose(
        model.placeProperty().get().withMap(cell.row() * columns + cell.column())));
    // Only a click chooses a unit: all parts of the tab follow it.
    units.addEventFilter(MouseEvent.MOUSE_MOVED, MouseEvent::consume);
    units.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
      if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
        model.down();
      }
    });
    units.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ENTER) {
        model.down();
        event.consume();
      }
    });
    getChildren().addAll(grid, units);
    model.tilesProperty().addListener((p, before, now) -> show(now));
    model.placeProperty().addListener((p, before, now) -> meet(now));
    show(model.tilesProperty().get());
  }

  /** What takes the keys. */
  Node main() {
    return units.isVisible() ? units : grid;
  }

  /** How large maps are shown, in em. */
  DoubleProperty tileSizeProperty() {
    return grid.tileSizeProperty();
  }

  /** Another layer is empty until it is painted: maps of the one before would be taken for its own. */
  private void meet(DrillPlace now) {
    DrillMaps maps = model.source().mapsProperty().get();
    if (maps != null && now.level() != DrillLevel.NETWORK) {
      boolean flat = maps.layers().get(now.layer()).isFlat();
      PatchesButtons.show(units, flat);
      PatchesButtons.show(grid, !flat);
      if (shown != null && shown.layer() != now.layer()) {
        show(null);
      }
    }
    select();
  }

  private void choose(int index) {
    if (!following && shown != null && index >= 0 && index < shown.order().length) {
      model.choose(model.placeProperty().get().withMap(shown.order()[index]));
    }
  }

  private void show(DrillTiles tiles) {
    DrillMaps maps = model.source().mapsProperty().get();
    following = true;
    shown = tiles;
    if (tiles == null || maps == null) {
      grid.setMaps(0, 1, 1);
      units.show(null);
    } else {
      DrillLayer layer = maps.layers().get(tiles.layer());
      if (layer.isFlat()) {
        showUnits(layer);
      } else {
        showMaps(layer, tiles);
      }
    }
    following = false;
    select();
  }

  private void showMaps(DrillLayer layer, DrillTiles tiles) {
    grid.setWords(said(layer, tiles, words::label), said(layer, tiles, words::map));
    grid.setMaps(tiles.order().length, layer.shape().width(), layer.shape().height());
    for (int i = 0; i < tiles.pictures().size(); i++) {
      Photo picture = tiles.pictures().get(i);
      grid.setTile(i, picture.width(), picture.height(), picture.argb(0, 0, picture.width(), picture.height()));
    }
  }

  private static IntFunction<String> said(DrillLayer layer, DrillTiles tiles,
      Function<MapSummary, String> words) {
    // The grid may still have maps of the layer before.
    return index -> index < tiles.order().length ? words.apply(layer.summary().maps().get(tiles.order()[index])) : "";
  }

  private void showUnits(DrillLayer layer) {
    int count = layer.shape().channels();
    columns = (int) Math.min(count, Math.ceil(Math.sqrt(count * WIDE)));
    int rows = (count + columns - 1) / columns;
    float[] values = Arrays.copyOf(layer.maps().values(), rows * columns);
    units.show(new ValueGrid.Cells(rows, columns, values,
        model.look().colours().paint(values, layer.summary().range()), 0, count));
  }

  private void select() {
    DrillPlace now = model.placeProperty().get();
    if (shown == null || shown.layer() != now.layer() || now.level() == DrillLevel.NETWORK) {
      return;
    }
    following = true;
    if (units.isVisible()) {
      units.frame(new ValueGrid.Cell(now.map() / columns, now.map() % columns), 1, 1);
      units.setAccessibleText(words.one(model.source().mapsProperty().get(), now));
    } else {
      grid.selectedProperty().set(shown.placeOf(now.map()));
    }
    following = false;
  }
}
