package cnnworkshop.app.control;

import cnnworkshop.core.image.Photo;
import java.nio.IntBuffer;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Makes images for the screen out of plain pixels. */
final class PixelImage {

  /** Pixels a side that every graphics card takes as one texture. */
  static final int LARGEST_SIDE = 4096;

  private PixelImage() {}

  /**
   * An image that shows {@code argb} itself, without a copy; it must not change afterwards.
   *
   * @param argb opaque pixels, {@code 0xFFRRGGBB}, [row, column]
   * @throws IllegalArgumentException if a side is not in 1..{@value #LARGEST_SIDE} or the array is too short
   */
  static WritableImage of(int width, int height, int[] argb) {
    if (width < 1 || height < 1 || width > LARGEST_SIDE || height > LARGEST_SIDE || argb.length < width * height) {
      throw new IllegalArgumentException("no image of " + width + "×" + height + " from " + argb.length + " pixels");
    }
    // Opaque pixels are the same premultiplied or not, and only premultiplied ones can be shown in place.
    return new WritableImage(
        new PixelBuffer<>(width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance()));
  }

  /** A photo of at most {@value #LARGEST_SIDE} pixels a side as an image. */
  static WritableImage of(Photo photo) {
    return of(photo.width(), photo.height(), photo.argb(0, 0, photo.width(), photo.height()));
  }
}
