package cnnworkshop.core.net;

import java.util.ArrayList;
import java.util.List;

/**
 * A whole network as settings.
 *
 * @param name what it is called, such as {@code keypoints}
 * @param input the shape of one picture; values 0..1
 * @param layers in order, the last one gives the outputs
 * @param loss what training makes small
 */
public record NetworkSpec(String name, Shape input, List<LayerSpec> layers, Loss loss) {

  /** What training makes small. */
  public enum Loss { MEAN_SQUARED_ERROR, CROSS_ENTROPY, OTHER }

  public NetworkSpec {
    layers = List.copyOf(layers);
  }

  /**
   * This network for other pictures and another number of answers: its last layer gets as many units.
   *
   * @param outputs units of the last layer, if that is dense
   */
  public NetworkSpec fitted(Shape otherInput, int outputs) {
    List<LayerSpec> fitted = new ArrayList<>(layers);
    int last = fitted.size() - 1;
    if (last >= 0 && fitted.get(last) instanceof LayerSpec.Dense dense) {
      fitted.set(last, new LayerSpec.Dense(dense.name(), outputs, dense.activation()));
    }
    return new NetworkSpec(name, otherInput, fitted, loss);
  }

  /** The layer of that name, or −1. */
  public int indexOf(String layerName) {
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i).name().equals(layerName)) {
        return i;
      }
    }
    return -1;
  }
}
