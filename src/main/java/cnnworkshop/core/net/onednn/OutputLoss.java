package cnnworkshop.core.net.onednn;

import cnnworkshop.core.net.NetworkSpec.Loss;

/**
 * A batch's mean loss and its gradient at the outputs, as DL4J has them: a picture's squared error is the mean over the
 * outputs; cross-entropy is taken of the softmax of the outputs, no probability counting as less than 10⁻¹⁰.
 */
final class OutputLoss {

  private static final double LEAST = 1e-10;

  private final Loss loss;

  OutputLoss(Loss loss) {
    this.loss = loss;
  }

  /**
   * @param outputs [picture, output]; for cross-entropy before the softmax; the gradient is written in their place
   * @param targets [picture, output]
   * @param mask 1 where a target counts, 0 where not; null if all count
   * @return the loss, a mean over the pictures
   */
  double intoGradient(float[] outputs, float[] targets, float[] mask, int pictures) {
    int each = outputs.length / pictures;
    double sum = 0;
    for (int p = 0; p < pictures; p++) {
      sum += loss == Loss.CROSS_ENTROPY
          ? crossEntropy(outputs, targets, mask, p * each, each, pictures)
          : squaredError(outputs, targets, mask, p * each, each, pictures);
    }
    return sum / pictures;
  }

  private static double squaredError(float[] outputs, float[] targets, float[] mask, int from, int each, int pictures) {
    double sum = 0;
    for (int i = from; i < from + each; i++) {
      double error = mask == null || mask[i] != 0 ? outputs[i] - targets[i] : 0;
      sum += error * error;
      outputs[i] = (float) (2 * error / each / pictures);
    }
    return sum / each;
  }

  private static double crossEntropy(float[] outputs, float[] targets, float[] mask, int from, int each, int pictures) {
    softmax(outputs, from, each);
    double sum = 0;
    for (int i = from; i < from + each; i++) {
      double counts = mask == null ? 1 : mask[i];
      sum -= counts * targets[i] * Math.log(Math.min(Math.max(outputs[i], LEAST), 1 - LEAST));
      outputs[i] = (float) (counts * (outputs[i] - targets[i]) / pictures);
    }
    return sum;
  }

  /** Makes probabilities of some values in a row, in their place. */
  static void softmax(float[] values, int from, int count) {
    float largest = Float.NEGATIVE_INFINITY;
    for (int i = from; i < from + count; i++) {
      largest = Math.max(largest, values[i]);
    }
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      double power = Math.exp(values[i] - largest);
      values[i] = (float) power;
      sum += power;
    }
    for (int i = from; i < from + count; i++) {
      values[i] = (float) (values[i] / sum);
    }
  }
}
