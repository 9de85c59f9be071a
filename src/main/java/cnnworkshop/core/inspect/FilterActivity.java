package cnnworkshop.core.inspect;

import cnnworkshop.core.net.FeatureMaps;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How strongly one filter answers to what its layer was given.
 *
 * @param strength mean of the absolute values of its map
 * @param range from its map's lowest to its highest value
 * @param zeroShare share of its map that is 0, 0..1
 */
public record FilterActivity(double strength, ValueRange range, double zeroShare) {

  /** How strongly each of the maps answers, in their order. */
  public static List<FilterActivity> of(FeatureMaps maps) {
    return IntStream.range(0, maps.shape().channels()).mapToObj(map -> of(maps, map)).toList();
  }

  private static FilterActivity of(FeatureMaps maps, int map) {
    int cells = maps.shape().height() * maps.shape().width();
    double sum = 0;
    int zeros = 0;
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (int i = map * cells; i < (map + 1) * cells; i++) {
      float value = maps.values()[i];
      sum += Math.abs(value);
      zeros += value == 0 ? 1 : 0;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return new FilterActivity(sum / cells, new ValueRange(low, high), (double) zeros / cells);
  }

  /** Whether all of its map is 0: nothing behind it hears of this filter. */
  public boolean dead() {
    return zeroShare == 1;
  }
}
