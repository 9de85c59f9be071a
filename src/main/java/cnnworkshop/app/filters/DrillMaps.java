package cnnworkshop.app.filters;

import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.inspect.MapsSummary;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.Network;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What all layers make of a picture.
 *
 * @param network whose they are
 * @param subject the picture
 * @param input what the network saw, values 0..1, [channel, row, column]; not to be changed
 * @param layers in order
 */
record DrillMaps(LoadedNetwork network, Subject subject, float[] input, List<DrillLayer> layers) {

  DrillMaps {
    layers = List.copyOf(layers);
  }

  /** All values of all layers, in few passes. To be called by the thread that owns the network. */
  static List<FeatureMaps> see(Network network, float[] input) {
    int count = network.outputShapes().size();
    int[] together = IntStream.range(0, count).filter(layer -> !isOverwritten(network, layer)).toArray();
    List<float[]> values = network.activations(together, input, 1);
    FeatureMaps[] maps = new FeatureMaps[count];
    for (int i = 0; i < together.length; i++) {
      maps[together[i]] = new FeatureMaps(network.outputShapes().get(together[i]), values.get(i));
    }
    return IntStream.range(0, count)
        .mapToObj(layer -> maps[layer] == null ? network.featureMaps(layer, input) : maps[layer]).toList();
  }

  /**
   * An activation function of its own is computed in place when predicting, and dropout passes on the very array it
   * gets: in a pass that goes further, what came before is no longer there.
   */
  private static boolean isOverwritten(Network network, int layer) {
    return network.spec().layers().stream().skip(layer + 1L)
        .filter(next -> !(next instanceof LayerSpec.Dropout)).findFirst()
        .filter(LayerSpec.ActivationOnly.class::isInstance).isPresent();
  }

  /** Sums them up; takes some milliseconds a million values. */
  static DrillMaps of(LoadedNetwork network, Subject subject, float[] input, List<FeatureMaps> maps) {
    return new DrillMaps(network, subject, input, IntStream.range(0, maps.size())
        .mapToObj(i -> new DrillLayer(network.spec().layers().get(i), maps.get(i), MapsSummary.of(maps.get(i))))
        .toList());
  }

  /** What a layer got: the maps of the one before, or the picture itself. */
  FeatureMaps before(int layer) {
    return layer == 0 ? new FeatureMaps(network.spec().input(), input) : layers.get(layer - 1).maps();
  }

  /** The same place if there is one, else the nearest. */
  DrillPlace nearest(DrillPlace place) {
    int layer = Math.min(place.layer(), layers.size() - 1);
    var shape = layers.get(layer).shape();
    DrillLevel level = place.level() == DrillLevel.MAP && layers.get(layer).isFlat() ? DrillLevel.LAYER
        : place.level();
    return new DrillPlace(level, layer, Math.min(place.map(), shape.channels() - 1),
        Math.min(place.row(), shape.height() - 1), Math.min(place.column(), shape.width() - 1));
  }
}
