package cnnworkshop.core.image;

import cnnworkshop.core.UserFailure;

/** What was dropped or pasted holds no picture; {@link #kind()} says in which way. */
public final class DropFailure extends UserFailure {

  private static final long serialVersionUID = 1L;

  /** In which way there is no picture. */
  public enum Kind {
    /** None of several files is a picture; the detail is their number. */
    NO_PICTURE_FILE("photo.drop.no-picture-file"),
    /** A folder without pictures; the detail is its name. */
    NO_PICTURE_IN_FOLDER("photo.drop.no-picture-in-folder"),
    /** A folder that may not be looked into; the detail is its name. */
    FOLDER_CLOSED("photo.drop.folder-closed"),
    /** A picture written into its address, in a way that can't be read. */
    BROKEN_DATA("photo.drop.broken-data"),
    /** No file, no address and no picture. */
    NOTHING("photo.drop.nothing");

    private final String key;

    Kind(String key) {
      this.key = key;
    }
  }

  private final Kind kind;

  /**
   * @param detail {@code {0}} of the sentence; may be empty
   * @param cause what went wrong underneath, or null
   */
  DropFailure(Kind kind, Object detail, Throwable cause) {
    super(kind.key, cause, detail);
    this.kind = kind;
  }

  /** In which way there is no picture. */
  public Kind kind() {
    return kind;
  }
}
