package cnnworkshop.app.learn;

import cnnworkshop.core.inspect.Arithmetic;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.ValueRange;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.op.PaddedInput;
import cnnworkshop.core.op.RowConvolution;

/**
 * A kernel's map over an input, with what is needed to show it. Immutable; can be made on any thread.
 *
 * @param input what it slid over
 * @param padded the same with its padding
 * @param kernel what slid
 * @param activation what was done to each sum
 * @param rows rows of the map
 * @param columns columns of the map
 * @param values [row, column], after the activation
 * @param range smallest and largest value
 */
record PlaneResult(PlaneInput input, PaddedInput padded, RowConvolution kernel, Activation activation, int rows,
    int columns, float[] values, ValueRange range) {

  /**
   * Computes a map; the shape must be possible.
   *
   * @param kernel [channel, row, column], as it is laid on
   */
  static PlaneResult of(PlaneInput input, PlaneShape shape, float[] kernel, float bias, boolean relu) {
    PaddedInput padded = PaddedInput.of(input.values(), input.channels(), input.height(), input.width(),
        shape.axis().padding(), shape.edge());
    RowConvolution convolution = new RowConvolution(kernel, bias, shape.axis().size(), shape.axis().stride(),
        shape.axis().dilation());
    float[] values = convolution.apply(padded);
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < values.length; i++) {
      values[i] = relu ? Math.max(0, values[i]) : values[i];
      low = Math.min(low, values[i]);
      high = Math.max(high, values[i]);
    }
    return new PlaneResult(input, padded, convolution, relu ? Activation.RELU : Activation.LINEAR, shape.rows(),
        shape.columns(), values, new ValueRange(low, high));
  }

  /** The map's colours: about zero, or from its smallest to its largest value. */
  int[] mapColours(ColourScale scale) {
    return scale.paint(values, range);
  }

  /** One channel of the padded input. */
  float[] channel(int channel) {
    int plane = padded.height() * padded.width();
    float[] values = new float[plane];
    System.arraycopy(padded.values(), channel * plane, values, 0, plane);
    return values;
  }

  /** The padded input's colours: a photo of three channels as it looks, else the greys of one channel. */
  int[] inputColours(int channel) {
    if (!input.photo() || input.channels() == 1) {
      return ColourScale.GREY.paint(channel(channel), 0, input.highest());
    }
    int plane = padded.height() * padded.width();
    int[] argb = new int[plane];
    for (int i = 0; i < plane; i++) {
      argb[i] = 0xFF000000 | Math.round(padded.values()[i] * 255) << 16
          | Math.round(padded.values()[plane + i] * 255) << 8 | Math.round(padded.values()[2 * plane + i] * 255);
    }
    return argb;
  }

  /** How one value of the map comes about. */
  Arithmetic arithmetic(int row, int column) {
    int size = kernel.size();
    int spread = kernel.dilation();
    float[] patch = new float[kernel.weights().length];
    float[] products = new float[patch.length];
    float sum = 0;
    for (int i = 0; i < patch.length; i++) {
      patch[i] = padded.at(i / (size * size), row * kernel.stride() + i / size % size * spread,
          column * kernel.stride() + i % size * spread);
      products[i] = patch[i] * kernel.weights()[i];
      sum += products[i];
    }
    int extent = kernel.axis().extent();
    Arithmetic.Area area = new Arithmetic.Area(column * kernel.stride() - padded.margin(),
        row * kernel.stride() - padded.margin(), extent, extent, spread, spread, input.width(), input.height());
    return new Arithmetic(0, row, column, area, input.channels(), size, size, patch, kernel.weights(), products, sum,
        kernel.bias(), sum + kernel.bias(), activation, values[row * columns + column]);
  }
}
