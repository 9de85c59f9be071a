package cnnworkshop.app.filters;

import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.LayerMaps;
import cnnworkshop.core.inspect.MapsCsv;
import cnnworkshop.core.inspect.NpyFile;
import cnnworkshop.core.inspect.PngFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/** Saves and copies what is looked at: a whole layer, or one map. */
final class DrillFiles {

  private final PatchesFiles files;
  private final DrillModel model;

  DrillFiles(FiltersTools tools, DrillModel model) {
    this.files = new PatchesFiles(tools);
    this.model = model;
  }

  /** Whether there is something to save: a layer or what is in it, but not the whole network. */
  boolean any() {
    return model.source().mapsProperty().get() != null && model.placeProperty().get().level() != DrillLevel.NETWORK;
  }

  /** Whether it is all of a layer: units of a dense layer are saved together. */
  private boolean all() {
    return model.placeProperty().get().level() == DrillLevel.LAYER || layer().isFlat();
  }

  private DrillLayer layer() {
    return model.source().mapsProperty().get().layers().get(model.placeProperty().get().layer());
  }

  /** What a file may be called, without its ending. */
  String name() {
    return all() ? layer().spec().name() + "-sheet" : layer().spec().name() + "-" + model.placeProperty().get().map();
  }

  /** Saves the picture: all maps side by side, or the one that is looked at, a pixel a value. */
  void savePicture(Path file) {
    if (any()) {
      Drawing drawing = drawing();
      files.write(file, to -> PngFile.write(to, drawing.draw()));
    }
  }

  /** Puts that picture on the clipboard. */
  void copyPicture(Consumer<Photo> clipboard) {
    if (any()) {
      files.copy(drawing()::draw, clipboard);
    }
  }

  /** Draws something, in the background. */
  private interface Drawing {
    Photo draw();
  }

  private Drawing drawing() {
    DrillLook look = model.look();
    DrillLayer layer = layer();
    int map = model.placeProperty().get().map();
    return all() ? () -> look.sheet(layer) : () -> look.map(layer, map);
  }

  /** Saves the exact values as a table: of a layer a line a value, of a map as it is seen. */
  void saveTable(Path file) {
    if (any()) {
      DrillLayer layer = layer();
      int map = model.placeProperty().get().map();
      boolean all = all();
      files.write(file, to -> {
        if (all) {
          MapsCsv.writeLayer(to, layer.maps());
        } else {
          MapsCsv.writeMap(to, layer.maps(), map);
        }
      });
    }
  }

  /** Saves the exact values for NumPy: [map, row, column], or [row, column] of one map. */
  void saveArray(Path file) {
    if (any()) {
      DrillLayer layer = layer();
      int map = model.placeProperty().get().map();
      int cells = layer.shape().height() * layer.shape().width();
      boolean all = all();
      files.write(file, to -> {
        if (all) {
          NpyFile.write(to, new LayerMaps(layer.maps()));
        } else {
          NpyFile.write(to, Arrays.copyOfRange(layer.maps().values(), map * cells, (map + 1) * cells),
              layer.shape().height(), layer.shape().width());
        }
      });
    }
  }
}
