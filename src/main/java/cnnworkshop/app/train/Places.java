package cnnworkshop.app.train;

import java.nio.file.Path;
import java.util.Optional;

/** Asks a person where pictures are. */
public interface Places {

  /** A folder; empty if the person thought better of it. */
  Optional<Path> folder();

  /** An archive of CIFAR-10; empty if the person thought better of it. */
  Optional<Path> archive();

  /** A table of annotated faces; empty if the person thought better of it. */
  Optional<Path> table();
}
