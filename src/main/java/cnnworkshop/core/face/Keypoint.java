package cnnworkshop.core.face;

import java.util.Locale;

/**
 * The 15 facial keypoints, in the order of the Kaggle files and of the network's outputs
 * (output 2k is keypoint k's x, output 2k + 1 its y). "Left" is the subject's left: the larger x.
 */
public enum Keypoint {
  LEFT_EYE_CENTER(Part.EYES),
  RIGHT_EYE_CENTER(Part.EYES),
  LEFT_EYE_INNER_CORNER(Part.EYES),
  LEFT_EYE_OUTER_CORNER(Part.EYES),
  RIGHT_EYE_INNER_CORNER(Part.EYES),
  RIGHT_EYE_OUTER_CORNER(Part.EYES),
  LEFT_EYEBROW_INNER_END(Part.BROWS),
  LEFT_EYEBROW_OUTER_END(Part.BROWS),
  RIGHT_EYEBROW_INNER_END(Part.BROWS),
  RIGHT_EYEBROW_OUTER_END(Part.BROWS),
  NOSE_TIP(Part.NOSE),
  MOUTH_LEFT_CORNER(Part.MOUTH),
  MOUTH_RIGHT_CORNER(Part.MOUTH),
  MOUTH_CENTER_TOP_LIP(Part.MOUTH),
  MOUTH_CENTER_BOTTOM_LIP(Part.MOUTH);

  /** What of the face a point belongs to: it decides colour and shape on screen. */
  public enum Part { EYES, BROWS, NOSE, MOUTH }

  private final Part part;

  Keypoint(Part part) {
    this.part = part;
  }

  /** What of the face the point belongs to. */
  public Part part() {
    return part;
  }

  /** The name in the Kaggle files, such as {@code left_eye_center}. */
  public String fileName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The point that takes this one's place when the picture is flipped left to right; itself on the middle line. */
  public Keypoint mirrored() {
    String name = name();
    String other = name.contains("LEFT") ? name.replace("LEFT", "RIGHT") : name.replace("RIGHT", "LEFT");
    return valueOf(other);
  }
}
