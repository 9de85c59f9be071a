package cnnworkshop.core.net.dl4j;

import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.LayerCost;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.ParameterArray;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.net.WeightMark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network as DL4J has it. Predictions and steps of training are computed by {@link FastComputation} where that can, by
 * DL4J elsewhere; all that looks inside is DL4J's. Arrays go in and out as {@code float[]}; DL4J's own types stay inside.
 */
final class Dl4jNetwork implements TrainableNetwork {

  private final MultiLayerNetwork net;
  private final NetworkSpec spec;
  private final ModelInfo info;
  private final List<Shape> outputShapes;
  private final Function<MultiLayerNetwork, Optional<FastComputation>> fastWay;
  private final Optional<FastComputation> fast;
  private final LearningSettings learning;

  /** @param fastWay how networks like this one are computed without DL4J; empty where they can't be */
  Dl4jNetwork(MultiLayerNetwork net, NetworkSpec spec, ModelInfo info,
      Function<MultiLayerNetwork, Optional<FastComputation>> fastWay) {
    this.net = net;
    this.spec = spec;
    this.info = info;
    this.learning = new LearningSettings(net);
    this.fastWay = fastWay;
    float[] probe = probe(spec.input().size());
    List<INDArray> activations = net.feedForward(input(probe, 1), false);
    activations = activations.subList(1, activations.size());
    this.outputShapes = activations.stream().map(Dl4jNetwork::shape).toList();
    float[] expected = floats(activations.get(activations.size() - 1));
    this.fast = fastWay.apply(net).filter(each -> each.agrees(scaled(probe, 1), expected));
  }

  /** Some picture. */
  private static float[] probe(int values) {
    float[] probe = new float[values];
    for (int i = 0; i < values; i++) {
      probe[i] = i % 17 / 16f;
    }
    return probe;
  }

  private static Shape shape(INDArray a) {
    return a.rank() == 4
        ? new Shape((int) a.size(1), (int) a.size(2), (int) a.size(3))
        : Shape.flat((int) (a.length() / a.size(0)));
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
    return outputShapes;
  }

  @Override
  public long parameterCount() {
    // DL4J counts batch normalisation's running means and variances too, which follow the pictures and are not learned.
    long followed = Arrays.stream(net.getLayers()).map(Layer::paramTable).filter(Objects::nonNull)
        .flatMap(table -> Stream.of(BatchNormalizationParamInitializer.GLOBAL_MEAN,
            BatchNormalizationParamInitializer.GLOBAL_VAR, BatchNormalizationParamInitializer.GLOBAL_LOG_STD)
            .map(table::get))
        .filter(Objects::nonNull).mapToLong(INDArray::length).sum();
    return net.numParams() - followed;
  }

  @Override
  public float[] predict(float[] inputs, int count) {
    return fast.isPresent() ? fast.get().predict(scaled(inputs, count), count)
        : floats(net.output(input(inputs, count), false));
  }

  @Override
  public FeatureMaps featureMaps(int layer, float[] input) {
    List<INDArray> activations = net.feedForwardToLayer(layer, input(input, 1), false);
    INDArray a = activations.get(activations.size() - 1);
    return new FeatureMaps(shape(a), floats(a));
  }

  @Override
  public float[] weights(int layer) {
    LayerSpec kind = spec.layers().get(layer);
    INDArray weights = net.getLayer(layer).paramTable().get("W");
    if (weights == null || !(kind instanceof LayerSpec.Convolution || kind instanceof LayerSpec.Dense)) {
      return new float[0];
    }
    return floats(weights);
  }

  @Override
  public float[] biases(int layer) {
    LayerSpec kind = spec.layers().get(layer);
    int units = kind instanceof LayerSpec.Convolution c ? c.filters() : kind instanceof LayerSpec.Dense d ? d.units() : 0;
    INDArray bias = units == 0 ? null : net.getLayer(layer).paramTable().get("b");
    return bias == null ? new float[units] : floats(bias);
  }

  @Override
  public List<ParameterArray> parameterArrays(int layer) {
    return ParameterArrays.of(net.getLayer(layer), spec.layers().get(layer));
  }

  @Override
  public void setWeights(int layer, float[] weights, float[] biases) {
    var table = net.getLayer(layer).paramTable();
    INDArray ownWeights = weights(layer).length == 0 ? null : table.get("W");
    INDArray ownBiases = table.get("b");
    if (ownWeights == null || weights.length != ownWeights.length() || biases.length != biases(layer).length) {
      throw new IllegalArgumentException(weights.length + " weights and " + biases.length + " biases do not fit "
          + spec.layers().get(layer));
    }
    ownWeights.assign(Nd4j.createFromArray(weights).reshape('c', ownWeights.shape()));
    if (ownBiases != null) {
      ownBiases.assign(Nd4j.createFromArray(biases).reshape('c', ownBiases.shape()));
    } else if (hasValue(biases)) {
      throw new IllegalArgumentException("a layer without biases was given some: " + spec.layers().get(layer));
    }
    weightsChanged();
  }

  private static boolean hasValue(float[] numbers) {
    for (float number : numbers) {
      if (number != 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Network copy() {
    // DL4J's own clone takes the updater's state along: twice as many numbers as weights, and five times as long.
    MultiLayerNetwork copied = new MultiLayerNetwork(net.getLayerWiseConfigurations().clone());
    copied.init(net.params().dup(), false);
    return new Dl4jNetwork(copied, spec, info, fastWay);
  }

  @Override
  public void save(Path file, ModelInfo description) throws IOException {
    ModelZip.write(net, spec, description, file);
  }

  @Override
  public double fit(float[] inputs, float[] targets, float[] mask, int count) {
    if (fast.isPresent()) {
      return fast.get().fit(scaled(inputs, count), targets, mask, count);
    }
    int outputs = targets.length / count;
    INDArray labels = Nd4j.create(targets, new long[] {count, outputs}, 'c');
    INDArray labelMask = mask == null ? null : Nd4j.create(mask, new long[] {count, outputs}, 'c');
    net.fit(input(inputs, count), labels, null, labelMask);
    return net.score();
  }

  @Override
  public List<LayerCost> layerCosts(int count, int rounds) {
    return fast.map(each -> each.costs(count, rounds)).orElse(List.of());
  }

  @Override
  public void setLearningRate(double rate) {
    learning.setRate(rate);
  }

  @Override
  public void setRateFactors(double[] factors) {
    learning.setRateFactors(factors);
  }

  @Override
  public void setMomentum(double momentum) {
    learning.setMomentum(momentum);
  }

  @Override
  public void setL2(double l2) {
    learning.setL2(l2);
  }

  @Override
  public void reseed(long seed) {
    Nd4j.getRandom().setSeed(seed);
    fast.ifPresent(each -> each.reseed(seed));
  }

  @Override
  public float[] parameters() {
    return FlatNumbers.of(net.params());
  }

  @Override
  public float[] parameters(int from, int to) {
    long start = parametersBefore(from);
    long end = parametersBefore(to);
    return start == end ? new float[0]
        : FlatNumbers.of(net.params(), start, Math.toIntExact(end - start));
  }

  /** How many numbers lie before a layer's in the row of all parameters. */
  private long parametersBefore(int layer) {
    return Arrays.stream(net.getLayers()).limit(layer).mapToLong(Layer::numParams).sum();
  }

  @Override
  public void intoMean(float[] mean, float keep) {
    FlatNumbers.intoMean(net.params(), mean, keep);
  }

  @Override
  public void setParameters(float[] parameters) {
    if (parameters.length != net.numParams()) {
      throw new IllegalArgumentException(parameters.length + " numbers for " + net.numParams() + " parameters");
    }
    FlatNumbers.put(net.params(), 0, parameters);
    weightsChanged();
  }

  @Override
  public void setParameters(int from, float[] parameters) {
    if (parameters.length == 0) {
      return;
    }
    FlatNumbers.put(net.params(), parametersBefore(from), parameters);
    weightsChanged();
  }

  private void weightsChanged() {
    fast.ifPresent(FastComputation::weightsChanged);
  }

  @Override
  public List<float[]> activations(int[] layers, float[] inputs, int count) {
    int last = layers[layers.length - 1];
    List<INDArray> all = net.feedForwardToLayer(last, input(inputs, count), false);
    List<float[]> wanted = Arrays.stream(layers).mapToObj(layer -> {
      // An activation on its own overwrites what it is given, so that has to be asked for by itself.
      boolean overwritten = layer < last && spec.layers().get(layer + 1) instanceof LayerSpec.ActivationOnly;
      // The first is the input itself.
      return overwritten ? activations(new int[] {layer}, inputs, count).get(0) : floats(all.get(layer + 1));
    }).toList();
    for (INDArray a : all) {
      // Layers that change nothing give on their input itself.
      if (a.closeable() && !a.wasClosed()) {
        a.close();
      }
    }
    return wanted;
  }

  @Override
  public float[] scoreGradient(float[] inputs, int count, float[] outputWeights) {
    if (outputWeights.length != outputShapes.get(outputShapes.size() - 1).size()) {
      throw new IllegalArgumentException(outputWeights.length + " weights for "
          + outputShapes.get(outputShapes.size() - 1) + " outputs");
    }
    float[] gradient = new InputGradient(net).of(input(inputs, count), outputWeights);
    if (!spec.scale().isNone()) {
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] *= spec.scale().factor();
      }
    }
    return gradient;
  }

  @Override
  public WeightMark mark() {
    return new Dl4jWeightMark(net);
  }

  @Override
  public TrainingState trainingState() {
    INDArray state = net.getUpdater().getStateViewArray();
    return new TrainingState(parameters(), state == null ? new float[0] : FlatNumbers.of(state),
        net.getIterationCount());
  }

  @Override
  public void restore(TrainingState state) {
    INDArray own = net.getUpdater().getStateViewArray();
    if (state.parameters().length != net.numParams()
        || state.updaterState().length != (own == null ? 0 : own.length())) {
      throw new IllegalArgumentException("the state is of another network: " + state.parameters().length
          + " parameters, " + state.updaterState().length + " numbers of the updater");
    }
    setParameters(state.parameters());
    if (own != null) {
      FlatNumbers.put(own, 0, state.updaterState());
    }
    // Adam's bias correction counts the steps.
    net.getLayerWiseConfigurations().setIterationCount(state.steps());
  }

  @Override
  public void close() {
    fast.ifPresent(FastComputation::close);
    net.close();
  }

  private INDArray input(float[] values, int count) {
    Shape in = spec.input();
    return Nd4j.create(scaled(values, count), new long[] {count, in.channels(), in.height(), in.width()}, 'c');
  }

  private float[] scaled(float[] values, int count) {
    if (values.length != count * spec.input().size()) {
      throw new IllegalArgumentException(values.length + " values for " + count + " pictures of " + spec.input());
    }
    return spec.scale().of(values);
  }

  private static float[] floats(INDArray array) {
    return array.dup('c').data().asFloat();
  }
}
