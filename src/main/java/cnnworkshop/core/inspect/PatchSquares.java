package cnnworkshop.core.inspect;

import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.Photo;
import java.util.ArrayList;
import java.util.List;

/**
 * Squares all over a photo, at a few scales, so that a network sees much of it: as high (or wide) as the photo, half
 * and a quarter of that. Neighbours overlap by a quarter or more.
 */
public final class PatchSquares {

  private static final int SCALES = 3;
  private static final double MOST_STEP = 0.75;
  /** Rounding must not make one square more. */
  private static final double ROUNDING = 1e-9;

  private PatchSquares() {}

  /**
   * The squares of a photo, large ones first, row by row.
   *
   * @param smallest pixels a side below which no smaller squares are laid, such as a network's own input
   */
  public static List<FaceSquare> over(Photo photo, int smallest) {
    int whole = Math.min(photo.width(), photo.height());
    List<FaceSquare> squares = new ArrayList<>();
    for (int scale = 0; scale < SCALES; scale++) {
      double side = (double) whole / (1 << scale);
      if (scale > 0 && side < smallest) {
        break;
      }
      double[] lefts = starts(photo.width(), side);
      for (double top : starts(photo.height(), side)) {
        for (double left : lefts) {
          squares.add(FaceSquare.ofBox(left, top, side));
        }
      }
    }
    return squares;
  }

  /** Evenly from one edge to the other. */
  private static double[] starts(int length, double side) {
    double room = length - side;
    int gaps = (int) Math.ceil(room / (MOST_STEP * side) - ROUNDING);
    double[] starts = new double[gaps + 1];
    for (int i = 1; i <= gaps; i++) {
      starts[i] = room * i / gaps;
    }
    return starts;
  }
}
