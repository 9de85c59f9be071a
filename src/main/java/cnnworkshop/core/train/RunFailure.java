package cnnworkshop.core.train;

import cnnworkshop.core.UserFailure;

/** Something could not be done with a kept run; {@link #kind()} says why. */
public final class RunFailure extends UserFailure {

  private static final long serialVersionUID = 1L;

  /** Why a run could not be used. */
  public enum Kind {
    /** It is not there any more. */
    MISSING("train.runs.failure.missing"),
    /** Its file is not one of ours any more. */
    DAMAGED("train.runs.failure.damaged"),
    /** It was written by a later version of the program. */
    LATER_VERSION("train.runs.failure.later-version"),
    /** The file can't be read, though it is there. */
    NOT_READ("train.runs.failure.not-read"),
    /** The file could not be written. */
    NOT_WRITTEN("train.runs.failure.not-written"),
    /** Not all of it could be deleted. */
    NOT_DELETED("train.runs.failure.not-deleted");

    private final String key;

    Kind(String key) {
      this.key = key;
    }
  }

  private final Kind kind;

  /**
   * @param place the run's file or folder
   * @param cause what was thrown underneath, or null
   */
  RunFailure(Kind kind, Throwable cause, String place) {
    super(kind.key, cause, place);
    this.kind = kind;
  }

  /** Why. */
  public Kind kind() {
    return kind;
  }
}
