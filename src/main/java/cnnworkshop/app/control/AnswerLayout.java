package cnnworkshop.app.control;

/**
 * Where the cells of an {@link AnswerGrid} lie: pictures as large as all of them fit in sight, between a smallest and
 * a largest size; of the smallest size they go on below.
 *
 * @param columns cells in a row, at least 1
 * @param cellWidth pixels
 * @param side of the square a picture is shown in
 * @param lines height of what stands under it
 * @param gap between cells
 */
record AnswerLayout(int columns, double cellWidth, double side, double lines, double gap) {

  /** With words under them, cells share what is left of the width until they are this much wider. */
  private static final double WIDEST = 1.4;

  /**
   * @param width room, pixels
   * @param height room before one has to scroll
   * @param narrowest least width of a cell, for the words in it; 0 if there are few
   */
  static AnswerLayout of(double width, double height, int count, double smallest, double largest, double narrowest,
      double lines, double gap) {
    for (double side = Math.floor(largest); side > smallest; side--) {
      AnswerLayout candidate = withSide(width, side, narrowest, lines, gap);
      if (candidate.height(count) <= height) {
        return candidate;
      }
    }
    return withSide(width, smallest, narrowest, lines, gap);
  }

  private static AnswerLayout withSide(double width, double side, double narrowest, double lines, double gap) {
    double whole = Math.max(1, Math.floor(Math.min(side, width - 2 * gap)));
    double cell = Math.max(1, Math.min(Math.max(whole, Math.ceil(narrowest)), width - 2 * gap));
    int columns = Math.max(1, (int) ((width - gap) / (cell + gap)));
    double share = Math.floor((width - gap) / columns - gap);
    return new AnswerLayout(columns, narrowest == 0 ? cell : Math.max(cell, Math.min(share, WIDEST * cell)), whole,
        lines, gap);
  }

  /** Left edge of a cell. */
  double x(int index) {
    return gap + index % columns * (cellWidth + gap);
  }

  /** Upper edge of a cell. */
  double y(int index) {
    return gap + index / columns * rowHeight();
  }

  /** From one row to the next. */
  double rowHeight() {
    return side + lines + gap;
  }

  /** Height of all the cells. */
  double height(int count) {
    return gap + (count + columns - 1) / columns * rowHeight();
  }

  /** The first cell that reaches below {@code top}. */
  int firstVisible(double top) {
    return Math.max(0, (int) ((top - gap) / rowHeight())) * columns;
  }

  /** One more than the last cell that begins above {@code bottom}. */
  int endVisible(double bottom, int count) {
    return Math.min(count, Math.max(0, (int) Math.ceil((bottom - gap) / rowHeight())) * columns);
  }
}
