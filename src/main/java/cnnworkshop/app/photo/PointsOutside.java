package cnnworkshop.app.photo;

import cnnworkshop.core.face.Face;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.image.Photo;
import java.util.List;

/** Counts points that lie beside the photo. */
final class PointsOutside {

  private PointsOutside() {}

  /** How many points of all faces lie outside the photo's edges. */
  static int count(List<Face> faces, Photo photo) {
    int outside = 0;
    for (Face face : faces) {
      for (Keypoint point : Keypoint.values()) {
        double x = face.keypoints().x(point);
        double y = face.keypoints().y(point);
        boolean inside = x >= -0.5 && y >= -0.5 && x <= photo.width() - 0.5 && y <= photo.height() - 0.5;
        outside += inside ? 0 : 1;
      }
    }
    return outside;
  }
}
