package cnnworkshop.app.learn;

import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.Keypoints;

/** How far points of the view have wandered. */
final class Distances {

  private Distances() {}

  /** The mean over the 15 points of the way from one place to the other, in pixels. */
  static double mean(Keypoints some, Keypoints others) {
    double sum = 0;
    for (Keypoint point : Keypoint.values()) {
      sum += Math.hypot(some.x(point) - others.x(point), some.y(point) - others.y(point));
    }
    return sum / Keypoint.values().length;
  }
}
