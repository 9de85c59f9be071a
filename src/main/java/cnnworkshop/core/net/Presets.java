package cnnworkshop.core.net;

import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Convolution;
import cnnworkshop.core.net.LayerSpec.Dense;
import cnnworkshop.core.net.LayerSpec.Dropout;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Pooling;
import cnnworkshop.core.net.NetworkSpec.Loss;
import java.util.List;

/** The workshop's networks. */
public final class Presets {

  private Presets() {}

  /**
   * The facial-keypoint network (Daniel Nouri's "n7"): 16,561,502 parameters, 1×96×96 in, 30 out.
   *
   * @param dropRates the probabilities of dropping after pool1, pool2, pool3 and hidden4; the workshop's are 0.1, 0.2, 0.3, 0.5
   */
  public static NetworkSpec keypoints(double... dropRates) {
    if (dropRates.length != 4) {
      throw new IllegalArgumentException("four drop rates are needed, got " + dropRates.length);
    }
    return new NetworkSpec("keypoints", new Shape(1, 96, 96), List.of(
        Convolution.relu("conv1", 32, 3, Padding.VALID),
        Pooling.max("pool1", 2),
        new Dropout("dropout1", dropRates[0]),
        Convolution.relu("conv2", 64, 2, Padding.VALID),
        Pooling.max("pool2", 2),
        new Dropout("dropout2", dropRates[1]),
        Convolution.relu("conv3", 128, 2, Padding.VALID),
        Pooling.max("pool3", 2),
        new Dropout("dropout3", dropRates[2]),
        new Dense("hidden4", 1000, Activation.RELU),
        new Dropout("dropout4", dropRates[3]),
        new Dense("hidden5", 1000, Activation.RELU),
        new Dense("output", 30, Activation.LINEAR)), Loss.MEAN_SQUARED_ERROR);
  }

  /** The CIFAR-10 practical's first network: 1,050,890 parameters, overfits strongly. */
  public static NetworkSpec cnn() {
    return new NetworkSpec("cnn", new Shape(3, 32, 32), List.of(
        Convolution.relu("conv1", 32, 3, Padding.SAME),
        Pooling.max("pool1", 2),
        new Dense("hidden2", 128, Activation.RELU),
        new Dense("output", 10, Activation.SOFTMAX)), Loss.CROSS_ENTROPY);
  }
}
