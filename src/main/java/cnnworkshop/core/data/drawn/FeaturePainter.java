package cnnworkshop.core.data.drawn;

/** Paints what makes a bare head a face: relief, nose, mouth, eyes and brows. */
final class FeaturePainter {

  private static final double EYE_WHITE = 0.88;
  /** A shadow's soft edge is made of so many layers. */
  private static final int LAYERS = 4;
  private static final double ON_SKIN = 0;
  private static final double NOSTRIL_DEPTH = 7;
  private static final Paint DARK = FaceBrush.grey(0.04);

  private final Canvas canvas;
  private final FaceBrush brush;
  private final FaceForm form;
  private final FaceLook look;
  private final FacePose pose;

  FeaturePainter(Canvas canvas, FaceForm form, FaceLook look, FacePose pose) {
    this.canvas = canvas;
    this.brush = new FaceBrush(canvas, pose, look);
    this.form = form;
    this.look = look;
    this.pose = pose;
  }

  /** What stands out of the face and what lies deep: sockets, cheeks, chin, forehead. */
  void relief() {
    for (EyeForm eye : form.eyes()) {
      double side = eye.side();
      glow(side * eye.x(), eye.y() - 2, 13, brush.shade(), 0.32);
      glow(side * (eye.x() - 7.5), eye.y() - 2, 7, brush.shade(), 0.25);
      double cheek = side * look.lightX() > 0 ? 0.3 : 0.12;
      glow(side * (eye.x() + 3), 19 - 2 * form.smile(), 13, brush.bright(), cheek + 0.12 * form.smile());
      fold(side);
      glow(side * (form.mouth().halfWidth() + 0.5), form.mouth().cornerY(), 4.2, brush.shade(), 0.35);
    }
    glow(look.lightX() * 25, form.crownY() + 26, 22, brush.bright(), 0.18);
    glow(0, form.chinY() - 8, 9, brush.bright(), 0.22);
    glow(0, form.mouth().bottomY() + 3, 7, brush.shade(), 0.4);
    glow(0, form.mouth().topY() - 5, 4, brush.shade(), 0.18);
  }

  /** From the nose's wing to beside the mouth: a smile deepens it. */
  private void fold(double side) {
    MouthForm mouth = form.mouth();
    double[] line = Outline.curve(side * (form.noseHalfWidth() + 2), form.noseTipY() + 1,
        side * (mouth.halfWidth() + 1.5), mouth.cornerY() - 7, side * (mouth.halfWidth() + 3.2), mouth.cornerY() + 1);
    for (int layer = 1; layer <= LAYERS; layer++) {
      brush.line(0.4 * layer, 0.9 * layer, line, ON_SKIN, brush.shade(), (0.1 + 0.3 * form.smile()) / LAYERS);
    }
  }

  /** The nose: one side in the shade, a bright back, wings, nostrils, and a tip that shines. */
  void nose() {
    double tip = form.noseTipY();
    double wing = form.noseHalfWidth();
    shadedSide(look.lightX() > 0 ? -1 : 1);
    for (int step = 0; step <= 4; step++) {
      brush.glow(0, -2 + step * (tip - 4) / 4, 3.4, 9, brush.bright(), 0.16);
    }
    brush.glow(0, tip + 5, 8, 6, brush.shade(), 0.45);
    for (int side = -1; side <= 1; side += 2) {
      double[] edge = Outline.curve(side * (wing - 1.2), tip - 3.2, side * (wing + 0.3), tip + 0.4,
          side * (wing - 1.4), tip + 3.4);
      brush.line(0.6, 1.3, edge, 4, brush.shade(), 0.6);
      brush.onFace(Outline.ellipse(side * 0.53 * wing, tip + 3.5, 0.24 * wing, 1.1), NOSTRIL_DEPTH, DARK, 0.72);
      brush.glow(side * (wing - 2.6), tip, 3.4, 6, brush.bright(), 0.12);
    }
    brush.glow(0, tip, 5.5, FaceForm.NOSE_DEPTH, brush.bright(), 0.75);
  }

  private void shadedSide(double side) {
    double tip = form.noseTipY();
    double[] back = Outline.placed(new double[] {side * 1.4, -4, side * 1.5, 8, side * 2.4, tip - 2}, pose.skin(9));
    for (int layer = 1; layer <= LAYERS; layer++) {
      double out = side * layer / LAYERS;
      double[] foot = Outline.placed(
          new double[] {out * form.noseHalfWidth(), tip + 3, out * 5.4, 8, out * 6, -4}, pose.skin(2));
      canvas.paint(Outline.between(back, foot), brush.shade(), (0.12 + 0.5 * Math.abs(look.lightX())) / LAYERS);
    }
  }

  /** The mouth. */
  void mouth() {
    MouthForm mouth = form.mouth();
    double above = FaceForm.LIP_DEPTH;
    brush.onFace(mouth.whole(), above, brush.skin(look.lips() * 0.9), 1);
    brush.onFace(mouth.lower(), above, brush.skin(look.lips() * 1.06), 1);
    brush.glow(look.lightX() * 6, mouth.lowerEdgeY() + 0.45 * mouth.lowerLip(), 5, above, brush.bright(), 0.3);
    if (mouth.open() > 0) {
      Outline gap = mouth.gap().placed(pose.skin(above));
      canvas.paint(gap, FaceBrush.grey(0.1), 1);
      canvas.paint(mouth.teeth().placed(pose.skin(above)), gap, FaceBrush.grey(0.55 + 0.38 * look.skin()), 0.92);
    }
    brush.line(1.1, 1.1, mouth.line(mouth.upperEdgeY()), above, DARK, 0.6);
  }

  /** An eye with its brow. */
  void eye(EyeForm eye, Draws draws) {
    Outline opening = eye.opening().placed(pose.skin(ON_SKIN));
    canvas.paint(opening, FaceBrush.grey(EYE_WHITE * (0.72 + 0.28 * look.skin())), 1);
    iris(eye, opening);
    // The upper lid's shadow on the eye, its lashes, the lower lid, and the crease above.
    canvas.paint(brush.stroke(1.6, 1.6, Outline.placed(eye.upperLid(-0.8), pose.skin(ON_SKIN))), opening,
        FaceBrush.grey(0.1), 0.35);
    brush.line(0.9, 1.5, eye.upperLid(0), ON_SKIN, FaceBrush.grey(Math.min(0.16, look.skin() * 0.3)), 0.9);
    brush.line(0.7, 0.7, eye.lowerLid(), ON_SKIN, brush.shade(), 0.7);
    brush.line(0.9, 0.9, eye.upperLid(2.1), ON_SKIN, brush.shade(), 0.5);
    Texture hairs = Texture.stripes(eye.side() * 0.9, 2.6 * pose.scale(), draws.uniform(), 0.4);
    Paint brow = new Paint(new float[] {(float) look.brow()},
        new float[] {(float) (0.6 * look.brow() + 0.4 * look.skin())}, hairs);
    brush.onFace(eye.brow(), ON_SKIN, brow, 0.92);
  }

  private void iris(EyeForm eye, Outline opening) {
    Outline.Placement around = brush.round(eye.pupilX(), eye.pupilY());
    double r = eye.irisRadius();
    disc(0, 0, r, around, opening, FaceBrush.grey(look.iris() * 0.55));
    disc(0, 0, 0.8 * r, around, opening, FaceBrush.grey(look.iris()));
    disc(0, 0, 0.46 * r, around, opening, DARK);
    disc(look.lightX() * 3, -1.5, 0.62, around, opening, FaceBrush.grey(0.9));
  }

  private void disc(double x, double y, double radius, Outline.Placement around, Outline within, Paint paint) {
    canvas.paint(Outline.ellipse(x, y, radius, radius).placed(around), within, paint, 1);
  }

  private void glow(double x, double y, double radius, Paint paint, double opacity) {
    brush.glow(x, y, radius, ON_SKIN, paint, opacity);
  }
}
