package cnnworkshop.app.photo;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks a person for files. */
public interface FileDialogs {

  /** What is to be saved. */
  enum Kind { PICTURE, POINTS }

  /** Pictures or tables to open; empty if the person thought better of it. */
  List<Path> pictures();

  /** A network to open. */
  Optional<Path> network();

  /**
   * Where to save something.
   *
   * @param suggestion a file name
   */
  Optional<Path> save(Kind kind, String suggestion);
}
