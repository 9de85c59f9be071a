package cnnworkshop.core.image;

import cnnworkshop.core.UserFailure;

/** A picture could not be loaded; {@link #kind()} says why. */
public final class PhotoFailure extends UserFailure {

  private static final long serialVersionUID = 1L;

  /** Why a picture could not be loaded. */
  public enum Kind {
    /** There is no such file. */
    MISSING("photo.failure.missing"),
    /** The file may not be read. */
    FORBIDDEN("photo.failure.forbidden"),
    /** The file holds no bytes. */
    EMPTY("photo.failure.empty"),
    /** The content is of no picture format we know. */
    NOT_A_PICTURE("photo.failure.not-a-picture"),
    /** A picture format that is recognised but can't be decoded, such as HEIC. */
    UNSUPPORTED("photo.failure.unsupported"),
    /** A known format whose content is damaged or cut short. */
    DAMAGED("photo.failure.damaged"),
    /** More pixels than the program takes. */
    TOO_LARGE("photo.failure.too-large");

    private final String key;

    Kind(String key) {
      this.key = key;
    }
  }

  private final Kind kind;

  /**
   * @param kind why
   * @param name the file's name as the person knows it: {@code {0}} of the sentence
   * @param detail the format's name, the picture's size or what else the sentence names as {@code {1}}; may be empty
   * @param cause what the decoder said, or null
   */
  public PhotoFailure(Kind kind, String name, String detail, Throwable cause) {
    super(kind.key, cause, name, detail);
    this.kind = kind;
  }

  /** Why the picture could not be loaded. */
  public Kind kind() {
    return kind;
  }
}
