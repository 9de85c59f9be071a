package cnnworkshop.core.net;

/**
 * What the spread of a keypoint network's answers is worth: the probability that a face's points are off by more than
 * {@value #OFF_PIXELS} pixels, as a logistic function of the logarithm of the spread. Fitted on faces of people the
 * network did not learn from.
 *
 * @param offset the log-odds at a spread of one pixel
 * @param slope what the log-odds gain when the spread grows e-fold
 */
public record DoubtScale(double offset, double slope) {

  /** A face is off if the RMSE of its points is more than this, in pixels of the 96×96 view. */
  public static final double OFF_PIXELS = 3;

  /** From this probability on, points are called a guess. */
  public static final double GUESS = 0.5;

  /** The shipped network's, for networks whose file has none: the spread is in pixels for all of them. */
  public static final DoubtScale USUAL = new DoubtScale(-1.58, 4.23);

  private static final double SMALLEST_SPREAD = 1e-3;

  /**
   * The doubt, 0..1.
   *
   * @param spread how far the answers lie from their mean, root mean square, in pixels of the 96×96 view
   */
  public double doubt(double spread) {
    return 1 / (1 + Math.exp(-offset - slope * Math.log(Math.max(spread, SMALLEST_SPREAD))));
  }
}
