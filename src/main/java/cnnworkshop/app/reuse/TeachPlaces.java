package cnnworkshop.app.reuse;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks a person for files. */
public interface TeachPlaces {

  /** Pictures to open; empty if the person thought better of it. */
  List<Path> pictures();

  /**
   * Where a network is to be written.
   *
   * @param suggestedName a file name with its ending
   * @return empty if the person thought better of it
   */
  Optional<Path> saveNetwork(String suggestedName);
}
