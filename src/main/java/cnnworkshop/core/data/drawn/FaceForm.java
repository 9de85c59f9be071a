package cnnworkshop.core.data.drawn;

import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.Keypoints;
import java.util.List;

/**
 * The form of a person's face with what it expresses, in the head's measure (see {@link FacePose}); about that of the
 * mean face of the training pictures.
 *
 * @param left the subject's left eye
 * @param right the right one
 * @param noseTipY height of the nose's tip
 * @param noseHalfWidth from the middle to a nostril's outside
 * @param mouth the mouth
 * @param smile 0 to 1
 * @param halfWidth of the head at its widest
 * @param jawHalfWidth at the height of the mouth
 * @param chinHalfWidth of the chin
 * @param chinY height of the chin's lower edge
 * @param crownY height of the skull's top
 */
record FaceForm(EyeForm left, EyeForm right, double noseTipY, double noseHalfWidth, MouthForm mouth, double smile,
    double halfWidth, double jawHalfWidth, double chinHalfWidth, double chinY, double crownY) {

  /** The nose's tip stands out from the face by this. */
  static final double NOSE_DEPTH = 13;
  /** The lips by this. */
  static final double LIP_DEPTH = 2;

  /** Somebody's face. */
  static FaceForm random(Draws draws) {
    double eyeX = 16.4 + 0.9 * draws.normal();
    double eyeWidth = 12.9 + 0.8 * draws.normal();
    double open = 1 + 0.16 * draws.normal();
    double tilt = 0.3 + 0.7 * draws.normal();
    double gazeX = 0.9 * draws.normal();
    double gazeY = 0.35 * draws.normal();
    double raised = 1.1 * draws.normal();
    double frown = 1.1 * draws.normal();
    double thickness = Math.max(1.4, 3.1 + 0.7 * draws.normal());
    double arch = 3 + 1 * draws.normal();
    double browInner = 9.8 + draws.normal();
    double browOuter = 29.2 + 1.1 * draws.normal();
    EyeForm[] eyes = new EyeForm[2];
    for (int i = 0; i < 2; i++) {
      double own = raised + 0.4 * draws.normal();
      eyes[i] = new EyeForm(i == 0 ? 1 : -1, eyeX + 0.15 * draws.normal(), 0.2 * draws.normal(), eyeWidth,
          3.1 * open, 1.9 * open, tilt, gazeX, gazeY, browInner, browOuter, -10.6 - own + frown,
          -8.8 - 0.8 * own - 0.4 * frown, arch, thickness);
    }
    double longer = 1.3 * draws.normal();
    double smile = draws.chance(0.5) ? draws.between(0.2, 1) : draws.between(0, 0.15);
    MouthForm mouth = mouth(draws, 37 + 0.8 * longer, smile);
    double wide = 37.5 + 1.3 * draws.normal();
    return new FaceForm(eyes[0], eyes[1], 19.3 + longer, 7.2 + 0.8 * draws.normal(), mouth, smile, wide,
        wide * draws.between(0.76, 0.92), draws.between(9, 15), 60.5 + longer + 0.6 * mouth.open()
        + 1.5 * draws.normal(), -57 + 2 * draws.normal());
  }

  private static MouthForm mouth(Draws draws, double middle, double smile) {
    double y = middle + draws.normal();
    double halfWidth = (12.2 + 0.9 * draws.normal()) * (1 + 0.24 * smile);
    double thin = 1 - 0.25 * smile;
    double open = draws.chance(0.45) ? draws.between(1, 5 + 4 * smile) : 0;
    // In a smile the corners rise, and the line between the lips hangs below them.
    double cornerY = y - 2.6 * smile + 0.7 * draws.normal();
    return new MouthForm(y, halfWidth, cornerY, Math.max(1.8, (3.7 + 0.6 * draws.normal()) * thin),
        Math.max(2.6, (5 + 0.7 * draws.normal()) * thin), open);
  }

  /** The 15 points of this face held so, in pixels of the picture. */
  Keypoints keypoints(FacePose pose) {
    double[] xy = new double[Keypoints.NUMBERS];
    for (Keypoint k : Keypoint.values()) {
      double[] p = point(k, pose);
      xy[2 * k.ordinal()] = p[0];
      xy[2 * k.ordinal() + 1] = p[1];
    }
    return Keypoints.of(xy);
  }

  private double[] point(Keypoint k, FacePose pose) {
    return switch (k) {
      case LEFT_EYE_CENTER -> pose.point(left.pupilX(), left.pupilY(), 0);
      case RIGHT_EYE_CENTER -> pose.point(right.pupilX(), right.pupilY(), 0);
      case LEFT_EYE_INNER_CORNER -> pose.point(left.innerX(), left.innerY(), 0);
      case LEFT_EYE_OUTER_CORNER -> pose.point(left.outerX(), left.outerY(), 0);
      case RIGHT_EYE_INNER_CORNER -> pose.point(right.innerX(), right.innerY(), 0);
      case RIGHT_EYE_OUTER_CORNER -> pose.point(right.outerX(), right.outerY(), 0);
      case LEFT_EYEBROW_INNER_END -> pose.point(left.browInner(), left.browInnerY(), 0);
      case LEFT_EYEBROW_OUTER_END -> pose.point(left.browOuter(), left.browOuterY(), 0);
      case RIGHT_EYEBROW_INNER_END -> pose.point(-right.browInner(), right.browInnerY(), 0);
      case RIGHT_EYEBROW_OUTER_END -> pose.point(-right.browOuter(), right.browOuterY(), 0);
      case NOSE_TIP -> pose.point(0, noseTipY, NOSE_DEPTH);
      case MOUTH_LEFT_CORNER -> pose.point(mouth.halfWidth(), mouth.cornerY(), LIP_DEPTH);
      case MOUTH_RIGHT_CORNER -> pose.point(-mouth.halfWidth(), mouth.cornerY(), LIP_DEPTH);
      case MOUTH_CENTER_TOP_LIP -> pose.point(0, mouth.topY(), LIP_DEPTH);
      case MOUTH_CENTER_BOTTOM_LIP -> pose.point(0, mouth.bottomY(), LIP_DEPTH);
    };
  }

  /** The head against what is behind it, without ears and hair. */
  Outline head() {
    double w = halfWidth;
    double j = jawHalfWidth;
    double c = chinHalfWidth;
    double y = chinY;
    return Outline.smooth(0, crownY, 0.5 * w, crownY + 5, 0.86 * w, crownY + 21, w, -14, 0.98 * w, 6, 0.93 * w, 22, j,
        y - 22, 0.7 * j, y - 8.5, c, y - 1.5, 0, y, -c, y - 1.5, -0.7 * j, y - 8.5, -j, y - 22, -0.93 * w, 22,
        -0.98 * w, 6, -w, -14, -0.86 * w, crownY + 21, -0.5 * w, crownY + 5);
  }

  /** Where an ear sits: the one turned towards the looker comes into sight, the other goes behind the head. */
  double earX(double side, FacePose pose) {
    return side * (halfWidth + 0.8) - 9 * pose.yaw();
  }

  /** Both eyes. */
  List<EyeForm> eyes() {
    return List.of(left, right);
  }
}
