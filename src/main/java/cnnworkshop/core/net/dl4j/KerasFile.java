package cnnworkshop.core.net.dl4j;

import cnnworkshop.core.net.ModelFailure;
import cnnworkshop.core.net.ModelFailure.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@code .h5} file of Keras 2 or 3 says of a sequential model: {@code model_config} in the file's attribute of
 * that name, the weights in the group {@code model_weights}, one group in it for each layer.
 *
 * @param layers one for each layer: {@code class_name} and {@code config}
 * @param input the shape of a batch as the model says it, null where it says none
 * @param weights of each layer by its name: the arrays by theirs, such as {@code kernel} or {@code moving_mean}
 */
record KerasFile(List<JsonNode> layers, JsonNode input, Map<String, Map<String, Hdf5File.Array>> weights) {

  private static final String WEIGHTS = "model_weights";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads all of it. */
  static KerasFile read(Path path, String name) throws ModelFailure {
    try (Hdf5File file = Hdf5File.open(path)) {
      Optional<String> config = file.text("model_config");
      if (config.isEmpty()) {
        boolean weightsAlone = file.has(WEIGHTS) || file.text("keras_version").isPresent();
        throw new ModelFailure(weightsAlone ? Kind.KERAS_WEIGHTS : Kind.NOT_A_MODEL, name, null);
      }
      String version = file.text("keras_version").orElse("");
      if (version.startsWith("1.") || version.startsWith("0.")) {
        throw new ModelFailure(Kind.OTHER_VERSION, name, null, "Keras " + version);
      }
      String backend = file.text("backend").orElse("");
      if (backend.equals("theano")) {
        // Theano turns filters by 180 degrees before it slides them.
        throw new ModelFailure(Kind.OTHER_VERSION, name, null, "Keras " + version + ", Theano");
      }
      JsonNode model = JSON.readTree(config.get());
      String kind = model.path("class_name").asText();
      if (!kind.equals("Sequential")) {
        throw new ModelFailure(Kind.KERAS_GRAPH, name, null, kind);
      }
      return sequential(model.path("config"), file);
    } catch (IOException e) {
      throw new ModelFailure(Kind.DAMAGED, name, e);
    }
  }

  private static KerasFile sequential(JsonNode config, Hdf5File file) throws IOException {
    // Keras 2.0 to 2.2 have the list of layers itself here.
    JsonNode listed = config.isArray() ? config : config.path("layers");
    List<JsonNode> layers = new ArrayList<>();
    listed.forEach(layers::add);
    Map<String, Map<String, Hdf5File.Array>> weights = new HashMap<>();
    for (JsonNode layer : layers) {
      String name = layer.path("config").path("name").asText();
      String group = WEIGHTS + "/" + name;
      if (!name.isEmpty() && file.has(group)) {
        Map<String, Hdf5File.Array> arrays = new HashMap<>();
        for (String path : file.arrays(group)) {
          arrays.put(leaf(path), file.array(path));
        }
        weights.put(name, arrays);
      }
    }
    return new KerasFile(layers, input(config, layers), weights);
  }

  /** {@code model_weights/conv2d/conv2d/kernel:0} is a {@code kernel}, whatever the groups on the way are called. */
  private static String leaf(String path) {
    return path.substring(path.lastIndexOf('/') + 1).replaceFirst("(_\\d+)?:0$", "");
  }

  private static JsonNode input(JsonNode config, List<JsonNode> layers) {
    JsonNode first = layers.isEmpty() ? JSON.nullNode() : layers.get(0).path("config");
    for (JsonNode shape : List.of(first.path("batch_input_shape"), first.path("batch_shape"),
        config.path("build_input_shape"))) {
      if (shape.isArray()) {
        return shape;
      }
    }
    return JSON.nullNode();
  }
}
