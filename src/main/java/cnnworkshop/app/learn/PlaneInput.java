package cnnworkshop.app.learn;

import cnnworkshop.core.image.Photo;

/**
 * What a kernel slides over.
 *
 * @param values [channel, row, column]; numbers 0..9, or a photo's 0..1
 * @param channels 1 or 3
 * @param height rows
 * @param width columns
 * @param photo whether it is a photo
 */
record PlaneInput(float[] values, int channels, int height, int width, boolean photo) {

  /** Longest side of a photo, pixels: so much is computed and painted in well under 100 ms. */
  static final int LONGEST_SIDE = 512;

  private static final String[][] NUMBERS = {{
      "000000000", "099999900", "099999900", "000009900", "000099000", "000990000", "000990000", "000990000",
      "000000000"}, {
      "000999000", "000999000", "000999000", "000999000", "000999000", "000999000", "000999000", "000999000",
      "000999000"}, {
      "000000000", "000000000", "000000000", "555555555", "555555555", "555555555", "000000000", "000000000",
      "000000000"}};

  /** The built-in numbers: a seven; with three channels a seven, an upright and a level bar. */
  static PlaneInput numbers(int channels) {
    int side = NUMBERS[0].length;
    float[] values = new float[channels * side * side];
    for (int i = 0; i < values.length; i++) {
      values[i] = NUMBERS[i / (side * side)][i / side % side].charAt(i % side) - '0';
    }
    return new PlaneInput(values, channels, side, side, false);
  }

  /** A photo, made small: its greys, or red, green and blue. */
  static PlaneInput of(Photo photo, int channels) {
    return new PlaneInput(photo.planes(channels, 0, 0, photo.width(), photo.height()), channels, photo.height(),
        photo.width(), true);
  }

  /** The largest value there can be. */
  float highest() {
    return photo ? 1 : 9;
  }
}
