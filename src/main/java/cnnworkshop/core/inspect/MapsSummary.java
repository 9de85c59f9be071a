package cnnworkshop.core.inspect;

import cnnworkshop.core.net.FeatureMaps;
import java.util.List;

/**
 * All maps of a layer in a few numbers.
 *
 * @param maps of each map, in order; at least one
 */
public record MapsSummary(List<MapSummary> maps) {

  public MapsSummary {
    maps = List.copyOf(maps);
  }

  /** What a layer made of a picture. */
  public static MapsSummary of(FeatureMaps maps) {
    return new MapsSummary(MapSummary.all(maps));
  }

  /** The share of all values that are exactly 0, 0..1. */
  public double zeroShare() {
    return maps.stream().mapToDouble(MapSummary::zeroShare).average().orElseThrow();
  }

  /** How many maps are 0 everywhere. */
  public int dead() {
    return (int) maps.stream().filter(MapSummary::isDead).count();
  }

  /** The share of maps that are 0 everywhere, 0..1. */
  public double deadShare() {
    return (double) dead() / maps.size();
  }

  /** The smallest and the largest value; no numbers if there are none. */
  public ValueRange range() {
    double low = maps.stream().mapToDouble(MapSummary::lowest).filter(Double::isFinite).min().orElse(Double.NaN);
    double high = maps.stream().mapToDouble(MapSummary::highest).filter(Double::isFinite).max().orElse(Double.NaN);
    return new ValueRange((float) low, (float) high);
  }
}
