package cnnworkshop.core.data;

/** Blurs a grey picture with a Gaussian, first along rows, then along columns; edge pixels repeat. */
final class GaussianBlur {

  private GaussianBlur() {}

  /**
   * @param grey [row, column]
   * @param sigma standard deviation in pixels; nearly 0 gives the picture back
   */
  static float[] of(float[] grey, int width, int height, double sigma) {
    if (sigma < 0.2) {
      return grey;
    }
    float[] weights = weights(sigma);
    float[] alongRows = new float[grey.length];
    pass(grey, alongRows, width, height, 1, width, weights);
    float[] out = new float[grey.length];
    pass(alongRows, out, height, width, width, 1, weights);
    return out;
  }

  private static float[] weights(double sigma) {
    int radius = (int) Math.ceil(2.5 * sigma);
    float[] weights = new float[2 * radius + 1];
    float sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double d = i - radius;
      weights[i] = (float) Math.exp(-d * d / (2 * sigma * sigma));
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  /** Filters {@code lines} lines of {@code length} pixels that lie {@code step} apart. */
  private static void pass(float[] in, float[] out, int length, int lines, int step, int lineStep, float[] weights) {
    int radius = weights.length / 2;
    for (int line = 0; line < lines; line++) {
      int start = line * lineStep;
      for (int i = 0; i < length; i++) {
        float sum = 0;
        for (int k = -radius; k <= radius; k++) {
          int at = Math.max(0, Math.min(length - 1, i + k));
          sum += weights[k + radius] * in[start + at * step];
        }
        out[start + i * step] = sum;
      }
    }
  }
}
