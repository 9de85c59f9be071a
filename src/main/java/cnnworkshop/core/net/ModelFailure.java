package cnnworkshop.core.net;

import cnnworkshop.core.UserFailure;

/** A model file could not be used; {@link #kind()} says why. */
public final class ModelFailure extends UserFailure {

  private static final long serialVersionUID = 1L;

  /** Why a model file could not be used. */
  public enum Kind {
    /** There is no such file, or it can't be read. */
    MISSING("model.failure.missing"),
    /** The file is no DL4J zip. */
    NOT_A_MODEL("model.failure.not-a-model"),
    /** A DL4J zip cut short or damaged. */
    DAMAGED("model.failure.damaged"),
    /** A DL4J zip that this version of DL4J can't read; {1}: what it stumbled over. */
    OTHER_VERSION("model.failure.other-version"),
    /** A computation graph or a network without pictures as input; {1}: what it is. */
    UNSUPPORTED("model.failure.unsupported"),
    /** Weights and layers do not fit each other, or not what the file is wanted for; {1} and {2}: both shapes. */
    WRONG_SHAPE("model.failure.wrong-shape");

    private final String key;

    Kind(String key) {
      this.key = key;
    }
  }

  private final Kind kind;

  /**
   * @param kind why
   * @param name the file's name: {@code {0}} of the sentence
   * @param cause what was thrown underneath, or null
   * @param details {@code {1}}, {@code {2}} of the sentence
   */
  public ModelFailure(Kind kind, String name, Throwable cause, Object... details) {
    super(kind.key, cause, prepend(name, details));
    this.kind = kind;
  }

  /** Why the file could not be used. */
  public Kind kind() {
    return kind;
  }

  private static Object[] prepend(Object first, Object[] rest) {
    Object[] all = new Object[rest.length + 1];
    all[0] = first;
    System.arraycopy(rest, 0, all, 1, rest.length);
    return all;
  }
}
