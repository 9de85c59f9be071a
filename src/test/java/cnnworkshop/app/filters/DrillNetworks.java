package cnnworkshop.app.filters;

import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.ActivationOnly;
import cnnworkshop.core.net.LayerSpec.BatchNormalization;
import cnnworkshop.core.net.LayerSpec.Convolution;
import cnnworkshop.core.net.LayerSpec.Dense;
import cnnworkshop.core.net.LayerSpec.Dropout;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Pooling;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import java.util.Arrays;
import java.util.List;

/** Small networks with a layer of each kind and a dead filter. */
final class DrillNetworks {

  static final int CONV1 = 0;
  static final int POOL1 = 1;
  static final int NORM1 = 2;
  static final int ACTIVATION1 = 3;
  static final int DROPOUT1 = 4;
  static final int HIDDEN2 = 5;
  static final int OUTPUT = 6;
  /** A filter of conv1 that never answers. */
  static final int DEAD = 1;

  private DrillNetworks() {}

  /** @param channels 1 for greys, 3 for colours */
  static Network small(int channels) throws Exception {
    NativePath.choose(null);
    Backend backend = Dl4jBackend.start(0);
    NetworkSpec spec = new NetworkSpec("small", new Shape(channels, 12, 12), List.of(
        Convolution.relu("conv1", 4, 3, Padding.VALID), Pooling.max("pool1", 2), new BatchNormalization("norm1"),
        new ActivationOnly("activation1", Activation.TANH), new Dropout("dropout1", 0.5),
        new Dense("hidden2", 30, Activation.RELU),
        new Dense("output", 3, Activation.SOFTMAX)), NetworkSpec.Loss.CROSS_ENTROPY);
    Network network = backend.create(spec, new Updater.Sgd(), 4);
    float[] biases = network.biases(CONV1);
    Arrays.fill(biases, 0.5f);
    biases[DEAD] = -100;
    network.setWeights(CONV1, network.weights(CONV1), biases);
    return network;
  }
}
