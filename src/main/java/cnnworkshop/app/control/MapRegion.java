package cnnworkshop.app.control;

/**
 * A part of a map, thinned or averaged to every {@code step}-th value: a picture of
 * {@link #pictureWidth()}×{@link #pictureHeight()} pixels.
 *
 * @param x first column of the map
 * @param y first row of the map
 * @param width columns of the map, at least 1
 * @param height rows of the map, at least 1
 * @param step how many columns and rows of the map come together in a pixel, at least 1
 */
public record MapRegion(int x, int y, int width, int height, int step) {

  /** Columns of the region's picture. */
  public int pictureWidth() {
    return (width + step - 1) / step;
  }

  /** Rows of the region's picture. */
  public int pictureHeight() {
    return (height + step - 1) / step;
  }

  /** Whether all of {@code other} lies in this region, at least as finely. */
  boolean covers(MapRegion other) {
    return x <= other.x && y <= other.y && x + width >= other.x + other.width
        && y + height >= other.y + other.height && step <= other.step;
  }
}
