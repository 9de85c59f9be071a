package cnnworkshop.app.control;

import cnnworkshop.core.inspect.ColourScale;

/**
 * The colours of a {@link ConfusionMatrix}: viridis over the square root of a cell's share of its row. By the share
 * itself all mistakes, most of them a few per cent, would be the same dark blue beside the diagonal.
 */
final class ConfusionColours {

  private ConfusionColours() {}

  /** Where on the scale a share lies, 0..1. */
  static double place(double share) {
    return Math.sqrt(Math.max(0, Math.min(1, share)));
  }

  /** The colour of a share 0..1, {@code 0xFFRRGGBB}. */
  static int argb(double share) {
    return atPlace(place(share));
  }

  /** The colour at a place of the scale, 0..1. */
  static int atPlace(double place) {
    return ColourScale.VIRIDIS.argb((float) place, 0, 1);
  }
}
