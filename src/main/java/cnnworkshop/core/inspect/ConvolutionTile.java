package cnnworkshop.core.inspect;

import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.op.SlidingAxis;
import java.util.Arrays;

/**
 * Computes a rectangle of a convolution's outputs from the {@link InputWindow} under it, a row at a time.
 *
 * <p>Every value is the sum of its products in the order channel, row, column, then the bias, in 32-bit floats:
 * the order of {@code core.op.Convolution}. All access to a map comes through here, so a value is the same to
 * the last bit whichever way it was asked for.
 *
 * <p>Java's compiler makes vector instructions of a loop only if it is short and all its arrays are read and written at the
 * loop's own index. So each input row is laid out once for each column of a filter, moved by as much, and a pass along a row
 * adds three products at most; all filters use the same rows.
 */
final class ConvolutionTile implements Tile {

  /** Added in one pass along a row. */
  private static final int PRODUCTS = 3;

  private final Filters filters;
  private final SlidingAxis vertical;
  private final int taps;
  private final int windowRows;
  private final int columns;
  /** For channel, input row and filter column: what that column of a filter meets, output by output. */
  private final float[][] met;
  private final float[] own;

  /** @param columns outputs a row */
  ConvolutionTile(Filters filters, InputWindow window, int columns) {
    this.filters = filters;
    this.vertical = filters.vertical();
    this.taps = filters.horizontal().size();
    this.windowRows = window.rows();
    this.columns = columns;
    this.met = met(filters, window, columns);
    this.own = new float[columns];
  }

  private static float[][] met(Filters filters, InputWindow window, int columns) {
    SlidingAxis horizontal = filters.horizontal();
    int stride = horizontal.stride();
    float[][] met = new float[filters.channels() * window.rows() * horizontal.size()][];
    for (int i = 0; i < met.length; i++) {
      int start = i / horizontal.size() * window.columns() + i % horizontal.size() * horizontal.dilation();
      if (stride == 1) {
        met[i] = Arrays.copyOfRange(window.values(), start, start + columns);
      } else {
        met[i] = new float[columns];
        for (int column = 0; column < columns; column++) {
          met[i][column] = window.values()[start + column * stride];
        }
      }
    }
    return met;
  }

  @Override
  public void row(int filter, int row, float[] out, int from) {
    float[] values = from == 0 ? out : own;
    float bias = filters.biases()[filter];
    Activation activation = filters.spec().activation();
    if (activation == Activation.RELU && taps % PRODUCTS == 0) {
      addProducts(filter, row, values, true, bias);
    } else {
      addProducts(filter, row, values, false, 0);
      addBias(values, bias, columns);
      ActivationFunction.apply(activation, values, columns);
    }
    copy(values, out, from);
  }

  /** The sums of products without bias and activation. */
  void sums(int filter, int row, float[] out, int from) {
    float[] values = from == 0 ? out : own;
    addProducts(filter, row, values, false, 0);
    copy(values, out, from);
  }

  private void copy(float[] values, float[] out, int from) {
    if (values != out) {
      System.arraycopy(values, 0, out, from, columns);
    }
  }

  /** @param finished whether the last pass also adds the bias and applies ReLU; the taps are then threes */
  private void addProducts(int filter, int row, float[] sums, boolean finished, float bias) {
    Arrays.fill(sums, 0, columns, 0f);
    float[] w = filters.weights();
    int rows = filters.channels() * vertical.size();
    int weight = filter * rows * taps;
    for (int k = 0; k < rows; k++) {
      int first = (k / vertical.size() * windowRows + row * vertical.stride() + k % vertical.size() * vertical.dilation())
          * taps;
      int j = 0;
      for (; j + PRODUCTS <= taps; j += PRODUCTS, weight += PRODUCTS) {
        float[] met0 = met[first + j];
        float[] met1 = met[first + j + 1];
        float[] met2 = met[first + j + 2];
        if (finished && k == rows - 1 && j + PRODUCTS == taps) {
          finish(sums, w[weight], met0, w[weight + 1], met1, w[weight + 2], met2, bias, columns);
        } else {
          add(sums, w[weight], met0, w[weight + 1], met1, w[weight + 2], met2, columns);
        }
      }
      for (; j < taps; j++, weight++) {
        add(sums, w[weight], met[first + j], columns);
      }
    }
  }

  private static void add(float[] sums, float w0, float[] met0, float w1, float[] met1, float w2, float[] met2,
      int columns) {
    for (int i = 0; i < columns; i++) {
      sums[i] = sums[i] + w0 * met0[i] + w1 * met1[i] + w2 * met2[i];
    }
  }

  private static void finish(float[] sums, float w0, float[] met0, float w1, float[] met1, float w2, float[] met2,
      float bias, int columns) {
    for (int i = 0; i < columns; i++) {
      sums[i] = Math.max(0f, sums[i] + w0 * met0[i] + w1 * met1[i] + w2 * met2[i] + bias);
    }
  }

  private static void add(float[] sums, float weight, float[] met, int columns) {
    for (int i = 0; i < columns; i++) {
      sums[i] += weight * met[i];
    }
  }

  private static void addBias(float[] sums, float bias, int columns) {
    for (int i = 0; i < columns; i++) {
      sums[i] += bias;
    }
  }
}
