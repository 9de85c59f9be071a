package cnnworkshop.app.control;

/**
 * Where the tiles of a grid lie: as many columns as fit at about the wanted size, made to fill the width.
 * Boxes have the maps' proportions, but are never flatter than 12 : 1 or narrower than 1 : 3, so that the maps of
 * a 20000×600 or a 1×1000 photo still have room for a label and a pointer.
 *
 * @param columns tiles in a row, at least 1
 * @param boxWidth width of the box a map is shown in, pixels
 * @param boxHeight its height
 * @param labelHeight height of the label under it
 * @param gap space between tiles
 */
record TileLayout(int columns, double boxWidth, double boxHeight, double labelHeight, double gap) {

  private static final double FLATTEST = 12;
  private static final double NARROWEST = 1.0 / 3;

  /**
   * @param width room for the grid, pixels
   * @param tileSize side of the square that has about a box's area, pixels
   * @param mapWidth columns of a map
   * @param mapHeight rows of a map
   */
  static TileLayout of(double width, double tileSize, int mapWidth, int mapHeight, double labelHeight, double gap) {
    double ratio = Math.max(NARROWEST, Math.min(FLATTEST, (double) mapWidth / mapHeight));
    double wanted = tileSize * Math.sqrt(ratio);
    int columns = Math.max(1, (int) ((width - gap) / (wanted + gap)));
    double boxWidth = Math.max(1, Math.floor((width - gap) / columns - gap));
    return new TileLayout(columns, boxWidth, Math.max(1, Math.round(boxWidth / ratio)), labelHeight, gap);
  }

  /** Left edge of a tile. */
  double x(int index) {
    return gap + index % columns * (boxWidth + gap);
  }

  /** Upper edge of a tile. */
  double y(int index) {
    return gap + index / columns * rowHeight();
  }

  /** From one row to the next. */
  double rowHeight() {
    return boxHeight + labelHeight + gap;
  }

  /** Height of a whole tile. */
  double tileHeight() {
    return boxHeight + labelHeight;
  }

  /** Height of all the tiles. */
  double height(int count) {
    return gap + (count + columns - 1) / columns * rowHeight();
  }

  /** The first tile that reaches below {@code top}. */
  int firstVisible(double top) {
    return Math.max(0, (int) ((top - gap) / rowHeight())) * columns;
  }

  /** One more than the last tile that begins above {@code bottom}. */
  int endVisible(double bottom, int count) {
    return Math.min(count, Math.max(0, (int) Math.ceil((bottom - gap) / rowHeight())) * columns);
  }
}
