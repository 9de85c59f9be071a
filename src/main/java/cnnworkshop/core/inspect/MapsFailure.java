package cnnworkshop.core.inspect;

import cnnworkshop.core.UserFailure;

/** The feature maps of a photo can't be computed; {@link #kind()} says why. */
public final class MapsFailure extends UserFailure {

  private static final long serialVersionUID = 1L;

  /** Why there are no maps. */
  public enum Kind {
    /** The photo is smaller than a filter: {0}×{1} pixels, filter {2}×{3} (widths first). */
    PHOTO_TOO_SMALL("maps.failure.photo-too-small"),
    /** The layer {0} looks at {1} channels, photos have 1 or 3. */
    CHANNELS("maps.failure.channels"),
    /** The layer {0} has an activation function that only DL4J computes. */
    ACTIVATION("maps.failure.activation");

    private final String key;

    Kind(String key) {
      this.key = key;
    }
  }

  private final Kind kind;

  /**
   * @param kind why
   * @param arguments what fills the sentence, as the kind says
   */
  public MapsFailure(Kind kind, Object... arguments) {
    super(kind.key, null, arguments);
    this.kind = kind;
  }

  /** Why there are no maps. */
  public Kind kind() {
    return kind;
  }
}
