package cnnworkshop.app.control;

import cnnworkshop.core.image.Photo;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.Image;

/**
 * A photo as images of the screen in several sizes, each half the one before, none with a side above
 * {@value PixelImage#LARGEST_SIDE} pixels: whatever size it is shown in, one of them is near, so that it neither
 * flickers with skipped pixels nor exceeds a texture.
 */
final class PhotoLevels {

  private static final int SMALLEST = 512;

  private final List<Image> images;

  private PhotoLevels(List<Image> images) {
    this.images = images;
  }

  /** All sizes, by averaging areas: tens of milliseconds for 12 megapixels, so not for the JavaFX thread. */
  static PhotoLevels of(Photo photo) {
    List<Image> images = new ArrayList<>();
    Photo level = photo.reducedTo(PixelImage.LARGEST_SIDE);
    images.add(PixelImage.of(level));
    int longest = Math.max(level.width(), level.height());
    while (longest / 2 >= SMALLEST) {
      longest /= 2;
      level = level.reducedTo(longest);
      images.add(PixelImage.of(level));
    }
    return new PhotoLevels(images);
  }

  /** One small image made of every n-th pixel: at once, for the moment until the good ones are there. */
  static PhotoLevels sketch(Photo photo) {
    int step = Math.max(1, (Math.max(photo.width(), photo.height()) + SMALLEST - 1) / SMALLEST);
    int width = (photo.width() + step - 1) / step;
    int height = (photo.height() + step - 1) / step;
    int[] argb = new int[width * height];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        argb[row * width + column] = photo.argb(column * step, row * step);
      }
    }
    return new PhotoLevels(List.of(PixelImage.of(width, height, argb)));
  }

  /** The smallest image that has a pixel for each of {@code longestSide} screen pixels, or else the largest. */
  Image atLeast(double longestSide) {
    for (int i = images.size() - 1; i > 0; i--) {
      Image image = images.get(i);
      if (Math.max(image.getWidth(), image.getHeight()) >= longestSide) {
        return image;
      }
    }
    return images.get(0);
  }
}
