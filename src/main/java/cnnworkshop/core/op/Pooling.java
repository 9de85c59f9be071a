package cnnworkshop.core.op;

/**
 * Pooling, step by step: each output is the maximum or the mean of a window of its own channel.
 *
 * <pre>
 *   output[c, y, x] = max or mean over i, j of input[c, y·s + i − p, x·s + j − p]
 * </pre>
 * with stride s and padding p of each axis. Cells of the window outside the input do not count: no maximum is found
 * there, and a mean is that of the cells inside, as in DL4J.
 *
 * @param kind what is made of a window
 * @param vertical how the window slides down the rows
 * @param horizontal how the window slides along the columns
 */
public record Pooling(Kind kind, SlidingAxis vertical, SlidingAxis horizontal) {

  /** What is made of a window. */
  public enum Kind { MAX, AVERAGE }

  /** A square window. */
  public static Pooling square(Kind kind, int size, int stride, boolean same) {
    SlidingAxis axis = new SlidingAxis(size, stride, 1, same, 0);
    return new Pooling(kind, axis, axis);
  }

  /**
   * All outputs.
   *
   * @param input [channel, row, column]
   * @return [channel, row, column], {@code vertical.outputs(height)} rows of {@code horizontal.outputs(width)} columns
   */
  public float[] apply(float[] input, int channels, int height, int width) {
    int rows = vertical.outputs(height);
    int columns = horizontal.outputs(width);
    float[] output = new float[channels * rows * columns];
    for (int channel = 0; channel < channels; channel++) {
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          output[(channel * rows + row) * columns + column] = at(input, height, width, channel, row, column);
        }
      }
    }
    return output;
  }

  /** One output. */
  public float at(float[] input, int height, int width, int channel, int row, int column) {
    if (kind == Kind.MAX) {
      return input[place(input, height, width, channel, row, column)];
    }
    float sum = 0;
    int inside = 0;
    for (int i = 0; i < vertical.size(); i++) {
      for (int j = 0; j < horizontal.size(); j++) {
        int cell = cell(height, width, channel, row, column, i, j);
        if (cell >= 0) {
          sum += input[cell];
          inside++;
        }
      }
    }
    return sum / inside;
  }

  /** The index in {@code input} of the largest value under the window, the first of several. */
  public int place(float[] input, int height, int width, int channel, int row, int column) {
    int best = -1;
    for (int i = 0; i < vertical.size(); i++) {
      for (int j = 0; j < horizontal.size(); j++) {
        int cell = cell(height, width, channel, row, column, i, j);
        if (cell >= 0 && (best < 0 || input[cell] > input[best])) {
          best = cell;
        }
      }
    }
    return best;
  }

  /** The index of a cell of the window, or −1 if that lies outside the input. */
  private int cell(int height, int width, int channel, int row, int column, int i, int j) {
    int y = vertical.first(row, height) + i * vertical.dilation();
    int x = horizontal.first(column, width) + j * horizontal.dilation();
    return y >= 0 && y < height && x >= 0 && x < width ? (channel * height + y) * width + x : -1;
  }
}
