package cnnworkshop.core.net.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.util.ConvolutionUtils;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * How a weighted sum of a network's outputs follows its inputs, as it predicts: the chain rule, from the last layer to
 * the first. DL4J's own way back is that of training: it begins with a loss, drops values, and normalises by the batch.
 * So what the workshop builds is gone through here, and only layers it does not know are left to DL4J.
 *
 * <p>For one pass: it keeps what the layers gave. Nothing the network remembers is changed.
 */
final class InputGradient {

  private static final LayerWorkspaceMgr NO_WORKSPACES = LayerWorkspaceMgr.noWorkspaces();

  private final MultiLayerNetwork net;
  /** What each layer was given, as it takes it, and what it gave. */
  private final List<INDArray> inputs = new ArrayList<>();
  private final List<INDArray> outputs = new ArrayList<>();
  private final List<INDArray> gradients = new ArrayList<>();

  InputGradient(MultiLayerNetwork net) {
    this.net = net;
  }

  /**
   * The gradient with respect to the pictures, in their shape; the caller's.
   *
   * @param pictures [picture, channel, row, column]; may be overwritten
   * @param outputWeights what each output counts; of a softmax, what goes into it counts in its place
   */
  float[] of(INDArray pictures, float[] outputWeights) {
    try {
      forward(pictures);
      INDArray gradient = Nd4j.createFromArray(outputWeights).reshape(1, outputWeights.length)
          .repeat(0, pictures.size(0));
      for (int layer = outputs.size() - 1; layer >= 0; layer--) {
        gradient = kept(back(layer, gradient.reshape('c', outputs.get(layer).shape())));
        InputPreProcessor before = net.getLayerWiseConfigurations().getInputPreProcess(layer);
        if (before != null) {
          gradient = kept(before.backprop(gradient, (int) pictures.size(0), NO_WORKSPACES));
        }
      }
      return gradient.dup('c').data().asFloat();
    } finally {
      close(outputs);
      close(gradients);
    }
  }

  private INDArray kept(INDArray gradient) {
    gradients.add(gradient);
    return gradient;
  }

  private static void close(List<INDArray> arrays) {
    for (INDArray a : arrays) {
      // Views, and layers that give on their input itself.
      if (a.closeable() && !a.wasClosed()) {
        a.close();
      }
    }
  }

  private void forward(INDArray pictures) {
    INDArray given = pictures;
    for (int i = 0; i < net.getnLayers(); i++) {
      InputPreProcessor before = net.getLayerWiseConfigurations().getInputPreProcess(i);
      if (before != null) {
        given = before.preProcess(given, (int) pictures.size(0), NO_WORKSPACES);
      }
      inputs.add(given);
      Layer layer = net.getLayer(i);
      // An activation on its own overwrites what it is given, which is what the layer before gave.
      given = layer.activate(layer.conf().getLayer() instanceof ActivationLayer ? given.dup() : given, false,
          NO_WORKSPACES);
      layer.clear();
      outputs.add(given);
    }
  }

  /** From the gradient of what a layer gave to that of what it was given. */
  private INDArray back(int number, INDArray gradient) {
    Layer layer = net.getLayer(number);
    var settings = layer.conf().getLayer();
    if (settings instanceof DropoutLayer) {
      return gradient;
    }
    if (settings instanceof BatchNormalization normalization) {
      return gradient.mul(onChannels(factors(normalization, layer), normalization.getCnn2DFormat(), gradient.rank()));
    }
    if (settings instanceof BaseLayer || settings instanceof ActivationLayer) {
      boolean last = number == outputs.size() - 1;
      INDArray ofSums = beforeActivation(activation(settings), outputs.get(number), gradient, last);
      if (ofSums != null) {
        if (settings instanceof ActivationLayer || settings instanceof LossLayer) {
          return ofSums;
        }
        if (settings instanceof DenseLayer dense && !dense.hasLayerNorm() || settings instanceof OutputLayer) {
          return kept(ofSums).mmul(layer.getParam("W").transpose());
        }
        // Subclasses (1-D, separable, … convolutions) compute something else.
        if (settings.getClass() == ConvolutionLayer.class
            && ((ConvolutionLayer) settings).getCnn2dDataFormat() == CNN2DFormat.NCHW) {
          return throughFilters((ConvolutionLayer) settings, layer.getParam("W"), inputs.get(number), kept(ofSums));
        }
      }
    }
    return asDl4jDoes(layer, inputs.get(number), gradient);
  }

  private static IActivation activation(org.deeplearning4j.nn.conf.layers.Layer settings) {
    return settings instanceof ActivationLayer a ? a.getActivationFn() : ((BaseLayer) settings).getActivationFn();
  }

  /**
   * From the gradient of an activation's results to that of the sums it was given, told by the results; null if those
   * don't tell. Of the last layer a softmax is passed over.
   */
  private static INDArray beforeActivation(IActivation function, INDArray result, INDArray gradient, boolean last) {
    if (function instanceof ActivationIdentity || last && function instanceof ActivationSoftmax) {
      return gradient;
    }
    if (function.equals(new ActivationReLU())) {
      return gradient.mul(result.gt(0).castTo(gradient.dataType()));
    }
    if (function instanceof ActivationSigmoid) {
      return gradient.mul(result.rsub(1)).muli(result);
    }
    if (function instanceof ActivationTanH) {
      return gradient.mul(result.mul(result).rsubi(1));
    }
    return null;
  }

  /** What a normalisation multiplies each channel by, as it predicts: γ / √(running variance + ε). */
  private static INDArray factors(BatchNormalization settings, Layer layer) {
    INDArray variance = layer.getParam(BatchNormalizationParamInitializer.GLOBAL_VAR);
    if (settings.isUseLogStd()) {
      INDArray logarithm = layer.getParam(BatchNormalizationParamInitializer.GLOBAL_LOG_STD);
      variance = Transforms.pow(Nd4j.valueArrayOf(logarithm.shape(), 10.0, logarithm.dataType()), logarithm.mul(2));
    }
    INDArray inverse = Transforms.sqrt(variance.add(settings.getEps()), false).rdivi(1);
    return settings.isLockGammaBeta() ? inverse.muli(settings.getGamma())
        : inverse.muli(layer.getParam(BatchNormalizationParamInitializer.GAMMA));
  }

  private static INDArray onChannels(INDArray values, CNN2DFormat format, int rank) {
    long[] shape = new long[rank];
    Arrays.fill(shape, 1);
    shape[rank == 4 && format == CNN2DFormat.NHWC ? 3 : 1] = values.length();
    return values.reshape(shape);
  }

  /** What a convolution of these filters would have to be given more of: the convolution, transposed. */
  private static INDArray throughFilters(ConvolutionLayer settings, INDArray filters, INDArray given, INDArray ofSums) {
    int[] size = settings.getKernelSize();
    int[] stride = settings.getStride();
    int[] dilation = settings.getDilation();
    boolean same = settings.getConvolutionMode() == ConvolutionMode.Same;
    int[] padding = same
        ? ConvolutionUtils.getSameModeTopLeftPadding(new int[] {(int) ofSums.size(2), (int) ofSums.size(3)},
            new int[] {(int) given.size(2), (int) given.size(3)}, size, stride, dilation)
        : settings.getPadding();
    INDArray result = Nd4j.createUninitialized(given.dataType(), given.shape(), 'c');
    boolean dense = stride[0] == 1 && stride[1] == 1;
    // oneDNN has the first, several times faster; with a stride it can't tell how large the input was.
    var operation = dense
        ? DynamicCustomOp.builder("deconv2d").addInputs(ofSums, filters)
        : DynamicCustomOp.builder("conv2d_input_bp").addInputs(Nd4j.createFromArray(given.shape()), filters, ofSums);
    int channelsFirst = 0;
    int filtersAsInLayers = 1;
    Nd4j.exec(operation.addOutputs(result)
        .addIntegerArguments(size[0], size[1], stride[0], stride[1], padding[0], padding[1], dilation[0], dilation[1],
            same ? 1 : 0, channelsFirst, filtersAsInLayers).build());
    return result;
  }

  private static INDArray asDl4jDoes(Layer layer, INDArray given, INDArray gradient) {
    var settings = layer.conf().getLayer();
    IDropout dropout = settings.getIDropout();
    // On the way back DL4J takes every layer for one that is being trained.
    settings.setIDropout(null);
    try {
      layer.setInput(given, NO_WORKSPACES);
      if (layer.numParams() > 0 && layer.getGradientsViewArray() == null) {
        layer.setBackpropGradientsViewArray(Nd4j.create(given.dataType(), 1, layer.numParams()));
      }
      return layer.backpropGradient(gradient, NO_WORKSPACES).getSecond();
    } finally {
      settings.setIDropout(dropout);
      layer.clear();
    }
  }
}
