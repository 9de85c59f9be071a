package cnnworkshop.core.op;

/**
 * A convolution along a line: one filter slides over a signal of one channel.
 * <pre>
 *   output[i] = bias + Σ_j weight[j] · signal[i·s + j·d − p]
 * </pre>
 * with stride s, dilation d and padding p; what is outside the signal is up to the edge. The filter is not flipped,
 * as in {@link Convolution}. Products are added from left to right in 32-bit floats, the bias last.
 *
 * @param weights the filter, {@code axis.size()} numbers
 * @param bias added to each sum
 * @param axis how the filter slides
 * @param edge what lies beyond the ends
 */
public record LineConvolution(float[] weights, float bias, SlidingAxis axis, Edge edge) {

  /** @throws IllegalArgumentException if the number of weights does not fit */
  public LineConvolution {
    if (weights.length != axis.size()) {
      throw new IllegalArgumentException(weights.length + " weights do not make a filter of " + axis.size());
    }
  }

  /** All outputs, {@code axis.outputs(signal.length)} of them. */
  public float[] apply(float[] signal) {
    float[] output = new float[axis.outputs(signal.length)];
    for (int i = 0; i < output.length; i++) {
      output[i] = at(signal, i);
    }
    return output;
  }

  /** One output: the filter laid on the signal, multiplied place by place, and added up. */
  public float at(float[] signal, int i) {
    float sum = 0;
    for (float product : products(signal, i)) {
      sum += product;
    }
    return sum + bias;
  }

  /** What is added up for one output, place by place. */
  public float[] products(float[] signal, int i) {
    float[] products = new float[weights.length];
    for (int j = 0; j < weights.length; j++) {
      int place = edge.source(axis.first(i, signal.length) + j * axis.dilation(), signal.length);
      products[j] = weights[j] * (place < 0 ? 0 : signal[place]);
    }
    return products;
  }

  /** The same with its filter back to front: this is what mathematics calls convolution. */
  public LineConvolution flipped() {
    float[] backwards = new float[weights.length];
    for (int j = 0; j < weights.length; j++) {
      backwards[j] = weights[weights.length - 1 - j];
    }
    return new LineConvolution(backwards, bias, axis, edge);
  }
}
