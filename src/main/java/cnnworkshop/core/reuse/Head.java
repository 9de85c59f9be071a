package cnnworkshop.core.reuse;

import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.NetworkSpec.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The new layers that come after a cut: they turn the maps that are there into answers to another question.
 *
 * @param globalPooling whether the mean of each map comes first, so that the network takes pictures of any size
 * @param dense units of dense layers with ReLU before the outputs; none for the outputs alone
 * @param dropRate share of values dropped before each dense layer and the outputs while training, 0 to below 1
 */
public record Head(boolean globalPooling, List<Integer> dense, double dropRate) {

  /** The outputs alone, after the mean of each map. */
  public static final Head POOLED = new Head(true, List.of(), 0);

  public Head {
    dense = List.copyOf(dense);
    if (dense.stream().anyMatch(units -> units < 1) || !(dropRate >= 0 && dropRate < 1)) {
      throw new IllegalArgumentException("dense " + dense + ", drop rate " + dropRate);
    }
  }

  /**
   * Its layers.
   *
   * @param outputs classes or coordinates
   * @param loss decides what the outputs are: probabilities for cross-entropy, else plain sums
   * @param flat whether there are no maps to take the mean of
   * @param taken names that other layers have
   */
  List<LayerSpec> layers(int outputs, Loss loss, boolean flat, Set<String> taken) {
    List<LayerSpec> layers = new ArrayList<>();
    if (globalPooling && !flat) {
      layers.add(new LayerSpec.GlobalPooling(free("head_pool", taken), LayerSpec.Pool.AVERAGE));
    }
    for (int i = 0; i < dense.size(); i++) {
      addDropout(layers, "head_dropout" + (i + 1), taken);
      layers.add(new LayerSpec.Dense(free("head" + (i + 1), taken), dense.get(i), Activation.RELU));
    }
    addDropout(layers, "head_dropout" + (dense.size() + 1), taken);
    layers.add(new LayerSpec.Dense(free("output", taken), outputs,
        loss == Loss.CROSS_ENTROPY ? Activation.SOFTMAX : Activation.LINEAR));
    return layers;
  }

  private void addDropout(List<LayerSpec> layers, String name, Set<String> taken) {
    if (dropRate > 0) {
      layers.add(new LayerSpec.Dropout(free(name, taken), dropRate));
    }
  }

  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int i = 2; taken.contains(free); i++) {
      free = name + "-" + i;
    }
    return free;
  }
}
