package cnnworkshop.app.reuse;

import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.DescribedNetwork;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.TrainableNetwork;

/**
 * A trained network apart from any thread. Immutable but for the array, which nobody changes.
 *
 * @param spec its layers
 * @param parameters all it has learned, in DL4J's order
 * @param info what is said of it
 */
record LearnedNetwork(NetworkSpec spec, float[] parameters, ModelInfo info) {

  /** A network with what it has learned, for the thread that calls. */
  Network make(Backend backend) {
    TrainableNetwork network = backend.create(spec, new Backend.Updater.Adam(), 0);
    try {
      network.setParameters(parameters);
    } catch (RuntimeException e) {
      network.close();
      throw e;
    }
    return new DescribedNetwork(network, info);
  }
}
