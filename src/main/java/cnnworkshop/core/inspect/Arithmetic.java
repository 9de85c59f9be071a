package cnnworkshop.core.inspect;

import cnnworkshop.core.net.LayerSpec.Activation;

/**
 * How one value of a convolution's map came about: patch × filter, products, sum, bias, activation.
 *
 * <p>{@code value = activation(sum + bias)} holds to the last bit, and {@code value} is the map's value.
 *
 * @param map the filter
 * @param row the value's row in the map
 * @param column the value's column in the map
 * @param area what the filter looks at, on the photo or on the maps of the layer before
 * @param channels channels of the input
 * @param rows rows of the filter
 * @param columns columns of the filter
 * @param patch the input's values under the filter, 0 where {@link #isPadding} says so; [channel, row, column]
 * @param weights the filter, [channel, row, column]
 * @param products patch × weights, [channel, row, column]
 * @param sum all products added up in this order
 * @param bias the filter's bias
 * @param beforeActivation sum + bias
 * @param activation what is then done to it
 * @param value the map's value
 */
public record Arithmetic(int map, int row, int column, Area area, int channels, int rows, int columns, float[] patch,
    float[] weights, float[] products, float sum, float bias, float beforeActivation, Activation activation,
    float value) {

  /**
   * A rectangle of the input with its cells; parts outside the input are padding.
   *
   * @param x column of the first cell; below 0 in the padding
   * @param y row of the first cell; below 0 in the padding
   * @param width columns from the first cell to the last
   * @param height rows from the first cell to the last
   * @param dilationX columns from one cell to the next
   * @param dilationY rows from one cell to the next
   * @param inputWidth columns of the input
   * @param inputHeight rows of the input
   */
  public record Area(int x, int y, int width, int height, int dilationX, int dilationY, int inputWidth,
      int inputHeight) {}

  /** The arithmetic of the value at {@code row}, {@code column} of a map. */
  static Arithmetic of(Input input, Filters filters, int map, int row, int column) {
    int rows = filters.vertical().size();
    int columns = filters.horizontal().size();
    InputWindow window = InputWindow.under(input, filters, column, row, 1, 1);
    ConvolutionTile tile = new ConvolutionTile(filters, window, 1);
    float[] patch = new float[filters.channels() * rows * columns];
    float[] weights = new float[patch.length];
    float[] products = new float[patch.length];
    int cell = 0;
    for (int c = 0; c < filters.channels(); c++) {
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++, cell++) {
          patch[cell] = window.values()[(c * window.rows() + i * filters.vertical().dilation()) * window.columns()
              + j * filters.horizontal().dilation()];
          weights[cell] = filters.weight(map, c, i, j);
          products[cell] = patch[cell] * weights[cell];
        }
      }
    }
    float[] result = new float[1];
    tile.sums(map, 0, result, 0);
    float sum = result[0];
    tile.row(map, 0, result, 0);
    float bias = filters.biases()[map];
    Area area = new Area(window.x(), window.y(), window.columns(), window.rows(), filters.horizontal().dilation(),
        filters.vertical().dilation(), input.width(), input.height());
    return new Arithmetic(map, row, column, area, filters.channels(), rows, columns, patch, weights, products, sum,
        bias, sum + bias, filters.spec().activation(), result[0]);
  }

  /** Whether the filter's cell at {@code i}, {@code j} lies outside the input, where 0 is taken for it. */
  public boolean isPadding(int i, int j) {
    int x = area.x + j * area.dilationX;
    int y = area.y + i * area.dilationY;
    return x < 0 || y < 0 || x >= area.inputWidth || y >= area.inputHeight;
  }

  /** The input's value under a cell of the filter. */
  public float patch(int channel, int i, int j) {
    return patch[index(channel, i, j)];
  }

  /** A weight of the filter. */
  public float weight(int channel, int i, int j) {
    return weights[index(channel, i, j)];
  }

  /** Input value × weight. */
  public float product(int channel, int i, int j) {
    return products[index(channel, i, j)];
  }

  /** The products of one channel added up; over all channels these make the sum. */
  public float channelSum(int channel) {
    float channelSum = 0;
    for (int cell = channel * rows * columns; cell < (channel + 1) * rows * columns; cell++) {
      channelSum += products[cell];
    }
    return channelSum;
  }

  private int index(int channel, int i, int j) {
    return (channel * rows + i) * columns + j;
  }
}
