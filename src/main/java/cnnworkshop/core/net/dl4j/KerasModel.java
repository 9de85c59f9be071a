package cnnworkshop.core.net.dl4j;

import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.ModelFailure;
import cnnworkshop.core.net.ModelFailure.Kind;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.NetworkSpec.Loss;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * A Keras {@code .h5} file of a sequential convolutional network as a network of ours: built anew from the same
 * layers, so that everything else can be done with it, and given Keras' weights in our order. It answers as Keras does
 * to the same values, 0..1; if the model begins with a {@code Rescaling} made for pixels of 0..255, as Keras does to
 * 255 times as much.
 */
final class KerasModel {

  private KerasModel() {}

  /** @throws ModelFailure if it can't be read, or says something that can't be taken over, which is named */
  static ModelZip.Content read(Path path) throws ModelFailure {
    String file = String.valueOf(path.getFileName());
    KerasFile keras = KerasFile.read(path, file);
    KerasLayers layers = new KerasLayers(keras, file);
    NetworkSpec spec = new NetworkSpec(file.replaceFirst("\\.[^.]*$", ""), layers.input(), layers.layers(),
        loss(layers.layers()), layers.scale());
    KerasWeights weights = new KerasWeights(keras, spec, layers.flattenedByChannel(), file);
    // All arrays are looked at before memory is asked for: only then are the sizes in the settings believed.
    List<Map<String, Hdf5File.Array>> arrays = new ArrayList<>();
    for (int i = 0; i < spec.layers().size(); i++) {
      arrays.add(weights.of(i));
    }
    MultiLayerNetwork net = new MultiLayerNetwork(configuration(spec, file));
    net.init();
    for (int i = 0; i < arrays.size(); i++) {
      for (Map.Entry<String, Hdf5File.Array> array : arrays.get(i).entrySet()) {
        ParameterArrays.set(net.getLayer(i), array.getKey(), array.getValue().values());
      }
    }
    Map<String, String> record = new LinkedHashMap<>();
    record.put("imported from", "Keras, " + file);
    if (!layers.leftOut().isEmpty()) {
      record.put("left out", String.join(", ", layers.leftOut()));
    }
    return new ModelZip.Content(net, spec, new ModelInfo(spec.name(), Tasks.of(spec), List.of(), record));
  }

  private static MultiLayerConfiguration configuration(NetworkSpec spec, String file) throws ModelFailure {
    try {
      return SpecToDl4j.configuration(spec, new Updater.Adam(), 0);
    } catch (RuntimeException e) {
      throw new ModelFailure(Kind.WRONG_SHAPE, file, e, spec.input().toString(),
          String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private static Loss loss(List<LayerSpec> layers) {
    return layers.get(layers.size() - 1) instanceof LayerSpec.Dense dense && dense.activation() == Activation.SOFTMAX
        ? Loss.CROSS_ENTROPY : Loss.MEAN_SQUARED_ERROR;
  }
}
