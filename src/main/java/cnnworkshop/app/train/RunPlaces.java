package cnnworkshop.app.train;

import java.nio.file.Path;
import java.util.Optional;

/** Asks a person where runs are to be written. */
public interface RunPlaces {

  /**
   * A file to write; what is there may be replaced.
   *
   * @param suggestedName a file name with its ending
   * @param extension the ending without a dot, such as {@code csv}
   * @return empty if the person thought better of it
   */
  Optional<Path> saveAs(String suggestedName, String extension);
}
