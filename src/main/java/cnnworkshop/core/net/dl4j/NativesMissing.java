package cnnworkshop.core.net.dl4j;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.net.Backend.Gpu;

/** ND4J's native libraries are not on the class path, or the system can't load or start them. */
public final class NativesMissing extends UserFailure {

  private static final long serialVersionUID = 1L;

  NativesMissing(Throwable cause, String natives) {
    super("backend.failure.natives", cause, natives, rootMessage(cause));
  }

  /** ND4J could not start on a GPU that seemed usable; in this process it can't start any more. */
  NativesMissing(Throwable cause, Gpu gpu) {
    super("backend.failure.gpu.start", cause, gpu.name(), rootMessage(cause));
  }

  private static String rootMessage(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
  }
}
