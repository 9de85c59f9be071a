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
 * @param scale what becomes of the values before the first layer
 */
public record NetworkSpec(String name, Shape input, List<LayerSpec> layers, Loss loss, InputScale scale) {

  /** What training makes small. */
  public enum Loss { MEAN_SQUARED_ERROR, CROSS_ENTROPY, OTHER }

  public NetworkSpec {
    layers = List.copyOf(layers);
  }

  /** One whose first layer sees the values as they are. */
  public NetworkSpec(String name, Shape input, List<LayerSpec> layers, Loss loss) {
    this(name, input, layers, loss, InputScale.NONE);
  }

  /** The same under another name. */
  public NetworkSpec named(String otherName) {
    return new NetworkSpec(otherName, input, layers, loss, scale);
  }

  /** The same with other layers. */
  public NetworkSpec withLayers(List<LayerSpec> otherLayers) {
    return new NetworkSpec(name, input, otherLayers, loss, scale);
  }

  /** The same that learns by another measure. */
  public NetworkSpec withLoss(Loss otherLoss) {
    return new NetworkSpec(name, input, layers, otherLoss, scale);
  }

  /** The same with other values for the first layer. */
  public NetworkSpec scaled(InputScale otherScale) {
    return new NetworkSpec(name, input, layers, loss, otherScale);
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
    return new NetworkSpec(name, otherInput, fitted, loss, scale);
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
