package cnnworkshop.core.inspect;

/**
 * One full-size map in colour, painted a rectangle at a time.
 *
 * @param maps the layer's maps
 * @param map which of them
 * @param scale its colours
 * @param range the values the colours run over
 */
public record MapPicture(Maps maps, int map, ColourScale scale, ValueRange range) {

  /**
   * A rectangle of the picture.
   *
   * @return {@code 0xFFRRGGBB}, [row, column]
   * @throws IndexOutOfBoundsException if the rectangle leaves the map
   */
  public int[] argb(int x, int y, int columns, int rows) {
    return scale.paint(maps.region(map, x, y, columns, rows), range);
  }
}
