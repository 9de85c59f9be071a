package cnnworkshop.core.net.dl4j;

import cnnworkshop.core.net.WeightMark;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Weights kept and compared in native memory: copying the 16 million of the keypoint network into Java arrays, in
 * order, would take longer than a step of training.
 */
final class Dl4jWeightMark implements WeightMark {

  private final MultiLayerNetwork net;
  private final List<INDArray> kept = new ArrayList<>();

  Dl4jWeightMark(MultiLayerNetwork net) {
    this.net = net;
    for (Layer layer : net.getLayers()) {
      INDArray weights = weights(layer);
      kept.add(weights == null ? null : weights.dup(weights.ordering()));
    }
  }

  private static INDArray weights(Layer layer) {
    return layer.paramTable() == null ? null : layer.paramTable().get("W");
  }

  @Override
  public Movement movement(int layer) {
    INDArray before = kept.get(layer);
    if (before == null) {
      return new Movement(0, 0, 0);
    }
    INDArray now = weights(net.getLayer(layer));
    return new Movement(before.norm2Number().doubleValue(), now.norm2Number().doubleValue(), now.distance2(before));
  }

  @Override
  public void close() {
    for (INDArray weights : kept) {
      if (weights != null && !weights.wasClosed()) {
        weights.close();
      }
    }
  }
}
