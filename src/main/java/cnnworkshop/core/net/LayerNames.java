package cnnworkshop.core.net;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names as the workshop gives them: the kind, and the number of the convolution or dense layer it is or follows
 * ({@code conv1, pool1, dropout1, conv2, hidden3}). A name that is taken gets a second number: {@code conv2, norm2,
 * norm2-2}.
 */
final class LayerNames {

  private LayerNames() {}

  /** Whether a layer has no name or one of the form given here. */
  static boolean isAutomatic(LayerSpec layer) {
    String name = layer.name();
    return name == null || name.isBlank() || name.matches(kind(layer) + "\\d+(-\\d+)?");
  }

  /**
   * Names of layers in their order.
   *
   * @param kept for each layer, whether its name stays as it is
   */
  static List<LayerSpec> number(List<LayerSpec> layers, List<Boolean> kept) {
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < layers.size(); i++) {
      if (kept.get(i)) {
        taken.add(layers.get(i).name());
      }
    }
    List<LayerSpec> named = new ArrayList<>();
    int number = 0;
    for (int i = 0; i < layers.size(); i++) {
      LayerSpec layer = layers.get(i);
      if (layer instanceof LayerSpec.Convolution || layer instanceof LayerSpec.Dense) {
        number++;
      }
      named.add(kept.get(i) ? layer : withName(layer, free(kind(layer) + number, taken)));
    }
    return named;
  }

  private static String free(String name, Set<String> taken) {
    String candidate = name;
    for (int second = 2; !taken.add(candidate); second++) {
      candidate = name + "-" + second;
    }
    return candidate;
  }

  /** The same words as for the layers of a DL4J file that have no names. */
  private static String kind(LayerSpec layer) {
    if (layer instanceof LayerSpec.Convolution) {
      return "conv";
    }
    if (layer instanceof LayerSpec.Pooling) {
      return "pool";
    }
    if (layer instanceof LayerSpec.GlobalPooling) {
      return "globalpool";
    }
    if (layer instanceof LayerSpec.BatchNormalization) {
      return "norm";
    }
    if (layer instanceof LayerSpec.ActivationOnly) {
      return "activation";
    }
    if (layer instanceof LayerSpec.Dropout) {
      return "dropout";
    }
    return layer instanceof LayerSpec.Dense ? "hidden" : "layer";
  }

  private static LayerSpec withName(LayerSpec layer, String name) {
    if (layer instanceof LayerSpec.Convolution c) {
      return new LayerSpec.Convolution(name, c.filters(), c.filter(), c.stride(), c.dilation(), c.padding(), c.bias(),
          c.activation());
    }
    if (layer instanceof LayerSpec.Pooling p) {
      return new LayerSpec.Pooling(name, p.pool(), p.window(), p.stride(), p.padding());
    }
    if (layer instanceof LayerSpec.GlobalPooling g) {
      return new LayerSpec.GlobalPooling(name, g.pool());
    }
    if (layer instanceof LayerSpec.BatchNormalization) {
      return new LayerSpec.BatchNormalization(name);
    }
    if (layer instanceof LayerSpec.ActivationOnly a) {
      return new LayerSpec.ActivationOnly(name, a.activation());
    }
    if (layer instanceof LayerSpec.Dropout d) {
      return new LayerSpec.Dropout(name, d.dropRate());
    }
    if (layer instanceof LayerSpec.Dense d) {
      return new LayerSpec.Dense(name, d.units(), d.activation());
    }
    return new LayerSpec.Other(name, ((LayerSpec.Other) layer).kind());
  }
}
