package cnnworkshop.core.inspect;

import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.InputScale;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Convolution;
import cnnworkshop.core.net.Network;
import java.util.List;

/** How one value of a layer came about from what the layer before gave. */
public sealed interface ValueOrigin
    permits ValueOrigin.Convolved, ValueOrigin.Activated, ValueOrigin.PassedOn, ValueOrigin.Untold, PoolingOrigin,
    DenseOrigin, NormalizationOrigin {

  /** The value, as the network computed it. */
  float value();

  /**
   * A filter over a window: products, sum, bias, activation.
   *
   * @param arithmetic up to the activation, or up to the sum with bias if {@code activation} is one only DL4J computes
   * @param activation the layer's own
   */
  record Convolved(Arithmetic arithmetic, Activation activation, float value) implements ValueOrigin {}

  /** A function of one value of the layer before, or of all of them for softmax. */
  record Activated(Activation activation, float input, float value) implements ValueOrigin {}

  /** The value of the layer before, unchanged: what dropout does when predicting. */
  record PassedOn(float value) implements ValueOrigin {}

  /** A layer only DL4J computes. */
  record Untold(String kind, float value) implements ValueOrigin {}

  /**
   * How a value came about. To be called by the thread that owns the network.
   *
   * @param layer its layer
   * @param input the network's input, values 0..1, [channel, row, column]
   * @param before what the layer before made of it; the input itself for the first layer
   * @param own what the layer made of it
   */
  static ValueOrigin of(Network network, int layer, float[] input, FeatureMaps before, FeatureMaps own, int map,
      int row, int column) {
    LayerSpec spec = network.spec().layers().get(layer);
    float value = own.at(map, row, column);
    if (spec instanceof Convolution c) {
      // Only what comes straight from the picture is still to be scaled.
      InputScale scale = layer == 0 ? network.spec().scale() : InputScale.NONE;
      return convolved(c, Filters.of(network, layer), scale, before, map, row, column, value);
    }
    FeatureMaps seen = layer > 0 ? before
        : new FeatureMaps(before.shape(), network.spec().scale().of(before.values()));
    if (spec instanceof LayerSpec.Pooling pooling) {
      return PoolingOrigin.of(pooling, seen, map, row, column, value);
    }
    if (spec instanceof LayerSpec.GlobalPooling pooling) {
      return PoolingOrigin.ofAll(pooling, seen, map, value);
    }
    if (spec instanceof LayerSpec.Dense dense) {
      float[] biases = network.biases(layer);
      float[] weights = network.weights(layer);
      return weights.length == seen.values().length * biases.length
          ? DenseOrigin.of(dense, weights, biases, seen, map, value) : new Untold(dense.name(), value);
    }
    if (spec instanceof LayerSpec.BatchNormalization) {
      return NormalizationOrigin.of(seen, own, map, row, column, () -> another(network, layer, input));
    }
    if (spec instanceof LayerSpec.ActivationOnly activation) {
      return new Activated(activation.activation(), seen.at(map, row, column), value);
    }
    return spec instanceof LayerSpec.Dropout ? new PassedOn(value)
        : new Untold(((LayerSpec.Other) spec).kind(), value);
  }

  private static ValueOrigin convolved(Convolution c, Filters own, InputScale scale, FeatureMaps before, int map,
      int row, int column, float value) {
    if (before.shape().channels() != own.channels()) {
      return new Untold(c.name(), value);
    }
    Convolution computed = ActivationFunction.known(c.activation()) ? c
        : new Convolution(c.name(), c.filters(), c.filter(), c.stride(), c.dilation(), c.padding(), c.bias(),
            Activation.LINEAR);
    Filters filters = new Filters(computed, own.channels(), own.weights(), own.biases(), scale);
    return new Convolved(Arithmetic.of(Input.of(before), filters, map, row, column), c.activation(), value);
  }

  /** What a layer gets and gives for a picture that is black where this one is white: another pair of every channel. */
  private static List<FeatureMaps> another(Network network, int layer, float[] input) {
    float[] other = new float[input.length];
    for (int i = 0; i < other.length; i++) {
      other[i] = 1 - input[i];
    }
    if (layer == 0) {
      return List.of(new FeatureMaps(network.spec().input(), network.spec().scale().of(other)),
          network.featureMaps(0, other));
    }
    List<float[]> both = network.activations(new int[] {layer - 1, layer}, other, 1);
    return List.of(new FeatureMaps(network.outputShapes().get(layer - 1), both.get(0)),
        new FeatureMaps(network.outputShapes().get(layer), both.get(1)));
  }
}
