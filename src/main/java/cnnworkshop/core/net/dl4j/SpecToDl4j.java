package cnnworkshop.core.net.dl4j;

import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.NetworkSpec.Loss;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Writes a {@link NetworkSpec} as a DL4J configuration, layer by layer. */
final class SpecToDl4j {

  private SpecToDl4j() {}

  /** @throws IllegalArgumentException if a layer is one that only DL4J's own files hold, or the last is not dense */
  static MultiLayerConfiguration configuration(NetworkSpec spec, Updater updater, long seed) {
    var list = new NeuralNetConfiguration.Builder()
        .seed(seed)
        .updater(updater(updater))
        .weightInit(WeightInit.XAVIER)
        .activation(Activation.IDENTITY)
        .list();
    int last = spec.layers().size() - 1;
    for (int i = 0; i < last; i++) {
      list.layer(layer(spec.layers().get(i)));
    }
    list.layer(output(spec.layers().get(last), spec.loss()));
    list.setInputType(InputType.convolutional(spec.input().height(), spec.input().width(), spec.input().channels()));
    return list.build();
  }

  private static IUpdater updater(Updater updater) {
    if (updater instanceof Updater.Nesterov nesterov) {
      return new Nesterovs(1e-3, nesterov.momentum());
    }
    if (updater instanceof Updater.Sgd) {
      return new Sgd(1e-3);
    }
    if (updater instanceof Updater.RmsProp) {
      return new RmsProp(1e-3);
    }
    return new Adam(1e-3);
  }

  private static Layer layer(LayerSpec spec) {
    if (spec instanceof LayerSpec.Convolution c) {
      var builder = new ConvolutionLayer.Builder(pair(c.filter()))
          .name(c.name())
          .nOut(c.filters())
          .stride(pair(c.stride()))
          .dilation(pair(c.dilation()))
          .hasBias(c.bias())
          .activation(activation(c.activation()))
          .convolutionMode(c.padding().same() ? ConvolutionMode.Same : ConvolutionMode.Truncate);
      return c.padding().same() ? builder.build() : builder.padding(pair(c.padding().size())).build();
    }
    if (spec instanceof LayerSpec.Pooling p) {
      var builder = new SubsamplingLayer.Builder(
          p.pool() == LayerSpec.Pool.MAX ? SubsamplingLayer.PoolingType.MAX : SubsamplingLayer.PoolingType.AVG)
          .name(p.name())
          .kernelSize(pair(p.window()))
          .stride(pair(p.stride()))
          .convolutionMode(p.padding().same() ? ConvolutionMode.Same : ConvolutionMode.Truncate);
      return p.padding().same() ? builder.build() : builder.padding(pair(p.padding().size())).build();
    }
    if (spec instanceof LayerSpec.GlobalPooling g) {
      return new GlobalPoolingLayer.Builder(g.pool() == LayerSpec.Pool.MAX ? PoolingType.MAX : PoolingType.AVG)
          .name(g.name()).build();
    }
    if (spec instanceof LayerSpec.BatchNormalization b) {
      return new BatchNormalization.Builder().name(b.name()).build();
    }
    if (spec instanceof LayerSpec.ActivationOnly a) {
      return new ActivationLayer.Builder().name(a.name()).activation(activation(a.activation())).build();
    }
    if (spec instanceof LayerSpec.Dropout d) {
      // DL4J takes the probability of keeping a value, the workshop (and nearly everybody else) that of dropping it.
      return new DropoutLayer.Builder(1 - d.dropRate()).name(d.name()).build();
    }
    if (spec instanceof LayerSpec.Dense d) {
      return new DenseLayer.Builder().name(d.name()).nOut(d.units()).activation(activation(d.activation())).build();
    }
    throw new IllegalArgumentException("cannot build a layer of kind " + spec);
  }

  private static Layer output(LayerSpec spec, Loss loss) {
    if (!(spec instanceof LayerSpec.Dense dense)) {
      throw new IllegalArgumentException("the last layer must be dense, not " + spec);
    }
    LossFunction function = loss == Loss.CROSS_ENTROPY ? LossFunction.MCXENT : LossFunction.MSE;
    return new OutputLayer.Builder(function)
        .name(dense.name()).nOut(dense.units()).activation(activation(dense.activation())).build();
  }

  private static int[] pair(LayerSpec.Size size) {
    return new int[] {size.rows(), size.columns()};
  }

  private static Activation activation(LayerSpec.Activation activation) {
    return switch (activation) {
      case LINEAR -> Activation.IDENTITY;
      case RELU -> Activation.RELU;
      case SOFTMAX -> Activation.SOFTMAX;
      case SIGMOID -> Activation.SIGMOID;
      case TANH -> Activation.TANH;
      case OTHER -> throw new IllegalArgumentException("an activation the workshop does not build");
    };
  }
}
