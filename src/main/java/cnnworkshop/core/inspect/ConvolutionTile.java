package cnnworkshop.core.inspect;

import cnnworkshop.core.op.SlidingAxis;
import java.util.Arrays;

/**
 * Computes a rectangle of a convolution's outputs from the {@link InputWindow} under it, a row at a time.
 *
 * <p>Every value is the sum of its products in the order channel, row, column, then the bias, in 32-bit floats:
 * the order of {@code core.op.Convolution}. All access to a map comes through here, so a value is the same to
 * the last bit whichever way it was asked for. The loops run along a row, one tap of the filter (or three, or
 * nine) at a time, without a condition inside, so that the compiler makes vector instructions of them.
 */
final class ConvolutionTile implements Tile {

  private final Filters filters;
  private final SlidingAxis vertical;
  private final SlidingAxis horizontal;
  private final InputWindow window;
  private final int columns;

  /** @param columns outputs a row */
  ConvolutionTile(Filters filters, InputWindow window, int columns) {
    this.filters = filters;
    this.vertical = filters.vertical();
    this.horizontal = filters.horizontal();
    this.window = window;
    this.columns = columns;
  }

  @Override
  public void row(int filter, int row, float[] out, int from) {
    sums(filter, row, out, from);
    float bias = filters.biases()[filter];
    for (int i = from; i < from + columns; i++) {
      out[i] += bias;
    }
    ActivationFunction.apply(filters.spec().activation(), out, from, columns);
  }

  /** The sums of products without bias and activation. */
  void sums(int filter, int row, float[] out, int from) {
    int first = row * vertical.stride() * window.columns();
    if (filters.channels() == 1 && vertical.size() == 3 && horizontal.size() == 3
        && vertical.dilation() == 1 && horizontal.dilation() == 1 && horizontal.stride() == 1) {
      nineTaps(filters.weights(), 9 * filter, first, out, from);
      return;
    }
    Arrays.fill(out, from, from + columns, 0f);
    float[] weights = filters.weights();
    int tap = filter * filters.channels() * vertical.size() * horizontal.size();
    for (int channel = 0; channel < filters.channels(); channel++) {
      for (int i = 0; i < vertical.size(); i++) {
        int start = first + (channel * window.rows() + i * vertical.dilation()) * window.columns();
        int j = 0;
        if (horizontal.stride() == 1) {
          for (; j + 3 <= horizontal.size(); j += 3) {
            threeTaps(weights, tap + j, start + j * horizontal.dilation(), out, from);
          }
        }
        for (; j < horizontal.size(); j++) {
          oneTap(weights[tap + j], start + j * horizontal.dilation(), out, from);
        }
        tap += horizontal.size();
      }
    }
  }

  private void nineTaps(float[] weights, int tap, int start, float[] out, int from) {
    float[] in = window.values();
    float w0 = weights[tap];
    float w1 = weights[tap + 1];
    float w2 = weights[tap + 2];
    float w3 = weights[tap + 3];
    float w4 = weights[tap + 4];
    float w5 = weights[tap + 5];
    float w6 = weights[tap + 6];
    float w7 = weights[tap + 7];
    float w8 = weights[tap + 8];
    int second = start + window.columns();
    int third = second + window.columns();
    for (int i = 0; i < columns; i++) {
      out[from + i] = w0 * in[start + i] + w1 * in[start + i + 1] + w2 * in[start + i + 2]
          + w3 * in[second + i] + w4 * in[second + i + 1] + w5 * in[second + i + 2]
          + w6 * in[third + i] + w7 * in[third + i + 1] + w8 * in[third + i + 2];
    }
  }

  private void threeTaps(float[] weights, int tap, int start, float[] out, int from) {
    float[] in = window.values();
    float w0 = weights[tap];
    float w1 = weights[tap + 1];
    float w2 = weights[tap + 2];
    int second = start + horizontal.dilation();
    int third = second + horizontal.dilation();
    for (int i = 0; i < columns; i++) {
      out[from + i] = out[from + i] + w0 * in[start + i] + w1 * in[second + i] + w2 * in[third + i];
    }
  }

  private void oneTap(float weight, int start, float[] out, int from) {
    float[] in = window.values();
    int stride = horizontal.stride();
    if (stride == 1) {
      for (int i = 0; i < columns; i++) {
        out[from + i] += weight * in[start + i];
      }
    } else {
      for (int i = 0; i < columns; i++) {
        out[from + i] += weight * in[start + i * stride];
      }
    }
  }
}
