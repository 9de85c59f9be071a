package cnnworkshop.core.net;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A network of which something else is said than its file or its layers say; all it computes is the network's own. */
public final class DescribedNetwork implements Network {

  private final Network network;
  private final ModelInfo info;

  /**
   * @param network taken over: closing this closes it
   * @param info what is said of it
   */
  public DescribedNetwork(Network network, ModelInfo info) {
    this.network = network;
    this.info = info;
  }

  @Override
  public ModelInfo info() {
    return info;
  }

  @Override
  public NetworkSpec spec() {
    return network.spec();
  }

  @Override
  public List<Shape> outputShapes() {
    return network.outputShapes();
  }

  @Override
  public long parameterCount() {
    return network.parameterCount();
  }

  @Override
  public float[] predict(float[] inputs, int count) {
    return network.predict(inputs, count);
  }

  @Override
  public FeatureMaps featureMaps(int layer, float[] input) {
    return network.featureMaps(layer, input);
  }

  @Override
  public List<float[]> activations(int[] layers, float[] inputs, int count) {
    return network.activations(layers, inputs, count);
  }

  @Override
  public float[] scoreGradient(float[] inputs, int count, float[] outputWeights) {
    return network.scoreGradient(inputs, count, outputWeights);
  }

  @Override
  public float[] weights(int layer) {
    return network.weights(layer);
  }

  @Override
  public float[] biases(int layer) {
    return network.biases(layer);
  }

  @Override
  public void setWeights(int layer, float[] weights, float[] biases) {
    network.setWeights(layer, weights, biases);
  }

  @Override
  public Network copy() {
    return new DescribedNetwork(network.copy(), info);
  }

  @Override
  public void save(Path file, ModelInfo description) throws IOException {
    network.save(file, description);
  }

  @Override
  public void close() {
    network.close();
  }
}
