package cnnworkshop.app.control;

import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.text.Texts;

/** What the 15 points are called in front of a person. */
public final class KeypointNames {

  private final Texts texts;

  /** @param texts where the names are */
  public KeypointNames(Texts texts) {
    this.texts = texts;
  }

  /** The point's name, such as "left eye, centre"; left is the subject's left. */
  public String of(Keypoint point) {
    return texts.get(switch (point) {
      case LEFT_EYE_CENTER -> "control.keypoint.left-eye-center";
      case RIGHT_EYE_CENTER -> "control.keypoint.right-eye-center";
      case LEFT_EYE_INNER_CORNER -> "control.keypoint.left-eye-inner-corner";
      case LEFT_EYE_OUTER_CORNER -> "control.keypoint.left-eye-outer-corner";
      case RIGHT_EYE_INNER_CORNER -> "control.keypoint.right-eye-inner-corner";
      case RIGHT_EYE_OUTER_CORNER -> "control.keypoint.right-eye-outer-corner";
      case LEFT_EYEBROW_INNER_END -> "control.keypoint.left-eyebrow-inner-end";
      case LEFT_EYEBROW_OUTER_END -> "control.keypoint.left-eyebrow-outer-end";
      case RIGHT_EYEBROW_INNER_END -> "control.keypoint.right-eyebrow-inner-end";
      case RIGHT_EYEBROW_OUTER_END -> "control.keypoint.right-eyebrow-outer-end";
      case NOSE_TIP -> "control.keypoint.nose-tip";
      case MOUTH_LEFT_CORNER -> "control.keypoint.mouth-left-corner";
      case MOUTH_RIGHT_CORNER -> "control.keypoint.mouth-right-corner";
      case MOUTH_CENTER_TOP_LIP -> "control.keypoint.mouth-center-top-lip";
      case MOUTH_CENTER_BOTTOM_LIP -> "control.keypoint.mouth-center-bottom-lip";
    });
  }
}
