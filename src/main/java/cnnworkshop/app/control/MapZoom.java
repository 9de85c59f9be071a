package cnnworkshop.app.control;

/**
 * How a map lies under a window onto it. Immutable; each change keeps the map in sight: in the middle along a
 * side it does not fill, without a margin along a side it overfills.
 *
 * @param viewWidth width of the window, pixels
 * @param viewHeight height of the window, pixels
 * @param mapWidth columns of the map
 * @param mapHeight rows of the map
 * @param scale pixels of the window a cell
 * @param left window column of the map's left edge
 * @param top window row of the map's upper edge
 */
record MapZoom(double viewWidth, double viewHeight, int mapWidth, int mapHeight, double scale, double left,
    double top) {

  private static final double LARGEST_CELL = 160;

  /** The whole map, as large as fits. */
  static MapZoom fitted(double viewWidth, double viewHeight, int mapWidth, int mapHeight) {
    double scale = fitScale(viewWidth, viewHeight, mapWidth, mapHeight);
    return new MapZoom(viewWidth, viewHeight, mapWidth, mapHeight, scale, 0, 0).kept();
  }

  private static double fitScale(double viewWidth, double viewHeight, int mapWidth, int mapHeight) {
    return Math.min(LARGEST_CELL, Math.min(Math.max(1, viewWidth) / mapWidth, Math.max(1, viewHeight) / mapHeight));
  }

  /** Whether the whole map is in sight and as large as fits. */
  boolean isFitted() {
    return scale <= fitScale(viewWidth, viewHeight, mapWidth, mapHeight) * (1 + 1e-9);
  }

  /** The same map at another scale, the cell at (x, y) of the window staying where it is. */
  MapZoom scaledTo(double newScale, double x, double y) {
    double low = Math.min(1, fitScale(viewWidth, viewHeight, mapWidth, mapHeight));
    double to = Math.max(low, Math.min(LARGEST_CELL, newScale));
    double factor = to / scale;
    return new MapZoom(viewWidth, viewHeight, mapWidth, mapHeight, to, x - (x - left) * factor,
        y - (y - top) * factor).kept();
  }

  /** Moved by some pixels of the window. */
  MapZoom moved(double dx, double dy) {
    return new MapZoom(viewWidth, viewHeight, mapWidth, mapHeight, scale, left + dx, top + dy).kept();
  }

  /** The same part in the middle of a window of another size; a fitted map stays fitted. */
  MapZoom resized(double width, double height) {
    if (isFitted()) {
      return fitted(width, height, mapWidth, mapHeight);
    }
    return new MapZoom(width, height, mapWidth, mapHeight, scale, left + (width - viewWidth) / 2,
        top + (height - viewHeight) / 2).kept();
  }

  /** Moved just so far that a cell is in sight. */
  MapZoom revealing(int column, int row) {
    double x = left + column * scale;
    double y = top + row * scale;
    double dx = x < 0 ? -x : x + scale > viewWidth ? viewWidth - x - scale : 0;
    double dy = y < 0 ? -y : y + scale > viewHeight ? viewHeight - y - scale : 0;
    return moved(dx, dy);
  }

  private MapZoom kept() {
    return new MapZoom(viewWidth, viewHeight, mapWidth, mapHeight, scale, kept(left, mapWidth * scale, viewWidth),
        kept(top, mapHeight * scale, viewHeight));
  }

  private static double kept(double start, double length, double room) {
    return length <= room ? (room - length) / 2 : Math.max(room - length, Math.min(0, start));
  }

  /** The cell column under a window column; may lie outside the map. */
  int column(double x) {
    return (int) Math.floor((x - left) / scale);
  }

  /** The cell row under a window row; may lie outside the map. */
  int row(double y) {
    return (int) Math.floor((y - top) / scale);
  }

  /**
   * The cells in sight.
   *
   * @param step how finely
   */
  MapRegion visible(int step) {
    int x0 = Math.max(0, Math.min(mapWidth - 1, column(0)));
    int y0 = Math.max(0, Math.min(mapHeight - 1, row(0)));
    int x1 = Math.min(mapWidth, (int) Math.ceil((viewWidth - left) / scale));
    int y1 = Math.min(mapHeight, (int) Math.ceil((viewHeight - top) / scale));
    return new MapRegion(x0, y0, Math.max(1, x1 - x0), Math.max(1, y1 - y0), step);
  }

  /**
   * What to compute to show the cells in sight: them and half a window around, so that small moves need nothing
   * new, on a raster of {@code step}, at most {@code side} pixels a side.
   */
  MapRegion wanted(int step, int side) {
    MapRegion seen = visible(step);
    int[] across = widened(seen.x(), seen.width(), mapWidth, step, side);
    int[] down = widened(seen.y(), seen.height(), mapHeight, step, side);
    return new MapRegion(across[0], down[0], across[1], down[1], step);
  }

  private static int[] widened(int start, int length, int end, int step, int side) {
    int margin = Math.max(0, Math.min(length / 2, (side * step - length) / 2 - step));
    int from = Math.max(0, start - margin) / step * step;
    return new int[] {from, Math.min(end, start + length + margin) - from};
  }
}
