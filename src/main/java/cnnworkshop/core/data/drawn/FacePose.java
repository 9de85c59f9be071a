package cnnworkshop.core.data.drawn;

/**
 * How a head is held, and from the head to the picture. In the head, x runs to the subject's left (the picture's
 * right), y down from the line of the eyes and z towards the one who looks; an eye is about 16 from the middle.
 */
final class FacePose {

  /** The face's surface is that of an ellipsoid, for all that is to be seen. */
  private static final double DEPTH = 40;
  private static final double HALF_WIDTH = 41;
  private static final double HALF_HEIGHT = 72;
  private static final double MIDDLE_Y = 4;
  private static final double SHALLOWEST = 0.04;

  private final double yaw;
  private final double pitch;
  private final double roll;
  private final double scale;
  private final double x;
  private final double y;
  private final double sinYaw;
  private final double cosYaw;
  private final double sinPitch;
  private final double cosPitch;
  private final double sinRoll;
  private final double cosRoll;

  /**
   * @param yaw turn to the side, in radians; positive looks to the picture's right
   * @param pitch nod, positive looks down
   * @param roll turn in the picture's plane, positive is clockwise
   * @param scale pixels a unit of the head
   * @param x where the head's middle, between the eyes and deep inside, lies in the picture
   * @param y likewise
   */
  FacePose(double yaw, double pitch, double roll, double scale, double x, double y) {
    this.yaw = yaw;
    this.pitch = pitch;
    this.roll = roll;
    this.scale = scale;
    this.x = x;
    this.y = y;
    this.sinYaw = StrictMath.sin(yaw);
    this.cosYaw = StrictMath.cos(yaw);
    this.sinPitch = StrictMath.sin(pitch);
    this.cosPitch = StrictMath.cos(pitch);
    this.sinRoll = StrictMath.sin(roll);
    this.cosRoll = StrictMath.cos(roll);
  }

  /** A head held by chance, mostly nearly straight, of scale 1 at 0, 0. */
  static FacePose random(Draws draws) {
    return new FacePose(0.17 * draws.normal(), 0.09 * draws.normal(), 0.15 * draws.normal(), 1, 0, 0);
  }

  /** The same head elsewhere, and of another size. */
  FacePose at(double newX, double newY, double newScale) {
    return new FacePose(yaw, pitch, roll, newScale, newX, newY);
  }

  /** What stands upright below the head: it follows a third of its turn in the plane. */
  FacePose body() {
    return new FacePose(0, 0, roll / 3, scale, x, y);
  }

  double scale() {
    return scale;
  }

  /** Turn to the side, in radians. */
  double yaw() {
    return yaw;
  }

  /** Puts what lies on the face, or {@code above} it, into the picture. */
  Outline.Placement skin(double above) {
    return (px, py, into, at) -> {
      double u = px / HALF_WIDTH;
      double v = (py - MIDDLE_Y) / HALF_HEIGHT;
      double z = DEPTH * Math.sqrt(Math.max(SHALLOWEST, 1 - u * u - v * v)) + above;
      double turnedX = px * cosYaw + z * sinYaw;
      double turnedZ = z * cosYaw - px * sinYaw;
      flat(turnedX, py * cosPitch + turnedZ * sinPitch, into, at);
    };
  }

  /** Puts what is seen against the background into the picture: a head's outline hardly changes as it turns. */
  Outline.Placement outline() {
    return this::flat;
  }

  private void flat(double px, double py, double[] into, int at) {
    into[at] = x + scale * (px * cosRoll - py * sinRoll);
    into[at + 1] = y + scale * (px * sinRoll + py * cosRoll);
  }

  /** A point of the face in the picture. */
  double[] point(double px, double py, double above) {
    double[] out = new double[2];
    skin(above).place(px, py, out, 0);
    return out;
  }

  /** Light that falls on the head from a direction, 0 on its dark side to 1 on its bright one. */
  Texture light(double fromX, double fromY) {
    return (px, py) -> {
      double dx = (px - x) / scale;
      double dy = (py - y) / scale;
      double u = (dx * cosRoll + dy * sinRoll) / HALF_WIDTH;
      double v = (dy * cosRoll - dx * sinRoll - MIDDLE_Y) / HALF_HEIGHT;
      double front = Math.sqrt(Math.max(0, 1 - u * u - v * v));
      double light = 0.35 * front + 0.4 + fromX * u + fromY * v;
      return Math.max(0, Math.min(1, light));
    };
  }
}
