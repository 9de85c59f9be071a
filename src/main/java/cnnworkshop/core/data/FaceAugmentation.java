package cnnworkshop.core.data;

import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.FaceView.Point;
import java.util.random.RandomGenerator;

/**
 * Random changes to a face that leave it a face, so that a network sees more than it was given. Each time a picture
 * is used it is laid anew, so no two epochs are the same.
 *
 * @param turnDegrees standard deviation of the turn
 * @param scale standard deviation of the logarithm of the scale: 0.08 is about 8 %
 * @param shift standard deviation of the shift each way, in pixels of the view
 * @param flip probability of a left-right flip, labels swapped
 * @param brightness standard deviation of what is added to all greys, of 0..1
 * @param contrast standard deviation of the logarithm of what differences from the mean grey are multiplied by
 * @param blur probability of a blur, of a standard deviation up to 1.5 pixels
 */
public record FaceAugmentation(double turnDegrees, double scale, double shift, double flip, double brightness,
    double contrast, double blur) {

  /** Nothing is changed. */
  public static final FaceAugmentation NONE = new FaceAugmentation(0, 0, 0, 0, 0, 0, 0);

  /** Changes as wide as those a detector's boxes and the light of ordinary photos bring. */
  public static final FaceAugmentation USUAL = new FaceAugmentation(11, 0.09, 4.5, 0.5, 0.08, 0.2, 0.25);

  private static final int SIZE = FaceView.SIZE;
  private static final double STRONGEST_BLUR = 1.5;

  /**
   * Writes one changed view of a sample.
   *
   * @param pixels gets 9216 greys 0..1, [row, column], from {@code pixelsAt} on
   * @param targets gets 30 targets (v − 48) / 48 from {@code targetsAt} on; 0 where a point is missing
   * @param mask gets 1 where a point is known and 0 where it is missing, at the same places
   */
  public void apply(FaceSample sample, RandomGenerator random, float[] pixels, int pixelsAt,
      float[] targets, float[] mask, int targetsAt) {
    FaceView view = new FaceView(laid(sample.view(), random));
    float[] grey = view.sample(sample.picture(), 1);
    double[] points = new double[Keypoints.NUMBERS];
    for (Keypoint k : Keypoint.values()) {
      int i = 2 * k.ordinal();
      Point p = view.toView(sample.points()[i], sample.points()[i + 1]);
      points[i] = p.x();
      points[i + 1] = p.y();
    }
    Keypoints placed = Keypoints.of(points);
    if (flip > 0 && random.nextDouble() < flip) {
      mirror(grey);
      placed = placed.flipped(SIZE);
    }
    if (blur > 0 && random.nextDouble() < blur) {
      grey = GaussianBlur.of(grey, SIZE, SIZE, STRONGEST_BLUR * random.nextDouble());
    }
    relight(grey, random);
    System.arraycopy(grey, 0, pixels, pixelsAt, grey.length);
    float[] wanted = placed.toTargets();
    for (int i = 0; i < wanted.length; i++) {
      boolean known = !Float.isNaN(wanted[i]);
      targets[targetsAt + i] = known ? wanted[i] : 0;
      mask[targetsAt + i] = known ? 1 : 0;
    }
  }

  private FaceSquare laid(FaceSquare square, RandomGenerator random) {
    double pixel = square.side() / SIZE;
    return new FaceSquare(
        square.centerX() + random.nextGaussian() * shift * pixel,
        square.centerY() + random.nextGaussian() * shift * pixel,
        square.side() * Math.exp(random.nextGaussian() * scale),
        square.turnDegrees() + random.nextGaussian() * turnDegrees);
  }

  private void relight(float[] grey, RandomGenerator random) {
    if (brightness == 0 && contrast == 0) {
      return;
    }
    double mean = 0;
    for (float g : grey) {
      mean += g;
    }
    mean /= grey.length;
    float factor = (float) Math.exp(random.nextGaussian() * contrast);
    float added = (float) (mean + random.nextGaussian() * brightness);
    for (int i = 0; i < grey.length; i++) {
      grey[i] = Math.max(0, Math.min(1, (float) (grey[i] - mean) * factor + added));
    }
  }

  private static void mirror(float[] grey) {
    for (int row = 0; row < SIZE; row++) {
      for (int a = row * SIZE, b = a + SIZE - 1; a < b; a++, b--) {
        float g = grey[a];
        grey[a] = grey[b];
        grey[b] = g;
      }
    }
  }
}
