package cnnworkshop.core.inspect;

import cnnworkshop.core.net.InputScale;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.op.Convolution;
import cnnworkshop.core.op.SlidingAxis;
import java.util.OptionalInt;

/**
 * The numbers of one convolutional layer.
 *
 * @param spec the layer's settings
 * @param channels channels of its input
 * @param weights [filter, channel, row, column]; not to be changed
 * @param biases one a filter; not to be changed
 * @param scale what becomes of the input's values before the filters see them; nothing but for a first layer
 */
public record Filters(LayerSpec.Convolution spec, int channels, float[] weights, float[] biases, InputScale scale) {

  /** Filters that see their input's values as they are. */
  public Filters(LayerSpec.Convolution spec, int channels, float[] weights, float[] biases) {
    this(spec, channels, weights, biases, InputScale.NONE);
  }

  /** @throws IllegalArgumentException if the numbers do not fit the settings */
  public Filters {
    int perFilter = channels * spec.filter().rows() * spec.filter().columns();
    if (biases.length != spec.filters() || weights.length != spec.filters() * perFilter) {
      throw new IllegalArgumentException(weights.length + " weights and " + biases.length + " biases do not make "
          + spec.filters() + " filters of " + perFilter + " numbers");
    }
  }

  /**
   * The filters of a network's layer, copied.
   *
   * @throws IllegalArgumentException if the layer is no convolution
   */
  public static Filters of(Network network, int layer) {
    if (!(network.spec().layers().get(layer) instanceof LayerSpec.Convolution spec)) {
      throw new IllegalArgumentException("no convolution: " + network.spec().layers().get(layer));
    }
    float[] weights = network.weights(layer);
    int cells = spec.filters() * spec.filter().rows() * spec.filter().columns();
    OptionalInt first = firstLayer(network.spec());
    InputScale scale = first.isPresent() && first.getAsInt() == layer ? network.spec().scale() : InputScale.NONE;
    return new Filters(spec, weights.length / cells, weights, network.biases(layer), scale);
  }

  /** The number of the convolution that looks at the picture itself; none if another layer changes it before. */
  public static OptionalInt firstLayer(NetworkSpec network) {
    for (int i = 0; i < network.layers().size(); i++) {
      LayerSpec layer = network.layers().get(i);
      if (layer instanceof LayerSpec.Convolution) {
        return OptionalInt.of(i);
      }
      if (!(layer instanceof LayerSpec.Dropout)) {
        break;
      }
    }
    return OptionalInt.empty();
  }

  /** How many filters there are. */
  public int count() {
    return biases.length;
  }

  /** One weight. */
  public float weight(int filter, int channel, int row, int column) {
    return weights[((filter * channels + channel) * spec.filter().rows() + row) * spec.filter().columns() + column];
  }

  /** The same as the plain operation. */
  public Convolution operation() {
    return new Convolution(weights, biases, channels, vertical(), horizontal());
  }

  /** How the filters slide down the rows. */
  public SlidingAxis vertical() {
    return new SlidingAxis(spec.filter().rows(), spec.stride().rows(), spec.dilation().rows(),
        spec.padding().same(), spec.padding().size().rows());
  }

  /** How the filters slide along the columns. */
  public SlidingAxis horizontal() {
    return new SlidingAxis(spec.filter().columns(), spec.stride().columns(), spec.dilation().columns(),
        spec.padding().same(), spec.padding().size().columns());
  }
}
