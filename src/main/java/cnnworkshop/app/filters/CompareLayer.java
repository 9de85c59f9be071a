package cnnworkshop.app.filters;

import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A layer whose outputs are maps.
 *
 * @param index its number in the network
 * @param name what it is called
 * @param shape its outputs'
 */
record CompareLayer(int index, String name, Shape shape) {

  /** Those of a network, in order. Dropout changes no map while predicting: it is left out. */
  static List<CompareLayer> of(LoadedNetwork network) {
    return IntStream.range(0, network.outputShapes().size())
        .mapToObj(i -> new CompareLayer(i, network.spec().layers().get(i).name(), network.outputShapes().get(i)))
        .filter(layer -> layer.shape.height() > 1 || layer.shape.width() > 1)
        .filter(layer -> !(network.spec().layers().get(layer.index) instanceof LayerSpec.Dropout)).toList();
  }

  /** The one of that name; else the first. */
  static Optional<CompareLayer> named(List<CompareLayer> layers, String name) {
    return layers.stream().filter(layer -> layer.name.equals(name)).findFirst().or(() -> layers.stream().findFirst());
  }

  /** As a list of choices writes it. */
  @Override
  public String toString() {
    return name + "  " + shape;
  }
}
