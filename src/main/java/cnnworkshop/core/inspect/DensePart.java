package cnnworkshop.core.inspect;

import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.Network;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The dense layers at the end of a network, copied: every output is activation(bias + Σ weight · input). Plain loops,
 * so that inputs and units can be switched off one by one. Immutable and safe for several threads.
 */
public final class DensePart {

  private record Layer(LayerSpec.Dense spec, float[] weights, float[] biases) {}

  private final List<Layer> layers;

  private DensePart(List<Layer> layers) {
    this.layers = layers;
  }

  /**
   * Copies the layers from the first dense one on; dropout between them does nothing when predicting. To be called by
   * the thread that owns the network.
   *
   * @throws IllegalArgumentException if there is none, or an activation function only DL4J computes
   */
  public static DensePart of(Network network) {
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < network.spec().layers().size(); i++) {
      if (network.spec().layers().get(i) instanceof LayerSpec.Dense dense) {
        if (!ActivationFunction.known(dense.activation())) {
          throw new IllegalArgumentException("not computed here: " + dense);
        }
        layers.add(new Layer(dense, network.weights(i), network.biases(i)));
      }
    }
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("no dense layer in " + network.spec().name());
    }
    return new DensePart(layers);
  }

  /** How many units the first dense layer has. */
  public int firstUnits() {
    return layers.get(0).biases.length;
  }

  /**
   * The network's answer.
   *
   * @param maps the outputs of the last layer before, [map, row, column]
   * @param off units of the first dense layer whose output is taken to be 0
   * @param factor what the outputs of the others are multiplied by; 1 for as they are
   * @return one a unit of the last layer
   */
  public float[] answer(float[] maps, BitSet off, float factor) {
    float[] first = output(layers.get(0), maps);
    for (int unit = 0; unit < first.length; unit++) {
      first[unit] = off.get(unit) ? 0 : first[unit] * factor;
    }
    float[] values = first;
    for (Layer layer : layers.subList(1, layers.size())) {
      values = output(layer, values);
    }
    return values;
  }

  private static float[] output(Layer layer, float[] input) {
    float[] sums = layer.biases.clone();
    int units = sums.length;
    for (int i = 0; i < input.length; i++) {
      float value = input[i];
      // After ReLU most inputs are 0 and add nothing.
      if (value != 0) {
        int from = i * units;
        for (int unit = 0; unit < units; unit++) {
          sums[unit] += value * layer.weights[from + unit];
        }
      }
    }
    ActivationFunction.apply(layer.spec.activation(), sums, units);
    return sums;
  }
}
