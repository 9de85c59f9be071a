package cnnworkshop.core.camera;

import cnnworkshop.core.UserFailure;

/** A camera could not be opened, or sends no more pictures; {@link #kind()} says why. */
public final class CameraFailure extends UserFailure {

  private static final long serialVersionUID = 1L;

  /** Why there are no pictures. */
  public enum Kind {
    /** There is no camera of that number. */
    NONE("camera.failure.none"),
    /** It can't be opened: there is none, another program has it, or this one may not. */
    UNAVAILABLE("camera.failure.unavailable"),
    /** It was opened and sends nothing: as a rule another program has it. */
    SILENT("camera.failure.silent"),
    /** It sent pictures and stopped: unplugged, or a stream that came to its end. */
    ENDED("camera.failure.ended"),
    /** The file that stands in for a camera does not exist. */
    NO_FILE("camera.failure.no-file"),
    /** The file or address that stands in for a camera is no video that can be read here. */
    NOT_A_VIDEO("camera.failure.not-a-video");

    private final String key;

    Kind(String key) {
      this.key = key;
    }
  }

  private final Kind kind;

  /** @param name the camera's number, or the file that stands in for one: {@code {0}} of the sentence */
  public CameraFailure(Kind kind, String name) {
    super(kind.key, null, name);
    this.kind = kind;
  }

  /** Why there are no pictures. */
  public Kind kind() {
    return kind;
  }
}
