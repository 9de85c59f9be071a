package cnnworkshop.core.inspect;

import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.Shape;
import java.util.Random;

/**
 * The mean gradient of noisy copies of a picture: gradients jump from pixel to pixel, and the mean leaves what the
 * copies have in common (Smilkov et al., "SmoothGrad", 2017). One copy without noise gives the plain gradient.
 * Gradients are taken in a few copies at a time, in order. Not thread-safe, but for {@link #noisy}.
 */
public final class SmoothGradient {

  private final Shape shape;
  private final float[] picture;
  private final int copies;
  private final double sigma;
  private final long seed;
  private double[][] sums;
  private int done;

  /**
   * @param picture values 0..1, [channel, row, column]
   * @param copies how many, at least 1
   * @param noise the noise's standard deviation, as a share of the picture's range from darkest to lightest
   * @param seed the same seed gives the same noise
   */
  public SmoothGradient(Shape shape, float[] picture, int copies, double noise, long seed) {
    this.shape = shape;
    this.picture = picture.clone();
    this.copies = copies;
    this.seed = seed;
    float darkest = Float.POSITIVE_INFINITY;
    float lightest = Float.NEGATIVE_INFINITY;
    for (float value : picture) {
      darkest = Math.min(darkest, value);
      lightest = Math.max(lightest, value);
    }
    this.sigma = noise * (lightest - darkest);
  }

  /** The gradient of the picture as it is. */
  public static SmoothGradient plain(Shape shape, float[] picture) {
    return new SmoothGradient(shape, picture, 1, 0, 0);
  }

  /** How many copies there are. */
  public int copies() {
    return copies;
  }

  /** How many copies have been taken in: the first ones. */
  public int done() {
    return done;
  }

  /** Whether all copies have been taken in. */
  public boolean isComplete() {
    return done == copies;
  }

  /** Some of the copies, [copy, channel, row, column]; each is the same whenever it is asked for. */
  public float[] noisy(int firstCopy, int count) {
    float[] batch = new float[count * picture.length];
    for (int i = 0; i < count; i++) {
      // The first numbers of neighbouring seeds are alike: the second generator is started with what the first made.
      Random random = new Random(new Random(seed).nextLong() + new Random(firstCopy + i).nextLong());
      for (int p = 0; p < picture.length; p++) {
        batch[i * picture.length + p] = (float) (picture[p] + sigma * random.nextGaussian());
      }
    }
    return batch;
  }

  /**
   * Asks a network for the gradients of the next copies. To be called by the thread that owns the network.
   *
   * @param count how many copies
   * @return for each score [copy, channel, row, column]
   */
  public static float[][] gradients(Network network, Explained explained, float[] copies, int count) {
    int outputs = network.outputShapes().get(network.outputShapes().size() - 1).size();
    return explained.outputWeights(outputs).stream()
        .map(weights -> network.scoreGradient(copies, count, weights)).toArray(float[][]::new);
  }

  /** Takes in the gradients of the next copies, as {@link #gradients} gives them. */
  public void add(float[][] gradients) {
    if (sums == null) {
      sums = new double[gradients.length][picture.length];
    }
    for (int score = 0; score < gradients.length; score++) {
      for (int i = 0; i < gradients[score].length; i++) {
        sums[score][i % picture.length] += gradients[score][i];
      }
    }
    done += gradients[0].length / picture.length;
  }

  /** The mean of what was taken in so far, at least one copy. */
  public Saliency mean() {
    float[][] means = new float[sums.length][picture.length];
    for (int score = 0; score < sums.length; score++) {
      for (int i = 0; i < picture.length; i++) {
        means[score][i] = (float) (sums[score][i] / done);
      }
    }
    return new Saliency(shape, picture, means);
  }
}
