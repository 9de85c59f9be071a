package cnnworkshop.app.support;

import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import java.util.List;

/**
 * What everybody may know of the network that is loaded; the network itself stays on its thread. Immutable.
 *
 * @param name what to call it on screen
 * @param spec its layers
 * @param info what its file says of it
 * @param outputShapes the output of each layer for its own input size
 * @param parameterCount how many numbers training could change
 * @param backend what it runs on
 * @param firstLayer the filters of the convolution that looks at the picture itself and so runs on whole photos;
 *     null if there is none
 */
public record LoadedNetwork(String name, NetworkSpec spec, ModelInfo info, List<Shape> outputShapes,
    long parameterCount, Backend.Description backend, Filters firstLayer) {

  public LoadedNetwork {
    outputShapes = List.copyOf(outputShapes);
  }

  /** The shape of what the last layer gives. */
  public Shape outputShape() {
    return outputShapes.get(outputShapes.size() - 1);
  }
}
