package cnnworkshop.core.face;

import cnnworkshop.core.image.Photo;

/** Pulls the greys of a pale or dark photo apart, for a detector that was made with lively ones. */
final class Contrast {

  /** The part of the pixels at either end that becomes plain black or white. */
  private static final double CLIPPED = 0.08;
  private static final int LEVELS = 256;
  /** A range of fewer levels than this is noise, not contrast: it is not pulled further apart. */
  private static final int NARROWEST = 16;

  private Contrast() {}

  /** A grey photo in which the middle 84 % of the pixels fill 0..255 linearly. */
  static Photo stretched(Photo photo) {
    float[] greys = photo.planes(1, 0, 0, photo.width(), photo.height());
    int[] histogram = new int[LEVELS];
    for (float grey : greys) {
      histogram[Math.round(grey * 255)]++;
    }
    int dark = level(histogram, CLIPPED * greys.length);
    int light = level(histogram, (1 - CLIPPED) * greys.length);
    float scale = 255f / Math.max(NARROWEST, light - dark);
    float[] out = new float[greys.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (greys[i] * 255 - dark) * scale;
    }
    return Photo.ofGrey(photo.width(), photo.height(), out);
  }

  /** The lowest level that, with those below, holds {@code pixels} pixels. */
  private static int level(int[] histogram, double pixels) {
    long sum = 0;
    for (int i = 0; i < LEVELS - 1; i++) {
      sum += histogram[i];
      if (sum >= pixels) {
        return i;
      }
    }
    return LEVELS - 1;
  }
}
