package cnnworkshop.core.net.dl4j;

import java.lang.invoke.VarHandle;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer.AlgoMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer.BwdDataAlgo;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer.BwdFilterAlgo;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNConvHelper;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * oneDNN's convolution, once a step. DL4J computes a layer's sums a second time on the way back, to know how steep the
 * activation was at them. Without an activation nobody asks, and ReLU's result tells it as well as its input: it is
 * above 0 at the same places.
 */
final class TrainingConvolution extends MKLDNNConvHelper {

  private final ConvolutionLayer layer;
  private final VarHandle keptSums;

  /** @param keptSums DL4J's own place for a layer's sums; while something is in it, they are not computed again */
  TrainingConvolution(ConvolutionLayer layer, VarHandle keptSums) {
    super(DataType.FLOAT);
    this.layer = layer;
    this.keptSums = keptSums;
  }

  @Override
  public INDArray activate(INDArray sums, IActivation activation, boolean training) {
    INDArray out = super.activate(sums, activation, training);
    boolean keep = training && (activation instanceof ActivationIdentity || activation instanceof ActivationReLU);
    keptSums.set(layer, keep ? out : null);
    return out;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray input, INDArray weights, INDArray bias, INDArray delta,
      int[] kernel, int[] strides, int[] pad, INDArray biasGradient, INDArray weightGradient, IActivation activation,
      AlgoMode mode, BwdFilterAlgo filterAlgorithm, BwdDataAlgo dataAlgorithm, ConvolutionMode convolutionMode,
      int[] dilation, CNN2DFormat format, LayerWorkspaceMgr workspaces) {
    // They lie in a step's workspace: the next step must not find them.
    keptSums.set(layer, (INDArray) null);
    return super.backpropGradient(input, weights, bias, delta, kernel, strides, pad, biasGradient, weightGradient,
        activation, mode, filterAlgorithm, dataAlgorithm, convolutionMode, dilation, format, workspaces);
  }
}
