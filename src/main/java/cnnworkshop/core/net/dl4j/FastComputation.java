package cnnworkshop.core.net.dl4j;

import cnnworkshop.core.net.LayerCost;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.onednn.LayerArrays;
import cnnworkshop.core.net.onednn.OneDnn;
import cnnworkshop.core.net.onednn.OneDnnNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.updater.MultiLayerUpdater;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A DL4J network computed by oneDNN as a whole. Weights, gradients and what the updater remembers are DL4J's own, where
 * DL4J has them, and its updater makes the step: a file saved, and a training gone on with, are as ever.
 */
final class FastComputation implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FastComputation.class);
  /** Between two ways to compute the same outputs, as a share of the largest. */
  private static final double LARGEST_DIFFERENCE = 1e-3;
  private static final String WEIGHTS = "W";
  private static final String BIASES = "b";

  private final MultiLayerNetwork net;
  private final OneDnnNetwork computed;
  private List<LayerArrays> gradients;

  private FastComputation(MultiLayerNetwork net, OneDnnNetwork computed) {
    this.net = net;
    this.computed = computed;
  }

  /**
   * @param threads how many threads a computation may use
   * @return empty if some layer or some setting is one that only DL4J computes
   */
  static Optional<FastComputation> of(OneDnn library, MultiLayerNetwork net, NetworkSpec spec, int threads) {
    if (!OneDnnNetwork.canCompute(spec) || !isPlain(net)) {
      return Optional.empty();
    }
    return Optional.of(new FastComputation(net,
        new OneDnnNetwork(library, spec, arrays(net, net.params()), threads)));
  }

  /** Whether the settings that a {@link NetworkSpec} does not tell are the usual ones. */
  private static boolean isPlain(MultiLayerNetwork net) {
    for (Layer each : net.getLayers()) {
      var settings = each.conf().getLayer();
      boolean usual = true;
      if (settings instanceof ConvolutionLayer c) {
        usual = c.getCnn2dDataFormat() == CNN2DFormat.NCHW;
      } else if (settings instanceof SubsamplingLayer s) {
        usual = s.getCnn2dDataFormat() == CNN2DFormat.NCHW && !s.isAvgPoolIncludePadInDivisor();
      } else if (settings instanceof BatchNormalization b) {
        usual = b.getCnn2DFormat() == CNN2DFormat.NCHW && !b.isLockGammaBeta();
      }
      if (!usual) {
        return false;
      }
    }
    return net.params() != null && net.params().dataType() == DataType.FLOAT;
  }

  /** Where each layer's share of a row of all parameters, or all gradients, lies: both are in the same order. */
  private static List<LayerArrays> arrays(MultiLayerNetwork net, INDArray all) {
    FloatPointer start = new FloatPointer(all.data().addressPointer());
    List<LayerArrays> arrays = new ArrayList<>();
    for (Layer layer : net.getLayers()) {
      arrays.add(layer.numParams() == 0 ? LayerArrays.NONE : of(layer, name -> {
        INDArray array = layer.paramTable().get(name);
        return array == null ? null : start.getPointer(array.offset());
      }));
    }
    return arrays;
  }

  private static LayerArrays of(Layer layer, Function<String, FloatPointer> place) {
    if (layer.conf().getLayer() instanceof BatchNormalization settings) {
      return new LayerArrays(place.apply(BatchNormalizationParamInitializer.GAMMA),
          place.apply(BatchNormalizationParamInitializer.BETA),
          place.apply(BatchNormalizationParamInitializer.GLOBAL_MEAN),
          place.apply(BatchNormalizationParamInitializer.GLOBAL_VAR),
          place.apply(BatchNormalizationParamInitializer.GLOBAL_LOG_STD), settings.getEps(), settings.getDecay());
    }
    return new LayerArrays(place.apply(WEIGHTS), place.apply(BIASES), null, null, null, 0, 0);
  }

  /**
   * Whether it gives what DL4J does. A file may hold a setting that nobody thought of; then DL4J, which made it, is right,
   * and this is closed.
   *
   * @param inputs one picture, as the first layer sees it
   * @param expected DL4J's outputs
   */
  boolean agrees(float[] inputs, float[] expected) {
    float[] outputs;
    try {
      outputs = predict(inputs, 1);
    } catch (RuntimeException e) {
      // oneDNN has no primitive for some setting, or no memory.
      LOG.warn("oneDNN can't compute this network, so DL4J does", e);
      close();
      return false;
    }
    float largest = 0;
    float difference = 0;
    for (int i = 0; i < expected.length; i++) {
      largest = Math.max(largest, Math.abs(expected[i]));
      difference = Math.max(difference, Math.abs(expected[i] - outputs[i]));
    }
    boolean same = difference <= LARGEST_DIFFERENCE * largest;
    if (!same) {
      LOG.warn("oneDNN's outputs differ by {} of {} from DL4J's, so DL4J computes this network", difference, largest);
      close();
    }
    return same;
  }

  /** @param inputs as the first layer sees them */
  float[] predict(float[] inputs, int count) {
    return computed.predict(inputs, count);
  }

  /** One step of training; as {@link cnnworkshop.core.net.TrainableNetwork#fit}, of inputs as the first layer sees them. */
  double fit(float[] inputs, float[] targets, float[] mask, int count) {
    double penalty = net.calcRegularizationScore(true);
    double loss = computed.gradients(inputs, targets, mask, count, gradients());
    int step = net.getIterationCount();
    for (UpdaterBlock block : ((MultiLayerUpdater) net.getUpdater()).getUpdaterBlocks()) {
      block.update(step, net.getEpochCount());
    }
    net.params().subi(net.getGradientsViewArray().reshape(net.params().shape()));
    net.setIterationCount(step + 1);
    weightsChanged();
    return loss + penalty;
  }

  /** As {@link cnnworkshop.core.net.TrainableNetwork#layerCosts}. */
  List<LayerCost> costs(int count, int rounds) {
    return computed.costs(count, rounds, gradients());
  }

  private List<LayerArrays> gradients() {
    if (gradients == null) {
      // An updater looks at the row of gradients that was there when it was made.
      if (net.getGradientsViewArray() == null) {
        net.initGradientsView();
      }
      gradients = arrays(net, net.getGradientsViewArray());
    }
    return gradients;
  }

  void weightsChanged() {
    computed.weightsChanged();
  }

  void reseed(long seed) {
    computed.reseed(seed);
  }

  @Override
  public void close() {
    computed.close();
  }
}
