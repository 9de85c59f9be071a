package cnnworkshop.core.face;

/**
 * How far predicted keypoints are off: root mean squared error of the coordinates, in pixels of the 96×96 view,
 * as the workshop and Kaggle quote it. Missing coordinates do not count.
 */
public final class KeypointError {

  private final double[] squares = new double[Keypoints.NUMBERS];
  private final long[] counts = new long[Keypoints.NUMBERS];
  private int pictures;

  /**
   * Takes in one picture.
   *
   * @param predicted 30 coordinates in pixels of the view
   * @param truth likewise; NaN where one is missing
   */
  public void add(double[] predicted, double[] truth) {
    pictures++;
    for (int i = 0; i < Keypoints.NUMBERS; i++) {
      if (!Double.isNaN(truth[i])) {
        double d = predicted[i] - truth[i];
        squares[i] += d * d;
        counts[i]++;
      }
    }
  }

  /** How many pictures were taken in. */
  public int pictures() {
    return pictures;
  }

  /** RMSE over all known coordinates, in pixels; NaN if there is none. */
  public double rmse() {
    double sum = 0;
    long n = 0;
    for (int i = 0; i < squares.length; i++) {
      sum += squares[i];
      n += counts[i];
    }
    return Math.sqrt(sum / n);
  }

  /** RMSE over the known coordinates of one point, in pixels; NaN if there is none. */
  public double rmse(Keypoint point) {
    int i = 2 * point.ordinal();
    return Math.sqrt((squares[i] + squares[i + 1]) / (counts[i] + counts[i + 1]));
  }
}
