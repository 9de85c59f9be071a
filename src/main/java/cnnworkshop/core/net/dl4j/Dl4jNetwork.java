package cnnworkshop.core.net.dl4j;

import cnnworkshop.core.net.FeatureMaps;
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
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.regularization.L2Regularization;

/** A network that DL4J computes. Arrays go in and out as {@code float[]}; DL4J's own types stay inside. */
final class Dl4jNetwork implements TrainableNetwork {

  private final MultiLayerNetwork net;
  private final NetworkSpec spec;
  private final ModelInfo info;
  private final List<Shape> outputShapes;
  private double l2;
  private double[] rateFactors;

  Dl4jNetwork(MultiLayerNetwork net, NetworkSpec spec, ModelInfo info) {
    this.net = net;
    this.spec = spec;
    this.info = info;
    this.outputShapes = traceShapes();
  }

  /** Sends one blank picture through and looks: the shapes are what DL4J makes of it, whatever the layers. */
  private List<Shape> traceShapes() {
    List<INDArray> activations = net.feedForward(input(new float[spec.input().size()], 1), false);
    List<Shape> shapes = new ArrayList<>();
    for (INDArray a : activations.subList(1, activations.size())) {
      shapes.add(shape(a));
    }
    return List.copyOf(shapes);
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
    return floats(net.output(input(inputs, count), false));
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
    return new Dl4jNetwork(copied, spec, info);
  }

  @Override
  public void save(Path file, ModelInfo description) throws IOException {
    ModelZip.write(net, spec, description, file);
  }

  @Override
  public double fit(float[] inputs, float[] targets, float[] mask, int count) {
    int outputs = targets.length / count;
    INDArray labels = Nd4j.create(targets, new long[] {count, outputs}, 'c');
    INDArray labelMask = mask == null ? null : Nd4j.create(mask, new long[] {count, outputs}, 'c');
    net.fit(input(inputs, count), labels, null, labelMask);
    return net.score();
  }

  @Override
  public void setLearningRate(double rate) {
    // DL4J's own way makes the updater anew, which takes a tenth of a second; it reads these before every step.
    for (int i = 0; i < net.getLayers().length; i++) {
      double own = rateFactors == null ? rate : rate * rateFactors[i];
      updaters(net.getLayer(i)).forEach(updater -> updater.setLrAndSchedule(own, null));
    }
  }

  @Override
  public void setRateFactors(double[] factors) {
    if (factors.length != net.getLayers().length || Arrays.stream(factors).anyMatch(factor -> !(factor > 0))) {
      throw new IllegalArgumentException(Arrays.toString(factors) + " for " + net.getLayers().length + " layers");
    }
    rateFactors = factors.clone();
    setLearningRate(1e-3);
    // Layers next to each other with equal rates are updated as one block: which ones is decided when it is made.
    net.setUpdater(null);
    net.getUpdater();
  }

  @Override
  public void setMomentum(double momentum) {
    updaters().forEach(updater -> {
      if (updater instanceof Nesterovs nesterovs) {
        nesterovs.setMomentum(momentum);
      }
    });
  }

  @Override
  public void setL2(double l2) {
    if (l2 != this.l2) {
      this.l2 = l2;
      layers().forEach(layer -> layer.setRegularization(l2 == 0 ? List.of() : List.of(new L2Regularization(l2))));
    }
  }

  private Stream<BaseLayer> layers() {
    return Arrays.stream(net.getLayers()).map(layer -> layer.conf().getLayer())
        .filter(BaseLayer.class::isInstance).map(BaseLayer.class::cast);
  }

  private Stream<IUpdater> updaters() {
    return Arrays.stream(net.getLayers()).flatMap(Dl4jNetwork::updaters);
  }

  private static Stream<IUpdater> updaters(Layer layer) {
    return layer.conf().getLayer() instanceof BaseLayer base
        ? Stream.of(base.getIUpdater(), base.getBiasUpdater()).filter(Objects::nonNull) : Stream.empty();
  }

  @Override
  public void reseed(long seed) {
    Nd4j.getRandom().setSeed(seed);
  }

  @Override
  public float[] parameters() {
    return floats(net.params());
  }

  @Override
  public float[] parameters(int from, int to) {
    long start = parametersBefore(from);
    long end = parametersBefore(to);
    return start == end ? new float[0]
        : floats(net.params().get(NDArrayIndex.interval(start, end)));
  }

  /** How many numbers lie before a layer's in the row of all parameters. */
  private long parametersBefore(int layer) {
    return Arrays.stream(net.getLayers()).limit(layer).mapToLong(Layer::numParams).sum();
  }

  @Override
  public void setParameters(float[] parameters) {
    net.params().assign(Nd4j.createFromArray(parameters).reshape(net.params().shape()));
  }

  @Override
  public void setParameters(int from, float[] parameters) {
    if (parameters.length == 0) {
      return;
    }
    long start = parametersBefore(from);
    INDArray some = net.params().get(NDArrayIndex.interval(start, start + parameters.length));
    some.assign(Nd4j.createFromArray(parameters).reshape(some.shape()));
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
    return new TrainingState(parameters(), state == null ? new float[0] : floats(state), net.getIterationCount());
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
      own.assign(Nd4j.createFromArray(state.updaterState()).reshape(own.shape()));
    }
    // Adam's bias correction counts the steps.
    net.getLayerWiseConfigurations().setIterationCount(state.steps());
  }

  @Override
  public void close() {
    net.close();
  }

  private INDArray input(float[] values, int count) {
    Shape in = spec.input();
    if (values.length != count * in.size()) {
      throw new IllegalArgumentException(values.length + " values for " + count + " pictures of " + in);
    }
    return Nd4j.create(spec.scale().of(values), new long[] {count, in.channels(), in.height(), in.width()}, 'c');
  }

  private static float[] floats(INDArray array) {
    return array.dup('c').data().asFloat();
  }
}
