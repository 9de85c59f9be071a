package cnnworkshop.app.learn;

import cnnworkshop.app.control.MapGrid;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.ValueRange;
import cnnworkshop.core.net.FeatureMaps;
import java.util.Arrays;

/** Colours for the maps of a layer inside the network. */
final class LabMaps {

  /** What maps are painted with; silent is dark. */
  static final ColourScale COLOURS = ColourScale.VIRIDIS;

  private LabMaps() {}

  /** One map's values, [row, column]. */
  static float[] values(FeatureMaps maps, int map) {
    int cells = maps.shape().height() * maps.shape().width();
    return Arrays.copyOfRange(maps.values(), map * cells, (map + 1) * cells);
  }

  /** The smallest and the largest of some values. */
  static ValueRange range(float[] values) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return new ValueRange(low, high);
  }

  /** A map from its own smallest to its largest value. */
  static int[] paint(FeatureMaps maps, int map) {
    float[] values = values(maps, map);
    return COLOURS.paint(values, range(values));
  }

  /** Fills a grid with all maps, each over its own values. */
  static void show(FeatureMaps maps, MapGrid grid) {
    int width = maps.shape().width();
    int height = maps.shape().height();
    grid.setMaps(maps.shape().channels(), width, height);
    for (int map = 0; map < maps.shape().channels(); map++) {
      grid.setTile(map, width, height, paint(maps, map));
    }
  }

  /** The map with the largest sum: the one that answers most. */
  static int strongest(FeatureMaps maps) {
    int cells = maps.shape().height() * maps.shape().width();
    int strongest = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int map = 0; map < maps.shape().channels(); map++) {
      double sum = 0;
      for (int i = map * cells; i < (map + 1) * cells; i++) {
        sum += maps.values()[i];
      }
      if (sum > most) {
        most = sum;
        strongest = map;
      }
    }
    return strongest;
  }
}
