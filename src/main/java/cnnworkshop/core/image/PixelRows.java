package cnnworkshop.core.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * Reads a decoded picture row by row as opaque sRGB, whatever its layout in memory is.
 *
 * <p>Grey values are taken as they are: Java's own conversion takes grey pictures for linear light and would make
 * them lighter. Deeper samples are scaled to 8 bits. Colours of another profile are converted to sRGB.
 */
abstract class PixelRows {

  /** The background transparent pictures are laid on: white, in every channel. */
  private static final int BACKGROUND = 255;

  /** What reads {@code image}. */
  static PixelRows of(BufferedImage image) {
    ColorModel colors = image.getColorModel();
    int type = image.getRaster().getTransferType();
    boolean plainSamples = colors instanceof ComponentColorModel
        && (type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT);
    if (colors instanceof IndexColorModel palette) {
      return new Palette(image, palette);
    } else if (!plainSamples) {
      return new AnyColors(image);
    } else if (colors.getNumColorComponents() == 1) {
      return new Samples(image, 0, 0, 0);
    } else if (colors.getColorSpace().isCS_sRGB()) {
      return new Samples(image, 0, 1, 2);
    }
    return new Profile(image);
  }

  /**
   * Writes a row's pixels as {@code 0xRRGGBB}.
   *
   * @param y the row, from 0
   * @param out the first pixel goes to {@code out[start]}, each further one {@code step} after the one before
   */
  abstract void copy(int y, int[] out, int start, int step);

  /** A channel of value 0..255 over the background; {@code alpha} 0..255, 255 is opaque. */
  private static int blend(int value, int alpha) {
    return (value * alpha + BACKGROUND * (255 - alpha) + 127) / 255;
  }

  private static int blendArgb(int argb) {
    int alpha = argb >>> 24;
    if (alpha == 255) {
      return argb & 0xFFFFFF;
    }
    return blend(argb >> 16 & 0xFF, alpha) << 16 | blend(argb >> 8 & 0xFF, alpha) << 8 | blend(argb & 0xFF, alpha);
  }

  /** Colours by number. */
  private static final class Palette extends PixelRows {
    private final Raster raster;
    private final int[] colors;
    private int[] row;

    Palette(BufferedImage image, IndexColorModel palette) {
      raster = image.getRaster();
      colors = new int[palette.getMapSize()];
      palette.getRGBs(colors);
      for (int i = 0; i < colors.length; i++) {
        colors[i] = blendArgb(colors[i]);
      }
    }

    @Override
    void copy(int y, int[] out, int start, int step) {
      row = raster.getSamples(0, y, raster.getWidth(), 1, 0, row);
      for (int x = 0, at = start; x < row.length; x++, at += step) {
        out[at] = row[x] < colors.length ? colors[row[x]] : 0;
      }
    }
  }

  /** Grey or sRGB samples of 8 or 16 bits, with or without alpha as the last one. */
  private static final class Samples extends PixelRows {
    private final Raster raster;
    private final int red;
    private final int green;
    private final int blue;
    private final int alpha;
    private final boolean premultiplied;
    private final int max;
    private int[] row;

    Samples(BufferedImage image, int red, int green, int blue) {
      this.raster = image.getRaster();
      this.red = red;
      this.green = green;
      this.blue = blue;
      ColorModel colors = image.getColorModel();
      this.alpha = colors.hasAlpha() ? raster.getNumBands() - 1 : -1;
      this.premultiplied = colors.isAlphaPremultiplied();
      this.max = (1 << colors.getComponentSize(0)) - 1;
    }

    @Override
    void copy(int y, int[] out, int start, int step) {
      int bands = raster.getNumBands();
      row = raster.getPixels(0, y, raster.getWidth(), 1, row);
      for (int i = 0, at = start; i < row.length; i += bands, at += step) {
        int r = eightBits(row[i + red]);
        int g = eightBits(row[i + green]);
        int b = eightBits(row[i + blue]);
        if (alpha >= 0) {
          int a = eightBits(row[i + alpha]);
          r = over(r, a);
          g = over(g, a);
          b = over(b, a);
        }
        out[at] = r << 16 | g << 8 | b;
      }
    }

    private int eightBits(int sample) {
      return max == 255 ? sample : (int) ((sample * 255L + max / 2) / max);
    }

    private int over(int value, int a) {
      return premultiplied ? Math.min(255, value + (BACKGROUND * (255 - a) + 127) / 255) : blend(value, a);
    }
  }

  /** Samples of another colour profile than sRGB, such as Display P3 or a printer's CMYK. */
  private static final class Profile extends PixelRows {
    /** Converting many rows at once is several times faster than one by one. */
    private static final int STRIP_PIXELS = 1 << 20;

    private final WritableRaster raster;
    private final ColorConvertOp toSrgb;
    private final int[] colorBands;
    private final int alpha;
    private final int max;
    private final int stripRows;
    private int stripStart = -1;
    private WritableRaster strip;
    private int[] row;
    private int[] alphas;

    Profile(BufferedImage image) {
      raster = image.getRaster();
      ColorModel colors = image.getColorModel();
      toSrgb = new ColorConvertOp(colors.getColorSpace(), ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
      colorBands = new int[colors.getNumColorComponents()];
      for (int i = 0; i < colorBands.length; i++) {
        colorBands[i] = i;
      }
      alpha = colors.hasAlpha() ? raster.getNumBands() - 1 : -1;
      max = (1 << colors.getComponentSize(0)) - 1;
      stripRows = Math.max(1, Math.min(raster.getHeight(), STRIP_PIXELS / raster.getWidth()));
    }

    @Override
    void copy(int y, int[] out, int start, int step) {
      int width = raster.getWidth();
      if (stripStart < 0 || y / stripRows != stripStart / stripRows) {
        convert(y / stripRows * stripRows);
      }
      row = strip.getPixels(0, y - stripStart, width, 1, row);
      if (alpha >= 0) {
        alphas = raster.getSamples(0, y, width, 1, alpha, alphas);
      }
      for (int x = 0, at = start; x < width; x++, at += step) {
        int a = alpha < 0 ? 255 : (int) (alphas[x] * 255L / max);
        out[at] = blendArgb(a << 24 | row[3 * x] << 16 | row[3 * x + 1] << 8 | row[3 * x + 2]);
      }
    }

    private void convert(int from) {
      stripStart = from;
      int width = raster.getWidth();
      int rows = Math.min(stripRows, raster.getHeight() - from);
      Raster source = raster.createChild(0, from, width, rows, 0, 0, colorBands);
      strip = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, rows, 3, null);
      toSrgb.filter(source, strip);
    }
  }

  /** Anything else, by what its own colour model says. */
  private static final class AnyColors extends PixelRows {
    private final BufferedImage image;
    private int[] row;

    AnyColors(BufferedImage image) {
      this.image = image;
    }

    @Override
    void copy(int y, int[] out, int start, int step) {
      row = image.getRGB(0, y, image.getWidth(), 1, row, 0, image.getWidth());
      for (int x = 0, at = start; x < row.length; x++, at += step) {
        out[at] = blendArgb(row[x]);
      }
    }
  }
}
