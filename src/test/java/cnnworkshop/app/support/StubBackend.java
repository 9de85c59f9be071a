package cnnworkshop.app.support;

import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.ModelFailure;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.TrainableNetwork;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A backend that opens the networks a test put under names; any other file is no model. */
public final class StubBackend implements Backend {

  private final Map<Path, Network> files = new HashMap<>();

  public StubBackend with(String file, Network network) {
    files.put(Path.of(file), network);
    return this;
  }

  @Override
  public Description description() {
    return new Description("stub 1", "none", true, 1);
  }

  @Override
  public Network open(Path file) throws ModelFailure {
    Network network = files.get(file);
    if (network == null) {
      throw new ModelFailure(ModelFailure.Kind.OTHER_VERSION, file.getFileName().toString(), null, "NoSuchLayer");
    }
    return network;
  }

  @Override
  public TrainableNetwork create(NetworkSpec spec, Updater updater, long seed) {
    throw new UnsupportedOperationException();
  }
}
