package cnnworkshop.core.inspect;

import java.util.Collection;

/** Which values a map's colours run over. */
public enum MapScaling {
  /** From the map's own minimum to its maximum: shows most of each map. */
  PER_MAP,
  /** From the smallest to the largest value of all maps: shows which filters answer strongly. */
  COMMON;

  /**
   * The range to paint a map with. A map with values that are no numbers has a range that is no number either, so
   * that it is marked as a whole, and does not count for the others.
   *
   * @param map which map
   * @param all all maps of the layer that are known
   */
  public ValueRange range(MapReduction map, Collection<MapReduction> all) {
    if (this == PER_MAP || Float.isNaN(map.minimum())) {
      return new ValueRange(map.minimum(), map.maximum());
    }
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (MapReduction one : all) {
      if (!Float.isNaN(one.minimum())) {
        low = Math.min(low, one.minimum());
        high = Math.max(high, one.maximum());
      }
    }
    return low <= high ? new ValueRange(low, high) : new ValueRange(map.minimum(), map.maximum());
  }
}
