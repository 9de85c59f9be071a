package cnnworkshop.core.data.drawn;

/**
 * A mouth, in the head's measure (see {@link FacePose}).
 *
 * @param y height of the line between the lips, in its middle and closed
 * @param halfWidth distance of a corner from the middle
 * @param cornerY height of the corners
 * @param upperLip height of the upper lip in its middle
 * @param lowerLip height of the lower lip
 * @param open how far the lips are apart
 */
record MouthForm(double y, double halfWidth, double cornerY, double upperLip, double lowerLip, double open) {

  private static final double UPPER_SHARE = 0.2;

  /** Height of the middle of the upper lip's upper edge. */
  double topY() {
    return y - UPPER_SHARE * open - upperLip;
  }

  /** Height of the middle of the lower lip's lower edge. */
  double bottomY() {
    return lowerEdgeY() + lowerLip;
  }

  /** Height of the middle of the upper lip's lower edge. */
  double upperEdgeY() {
    return y - UPPER_SHARE * open;
  }

  /** Height of the middle of the lower lip's upper edge. */
  double lowerEdgeY() {
    return y + (1 - UPPER_SHARE) * open;
  }

  /** Both lips and what is between them. */
  Outline whole() {
    return Outline.between(bow(), bottom());
  }

  /** The upper lip. */
  Outline upper() {
    return Outline.between(bow(), Outline.reversed(line(upperEdgeY())));
  }

  /** The lower lip. */
  Outline lower() {
    return Outline.between(line(lowerEdgeY()), bottom());
  }

  /** What is between the lips. */
  Outline gap() {
    return Outline.between(line(upperEdgeY()), Outline.reversed(line(lowerEdgeY())));
  }

  /** The upper teeth, as far down as a smile shows them. */
  Outline teeth() {
    double end = upperEdgeY() + 0.45 * open;
    return Outline.between(line(upperEdgeY() - 1), Outline.reversed(line(end)));
  }

  /** Where the lips meet, or would, from one corner to the other. */
  double[] line(double middleY) {
    double rise = middleY - cornerY;
    return Outline.curve(-halfWidth, cornerY, -0.5 * halfWidth, cornerY + 0.82 * rise, 0, middleY,
        0.5 * halfWidth, cornerY + 0.82 * rise, halfWidth, cornerY);
  }

  /** The upper lip's upper edge, with its two peaks. */
  private double[] bow() {
    double rise = topY() - cornerY;
    double peak = topY() - 0.22 * upperLip;
    return Outline.curve(-halfWidth, cornerY, -0.55 * halfWidth, cornerY + 0.72 * rise, -0.2 * halfWidth, peak,
        0, topY(), 0.2 * halfWidth, peak, 0.55 * halfWidth, cornerY + 0.72 * rise, halfWidth, cornerY);
  }

  private double[] bottom() {
    double fall = bottomY() - cornerY;
    return Outline.curve(halfWidth, cornerY, 0.62 * halfWidth, cornerY + 0.72 * fall, 0.25 * halfWidth,
        cornerY + 0.98 * fall, 0, bottomY(), -0.25 * halfWidth, cornerY + 0.98 * fall, -0.62 * halfWidth,
        cornerY + 0.72 * fall, -halfWidth, cornerY);
  }
}
