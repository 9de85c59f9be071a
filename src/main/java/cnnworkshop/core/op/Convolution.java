package cnnworkshop.core.op;

/**
 * A two-dimensional convolution, step by step: the definition to read, and what faster code is measured against.
 *
 * <p>For filter f and output row y, column x:
 * <pre>
 *   output[f, y, x] = bias[f] + Σ_c Σ_i Σ_j weight[f, c, i, j] · input[c, y·s + i·d − p, x·s + j·d − p]
 * </pre>
 * with stride s, dilation d and padding p of each axis; what the input is beyond its edges, {@link Edge} says. The
 * filter is not flipped: strictly this is a cross-correlation, but every deep-learning library calls it convolution.
 * No activation function is applied. Products are added in the order of the sums, in 32-bit floats, the bias last.
 *
 * @param weights [filter, channel, row, column]
 * @param biases one a filter
 * @param channels channels of the input
 * @param vertical how the window slides down the rows
 * @param horizontal how the window slides along the columns
 * @param edge what lies beyond the input's edges
 */
public record Convolution(float[] weights, float[] biases, int channels, SlidingAxis vertical,
    SlidingAxis horizontal, Edge edge) {

  /** @throws IllegalArgumentException if the number of weights does not fit */
  public Convolution {
    if (weights.length != biases.length * channels * vertical.size() * horizontal.size()) {
      throw new IllegalArgumentException(weights.length + " weights do not make " + biases.length + " filters of "
          + channels + "×" + vertical.size() + "×" + horizontal.size());
    }
  }

  /** With zeros beyond the edges, as in networks. */
  public Convolution(float[] weights, float[] biases, int channels, SlidingAxis vertical, SlidingAxis horizontal) {
    this(weights, biases, channels, vertical, horizontal, Edge.ZERO);
  }

  /**
   * All outputs.
   *
   * @param input [channel, row, column]
   * @param height rows of the input
   * @param width columns of the input
   * @return [filter, row, column], {@code vertical.outputs(height)} rows of {@code horizontal.outputs(width)} columns
   */
  public float[] apply(float[] input, int height, int width) {
    int rows = vertical.outputs(height);
    int columns = horizontal.outputs(width);
    float[] output = new float[biases.length * rows * columns];
    for (int filter = 0; filter < biases.length; filter++) {
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          output[(filter * rows + row) * columns + column] = at(input, height, width, filter, row, column);
        }
      }
    }
    return output;
  }

  /** One output: the filter laid on the input with its first cell at the output's place, multiplied and summed up. */
  public float at(float[] input, int height, int width, int filter, int row, int column) {
    float sum = 0;
    for (int channel = 0; channel < channels; channel++) {
      for (int i = 0; i < vertical.size(); i++) {
        for (int j = 0; j < horizontal.size(); j++) {
          int y = edge.source(vertical.first(row, height) + i * vertical.dilation(), height);
          int x = edge.source(horizontal.first(column, width) + j * horizontal.dilation(), width);
          boolean inside = y >= 0 && x >= 0;
          float value = inside ? input[(channel * height + y) * width + x] : 0;
          sum += weight(filter, channel, i, j) * value;
        }
      }
    }
    return sum + biases[filter];
  }

  /** The same with every filter turned by half a turn: this is what mathematics calls convolution. */
  public Convolution flipped() {
    float[] turned = new float[weights.length];
    int cells = vertical.size() * horizontal.size();
    for (int i = 0; i < weights.length; i++) {
      int slice = i / cells * cells;
      turned[i] = weights[slice + cells - 1 - (i - slice)];
    }
    return new Convolution(turned, biases, channels, vertical, horizontal, edge);
  }

  private float weight(int filter, int channel, int i, int j) {
    return weights[((filter * channels + channel) * vertical.size() + i) * horizontal.size() + j];
  }
}
