package cnnworkshop.core.data;

import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;

/**
 * One annotated face to learn from.
 *
 * @param picture the picture, grey
 * @param view the square of the picture that is the 96×96 view when nothing is augmented
 * @param points x, y of the 15 keypoints in pixels of the picture, in the enum's order; NaN where one is missing
 * @param subject who it is: pictures of one person stay together when some are held out
 */
public record FaceSample(Photo picture, FaceSquare view, float[] points, String subject) {

  /** Where the points lie in a view of the picture, in pixels of the view; NaN where one is missing. */
  public Keypoints pointsIn(FaceView look) {
    double[] xy = new double[points.length];
    for (int i = 0; i < xy.length; i++) {
      xy[i] = points[i];
    }
    return Keypoints.of(xy).toView(look);
  }
}
