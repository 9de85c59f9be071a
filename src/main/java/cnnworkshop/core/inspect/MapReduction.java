package cnnworkshop.core.inspect;

import cnnworkshop.core.net.FeatureMaps;

/**
 * One map at display size, with what is true of the whole full-size map.
 *
 * @param map which map of the layer
 * @param width columns shown
 * @param height rows shown
 * @param values [row, column]: means over the areas of the full-size map that the cells cover; the map itself when
 *     it is no larger; not to be changed
 * @param fullWidth columns of the full-size map
 * @param fullHeight rows of the full-size map
 * @param minimum the smallest value of the full-size map; this and {@code maximum} are no numbers if any value is none
 * @param maximum the largest value of the full-size map
 * @param mean the mean of the full-size map
 * @param zeroShare the share of the full-size map's values that are exactly 0, 0..1
 */
public record MapReduction(int map, int width, int height, float[] values, int fullWidth, int fullHeight,
    float minimum, float maximum, double mean, double zeroShare) {

  /** A map of a layer inside a network, at its own size. */
  public static MapReduction of(FeatureMaps maps, int map) {
    return new LayerMaps(maps).reduce(map, Integer.MAX_VALUE);
  }

  /** Whether the values are the map itself, nothing averaged. */
  public boolean isWhole() {
    return width == fullWidth && height == fullHeight;
  }

  /** Whether the filter never answered: every value is 0. */
  public boolean isSilent() {
    return zeroShare == 1;
  }
}
