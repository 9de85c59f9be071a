package cnnworkshop.core.image;

/**
 * A square laid on a photo, usually around a face. Its content, scaled to 96×96, is what the keypoint network sees.
 *
 * @param centerX column of the square's centre, in pixels of the upright photo (0 is the centre of the first pixel)
 * @param centerY row of the square's centre, likewise
 * @param side length of a side in pixels, above 0; may reach beyond the photo
 * @param turnDegrees how far the square (and the head in it) is turned clockwise as seen on screen, −180..180
 */
public record FaceSquare(double centerX, double centerY, double side, double turnDegrees) {

  /** @throws IllegalArgumentException if the side is not a positive number or a coordinate is not a number */
  public FaceSquare {
    if (!(side > 0) || !Double.isFinite(side + centerX + centerY + turnDegrees)) {
      throw new IllegalArgumentException("not a square: " + centerX + ", " + centerY + ", " + side + ", " + turnDegrees);
    }
    turnDegrees = Math.IEEEremainder(turnDegrees, 360);
  }

  /**
   * An upright square that covers {@code side} whole pixels from column {@code left} and row {@code top} on.
   * The square over a 96×96 picture is {@code ofBox(0, 0, 96)}, with its centre at 47.5.
   */
  public static FaceSquare ofBox(double left, double top, double side) {
    return new FaceSquare(left + side / 2 - 0.5, top + side / 2 - 0.5, side, 0);
  }

  /** The largest upright square in the middle of a photo: all of it when the photo is square. */
  public static FaceSquare middleOf(Photo photo) {
    int side = Math.min(photo.width(), photo.height());
    return ofBox((photo.width() - side) / 2.0, (photo.height() - side) / 2.0, side);
  }

  /** The first pixel column the square would cover if it were upright: the x of a box {@code [x, y, w, h]}. */
  public double left() {
    return centerX - side / 2 + 0.5;
  }

  /** The first pixel row the square would cover if it were upright. */
  public double top() {
    return centerY - side / 2 + 0.5;
  }
}
