package cnnworkshop.app.support;

import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Convolution;
import cnnworkshop.core.net.LayerSpec.Dense;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.ModelInfo.Task;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.ParameterArray;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.Shape;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** A network whose answers a test chooses; its convolution weights are fixed random numbers. */
public final class StubNetwork implements Network {

  private final NetworkSpec spec;
  private final ModelInfo info;
  private final List<Shape> shapes;
  private UnaryOperator<float[]> answer;
  private final Map<Integer, float[][]> changed = new HashMap<>();
  private boolean closed;

  public StubNetwork(NetworkSpec spec, Task task, List<String> labels, List<Shape> shapes,
      UnaryOperator<float[]> answer) {
    this.spec = spec;
    this.info = new ModelInfo(spec.name(), task, labels, Map.of());
    this.shapes = shapes;
    this.answer = answer;
  }

  /** The workshop's keypoint network with these 30 outputs for every picture. */
  public static StubNetwork keypoints(float... outputs) {
    return keypoints(input -> outputs);
  }

  /** The workshop's keypoint network; {@code answer} takes the 1×96×96 input to the 30 outputs. */
  public static StubNetwork keypoints(UnaryOperator<float[]> answer) {
    NetworkSpec spec = Presets.keypoints(0.1, 0.2, 0.3, 0.5);
    return new StubNetwork(spec, Task.KEYPOINTS, List.of(), List.of(
        new Shape(32, 94, 94), new Shape(32, 47, 47), new Shape(32, 47, 47),
        new Shape(64, 46, 46), new Shape(64, 23, 23), new Shape(64, 23, 23),
        new Shape(128, 22, 22), new Shape(128, 11, 11), new Shape(128, 11, 11),
        Shape.flat(1000), Shape.flat(1000), Shape.flat(1000), Shape.flat(30)), answer);
  }

  /** The CIFAR-10 practical's first network with these probabilities for every picture. */
  public static StubNetwork classifier(List<String> labels, float... probabilities) {
    NetworkSpec spec = Presets.cnn();
    return new StubNetwork(spec, Task.CLASSES, labels,
        List.of(new Shape(32, 32, 32), new Shape(32, 16, 16), Shape.flat(128), Shape.flat(10)), x -> probabilities);
  }

  /** All 15 points at the same place: every output is {@code value}. */
  public static float[] everywhere(float value) {
    float[] outputs = new float[30];
    Arrays.fill(outputs, value);
    return outputs;
  }

  public void answerWith(UnaryOperator<float[]> newAnswer) {
    answer = newAnswer;
  }

  public boolean isClosed() {
    return closed;
  }

  @Override
  public NetworkSpec spec() {
    return spec;
  }

  @Override
  public ModelInfo info() {
    return info;
  }

  @Override
  public List<Shape> outputShapes() {
    return shapes;
  }

  @Override
  public long parameterCount() {
    return 1000;
  }

  @Override
  public float[] predict(float[] inputs, int count) {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    if (inputs.length != count * spec.input().size()) {
      throw new IllegalArgumentException(inputs.length + " values for " + spec.input());
    }
    int size = spec.input().size();
    float[] outputs = null;
    for (int i = 0; i < count; i++) {
      float[] one = answer.apply(Arrays.copyOfRange(inputs, i * size, (i + 1) * size));
      outputs = outputs == null ? new float[count * one.length] : outputs;
      System.arraycopy(one, 0, outputs, i * one.length, one.length);
    }
    return outputs;
  }

  @Override
  public FeatureMaps featureMaps(int layer, float[] input) {
    Shape shape = shapes.get(layer);
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = input[i % input.length] + layer;
    }
    return new FeatureMaps(shape, values);
  }

  @Override
  public List<float[]> activations(int[] layers, float[] inputs, int count) {
    int size = spec.input().size();
    return Arrays.stream(layers).mapToObj(layer -> {
      float[] all = new float[count * shapes.get(layer).size()];
      for (int i = 0; i < count; i++) {
        float[] one = featureMaps(layer, Arrays.copyOfRange(inputs, i * size, (i + 1) * size)).values();
        System.arraycopy(one, 0, all, i * one.length, one.length);
      }
      return all;
    }).toList();
  }

  /** Every pixel counts as much as all weights together. */
  @Override
  public float[] scoreGradient(float[] inputs, int count, float[] outputWeights) {
    float sum = 0;
    for (float weight : outputWeights) {
      sum += weight;
    }
    float[] gradient = new float[inputs.length];
    Arrays.fill(gradient, sum);
    return gradient;
  }

  @Override
  public List<ParameterArray> parameterArrays(int layer) {
    return List.of();
  }

  @Override
  public void setWeights(int layer, float[] weights, float[] biases) {
    changed.put(layer, new float[][] {weights.clone(), biases.clone()});
  }

  @Override
  public StubNetwork copy() {
    StubNetwork copy = new StubNetwork(spec, info.task(), info.labels(), shapes, answer);
    copy.changed.putAll(changed);
    return copy;
  }

  @Override
  public float[] parameters(int from, int to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public float[] weights(int layer) {
    if (changed.containsKey(layer)) {
      return changed.get(layer)[0].clone();
    }
    LayerSpec spec = this.spec.layers().get(layer);
    int channels = layer == 0 ? this.spec.input().channels() : shapes.get(layer - 1).channels();
    if (spec instanceof Convolution c) {
      return random(c.filters() * channels * c.filter().rows() * c.filter().columns(), layer);
    }
    return spec instanceof Dense d ? new float[d.units()] : new float[0];
  }

  @Override
  public float[] biases(int layer) {
    if (changed.containsKey(layer)) {
      return changed.get(layer)[1].clone();
    }
    LayerSpec spec = this.spec.layers().get(layer);
    return spec instanceof Convolution c ? random(c.filters(), layer + 100)
        : spec instanceof Dense d ? new float[d.units()] : new float[0];
  }

  private static float[] random(int count, long seed) {
    Random random = new Random(seed);
    float[] out = new float[count];
    for (int i = 0; i < count; i++) {
      out[i] = random.nextFloat() - 0.5f;
    }
    return out;
  }

  @Override
  public void save(Path file, ModelInfo info) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    closed = true;
  }
}
