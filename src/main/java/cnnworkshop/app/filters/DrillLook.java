package cnnworkshop.app.filters;

import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.LayerMaps;
import cnnworkshop.core.inspect.MapReduction;
import cnnworkshop.core.inspect.MapScaling;
import cnnworkshop.core.inspect.MapSheet;
import cnnworkshop.core.inspect.MapSummary;
import cnnworkshop.core.inspect.ValueRange;
import cnnworkshop.core.image.Photo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How maps are coloured.
 *
 * @param colours from values to colours
 * @param scaling which values the colours run over
 */
record DrillLook(ColourScale colours, MapScaling scaling) {

  /** So many maps of a layer are shown among all layers. */
  private static final int STRIP = 12;
  private static final int STRIP_PIXELS = 64;
  /** Units of a dense layer on a sheet are squares of so many pixels. */
  private static final int UNIT_PIXELS = 12;

  /** The values a map's colours run over. Units have one value each, so they always are on a common scale. */
  ValueRange range(DrillLayer layer, int map) {
    MapSummary summary = layer.summary().maps().get(map);
    return scaling == MapScaling.COMMON || layer.isFlat() ? layer.summary().range()
        : new ValueRange(summary.lowest(), summary.highest());
  }

  /** A map, a pixel a value. */
  Photo map(DrillLayer layer, int map) {
    int cells = layer.shape().height() * layer.shape().width();
    float[] values = Arrays.copyOfRange(layer.maps().values(), map * cells, (map + 1) * cells);
    return Photo.ofRgb(layer.shape().width(), layer.shape().height(), colours.paint(values, range(layer, map)));
  }

  /** Some of a layer's maps: the most active ones; of a dense layer all units as one picture. */
  List<Photo> strip(DrillLayer layer) {
    if (layer.isFlat()) {
      return List.of(units(layer));
    }
    LayerMaps maps = new LayerMaps(layer.maps());
    List<Photo> strip = new ArrayList<>();
    for (int map : Arrays.copyOf(DrillOrder.ACTIVITY.of(layer.summary()), Math.min(STRIP, maps.count()))) {
      strip.add(small(layer, maps.reduce(map, STRIP_PIXELS)));
    }
    return strip;
  }

  private Photo small(DrillLayer layer, MapReduction map) {
    return Photo.ofRgb(map.width(), map.height(), colours.paint(map.values(), range(layer, map.map())));
  }

  /** A unit a pixel, in as many rows as divide their number and leave it much wider than high. */
  private Photo units(DrillLayer layer) {
    int units = layer.shape().channels();
    int rows = 1;
    for (int r = 2; 4 * r * r <= units; r++) {
      rows = units % r == 0 ? r : rows;
    }
    return Photo.ofRgb(units / rows, rows, colours.paint(layer.maps().values(), layer.summary().range()));
  }

  /** All maps side by side, numbered; of a dense layer all units as squares. */
  Photo sheet(DrillLayer layer) {
    if (!layer.isFlat()) {
      LayerMaps maps = new LayerMaps(layer.maps());
      List<MapReduction> all = new ArrayList<>();
      for (int map = 0; map < maps.count(); map++) {
        all.add(maps.reduce(map, Integer.MAX_VALUE));
      }
      return new MapSheet(colours, scaling).picture(all);
    }
    Photo units = units(layer);
    int width = units.width() * UNIT_PIXELS;
    int[] rgb = new int[width * units.height() * UNIT_PIXELS];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = units.argb(i % width / UNIT_PIXELS, i / width / UNIT_PIXELS);
    }
    return Photo.ofRgb(width, units.height() * UNIT_PIXELS, rgb);
  }
}
