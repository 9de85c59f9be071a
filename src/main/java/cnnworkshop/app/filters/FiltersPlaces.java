package cnnworkshop.app.filters;

import cnnworkshop.core.image.Photo;
import java.nio.file.Path;
import java.util.Optional;

/** Where the Filters tab puts and finds files; asks the person. */
public interface FiltersPlaces {

  /** What is saved, by how its file's name ends. */
  enum Kind {
    /** A picture of pixels. */
    PNG,
    /** A picture of lines and squares, which can be enlarged. */
    SVG,
    /** Numbers in a table. */
    CSV,
    /** Numbers as NumPy reads them. */
    NPY,
    /** A network. */
    NETWORK
  }

  /**
   * Where to save something.
   *
   * @param suggestion a file name without its ending
   * @return a name with the ending of its kind; empty if the person thought better of it
   */
  Optional<Path> save(Kind kind, String suggestion);

  /** A network to open; empty if the person thought better of it. */
  Optional<Path> network();

  /** A folder of pictures; empty if the person thought better of it. */
  Optional<Path> folder();

  /** Puts a picture on the clipboard. */
  void copy(Photo picture);
}
