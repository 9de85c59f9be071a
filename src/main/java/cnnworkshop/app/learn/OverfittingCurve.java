package cnnworkshop.app.learn;

import java.util.Random;

/** The truth behind points: a curve over −1..1. */
enum OverfittingCurve {
  /** A straight line, as in the workshop. */
  LINE,
  /** A parabola. */
  BEND,
  /** One and a half waves. */
  WAVE;

  /** A point; both in the same unit as the axes. */
  record Point(double x, double y) {}

  /** The curve's height, −1..1. */
  double at(double x) {
    return switch (this) {
      case LINE -> 0.8 * x;
      case BEND -> 1.6 * x * x - 0.8;
      case WAVE -> 0.9 * Math.sin(1.5 * Math.PI * x);
    };
  }

  /**
   * Points from the curve, with noise: one somewhere in each of as many equal parts of the range.
   *
   * @param noise standard deviation of what is added to the height
   */
  Point[] draw(int count, double noise, long seed) {
    Random random = new Random(seed);
    Point[] points = new Point[count];
    for (int i = 0; i < count; i++) {
      double x = -1 + 2 * (i + random.nextDouble()) / count;
      points[i] = new Point(x, at(x) + noise * random.nextGaussian());
    }
    return points;
  }
}
