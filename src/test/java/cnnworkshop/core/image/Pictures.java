package cnnworkshop.core.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Picture files for the tests: some from the resources, the others made here. */
public final class Pictures {

  private Pictures() {}

  /** A picture from the resource folder. */
  public static byte[] resource(String name) {
    try (InputStream in = Pictures.class.getResourceAsStream("/cnnworkshop/pictures/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Different in every pixel and symmetric in no way: red grows with x, green with y, blue is a corner. */
  public static BufferedImage gradient(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int red = 40 + x * 200 / width;
        int green = 30 + y * 200 / height;
        int blue = x < width / 2 && y < height / 3 ? 220 : 20;
        image.setRGB(x, y, 0xFF000000 | red << 16 | green << 8 | blue);
      }
    }
    return image;
  }

  /** A file in a format Java can write. */
  public static byte[] file(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException("no writer for " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A JPEG file with EXIF's orientation tag put in. */
  static byte[] withOrientation(byte[] jpeg, int orientation) {
    byte[] exif = {(byte) 0xFF, (byte) 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0,
        'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte) orientation, 0, 0, 0, 0, 0, 0, 0};
    byte[] out = Arrays.copyOf(jpeg, jpeg.length + exif.length);
    System.arraycopy(exif, 0, out, 2, exif.length);
    System.arraycopy(jpeg, 2, out, 2 + exif.length, jpeg.length - 2);
    return out;
  }

  /** The largest difference of any channel between two photos of the same size. */
  static int largestDifference(Photo a, Photo b) {
    int largest = 0;
    for (int y = 0; y < a.height(); y++) {
      for (int x = 0; x < a.width(); x++) {
        for (int shift = 0; shift <= 16; shift += 8) {
          largest = Math.max(largest, Math.abs((a.argb(x, y) >> shift & 0xFF) - (b.argb(x, y) >> shift & 0xFF)));
        }
      }
    }
    return largest;
  }

  /** The mean difference of the greys of two photos of the same size, in 255ths. */
  static double meanGreyDifference(Photo a, Photo b) {
    double sum = 0;
    for (int y = 0; y < a.height(); y++) {
      for (int x = 0; x < a.width(); x++) {
        sum += 255 * Math.abs(a.grey(x, y) - b.grey(x, y));
      }
    }
    return sum / a.width() / a.height();
  }
}
