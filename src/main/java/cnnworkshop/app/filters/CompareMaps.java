package cnnworkshop.app.filters;

import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.MapReduction;
import cnnworkshop.core.inspect.MapScaling;
import cnnworkshop.core.inspect.ValueRange;
import cnnworkshop.core.net.FeatureMaps;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The maps of one layer for one picture. Immutable.
 *
 * @param layer which layer
 * @param maps all of them at their own size, with what is true of each
 */
record CompareMaps(CompareLayer layer, List<MapReduction> maps) {

  CompareMaps {
    maps = List.copyOf(maps);
  }

  static CompareMaps of(CompareLayer layer, FeatureMaps maps) {
    return new CompareMaps(layer, IntStream.range(0, maps.shape().channels())
        .mapToObj(map -> MapReduction.of(maps, map)).toList());
  }

  /** The lowest and the highest value of all maps. */
  ValueRange range() {
    return MapScaling.COMMON.range(maps.get(0), maps);
  }

  /**
   * A map in colour.
   *
   * @param common what the colours run over; null for the map's own lowest to its highest value
   */
  int[] paint(int map, ColourScale colours, ValueRange common) {
    MapReduction one = maps.get(map);
    return colours.paint(one.values(), common == null ? MapScaling.PER_MAP.range(one, maps) : common);
  }
}
