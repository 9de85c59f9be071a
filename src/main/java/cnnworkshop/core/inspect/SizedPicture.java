package cnnworkshop.core.inspect;

import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.Shape;

/** A photo brought to any size a person chooses, for layers that take any. */
public final class SizedPicture {

  /** A pixel's edge that comes out this much too low is taken for the whole number it stands for. */
  private static final double ROUNDING = 1e-9;

  private SizedPicture() {}

  /**
   * The middle of a photo at another size: scaled until it covers the size, what is left over cut off at both ends.
   * Each pixel is the mean over the area it covers, or the photo's nearest pixel where that is less than one.
   *
   * @param width columns of the result, at least 1
   * @param height rows of the result, at least 1
   */
  public static Photo of(Photo photo, int width, int height) {
    double scale = Math.min((double) photo.width() / width, (double) photo.height() / height);
    double left = (photo.width() - scale * width) / 2;
    double top = (photo.height() - scale * height) / 2;
    int[] rgb = new int[width * height];
    for (int row = 0; row < height; row++) {
      int y0 = first(top, scale, row, photo.height());
      int y1 = end(top, scale, row, photo.height());
      for (int column = 0; column < width; column++) {
        rgb[row * width + column] = mean(photo, first(left, scale, column, photo.width()), y0,
            end(left, scale, column, photo.width()), y1);
      }
    }
    return Photo.ofRgb(width, height, rgb);
  }

  private static int first(double start, double scale, int pixel, int length) {
    return Math.min(length - 1, (int) Math.floor(start + scale * pixel + ROUNDING));
  }

  private static int end(double start, double scale, int pixel, int length) {
    int end = (int) Math.floor(start + scale * (pixel + 1) + ROUNDING);
    return Math.min(length, Math.max(first(start, scale, pixel, length) + 1, end));
  }

  private static int mean(Photo photo, int x0, int y0, int x1, int y1) {
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int y = y0; y < y1; y++) {
      for (int x = x0; x < x1; x++) {
        int argb = photo.argb(x, y);
        red += argb >> 16 & 0xFF;
        green += argb >> 8 & 0xFF;
        blue += argb & 0xFF;
      }
    }
    long count = (long) (x1 - x0) * (y1 - y0);
    return (int) ((red + count / 2) / count << 16 | (green + count / 2) / count << 8 | (blue + count / 2) / count);
  }

  /** A photo's greys as a network takes them: 1×rows×columns, 0..1. */
  public static FeatureMaps greys(Photo photo) {
    return new FeatureMaps(new Shape(1, photo.height(), photo.width()),
        photo.planes(1, 0, 0, photo.width(), photo.height()));
  }
}
