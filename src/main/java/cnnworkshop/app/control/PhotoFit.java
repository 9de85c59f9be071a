package cnnworkshop.app.control;

/**
 * How a picture lies in a pane: as large as fits, in the middle, in its own proportions.
 * Pixel (x, y) of the picture, whose centre is the coordinate (x, y), covers {@code scale}×{@code scale}
 * pixels of the pane; a picture's left edge is therefore at the coordinate −0.5.
 *
 * @param left pane column of the picture's left edge
 * @param top pane row of the picture's upper edge
 * @param scale pane pixels a picture pixel
 * @param pictureWidth pixels
 * @param pictureHeight pixels
 */
record PhotoFit(double left, double top, double scale, int pictureWidth, int pictureHeight) {

  /** The place of a picture in a pane; a pane without area is taken as one of a pixel. */
  static PhotoFit within(double width, double height, int pictureWidth, int pictureHeight) {
    double scale = Math.min(Math.max(1, width) / pictureWidth, Math.max(1, height) / pictureHeight);
    return new PhotoFit((width - pictureWidth * scale) / 2, (height - pictureHeight * scale) / 2, scale,
        pictureWidth, pictureHeight);
  }

  /** Pane column of a picture coordinate. */
  double paneX(double x) {
    return left + (x + 0.5) * scale;
  }

  /** Pane row of a picture coordinate. */
  double paneY(double y) {
    return top + (y + 0.5) * scale;
  }

  /** Picture coordinate of a pane column. */
  double pictureX(double paneX) {
    return (paneX - left) / scale - 0.5;
  }

  /** Picture coordinate of a pane row. */
  double pictureY(double paneY) {
    return (paneY - top) / scale - 0.5;
  }

  /** Width of the picture in the pane. */
  double width() {
    return pictureWidth * scale;
  }

  /** Height of the picture in the pane. */
  double height() {
    return pictureHeight * scale;
  }

  /** Whether a picture coordinate lies on the picture, its edges included. */
  boolean contains(double x, double y) {
    return x >= -0.5 && y >= -0.5 && x <= pictureWidth - 0.5 && y <= pictureHeight - 0.5;
  }
}
