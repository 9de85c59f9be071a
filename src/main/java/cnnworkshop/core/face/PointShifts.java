package cnnworkshop.core.face;

/** How far each of the 15 points lies from where it was before, in pixels. Immutable. */
public final class PointShifts {

  private final double[] pixels;

  private PointShifts(double[] pixels) {
    this.pixels = pixels;
  }

  /** The straight ways from some points to others. */
  public static PointShifts between(Keypoints before, Keypoints after) {
    double[] pixels = new double[Keypoint.values().length];
    for (Keypoint point : Keypoint.values()) {
      pixels[point.ordinal()] = Math.hypot(after.x(point) - before.x(point), after.y(point) - before.y(point));
    }
    return new PointShifts(pixels);
  }

  /** The way of one point, in pixels. */
  public double of(Keypoint point) {
    return pixels[point.ordinal()];
  }

  /** The mean way, in pixels. */
  public double mean() {
    double sum = 0;
    for (double way : pixels) {
      sum += way;
    }
    return sum / pixels.length;
  }

  /** The longest way, in pixels. */
  public double longest() {
    double longest = 0;
    for (double way : pixels) {
      longest = Math.max(longest, way);
    }
    return longest;
  }
}
