package cnnworkshop.core.image;

import cnnworkshop.core.UserFailure;

/** A picture could not be fetched from its address; {@link #kind()} says why. */
public final class WebFailure extends UserFailure {

  private static final long serialVersionUID = 1L;

  /** Why a picture could not be fetched. */
  public enum Kind {
    /** The other side could not be reached or broke off: no network, a wrong name, nobody answers. */
    UNREACHABLE("photo.web.unreachable"),
    /** The other side took too long. */
    SLOW("photo.web.slow"),
    /** It answered that it doesn't give the picture; the detail is the HTTP status. */
    REFUSED("photo.web.refused"),
    /** It answered with a page, not with a picture. */
    PAGE("photo.web.page"),
    /** More bytes than are taken; the detail is how many megabytes are. */
    TOO_LARGE("photo.web.too-large"),
    /** Not an address pictures are fetched from. */
    ADDRESS("photo.web.address"),
    /** The person stopped it. */
    STOPPED("photo.web.stopped");

    private final String key;

    Kind(String key) {
      this.key = key;
    }
  }

  private final Kind kind;

  /**
   * @param address what was to be fetched: {@code {0}} of the sentence
   * @param detail {@code {1}} of the sentence; may be empty
   * @param cause what went wrong underneath, or null
   */
  WebFailure(Kind kind, String address, String detail, Throwable cause) {
    super(kind.key, cause, address, detail);
    this.kind = kind;
  }

  /** Why the picture could not be fetched. */
  public Kind kind() {
    return kind;
  }
}
