package cnnworkshop.cli;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.NetworkTemplates;
import cnnworkshop.core.net.Presets;
import java.util.Optional;

/** A network by name: one of the program's own, or one a person saved. */
record NamedNetwork(String name, NetworkTemplates saved) {

  /** @throws UserFailure if there is none of that name, or its file can't be used */
  NetworkSpec spec() throws UserFailure {
    Optional<NetworkSpec> own = Presets.byName(name);
    if (own.isPresent()) {
      return own.get();
    }
    if (!saved.has(name)) {
      throw new CommandFailure("cli.train.no-network", name, String.join(", ", Presets.names()));
    }
    return saved.load(name);
  }
}
