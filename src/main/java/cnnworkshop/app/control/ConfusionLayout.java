package cnnworkshop.app.control;

/**
 * Where the cells of a {@link ConfusionMatrix} lie. All cells have one size; they are square where there is room, and
 * lower than wide where height is short, so that numbers still fit.
 *
 * @param left left edge of the first column, pixels
 * @param top upper edge of the first row
 * @param cellWidth pixels from one column to the next
 * @param cellHeight pixels from one row to the next
 * @param classes rows and columns
 */
record ConfusionLayout(double left, double top, double cellWidth, double cellHeight, int classes) {

  /** Cells are at most this much wider than high. */
  private static final double FLATTEST = 1.8;

  /**
   * Fits cells into the room that labels leave.
   *
   * @param width room for all columns, pixels
   * @param height room for all rows
   * @param smallest the least side of a cell
   * @param largest the largest
   */
  static ConfusionLayout of(double left, double top, double width, double height, int classes, double smallest,
      double largest) {
    double high = Math.floor(Math.max(smallest, Math.min(largest, height / classes)));
    double wide = Math.floor(Math.max(smallest, Math.min(largest, Math.min(FLATTEST * high, width / classes))));
    return new ConfusionLayout(left, top, wide, Math.min(high, Math.max(smallest, Math.floor(1.25 * wide))), classes);
  }

  /** Left edge of a column; that of one past the last is the right edge. */
  double x(int column) {
    return left + column * cellWidth;
  }

  /** Upper edge of a row; that of one past the last is the lower edge. */
  double y(int row) {
    return top + row * cellHeight;
  }

  /** The cell under a point; null beside all of them. */
  ConfusionCell at(double x, double y) {
    int column = (int) Math.floor((x - left) / cellWidth);
    int row = (int) Math.floor((y - top) / cellHeight);
    return column < 0 || row < 0 || column >= classes || row >= classes ? null : new ConfusionCell(row, column);
  }
}
