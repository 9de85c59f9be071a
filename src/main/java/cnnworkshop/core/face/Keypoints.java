package cnnworkshop.core.face;

import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.FaceView.Point;
import java.util.Arrays;
import java.util.List;

/** The places of the 15 {@link Keypoint}s, in pixels of a photo or of the 96×96 view. Immutable. */
public final class Keypoints {

  /** How many numbers a set of keypoints has: x and y of 15 points. */
  public static final int NUMBERS = 2 * Keypoint.values().length;

  private static final double HALF = FaceView.SIZE / 2.0;

  private final double[] xy;

  private Keypoints(double[] xy) {
    this.xy = xy;
  }

  /** @param xy 30 numbers: x, y of each keypoint in the enum's order */
  public static Keypoints of(double... xy) {
    if (xy.length != NUMBERS) {
      throw new IllegalArgumentException(xy.length + " numbers, expected " + NUMBERS);
    }
    return new Keypoints(xy.clone());
  }

  /** From network outputs: target t stands for pixel 48 t + 48 of the 96×96 view. */
  public static Keypoints ofTargets(float[] targets, int offset) {
    double[] xy = new double[NUMBERS];
    for (int i = 0; i < NUMBERS; i++) {
      xy[i] = targets[offset + i] * HALF + HALF;
    }
    return new Keypoints(xy);
  }

  /** The network's targets for these points of the view: (v − 48) / 48. */
  public float[] toTargets() {
    float[] targets = new float[NUMBERS];
    for (int i = 0; i < NUMBERS; i++) {
      targets[i] = (float) ((xy[i] - HALF) / HALF);
    }
    return targets;
  }

  /** Column of a point, in pixels. */
  public double x(Keypoint point) {
    return xy[2 * point.ordinal()];
  }

  /** Row of a point, in pixels. */
  public double y(Keypoint point) {
    return xy[2 * point.ordinal() + 1];
  }

  /** These points of a view, on its photo. */
  public Keypoints toPhoto(FaceView view) {
    double[] out = new double[NUMBERS];
    for (Keypoint k : Keypoint.values()) {
      Point p = view.toPhoto(x(k), y(k));
      out[2 * k.ordinal()] = p.x();
      out[2 * k.ordinal() + 1] = p.y();
    }
    return new Keypoints(out);
  }

  /** These points of a photo, in a view of it. */
  public Keypoints toView(FaceView view) {
    double[] out = new double[NUMBERS];
    for (Keypoint k : Keypoint.values()) {
      Point p = view.toView(x(k), y(k));
      out[2 * k.ordinal()] = p.x();
      out[2 * k.ordinal() + 1] = p.y();
    }
    return new Keypoints(out);
  }

  /** The points of the left-right flipped picture: columns mirrored, left and right labels swapped. */
  public Keypoints flipped(int pictureWidth) {
    double[] out = new double[NUMBERS];
    for (Keypoint k : Keypoint.values()) {
      Keypoint m = k.mirrored();
      out[2 * k.ordinal()] = pictureWidth - 1 - x(m);
      out[2 * k.ordinal() + 1] = y(m);
    }
    return new Keypoints(out);
  }

  /** These points moved. */
  public Keypoints shifted(double right, double down) {
    double[] out = new double[NUMBERS];
    for (int i = 0; i < NUMBERS; i += 2) {
      out[i] = xy[i] + right;
      out[i + 1] = xy[i + 1] + down;
    }
    return new Keypoints(out);
  }

  /** The mean place of each point; {@code all} has at least one. */
  public static Keypoints mean(List<Keypoints> all) {
    double[] out = new double[NUMBERS];
    for (Keypoints one : all) {
      for (int i = 0; i < NUMBERS; i++) {
        out[i] += one.xy[i] / all.size();
      }
    }
    return new Keypoints(out);
  }

  /** All numbers: x, y of each point in the enum's order. */
  public double[] toArray() {
    return xy.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Keypoints k && Arrays.equals(xy, k.xy);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(xy);
  }

  @Override
  public String toString() {
    return Arrays.toString(xy);
  }
}
