package cnnworkshop.app.photo;

import cnnworkshop.core.image.Photo;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Pictures of the screen toolkit as photos, and back. */
final class ScreenPictures {

  private static final int WHITE = 255;

  private ScreenPictures() {}

  /** An image as a photo, transparent parts on white, as in files. */
  static Photo photo(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] argb = new int[width * height];
    image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    for (int i = 0; i < argb.length; i++) {
      int alpha = argb[i] >>> 24;
      if (alpha != WHITE) {
        argb[i] = over(argb[i] >> 16 & 0xFF, alpha) << 16 | over(argb[i] >> 8 & 0xFF, alpha) << 8
            | over(argb[i] & 0xFF, alpha);
      }
    }
    return Photo.ofRgb(width, height, argb);
  }

  private static int over(int value, int alpha) {
    return (value * alpha + WHITE * (WHITE - alpha) + WHITE / 2) / WHITE;
  }

  /** A photo as an image of its size, for the clipboard. */
  static Image image(Photo photo) {
    WritableImage image = new WritableImage(photo.width(), photo.height());
    image.getPixelWriter().setPixels(0, 0, photo.width(), photo.height(), PixelFormat.getIntArgbInstance(),
        photo.argb(0, 0, photo.width(), photo.height()), 0, photo.width());
    return image;
  }
}
