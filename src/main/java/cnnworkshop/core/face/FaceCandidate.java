package cnnworkshop.core.face;

import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.Photo;

/**
 * A place where a detector sees a face.
 *
 * @param square around the face, in pixels of the upright photo
 * @param sureness how sure the detector is, 0..1; comparable only between answers of the same detector
 */
public record FaceCandidate(FaceSquare square, double sureness) {

  /** Whether two squares can only be around the same face: the middle of one is well inside the other. */
  static boolean sameFace(FaceSquare a, FaceSquare b) {
    double away = Math.hypot(a.centerX() - b.centerX(), a.centerY() - b.centerY());
    return away < 0.5 * Math.max(a.side(), b.side());
  }

  /** The square on a reduced or full version of the photo it lies on. */
  static FaceSquare rescaled(FaceSquare square, Photo from, Photo to) {
    double x = (double) to.width() / from.width();
    double y = (double) to.height() / from.height();
    return new FaceSquare((square.centerX() + 0.5) * x - 0.5, (square.centerY() + 0.5) * y - 0.5,
        square.side() * Math.sqrt(x * y), square.turnDegrees());
  }
}
