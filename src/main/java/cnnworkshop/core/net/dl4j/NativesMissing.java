package cnnworkshop.core.net.dl4j;

import cnnworkshop.core.UserFailure;

/** ND4J's native libraries are not on the class path, or the system can't load them. */
public final class NativesMissing extends UserFailure {

  private static final long serialVersionUID = 1L;

  NativesMissing(Throwable cause, String natives) {
    super("backend.failure.natives", cause, natives, rootMessage(cause));
  }

  private static String rootMessage(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
  }
}
