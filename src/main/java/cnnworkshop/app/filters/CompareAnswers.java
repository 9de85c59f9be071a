package cnnworkshop.app.filters;

import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.text.Texts;
import java.util.stream.DoubleStream;

/**
 * How far the answers of two networks to one picture lie apart.
 *
 * @param left the left network's; null for none
 * @param right the right network's
 */
record CompareAnswers(CompareAnswer left, CompareAnswer right) {

  /** Whether both say where the points are, on the same picture. */
  boolean arePoints() {
    return areOfOnePicture() && left.points() != null && right.points() != null;
  }

  /** Whether both speak of the same classes, on the same picture. */
  boolean areClasses() {
    return areOfOnePicture() && left.kind() == CompareAnswer.Kind.CLASSES && right.kind() == CompareAnswer.Kind.CLASSES
        && left.names().equals(right.names());
  }

  private boolean areOfOnePicture() {
    return left != null && right != null && left.subject() == right.subject();
  }

  /** How far the two networks put a point from each other, in pixels of the view. */
  double distance(Keypoint point) {
    return Math.hypot(right.points().x(point) - left.points().x(point),
        right.points().y(point) - left.points().y(point));
  }

  /** The mean over all points, in pixels of the view. */
  double meanDistance() {
    return DoubleStream.of(distances()).average().orElseThrow();
  }

  private double[] distances() {
    double[] all = new double[Keypoint.values().length];
    for (Keypoint point : Keypoint.values()) {
      all[point.ordinal()] = distance(point);
    }
    return all;
  }

  /** How much likelier the right network takes a class to be, −1..1. */
  double gain(int name) {
    return (double) right.outputs()[name] - left.outputs()[name];
  }

  /** What there is to be said of both together; empty as long as one has said nothing. */
  String sentence(Texts texts) {
    if (!areOfOnePicture()) {
      return "";
    }
    if (arePoints()) {
      Keypoint farthest = Keypoint.values()[0];
      for (Keypoint point : Keypoint.values()) {
        farthest = distance(point) > distance(farthest) ? point : farthest;
      }
      return texts.get("filters.compare.answers.points", meanDistance(), distance(farthest));
    }
    if (areClasses()) {
      return texts.get(likeliest(left) == likeliest(right) ? "filters.compare.answers.agree"
          : "filters.compare.answers.disagree", left.names().get(likeliest(left)),
          right.names().get(likeliest(right)));
    }
    return texts.get("filters.compare.answers.unlike");
  }

  private static int likeliest(CompareAnswer answer) {
    int best = 0;
    for (int i = 1; i < answer.outputs().length; i++) {
      best = answer.outputs()[i] > answer.outputs()[best] ? i : best;
    }
    return best;
  }
}
