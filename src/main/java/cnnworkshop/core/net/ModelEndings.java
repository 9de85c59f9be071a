package cnnworkshop.core.net;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** How names of network files end. What a file is, its content says; this is for dialogs and for what is dropped. */
public final class ModelEndings {

  /** DL4J's and ours, Keras's, and Keras's newer one, which can't be read, but is refused with what to do. */
  private static final List<String> ALL = List.of(".zip", ".h5", ".hdf5", ".keras");

  private ModelEndings() {}

  /** Whether a file's name says that it is a network. */
  public static boolean has(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return ALL.stream().anyMatch(name::endsWith);
  }

  /** Patterns such as {@code *.zip}. */
  public static List<String> patterns() {
    return ALL.stream().map(ending -> "*" + ending).toList();
  }
}
