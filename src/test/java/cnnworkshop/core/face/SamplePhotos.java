package cnnworkshop.core.face;

import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;

/** The sample pictures that ship, and pictures without a face. */
public final class SamplePhotos {

  private SamplePhotos() {}

  /** A shipped sample picture by its file name. */
  public static Photo load(String name) {
    try (InputStream in = SamplePhotos.class.getResourceAsStream("/sample-images/" + name)) {
      BufferedImage image = ImageIO.read(in);
      int width = image.getWidth();
      int height = image.getHeight();
      if (image.getRaster().getNumBands() == 1) {
        // getRGB would apply a gamma curve to plain greys.
        return Photo.ofGrey(width, height, image.getRaster().getSamples(0, 0, width, height, 0, (float[]) null));
      }
      return Photo.ofRgb(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A photo turned clockwise about its middle, on a square with room for the corners; its edges are drawn out. */
  static Photo turned(Photo photo, double degrees) {
    int side = (int) (1.15 * Math.max(photo.width(), photo.height()));
    FaceSquare around =
        new FaceSquare((photo.width() - 1) / 2.0, (photo.height() - 1) / 2.0, side, -degrees);
    float[] rgb = new FaceView(around, side).sample(photo, 3);
    int n = side * side;
    int[] out = new int[n];
    for (int i = 0; i < n; i++) {
      out[i] = Math.round(rgb[i] * 255) << 16 | Math.round(rgb[n + i] * 255) << 8 | Math.round(rgb[2 * n + i] * 255);
    }
    return Photo.ofRgb(side, side, out);
  }

  /** Where a point of a photo went when it was {@link #turned}. */
  static FaceView.Point turned(Photo photo, double degrees, double x, double y) {
    int side = (int) (1.15 * Math.max(photo.width(), photo.height()));
    return new FaceView(new FaceSquare(
        (photo.width() - 1) / 2.0, (photo.height() - 1) / 2.0, side, -degrees), side).toView(x, y);
  }

  /** Two photos in one, level at the top; grey below the lower one. */
  static Photo sideBySide(Photo left, Photo right) {
    int width = left.width() + right.width();
    int height = Math.max(left.height(), right.height());
    int[] out = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        Photo from = x < left.width() ? left : right;
        int column = x < left.width() ? x : x - left.width();
        out[y * width + x] = y < from.height() ? from.argb(column, y) : 0x808080;
      }
    }
    return Photo.ofRgb(width, height, out);
  }

  /** Nothing but noise. */
  static Photo noise(int width, int height, long seed) {
    Random random = new Random(seed);
    float[] grey = new float[width * height];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = random.nextInt(256);
    }
    return Photo.ofGrey(width, height, grey);
  }

  /** One grey all over. */
  static Photo flat(int width, int height) {
    int[] rgb = new int[width * height];
    Arrays.fill(rgb, 0x808080);
    return Photo.ofRgb(width, height, rgb);
  }
}
