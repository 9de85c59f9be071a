package cnnworkshop.core.data.drawn;

import cnnworkshop.core.data.drawn.FaceLook.Beard;

/** Paints a person from the background to the glasses, each part over what lies behind it. */
final class PortraitPainter {

  private static final double MOST_SOFT = 0.33;

  private final Canvas canvas;
  private final FaceForm form;
  private final FaceLook look;
  private final FacePose pose;
  private final Draws draws;
  private final FaceBrush brush;

  PortraitPainter(Canvas canvas, FaceForm form, FaceLook look, FacePose pose, Draws draws) {
    this.canvas = canvas;
    this.form = form;
    this.look = look;
    this.pose = pose;
    this.draws = draws;
    this.brush = new FaceBrush(canvas, pose, look);
  }

  void paint() {
    HairPainter hair = new HairPainter(canvas, form, look, pose, draws);
    FeaturePainter features = new FeaturePainter(canvas, form, look, pose);
    background();
    hair.behind();
    body();
    ears();
    brush.flat(form.head(), brush.skin(1), 1);
    features.relief();
    features.nose();
    if (look.beard() != Beard.NONE) {
      hair.beard();
    }
    features.mouth();
    form.eyes().forEach(eye -> features.eye(eye, draws));
    hair.front();
    if (look.glasses() != Glasses.NONE) {
      look.glasses().paint(canvas, form, look, pose, draws);
    }
    canvas.light(draws.within(Math.PI), draws.between(0, 0.12), draws.between(0.85, 1.08));
    canvas.soften(draws.between(0.02, 0.22));
    canvas.noise(draws.between(0.003, 0.016), draws);
  }

  /** A wall or a room out of focus. */
  private void background() {
    double tone = draws.between(0.1, 0.9);
    double other = Math.max(0, Math.min(1, tone + draws.within(0.35)));
    Texture texture = draws.chance(0.5)
        ? Texture.gradient(draws.within(Math.PI), DrawnFace.SIZE / 2.0, draws.between(80, 200))
        : Texture.mottle(draws.bits(), draws.between(25, 70));
    canvas.paint(new Paint(new float[] {(float) tone}, new float[] {(float) other}, texture));
    for (int i = draws.below(7); i > 0; i--) {
      double x = draws.between(0, DrawnFace.SIZE);
      double y = draws.between(0, DrawnFace.SIZE);
      Paint paint = FaceBrush.grey(Math.max(0, Math.min(1, tone + draws.within(0.4))));
      if (draws.chance(0.5)) {
        canvas.glow(x, y, draws.between(15, 60), paint, draws.between(0.3, 0.9));
      } else {
        double w = draws.between(4, 25);
        double h = draws.between(10, 80);
        canvas.paint(Outline.polygon(x - w, y - h, x + w, y - h, x + w, y + h, x - w, y + h), paint,
            draws.between(0.3, 0.8));
      }
    }
    for (int i = draws.below(4); i > 0; i--) {
      canvas.soften(MOST_SOFT);
    }
  }

  /** Neck, shoulders and what is worn. */
  private void body() {
    Outline.Placement upright = pose.body().outline();
    double neck = 0.62 * form.jawHalfWidth() + 2;
    double top = form.chinY() - 30;
    double base = form.chinY() + draws.between(10, 16);
    Outline skin = Outline.polygon(-neck, top, neck, top, neck + 1, base, neck + 10, base + 14, -neck - 10, base + 14,
        -neck - 1, base);
    canvas.paint(skin.placed(upright), brush.skin(0.8), 1);
    double[] chin = new double[2];
    upright.place(0, form.chinY() + 1, chin, 0);
    canvas.glow(chin[0], chin[1], 30 * pose.scale(), brush.shade(), 0.75);
    double wide = draws.between(66, 84);
    double collar = draws.between(1, 18);
    Outline clothes = Outline.smooth(-neck - 2, base - 1, 0, base + collar, neck + 2, base - 1, 0.6 * wide, base + 8,
        wide, base + 22, wide + 6, base + 80, -wide - 6, base + 80, -wide, base + 22, -0.6 * wide, base + 8);
    canvas.paint(clothes.placed(upright), cloth(), 1);
  }

  private Paint cloth() {
    double tone = draws.between(0.05, 0.95);
    Texture texture = draws.chance(0.3)
        ? Texture.stripes(draws.within(Math.PI), draws.between(5, 12), draws.uniform(), draws.between(0.3, 0.6))
        : Texture.mottle(draws.bits(), draws.between(6, 20));
    return new Paint(new float[] {(float) tone}, new float[] {(float) (tone * draws.between(0.75, 0.95))}, texture);
  }

  private void ears() {
    for (int side = -1; side <= 1; side += 2) {
      double x = form.earX(side, pose);
      brush.flat(Outline.smooth(x - 1.5 * side, -4, x + 3.4 * side, -5, x + 5.2 * side, 2, x + 3.2 * side, 11,
          x + 0.8 * side, 17, x - 2 * side, 14), brush.skin(0.92), 1);
      double[] rim = Outline.curve(x + 1.4 * side, -1.5, x + 3 * side, 2, x + 1.4 * side, 9);
      canvas.paint(brush.stroke(1.1, 1.1, Outline.placed(rim, pose.outline())), brush.shade(), 0.5);
    }
  }
}
