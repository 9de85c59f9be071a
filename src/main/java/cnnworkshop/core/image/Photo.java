package cnnworkshop.core.image;

/**
 * A picture, upright and opaque: what every part of the program looks at. Immutable.
 *
 * <p>Pixels are sRGB, 8 bits a channel. Pixel (x, y) is column x and row y, counted from the top left;
 * as a coordinate, (x, y) is the <em>centre</em> of that pixel. Greys are Rec. 601 luma,
 * (299 R + 587 G + 114 B) / 1000, so a grey pixel keeps exactly its value.
 */
public final class Photo {

  private final int width;
  private final int height;
  private final int[] rgb;

  private Photo(int width, int height, int[] rgb) {
    this.width = width;
    this.height = height;
    this.rgb = rgb;
  }

  /**
   * A photo that takes over {@code rgb}; the caller must not change it afterwards.
   *
   * @param rgb {@code 0xRRGGBB} a pixel (higher bits are ignored), row by row, [row, column]
   * @throws IllegalArgumentException if the size is not positive or does not fit the array
   */
  public static Photo ofRgb(int width, int height, int[] rgb) {
    if (width < 1 || height < 1 || (long) width * height != rgb.length) {
      throw new IllegalArgumentException(width + "×" + height + " does not fit " + rgb.length + " pixels");
    }
    return new Photo(width, height, rgb);
  }

  /**
   * A grey photo.
   *
   * @param grey 0..255 a pixel, [row, column]; values outside are clipped
   */
  public static Photo ofGrey(int width, int height, float[] grey) {
    int[] rgb = new int[grey.length];
    for (int i = 0; i < grey.length; i++) {
      int value = Math.max(0, Math.min(255, Math.round(grey[i])));
      rgb[i] = value << 16 | value << 8 | value;
    }
    return ofRgb(width, height, rgb);
  }

  /** Width in pixels, at least 1. */
  public int width() {
    return width;
  }

  /** Height in pixels, at least 1. */
  public int height() {
    return height;
  }

  /** The pixel in column x, row y as {@code 0xFFRRGGBB}. */
  public int argb(int x, int y) {
    return rgb[y * width + x] | 0xFF000000;
  }

  /** The grey of the pixel in column x, row y, 0..1. */
  public float grey(int x, int y) {
    return greyOf(rgb[y * width + x]);
  }

  /**
   * Copies a rectangle of pixels as {@code 0xFFRRGGBB}, [row, column].
   *
   * @throws IndexOutOfBoundsException if the rectangle leaves the photo
   */
  public int[] argb(int x, int y, int columns, int rows) {
    int[] out = new int[columns * rows];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(rgb, (y + row) * width + x, out, row * columns, columns);
    }
    for (int i = 0; i < out.length; i++) {
      out[i] |= 0xFF000000;
    }
    return out;
  }

  /**
   * Copies a rectangle as network input: greys for one channel; red, green, blue for three.
   *
   * @param channels 1 or 3
   * @return values 0..1, [channel, row, column]
   * @throws IndexOutOfBoundsException if the rectangle leaves the photo
   */
  public float[] planes(int channels, int x, int y, int columns, int rows) {
    float[] out = new float[channels * rows * columns];
    int plane = rows * columns;
    for (int row = 0; row < rows; row++) {
      int from = (y + row) * width + x;
      int to = row * columns;
      for (int column = 0; column < columns; column++) {
        int pixel = rgb[from + column];
        if (channels == 1) {
          out[to + column] = greyOf(pixel);
        } else {
          out[to + column] = (pixel >> 16 & 0xFF) / 255f;
          out[plane + to + column] = (pixel >> 8 & 0xFF) / 255f;
          out[2 * plane + to + column] = (pixel & 0xFF) / 255f;
        }
      }
    }
    return out;
  }

  /**
   * This photo made smaller by averaging areas, so that its longest side has {@code longestSide} pixels;
   * this very photo if it is no larger than that. Never less than one pixel a side.
   */
  public Photo reducedTo(int longestSide) {
    int longest = Math.max(width, height);
    if (longest <= longestSide) {
      return this;
    }
    int w = Math.max(1, (int) Math.round((double) width * longestSide / longest));
    int h = Math.max(1, (int) Math.round((double) height * longestSide / longest));
    int[] out = new int[w * h];
    for (int row = 0; row < h; row++) {
      int y0 = (int) ((long) row * height / h);
      int y1 = Math.max(y0 + 1, (int) ((long) (row + 1) * height / h));
      for (int column = 0; column < w; column++) {
        int x0 = (int) ((long) column * width / w);
        int x1 = Math.max(x0 + 1, (int) ((long) (column + 1) * width / w));
        out[row * w + column] = mean(x0, y0, x1, y1);
      }
    }
    return ofRgb(w, h, out);
  }

  private int mean(int x0, int y0, int x1, int y1) {
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int y = y0; y < y1; y++) {
      for (int i = y * width + x0, end = y * width + x1; i < end; i++) {
        red += rgb[i] >> 16 & 0xFF;
        green += rgb[i] >> 8 & 0xFF;
        blue += rgb[i] & 0xFF;
      }
    }
    long n = (long) (x1 - x0) * (y1 - y0);
    return (int) ((red + n / 2) / n << 16 | (green + n / 2) / n << 8 | (blue + n / 2) / n);
  }

  private static float greyOf(int pixel) {
    return (299 * (pixel >> 16 & 0xFF) + 587 * (pixel >> 8 & 0xFF) + 114 * (pixel & 0xFF)) / 255000f;
  }
}
