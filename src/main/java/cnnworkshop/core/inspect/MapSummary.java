package cnnworkshop.core.inspect;

import cnnworkshop.core.net.FeatureMaps;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One map in a few numbers. Values that are no numbers count for none of them.
 *
 * @param map its number in the layer
 * @param lowest its smallest value; NaN if none is a number
 * @param highest its largest value; NaN if none is a number
 * @param mean the mean of its values
 * @param activity the mean of its values without their signs
 * @param zeroShare the share of its values that are exactly 0, 0..1
 */
public record MapSummary(int map, float lowest, float highest, double mean, double activity, double zeroShare) {

  /** All maps of a layer, in order. */
  public static List<MapSummary> all(FeatureMaps maps) {
    return IntStream.range(0, maps.shape().channels()).mapToObj(map -> of(maps, map)).toList();
  }

  private static MapSummary of(FeatureMaps maps, int map) {
    int cells = maps.shape().height() * maps.shape().width();
    float lowest = Float.NaN;
    float highest = Float.NaN;
    double sum = 0;
    double size = 0;
    int zeros = 0;
    int numbers = 0;
    for (int i = map * cells; i < (map + 1) * cells; i++) {
      float value = maps.values()[i];
      if (!Float.isNaN(value)) {
        lowest = numbers == 0 ? value : Math.min(lowest, value);
        highest = numbers == 0 ? value : Math.max(highest, value);
        numbers++;
        sum += value;
        size += Math.abs(value);
        zeros += value == 0 ? 1 : 0;
      }
    }
    return new MapSummary(map, lowest, highest, numbers == 0 ? 0 : sum / numbers, numbers == 0 ? 0 : size / numbers,
        (double) zeros / cells);
  }

  /** Whether every value is 0. */
  public boolean isDead() {
    return zeroShare == 1;
  }
}
