package cnnworkshop.core.image;

/**
 * How stored pixels have to be laid down to stand upright: the eight values of EXIF's tag 0x0112.
 *
 * <p>Stored pixel (x, y) belongs at index {@code start + x · stepX + y · stepY} of the upright picture, counted
 * row by row.
 *
 * @param width width of the upright picture in pixels
 * @param height height of the upright picture in pixels
 */
record Orientation(int width, int height, int start, int stepX, int stepY) {

  /**
   * @param exif EXIF orientation, 1..8; anything else is taken as 1, the normal one
   * @param w stored width in pixels
   * @param h stored height in pixels
   */
  static Orientation of(int exif, int w, int h) {
    int n = w * h;
    return switch (exif) {
      case 2 -> new Orientation(w, h, w - 1, -1, w);
      case 3 -> new Orientation(w, h, n - 1, -1, -w);
      case 4 -> new Orientation(w, h, n - w, 1, -w);
      case 5 -> new Orientation(h, w, 0, h, 1);
      case 6 -> new Orientation(h, w, h - 1, h, -1);
      case 7 -> new Orientation(h, w, n - 1, -h, -1);
      case 8 -> new Orientation(h, w, n - h, -h, 1);
      default -> new Orientation(w, h, 0, 1, w);
    };
  }
}
