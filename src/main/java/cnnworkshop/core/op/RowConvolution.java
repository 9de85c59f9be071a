package cnnworkshop.core.op;

import java.util.Arrays;

/**
 * The sums of {@link Convolution} for one filter, made a row at a time: each weight is multiplied with a whole row of
 * the input before the next one's turn comes. Every output gets its products in the same order, so the numbers are the
 * same to the last bit, some ten times sooner; that is what lets a photo answer while a hand moves.
 *
 * @param weights the filter, [channel, row, column]
 * @param bias added to each sum, last
 * @param size rows and columns of the filter
 * @param stride how far it moves from one output to the next, at least 1
 * @param dilation distance of neighbouring cells of the filter, at least 1
 */
public record RowConvolution(float[] weights, float bias, int size, int stride, int dilation) {

  /** How the filter slides over a padded input, along both axes. */
  public SlidingAxis axis() {
    return new SlidingAxis(size, stride, dilation, false, 0);
  }

  /** All outputs, [row, column]. */
  public float[] apply(PaddedInput input) {
    int rows = axis().outputs(input.height());
    int columns = axis().outputs(input.width());
    float[] output = new float[rows * columns];
    float[] sums = new float[columns];
    for (int row = 0; row < rows; row++) {
      Arrays.fill(sums, 0);
      for (int channel = 0; channel < input.channels(); channel++) {
        for (int i = 0; i < size; i++) {
          int y = row * stride + i * dilation;
          int from = (channel * input.height() + y) * input.width();
          for (int j = 0; j < size; j++) {
            add(sums, weights[(channel * size + i) * size + j], input.values(), from + j * dilation);
          }
        }
      }
      for (int column = 0; column < columns; column++) {
        output[row * columns + column] = sums[column] + bias;
      }
    }
    return output;
  }

  private void add(float[] sums, float weight, float[] values, int from) {
    if (stride == 1) { // by itself, so that the compiler can take several columns at once
      for (int column = 0; column < sums.length; column++) {
        sums[column] += weight * values[from + column];
      }
    } else {
      for (int column = 0; column < sums.length; column++) {
        sums[column] += weight * values[from + column * stride];
      }
    }
  }
}
