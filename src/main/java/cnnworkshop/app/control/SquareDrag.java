package cnnworkshop.app.control;

import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView.Point;

/**
 * A hand that holds a face square somewhere and pulls.
 *
 * @param start the square when it was taken
 * @param grip where it was taken
 * @param press where the pointer took it, in photo pixels
 */
record SquareDrag(FaceSquare start, Grip grip, Point press) {

  /** Where a square can be taken. */
  enum Grip {
    INSIDE(0, 0), TURN(0, 0), TOP_LEFT(-1, -1), TOP_RIGHT(1, -1), BOTTOM_RIGHT(1, 1), BOTTOM_LEFT(-1, 1);

    /** −1 for a corner on the left, 1 on the right, in the square's own turned axes. */
    final int across;
    /** −1 for an upper corner, 1 for a lower one. */
    final int down;

    Grip(int across, int down) {
      this.across = across;
      this.down = down;
    }

    boolean isCorner() {
      return across != 0;
    }
  }

  /**
   * The square once the pointer has come to (x, y), in photo pixels.
   *
   * @param aboutCentre for a corner: whether the centre stays, and not the corner across
   */
  FaceSquare to(double x, double y, boolean aboutCentre) {
    double dx = x - press.x();
    double dy = y - press.y();
    if (grip == Grip.INSIDE) {
      return new FaceSquare(start.centerX() + dx, start.centerY() + dy, start.side(), start.turnDegrees());
    }
    if (grip == Grip.TURN) {
      double before = Math.atan2(press.y() - start.centerY(), press.x() - start.centerX());
      double after = Math.atan2(y - start.centerY(), x - start.centerX());
      return new FaceSquare(start.centerX(), start.centerY(), start.side(),
          start.turnDegrees() + Math.toDegrees(after - before));
    }
    double turn = Math.toRadians(start.turnDegrees());
    double cos = Math.cos(turn);
    double sin = Math.sin(turn);
    // How far the corner went outwards along its diagonal, as a length along a side.
    double out = ((cos * dx + sin * dy) * grip.across + (cos * dy - sin * dx) * grip.down) / 2;
    double side = Math.max(1, start.side() + (aboutCentre ? 2 : 1) * out);
    double shift = aboutCentre ? 0 : (side - start.side()) / 2;
    return new FaceSquare(start.centerX() + shift * (cos * grip.across - sin * grip.down),
        start.centerY() + shift * (sin * grip.across + cos * grip.down), side, start.turnDegrees());
  }
}
