package cnnworkshop.core.face;

import cnnworkshop.core.image.FaceSquare;

/** How a face lies in the 96×96 view of the training pictures, and how to lay a square so that it does. */
public final class FaceLayout {

  /** Where the 15 points lie on average in the 96×96 views of the training pictures (2667 pictures), in pixels. */
  public static final Keypoints MEAN_FACE = Keypoints.of(
      64.37, 38.52, 31.46, 38.83,
      57.88, 38.84, 70.54, 38.20,
      37.81, 39.06, 25.33, 38.56,
      57.25, 27.75, 77.40, 29.84,
      38.15, 28.00, 17.78, 30.38,
      48.79, 58.15,
      61.74, 75.04, 35.12, 75.30,
      48.80, 71.05, 48.99, 81.83);

  private static final double VIEW_MIDDLE = 47.5;
  private static final int VIEW_SIZE = 96;

  private FaceLayout() {}

  /**
   * The square in which {@code onPhoto} lies as near as possible to the mean face: the similarity transform
   * (place, size, turn) from the mean face to the points with the least squared distances.
   *
   * @param onPhoto points in pixels of a photo
   */
  public static FaceSquare around(Keypoints onPhoto) {
    double[] mean = MEAN_FACE.toArray();
    double[] points = onPhoto.toArray();
    int n = points.length / 2;
    double mx = 0;
    double my = 0;
    double px = 0;
    double py = 0;
    for (int i = 0; i < n; i++) {
      mx += mean[2 * i] / n;
      my += mean[2 * i + 1] / n;
      px += points[2 * i] / n;
      py += points[2 * i + 1] / n;
    }
    double dot = 0;
    double cross = 0;
    double norm = 0;
    for (int i = 0; i < n; i++) {
      double ax = mean[2 * i] - mx;
      double ay = mean[2 * i + 1] - my;
      double bx = points[2 * i] - px;
      double by = points[2 * i + 1] - py;
      dot += ax * bx + ay * by;
      cross += ax * by - ay * bx;
      norm += ax * ax + ay * ay;
    }
    double a = dot / norm;
    double b = cross / norm;
    // Points that all fall together (a network that answers nonsense) must still give a square one can see.
    double scale = Math.max(Math.hypot(a, b), 1.0 / VIEW_SIZE);
    double dx = VIEW_MIDDLE - mx;
    double dy = VIEW_MIDDLE - my;
    return new FaceSquare(px + a * dx - b * dy, py + b * dx + a * dy, scale * VIEW_SIZE,
        Math.toDegrees(Math.atan2(b, a)));
  }
}
