package cnnworkshop.app.control;

import cnnworkshop.core.face.Keypoint;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.shape.Polygon;

/**
 * One keypoint on a photo. Colour (by style sheet) and shape tell the parts of a face apart: eyes are discs,
 * brows triangles, the nose a diamond, the mouth squares. A point outside the picture is an arrow on the
 * picture's edge that points to it.
 */
final class PointMark extends Polygon {

  private static final PseudoClass OUTSIDE = PseudoClass.getPseudoClass("outside");
  private static final double[] DISC = disc(24);
  private static final double[] TRIANGLE = {0, -1.25, 1.15, 0.8, -1.15, 0.8};
  private static final double[] DIAMOND = {0, -1.35, 1.15, 0, 0, 1.35, -1.15, 0};
  private static final double[] SQUARE = {-0.95, -0.95, 0.95, -0.95, 0.95, 0.95, -0.95, 0.95};
  /** Its tip is the origin; it points to the right. */
  private static final double[] ARROW = {0, 0, -1.8, -1.5, -1.8, -0.6, -3.4, -0.6, -3.4, 0.6, -1.8, 0.6, -1.8, 1.5};

  private final Keypoint point;
  private boolean outside;

  PointMark(Keypoint point) {
    this.point = point;
    getStyleClass().addAll("point-mark", point.part().name().toLowerCase(Locale.ROOT));
  }

  /** Which point it is. */
  Keypoint point() {
    return point;
  }

  /** Whether the point lies outside the picture, so that this stands on the edge. */
  boolean isOutside() {
    return outside;
  }

  /**
   * Puts the mark where its point is, or on the picture's edge.
   *
   * @param x column of the point on the photo
   * @param y row of the point on the photo
   * @param radius size of the mark in pixels of the pane
   */
  void place(PhotoFit fit, double x, double y, double radius) {
    outside = !fit.contains(x, y);
    pseudoClassStateChanged(OUTSIDE, outside);
    double inX = Math.max(-0.5, Math.min(fit.pictureWidth() - 0.5, x));
    double inY = Math.max(-0.5, Math.min(fit.pictureHeight() - 0.5, y));
    setLayoutX(fit.paneX(inX));
    setLayoutY(fit.paneY(inY));
    double angle = Math.atan2(y - inY, x - inX);
    fill(outside ? ARROW : shape(point.part()), radius, outside ? angle : 0);
  }

  private void fill(double[] unit, double radius, double angle) {
    Double[] corners = new Double[unit.length];
    for (int i = 0; i < unit.length; i += 2) {
      corners[i] = radius * (Math.cos(angle) * unit[i] - Math.sin(angle) * unit[i + 1]);
      corners[i + 1] = radius * (Math.sin(angle) * unit[i] + Math.cos(angle) * unit[i + 1]);
    }
    getPoints().setAll(corners);
  }

  /** The corners of a part's mark of radius 1 around the origin: x, y, x, y, … */
  static double[] shape(Keypoint.Part part) {
    return switch (part) {
      case EYES -> DISC;
      case BROWS -> TRIANGLE;
      case NOSE -> DIAMOND;
      case MOUTH -> SQUARE;
    };
  }

  private static double[] disc(int corners) {
    double[] xy = new double[2 * corners];
    for (int i = 0; i < corners; i++) {
      xy[2 * i] = Math.cos(2 * Math.PI * i / corners);
      xy[2 * i + 1] = Math.sin(2 * Math.PI * i / corners);
    }
    return xy;
  }
}
