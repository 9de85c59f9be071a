package cnnworkshop.core.net;

import cnnworkshop.core.UserFailure;

/** A network could not be kept under a name, or the one of a name not be had; {@link #kind()} says why. */
public final class TemplateFailure extends UserFailure {

  private static final long serialVersionUID = 1L;

  /** Why a template could not be used. */
  public enum Kind {
    /** There is none of that name, or its file can't be read. */
    MISSING("net.template.failure.missing"),
    /** Its file is not one of ours any more. */
    DAMAGED("net.template.failure.damaged"),
    /** It was written by a later version of the program. */
    LATER_VERSION("net.template.failure.later-version"),
    /** The name is empty or too long to be kept. */
    BAD_NAME("net.template.failure.bad-name"),
    /** The network has a layer of a kind that can't be written; it came from a file of DL4J. */
    OTHER_LAYER("net.template.failure.other-layer"),
    /** The file could not be written or deleted; {1}: where. */
    NOT_WRITTEN("net.template.failure.not-written");

    private final String key;

    Kind(String key) {
      this.key = key;
    }
  }

  private final Kind kind;

  /**
   * @param kind why
   * @param cause what was thrown underneath, or null
   * @param arguments the template's name, and what the kind says
   */
  TemplateFailure(Kind kind, Throwable cause, Object... arguments) {
    super(kind.key, cause, arguments);
    this.kind = kind;
  }

  /** Why it could not be used. */
  public Kind kind() {
    return kind;
  }
}
