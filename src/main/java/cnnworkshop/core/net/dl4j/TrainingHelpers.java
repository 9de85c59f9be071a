package cnnworkshop.core.net.dl4j;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.layers.AbstractLayer;
import org.deeplearning4j.nn.layers.convolution.ConvolutionHelper;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNBatchNormHelper;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNConvHelper;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.deeplearning4j.nn.layers.normalization.BatchNormalizationHelper;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Puts helpers of our own into a network's layers, where DL4J has oneDNN's. DL4J has no setter for them; the layers'
 * settings, and so a saved network, stay plain DL4J.
 */
final class TrainingHelpers {

  private static final VarHandle CONVOLUTION = field(ConvolutionLayer.class, "helper", ConvolutionHelper.class);
  private static final VarHandle KEPT_SUMS = field(AbstractLayer.class, "preOutput", INDArray.class);
  private static final VarHandle NORMALIZATION =
      field(BatchNormalization.class, "helper", BatchNormalizationHelper.class);

  private TrainingHelpers() {}

  private static VarHandle field(Class<?> owner, String name, Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).findVarHandle(owner, name, type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("not the DL4J this program was made for: " + owner + "." + name, e);
    }
  }

  /** @param threads how many threads a computation may use */
  static void into(MultiLayerNetwork net, int threads) {
    for (Layer each : net.getLayers()) {
      // Subclasses (1-D, separable, … convolutions) compute something else: only the exact classes.
      if (each.getClass() == ConvolutionLayer.class && each.getHelper() instanceof MKLDNNConvHelper) {
        ConvolutionLayer layer = (ConvolutionLayer) each;
        ConvolutionHelper helper = new TrainingConvolution(layer, KEPT_SUMS);
        CONVOLUTION.set(layer, helper);
      } else if (each.getClass() == BatchNormalization.class
          && each.getHelper() instanceof MKLDNNBatchNormHelper) {
        BatchNormalizationHelper helper = new TrainingNormalization(threads);
        NORMALIZATION.set((BatchNormalization) each, helper);
      }
    }
  }
}
