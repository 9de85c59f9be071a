package cnnworkshop.app.control;

/**
 * Where the pictures of a {@link FilterStrip} lie: in rows, each place of a filter a square of whole screen pixels, as
 * large as all of them fit.
 *
 * @param columns pictures in a row, at least 1
 * @param block side of a filter's place, screen pixels
 * @param step from one picture to the next across, screen pixels
 * @param rowStep the same down
 */
record FilterStripLayout(int columns, int block, int step, int rowStep) {

  /**
   * @param width room, screen pixels
   * @param height room; if even the smallest pictures need more, they take it
   * @param count how many pictures, at least 1
   * @param filterColumns places of a filter across
   * @param filterRows places down
   * @param gap between pictures, screen pixels
   */
  static FilterStripLayout of(int width, int height, int count, int filterColumns, int filterRows, int gap) {
    int block = Math.max(1, Math.min(width / filterColumns, height / filterRows));
    FilterStripLayout layout = at(block, width, filterColumns, filterRows, gap);
    while (block > 1 && layout.height(count) - gap > height) {
      block--;
      layout = at(block, width, filterColumns, filterRows, gap);
    }
    return layout;
  }

  private static FilterStripLayout at(int block, int width, int filterColumns, int filterRows, int gap) {
    int step = filterColumns * block + gap;
    return new FilterStripLayout(Math.max(1, (width + gap) / step), block, step, filterRows * block + gap);
  }

  /** Height of all pictures with a gap after each row, screen pixels. */
  int height(int count) {
    return (count + columns - 1) / columns * rowStep;
  }

  /** The picture under a point, screen pixels; −1 between pictures or beside them. */
  int at(double x, double y, int count, int gap) {
    int column = (int) Math.floor(x / step);
    int row = (int) Math.floor(y / rowStep);
    int index = row * columns + column;
    boolean onPicture = x >= 0 && y >= 0 && column < columns && index < count && x - column * step < step - gap
        && y - row * rowStep < rowStep - gap;
    return onPicture ? index : -1;
  }
}
