package cnnworkshop.core.inspect;

/**
 * Which full-size values each cell of a reduced map stands for: cell (column, row) covers the columns from
 * {@code firstColumn(column)} up to {@code firstColumn(column + 1)} and rows likewise. Cells are side by side,
 * cover the map, and none is empty.
 *
 * @param fullWidth columns of the full-size map
 * @param fullHeight rows of the full-size map
 * @param width columns of the reduced map
 * @param height rows of the reduced map
 */
record ReductionPlan(int fullWidth, int fullHeight, int width, int height) {

  /** A reduction whose longest side is {@code longestSide}, or the map itself if it is no larger. */
  static ReductionPlan of(int fullWidth, int fullHeight, int longestSide) {
    if (longestSide < 1) {
      throw new IllegalArgumentException("longest side " + longestSide);
    }
    int longest = Math.max(fullWidth, fullHeight);
    if (longest <= longestSide) {
      return new ReductionPlan(fullWidth, fullHeight, fullWidth, fullHeight);
    }
    double scale = (double) longestSide / longest;
    return new ReductionPlan(fullWidth, fullHeight, Math.max(1, (int) Math.round(fullWidth * scale)),
        Math.max(1, (int) Math.round(fullHeight * scale)));
  }

  /** Whether nothing is averaged. */
  boolean isWhole() {
    return width == fullWidth && height == fullHeight;
  }

  int firstColumn(int column) {
    return (int) ((long) column * fullWidth / width);
  }

  int firstRow(int row) {
    return (int) ((long) row * fullHeight / height);
  }
}
