package cnnworkshop.core.net.dl4j;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.regularization.L2Regularization;

/** What can be set between two steps of a training: DL4J reads it before every step. */
final class LearningSettings {

  private final MultiLayerNetwork net;
  private double l2;
  private double[] rateFactors;

  LearningSettings(MultiLayerNetwork net) {
    this.net = net;
  }

  void setRate(double rate) {
    // DL4J's own way makes the updater anew, which takes a tenth of a second.
    for (int i = 0; i < net.getLayers().length; i++) {
      double own = rateFactors == null ? rate : rate * rateFactors[i];
      updaters(net.getLayer(i)).forEach(updater -> updater.setLrAndSchedule(own, null));
    }
  }

  void setRateFactors(double[] factors) {
    if (factors.length != net.getLayers().length || Arrays.stream(factors).anyMatch(factor -> !(factor > 0))) {
      throw new IllegalArgumentException(Arrays.toString(factors) + " for " + net.getLayers().length + " layers");
    }
    rateFactors = factors.clone();
    setRate(1e-3);
    // Layers next to each other with equal rates are updated as one block: which ones is decided when it is made.
    net.setUpdater(null);
    net.getUpdater();
  }

  void setMomentum(double momentum) {
    Arrays.stream(net.getLayers()).flatMap(LearningSettings::updaters).forEach(updater -> {
      if (updater instanceof Nesterovs nesterovs) {
        nesterovs.setMomentum(momentum);
      }
    });
  }

  void setL2(double newL2) {
    if (newL2 != l2) {
      l2 = newL2;
      Arrays.stream(net.getLayers()).map(layer -> layer.conf().getLayer())
          .filter(BaseLayer.class::isInstance).map(BaseLayer.class::cast)
          .forEach(layer -> layer.setRegularization(l2 == 0 ? List.of() : List.of(new L2Regularization(l2))));
    }
  }

  private static Stream<IUpdater> updaters(Layer layer) {
    return layer.conf().getLayer() instanceof BaseLayer base
        ? Stream.of(base.getIUpdater(), base.getBiasUpdater()).filter(Objects::nonNull) : Stream.empty();
  }
}
