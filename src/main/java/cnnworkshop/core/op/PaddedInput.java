package cnnworkshop.core.op;

/**
 * An input with a margin of the same width on all sides, filled as its edge says. What a convolution with padding
 * sees: it then slides over it without any.
 *
 * @param values [channel, row, column]
 * @param channels channels
 * @param height rows, both margins included
 * @param width columns, both margins included
 * @param margin rows and columns added on each side
 */
public record PaddedInput(float[] values, int channels, int height, int width, int margin) {

  /**
   * Adds a margin.
   *
   * @param input [channel, row, column], not changed
   * @param height rows of the input
   * @param width columns of the input
   * @param margin how many rows and columns on each side, at least 0
   */
  public static PaddedInput of(float[] input, int channels, int height, int width, int margin, Edge edge) {
    int rows = height + 2 * margin;
    int columns = width + 2 * margin;
    float[] values = new float[channels * rows * columns];
    for (int channel = 0; channel < channels; channel++) {
      for (int row = 0; row < rows; row++) {
        int y = edge.source(row - margin, height);
        for (int column = 0; column < columns; column++) {
          int x = edge.source(column - margin, width);
          boolean zero = y < 0 || x < 0;
          values[(channel * rows + row) * columns + column] = zero ? 0 : input[(channel * height + y) * width + x];
        }
      }
    }
    return new PaddedInput(values, channels, rows, columns, margin);
  }

  /** One value. */
  public float at(int channel, int row, int column) {
    return values[(channel * height + row) * width + column];
  }

  /** Whether a row and column lie in the margin. */
  public boolean isMargin(int row, int column) {
    return row < margin || column < margin || row >= height - margin || column >= width - margin;
  }
}
