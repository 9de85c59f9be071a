package cnnworkshop.core.net;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A network seen through another one that changes some of its answers; all else is the network's own. */
public abstract class NetworkView implements Network {

  private final Network network;

  /** @param network what is seen; closing this closes it */
  protected NetworkView(Network network) {
    this.network = network;
  }

  @Override
  public ModelInfo info() {
    return network.info();
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
  public float[] parameters(int from, int to) {
    return network.parameters(from, to);
  }

  @Override
  public List<ParameterArray> parameterArrays(int layer) {
    return network.parameterArrays(layer);
  }

  @Override
  public void setWeights(int layer, float[] weights, float[] biases) {
    network.setWeights(layer, weights, biases);
  }

  @Override
  public Network copy() {
    return network.copy();
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
