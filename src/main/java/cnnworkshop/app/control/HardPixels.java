package cnnworkshop.app.control;

import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/**
 * Enlarges small pictures so that their pixels stay hard, evenly sized squares. Each pixel becomes a block of whole
 * screen pixels, at least as large as needed; what is left is a reduction by less than a half, drawn smoothly.
 * Image views can do without smoothing, but not on every graphics system, and then make uneven pixels.
 */
final class HardPixels {

  private HardPixels() {}

  /**
   * A part of a picture, enlarged.
   *
   * @param scale screen pixels a picture pixel; if not above 1, the part is only copied
   */
  static Image enlarged(Image image, int x, int y, int width, int height, double scale) {
    int block = (int) Math.max(1, Math.min(Math.ceil(scale), PixelImage.LARGEST_SIDE / Math.max(width, height)));
    int[] pixels = new int[width * height];
    image.getPixelReader().getPixels(x, y, width, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
    if (block == 1) {
      return PixelImage.of(width, height, pixels);
    }
    int[] argb = new int[pixels.length * block * block];
    int row = width * block;
    for (int j = 0; j < height; j++) {
      int from = j * block * row;
      for (int i = 0; i < width; i++) {
        Arrays.fill(argb, from + i * block, from + (i + 1) * block, pixels[j * width + i]);
      }
      for (int copy = 1; copy < block; copy++) {
        System.arraycopy(argb, from, argb, from + copy * row, row);
      }
    }
    return PixelImage.of(row, height * block, argb);
  }

  /** A whole picture, enlarged. */
  static Image enlarged(Image image, double scale) {
    return scale <= 1 ? image
        : enlarged(image, 0, 0, (int) image.getWidth(), (int) image.getHeight(), scale);
  }
}
