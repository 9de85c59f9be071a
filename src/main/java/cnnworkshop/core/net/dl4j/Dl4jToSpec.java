package cnnworkshop.core.net.dl4j;

import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Pool;
import cnnworkshop.core.net.LayerSpec.Size;
import cnnworkshop.core.net.NetworkSpec.Loss;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** Reads a DL4J configuration, ours or anybody's, as settings; layers keep their numbers. */
final class Dl4jToSpec {

  private final Map<String, Integer> counters = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  private Dl4jToSpec() {}

  static List<LayerSpec> layers(MultiLayerConfiguration configuration) {
    Dl4jToSpec reader = new Dl4jToSpec();
    List<LayerSpec> specs = new ArrayList<>();
    for (NeuralNetConfiguration c : configuration.getConfs()) {
      specs.add(reader.layer(c.getLayer()));
    }
    return specs;
  }

  static Loss loss(MultiLayerConfiguration configuration) {
    Layer last = configuration.getConf(configuration.getConfs().size() - 1).getLayer();
    ILossFunction loss = last instanceof BaseOutputLayer output ? output.getLossFn() : null;
    return loss instanceof LossMSE ? Loss.MEAN_SQUARED_ERROR
        : loss instanceof LossMCXENT ? Loss.CROSS_ENTROPY : Loss.OTHER;
  }

  private LayerSpec layer(Layer layer) {
    // Subclasses (1-D, separable, transposed, … convolutions) compute something else: only the exact classes are ours.
    if (layer.getClass() == ConvolutionLayer.class) {
      ConvolutionLayer c = (ConvolutionLayer) layer;
      return new LayerSpec.Convolution(name(layer, "conv"), (int) c.getNOut(), size(c.getKernelSize()),
          size(c.getStride()), size(c.getDilation()), padding(c.getConvolutionMode(), c.getPadding()),
          c.hasBias(), activation(c.getActivationFn()));
    }
    if (layer.getClass() == SubsamplingLayer.class) {
      SubsamplingLayer s = (SubsamplingLayer) layer;
      Pool pool = switch (s.getPoolingType()) {
        case MAX -> Pool.MAX;
        case AVG -> Pool.AVERAGE;
        default -> Pool.OTHER;
      };
      return new LayerSpec.Pooling(name(layer, "pool"), pool, size(s.getKernelSize()), size(s.getStride()),
          padding(s.getConvolutionMode(), s.getPadding()));
    }
    if (layer instanceof GlobalPoolingLayer g) {
      Pool pool = g.getPoolingType() == PoolingType.MAX ? Pool.MAX
          : g.getPoolingType() == PoolingType.AVG ? Pool.AVERAGE : Pool.OTHER;
      return new LayerSpec.GlobalPooling(name(layer, "globalpool"), pool);
    }
    if (layer instanceof BatchNormalization) {
      return new LayerSpec.BatchNormalization(name(layer, "norm"));
    }
    if (layer instanceof DropoutLayer d) {
      double keep = d.getIDropout() instanceof Dropout dropout ? dropout.getP() : 1;
      // Rounded, so that a rate of 0.1 reads back as 0.1 after it was turned into 0.9 to keep.
      return new LayerSpec.Dropout(name(layer, "dropout"), Math.round((1 - keep) * 1e6) / 1e6);
    }
    if (layer instanceof ActivationLayer a) {
      return new LayerSpec.ActivationOnly(name(layer, "activation"), activation(a.getActivationFn()));
    }
    if (layer instanceof DenseLayer || layer.getClass() == org.deeplearning4j.nn.conf.layers.OutputLayer.class) {
      BaseLayer base = (BaseLayer) layer;
      long units = layer instanceof DenseLayer d ? d.getNOut() : ((BaseOutputLayer) layer).getNOut();
      String kind = layer instanceof DenseLayer ? "hidden" : "output";
      return new LayerSpec.Dense(name(layer, kind), (int) units, activation(base.getActivationFn()));
    }
    String kind = layer.getClass().getSimpleName();
    return new LayerSpec.Other(name(layer, kind.toLowerCase(Locale.ROOT)), kind);
  }

  /** The layer's own name, or kind and number ("conv2") when it has none or shares it with an earlier layer. */
  private String name(Layer layer, String kind) {
    int number = counters.merge(kind, 1, Integer::sum);
    String own = layer.getLayerName();
    boolean generic = own == null || own.isBlank() || own.matches("layer\\d+");
    String name = generic ? kind + (kind.equals("output") ? "" : number) : own;
    while (!names.add(name)) {
      name += "'";
    }
    return name;
  }

  private static Size size(int[] rowsColumns) {
    return new Size(rowsColumns[0], rowsColumns[rowsColumns.length - 1]);
  }

  private static Padding padding(ConvolutionMode mode, int[] padding) {
    return mode == ConvolutionMode.Same ? Padding.SAME : Padding.of(size(padding));
  }

  private static LayerSpec.Activation activation(IActivation function) {
    if (function instanceof ActivationIdentity || function == null) {
      return LayerSpec.Activation.LINEAR;
    }
    if (function instanceof ActivationReLU) {
      return LayerSpec.Activation.RELU;
    }
    if (function instanceof ActivationSoftmax) {
      return LayerSpec.Activation.SOFTMAX;
    }
    if (function instanceof ActivationSigmoid) {
      return LayerSpec.Activation.SIGMOID;
    }
    return function instanceof ActivationTanH ? LayerSpec.Activation.TANH : LayerSpec.Activation.OTHER;
  }
}
