package cnnworkshop.core.inspect;

/** A rectangle of all maps of a layer, computed row by row when asked. Not thread-safe. */
interface Tile {

  /**
   * Writes one row of one map.
   *
   * @param map which map
   * @param row which row, counted from the tile's first
   * @param out takes as many values as the tile has columns
   * @param from where in {@code out} the first goes
   */
  void row(int map, int row, float[] out, int from);
}
