package cnnworkshop.core.train;

import cnnworkshop.core.UserFailure;

/** Something could not be done with a snapshot of a training; {@link #kind()} says why. */
public final class SnapshotFailure extends UserFailure {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Kind {
    /** It is not there any more. */
    MISSING("train.inside.failure.missing"),
    /** It is cut short, changed, or of another network. */
    DAMAGED("train.inside.failure.damaged"),
    /** It can't be read, though it is there. */
    NOT_READ("train.inside.failure.not-read"),
    /** It could not be written: no more are kept of this training. */
    NOT_WRITTEN("train.inside.failure.not-written");

    private final String key;

    Kind(String key) {
      this.key = key;
    }
  }

  private final Kind kind;

  /**
   * @param place the snapshot's file or the folder
   * @param cause what was thrown underneath, or null
   */
  SnapshotFailure(Kind kind, Throwable cause, String place) {
    super(kind.key, cause, place);
    this.kind = kind;
  }

  /** Why. */
  public Kind kind() {
    return kind;
  }
}
