package cnnworkshop.app.control;

import javafx.scene.paint.Color;

/** What can be read on a colour. */
final class Luminance {

  private static final int LIGHT = 140_000;

  private Luminance() {}

  /** Black on a light colour, white on a dark one. */
  static Color textOn(int argb) {
    int luma = 299 * (argb >> 16 & 0xFF) + 587 * (argb >> 8 & 0xFF) + 114 * (argb & 0xFF);
    return luma > LIGHT ? Color.BLACK : Color.WHITE;
  }
}
