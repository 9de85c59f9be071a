package cnnworkshop.core.inspect;

import cnnworkshop.core.net.Shape;

/**
 * How an answer follows each pixel (Simonyan et al., "Deep inside convolutional networks", 2013): its gradient, by
 * which it would change if a pixel went from black to white and all stayed as steep as it is here. Immutable.
 */
public final class Saliency {

  /** What is shown of a gradient. */
  public enum Look {
    /** How strongly, whichever way: of several channels the strongest. */
    STRENGTH,
    /** Which way the answer goes when the pixel becomes lighter: all channels together. */
    SIGNED,
    /** What the pixel as it is adds: the gradient times its value, all channels together. */
    TIMES_INPUT
  }

  private final Shape shape;
  private final float[] picture;
  private final float[][] gradients;

  /**
   * @param picture values 0..1, [channel, row, column]; taken over
   * @param gradients for each score of what is {@link Explained}, laid out like the picture; taken over
   */
  Saliency(Shape shape, float[] picture, float[][] gradients) {
    this.shape = shape;
    this.picture = picture;
    this.gradients = gradients;
  }

  /** Whether this can be shown: which way an answer goes can't be said where two scores are watched together. */
  public static boolean shows(Look look, Explained explained) {
    return look == Look.STRENGTH || explained.isSigned();
  }

  /**
   * One value a pixel.
   *
   * @return [row, column]
   */
  public float[] map(Look look) {
    float[] map = new float[shape.height() * shape.width()];
    for (int pixel = 0; pixel < map.length; pixel++) {
      for (int channel = 0; channel < shape.channels(); channel++) {
        int i = channel * map.length + pixel;
        switch (look) {
          case STRENGTH -> map[pixel] = Math.max(map[pixel], length(i));
          case SIGNED -> map[pixel] += gradients[0][i];
          case TIMES_INPUT -> map[pixel] += gradients[0][i] * picture[i];
        }
      }
    }
    return map;
  }

  private float length(int i) {
    double squares = 0;
    for (float[] gradient : gradients) {
      squares += (double) gradient[i] * gradient[i];
    }
    return (float) Math.sqrt(squares);
  }

  /**
   * The gradients themselves.
   *
   * @return [score, channel, row, column]
   */
  public float[] values() {
    float[] all = new float[gradients.length * picture.length];
    for (int score = 0; score < gradients.length; score++) {
      System.arraycopy(gradients[score], 0, all, score * picture.length, picture.length);
    }
    return all;
  }
}
