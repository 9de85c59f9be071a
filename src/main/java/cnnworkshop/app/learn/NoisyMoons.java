package cnnworkshop.app.learn;

import java.util.Random;

/**
 * Points of two classes: two half circles that reach into each other, with noise. Both coordinates are about −1.5..1.5.
 *
 * @param points [point][x, y]
 * @param labels 0 or 1 a point
 */
record NoisyMoons(double[][] points, int[] labels) {

  /**
   * Draws points, as many of each class.
   *
   * @param count how many, at least 2
   * @param noise standard deviation of what is added to each coordinate; the half circles have radius 1
   */
  static NoisyMoons draw(int count, double noise, long seed) {
    Random random = new Random(seed);
    double[][] points = new double[count][];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % 2;
      double angle = Math.PI * random.nextDouble();
      double x = labels[i] == 0 ? Math.cos(angle) - 0.5 : 0.5 - Math.cos(angle);
      double y = labels[i] == 0 ? Math.sin(angle) - 0.25 : 0.25 - Math.sin(angle);
      points[i] = new double[] {x + noise * random.nextGaussian(), y + noise * random.nextGaussian()};
    }
    return new NoisyMoons(points, labels);
  }

  int size() {
    return labels.length;
  }

  /** Some of the points. */
  NoisyMoons some(int[] which) {
    double[][] theirPoints = new double[which.length][];
    int[] theirLabels = new int[which.length];
    for (int i = 0; i < which.length; i++) {
      theirPoints[i] = points[which[i]];
      theirLabels[i] = labels[which[i]];
    }
    return new NoisyMoons(theirPoints, theirLabels);
  }
}
