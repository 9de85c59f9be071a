package cnnworkshop.core.export;

import cnnworkshop.core.UserFailure;

/** A network can't be written as source: a layer of it can't be said there. */
public final class ExportFailure extends UserFailure {

  private static final long serialVersionUID = 1L;

  /**
   * @param key the sentence's text key
   * @param arguments what fills its places
   */
  ExportFailure(String key, Object... arguments) {
    super(key, null, arguments);
  }

  /** A layer of a kind, or set in a way, the source can't say. */
  static ExportFailure layer(String name, String what) {
    return new ExportFailure("export.failure.layer", name, what);
  }
}
