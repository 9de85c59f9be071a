package cnnworkshop.app.control;

import cnnworkshop.core.image.FaceSquare;

/**
 * Keeps a face square where a hand can find it again: its centre on the photo, its side between 3 pixels
 * (or the photo's longest side, if that is less) and 3 times the longest side.
 *
 * @param width the photo's, in pixels
 * @param height the photo's, in pixels
 */
record SquareLimits(int width, int height) {

  private static final double SMALLEST = 3;
  private static final double LARGEST = 3;

  FaceSquare keep(FaceSquare square) {
    double longest = Math.max(width, height);
    return new FaceSquare(
        clip(square.centerX(), -0.5, width - 0.5),
        clip(square.centerY(), -0.5, height - 0.5),
        clip(square.side(), Math.min(SMALLEST, longest), LARGEST * longest),
        square.turnDegrees());
  }

  private static double clip(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }
}
