package cnnworkshop.core.camera;

import cnnworkshop.core.image.Photo;

/** What a camera sees as a mirror would show it: who moves to their left sees themselves move to the left. */
public final class MirrorImage {

  private MirrorImage() {}

  /** The photo with its columns in reverse order. */
  public static Photo of(Photo photo) {
    int width = photo.width();
    int height = photo.height();
    int[] pixels = photo.argb(0, 0, width, height);
    for (int row = 0; row < height; row++) {
      for (int left = row * width, right = left + width - 1; left < right; left++, right--) {
        int pixel = pixels[left];
        pixels[left] = pixels[right];
        pixels[right] = pixel;
      }
    }
    return Photo.ofRgb(width, height, pixels);
  }
}
