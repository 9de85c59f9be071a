package cnnworkshop.core.data.drawn;

import java.util.Arrays;

/** What is worn on the nose. */
enum Glasses {
  NONE(0, 0, 0),
  ROUND(11.6, 9.8, 0.72),
  WIDE(13.6, 8.4, 0.9),
  RIMLESS(11.6, 9.8, 0.72);

  private static final double BEFORE_FACE = 5;
  private static final double BEFORE_NOSE = 8;

  private final double halfWidth;
  private final double halfHeight;
  /** Where between its middle and its rim a lens has corners: 0.7 is a circle, 1 a rectangle. */
  private final double square;

  Glasses(double halfWidth, double halfHeight, double square) {
    this.halfWidth = halfWidth;
    this.halfHeight = halfHeight;
    this.square = square;
  }

  /** Paints a pair of this kind onto a face. */
  void paint(Canvas canvas, FaceForm form, FaceLook look, FacePose pose, Draws draws) {
    FaceBrush brush = new FaceBrush(canvas, pose, look);
    boolean dark = this != RIMLESS && draws.chance(0.7);
    Paint frame = FaceBrush.grey(dark ? draws.between(0.03, 0.2) : draws.between(0.4, 0.75));
    double thick = this == RIMLESS ? 0.7 : draws.between(1, 2.2);
    for (EyeForm eye : form.eyes()) {
      double x = eye.side() * (eye.x() + 0.3);
      Outline lens = lens(x);
      brush.onFace(lens, BEFORE_FACE, FaceBrush.grey(0.95), 0.06);
      double[] rim = lens.contours().get(0);
      double[] closed = Arrays.copyOf(rim, rim.length + 2);
      closed[rim.length] = rim[0];
      closed[rim.length + 1] = rim[1];
      brush.line(thick, thick, closed, BEFORE_FACE, frame, 0.9);
      double[] hinge = pose.point(x + eye.side() * halfWidth, -1, BEFORE_FACE);
      double[] ear = new double[2];
      pose.outline().place(form.earX(eye.side(), pose), -2, ear, 0);
      canvas.paint(brush.stroke(thick, thick, hinge[0], hinge[1], ear[0], ear[1]), frame, 0.85);
    }
    double inner = form.left().x() + 0.3 - halfWidth;
    brush.line(thick, thick, Outline.curve(-inner, 0, 0, -1.8, inner, 0), BEFORE_NOSE, frame, 0.9);
  }

  private Outline lens(double x) {
    double w = halfWidth;
    double h = halfHeight;
    double cornerX = square * w;
    double cornerY = square * h;
    return Outline.smooth(x - w, 1, x - cornerX, 1 - cornerY, x, 1 - h, x + cornerX, 1 - cornerY, x + w, 1,
        x + cornerX, 1 + cornerY, x, 1 + h, x - cornerX, 1 + cornerY);
  }
}
