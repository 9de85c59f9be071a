package cnnworkshop.core.data.drawn;

/**
 * One eye and the brow above it, in the head's measure (see {@link FacePose}).
 *
 * @param side 1 for the subject's left, −1 for the right
 * @param x distance of the eye's middle from the middle of the face
 * @param y its height
 * @param width from corner to corner
 * @param upper how far the upper lid stands above the corners
 * @param lower how far the lower lid hangs below them
 * @param tilt how much higher the outer corner is than the inner
 * @param gazeX where the pupil is, from the eye's middle
 * @param gazeY likewise
 * @param browInner distance of the brow's inner end from the middle of the face
 * @param browOuter distance of its outer end
 * @param browInnerY height of the inner end
 * @param browOuterY height of the outer end
 * @param browArch how far the brow rises between its ends
 * @param browThickness its thickness
 */
record EyeForm(double side, double x, double y, double width, double upper, double lower, double tilt, double gazeX,
    double gazeY, double browInner, double browOuter, double browInnerY, double browOuterY, double browArch,
    double browThickness) {

  /** A quarter of an eye's width, whoever it belongs to. */
  private static final double IRIS = 0.26;

  double innerX() {
    return side * (x - width / 2);
  }

  double outerX() {
    return side * (x + width / 2);
  }

  double innerY() {
    return y + tilt / 2;
  }

  double outerY() {
    return y - tilt / 2;
  }

  double pupilX() {
    return side * x + gazeX;
  }

  double pupilY() {
    return y + gazeY;
  }

  double irisRadius() {
    return IRIS * width;
  }

  /** The upper lid's edge, from the inner corner to the outer, raised by a share of its height. */
  double[] upperLid(double raised) {
    double h = upper + raised;
    return Outline.curve(lid(0, 0, 0.22, -0.75 * h, 0.5, -h, 0.8, -0.68 * h, 1, 0));
  }

  /** The lower lid's edge, from the outer corner to the inner. */
  double[] lowerLid() {
    return Outline.curve(lid(1, 0, 0.76, 0.72 * lower, 0.45, lower, 0.18, 0.6 * lower, 0, 0));
  }

  /** What is open between the lids. */
  Outline opening() {
    return Outline.between(upperLid(0), lowerLid());
  }

  /** Shares of the width from the inner corner, and heights above the line between the corners, as points. */
  private double[] lid(double... shares) {
    return Outline.placed(shares, (share, rise, into, at) -> {
      into[at] = side * (x + (share - 0.5) * width);
      into[at + 1] = y + (0.5 - share) * tilt + rise;
    });
  }

  /** The brow: straight at both ends, thinner at the outer one. */
  Outline brow() {
    return Outline.between(browLine(-0.5), Outline.reversed(browLine(0.5)));
  }

  private double[] browLine(double edge) {
    double t = edge * browThickness;
    double across = browOuter - browInner;
    double down = browOuterY - browInnerY;
    return Outline.curve(
        side * browInner, browInnerY + t,
        side * (browInner + 0.35 * across), browInnerY + 0.35 * down - 0.75 * browArch + 1.1 * t,
        side * (browInner + 0.68 * across), browInnerY + 0.68 * down - browArch + 0.8 * t,
        side * browOuter, browOuterY + 0.45 * t);
  }
}
