package cnnworkshop.core.data.drawn;

import cnnworkshop.core.data.drawn.FaceLook.Beard;
import cnnworkshop.core.data.drawn.FaceLook.Cut;

/** Paints hair: what is seen behind the head, what lies on it, and what grows on the face. */
final class HairPainter {

  private static final int STRANDS = 46;

  private final Canvas canvas;
  private final FaceForm form;
  private final FaceLook look;
  private final FacePose pose;
  private final Draws draws;
  private final FaceBrush brush;

  HairPainter(Canvas canvas, FaceForm form, FaceLook look, FacePose pose, Draws draws) {
    this.canvas = canvas;
    this.form = form;
    this.look = look;
    this.pose = pose;
    this.draws = draws;
    this.brush = new FaceBrush(canvas, pose, look);
  }

  /** Hair that falls behind head and neck. */
  void behind() {
    if (!falls()) {
      return;
    }
    double w = form.halfWidth() + look.volume();
    double end = look.cut() == Cut.LONG ? form.chinY() + 40 : form.chinY() - 8;
    double top = form.crownY() - look.volume();
    Outline outline = Outline.smooth(0, top, 0.7 * w, top + 10, w, -20, w + 2, 15, w + 3, end - 12, w - 3, end,
        -w + 3, end, -w - 3, end - 12, -w - 2, 15, -w, -20, -0.7 * w, top + 10);
    brush.flat(outline, brush.hair(0.62), 1);
  }

  /** Hair on the head. */
  void front() {
    if (look.cut() == Cut.BALD) {
      return;
    }
    double[] outer = Outline.placed(outer(), pose.outline());
    double[] inner = Outline.placed(Outline.curve(hairline()), pose.skin(1));
    Outline cap = Outline.between(outer, inner);
    canvas.paint(cap, brush.hair(1), 1);
    strands(cap, outer, inner);
  }

  /** Hair's edge against the background, from beside the subject's right ear over the crown to the left ear. */
  private double[] outer() {
    double v = look.volume();
    double w = form.halfWidth() + 0.7 * v;
    double top = form.crownY() - v;
    double lean = look.parting() * 3;
    double end = sideEnd();
    // Short hair ends in a point before the ear, long hair hangs.
    double last = falls() ? w - 1 : 0.985 * form.halfWidth();
    double[] line = Outline.curve(-last, end, -w - 0.5, end - 12, -w, -18, -0.84 * w, top + 20, -0.48 * w, top + 4,
        lean, top, 0.48 * w, top + 4, 0.84 * w, top + 20, w, -18, w + 0.5, end - 12, last, end);
    if (look.cut() != Cut.CURLY) {
      return line;
    }
    double phase = draws.uniform() * Math.PI;
    double[] curls = new double[line.length];
    for (int i = 0; i < line.length; i += 2) {
      double out = 1 + 0.035 * StrictMath.sin(2.1 * (i / 2) + phase) + 0.02;
      curls[i] = line[i] * out;
      curls[i + 1] = line[i + 1] * out;
    }
    return curls;
  }

  /** Whether hair hangs beside the face. */
  private boolean falls() {
    return look.cut() == Cut.LONG || look.cut() == Cut.CHIN;
  }

  private double sideEnd() {
    return switch (look.cut()) {
      case LONG -> form.chinY() + 6;
      case CHIN -> form.chinY() - 14;
      case CURLY -> 2;
      default -> -2 + 8 * look.hairline();
    };
  }

  /** Hair's edge on the face, from the subject's left ear over the forehead to the right one. */
  private double[] hairline() {
    double w = form.halfWidth();
    double high = -33 - 9 * look.hairline();
    double end = sideEnd();
    double side = falls() ? 0.86 * w : 0.965 * w;
    double p = look.parting() * w * 0.5;
    if (look.cut() == Cut.FRINGE) {
      double fringe = -21 + 4 * look.hairline();
      return new double[] {side, end, 0.95 * w, -8, 0.83 * w, fringe + 5, 0.5 * w, fringe + 1, 0.15 * w, fringe + 2,
          -0.2 * w, fringe, -0.5 * w, fringe + 1.5, -0.83 * w, fringe + 5, -0.95 * w, -8, -side, end};
    }
    if (look.cut() == Cut.SIDE || falls()) {
      // From the parting hair falls to both sides, further on the longer one.
      double left = 0.6 + 0.25 * look.parting();
      double right = 0.6 - 0.25 * look.parting();
      return new double[] {side, end, side, -6, (0.84 + 0.05 * left) * w, -18 - 6 * left, 0.62 * w,
          high + 16 - 14 * left, p, high - 4, -0.62 * w, high + 16 - 14 * right, -(0.84 + 0.05 * right) * w,
          -18 - 6 * right, -side, -6, -side, end};
    }
    return new double[] {side, end, 0.93 * w, -12, 0.84 * w, -23, 0.62 * w, high + 6 * look.hairline() - 4, 0.3 * w,
        high + 1, 0, high - 1, -0.3 * w, high + 1, -0.62 * w, high + 6 * look.hairline() - 4, -0.84 * w, -23,
        -0.93 * w, -12, -side, end};
  }

  /** Lighter and darker strands from the outer edge to the inner one. */
  private void strands(Outline cap, double[] outer, double[] inner) {
    int outerCount = outer.length / 2;
    int innerCount = inner.length / 2;
    for (int i = 0; i < STRANDS; i++) {
      double along = draws.uniform();
      int o = 2 * (int) (along * (outerCount - 1));
      // The inner edge runs back.
      int n = 2 * (int) ((1 - Math.max(0, Math.min(1, along + draws.within(0.06)))) * (innerCount - 1));
      double bend = draws.within(look.cut() == Cut.CURLY ? 9 : 2.5);
      double middleX = (outer[o] + inner[n]) / 2 + bend;
      double middleY = (outer[o + 1] + inner[n + 1]) / 2 + bend;
      double tone = look.hair() * (draws.chance(0.5) ? draws.between(0.4, 0.8) : draws.between(1.1, 1.45));
      canvas.paint(Outline.taper(draws.between(0.6, 1.6), draws.between(0.4, 1), Outline.curve(outer[o], outer[o + 1],
          middleX, middleY, inner[n], inner[n + 1])), cap, Paint.plain((float) Math.min(0.95, tone)), 0.3);
    }
  }

  /** What grows on cheeks, chin and upper lip; the mouth is painted over it. */
  void beard() {
    float tone = (float) (look.hair() * 0.9);
    Paint paint = new Paint(new float[] {tone}, new float[] {(float) (0.55 * tone + 0.45 * look.skin())},
        Texture.mottle(draws.bits(), 1.3));
    double opacity = look.beard() == Beard.STUBBLE ? draws.between(0.25, 0.45) : draws.between(0.75, 0.95);
    if (look.beard() == Beard.FULL || look.beard() == Beard.STUBBLE) {
      canvas.paint(fullBeard(look.beard() == Beard.FULL ? draws.between(1, 6) : 0), paint, opacity);
      return;
    }
    brush.onFace(moustache(), FaceForm.LIP_DEPTH, paint, opacity);
    if (look.beard() == Beard.GOATEE) {
      brush.onFace(goatee(), FaceForm.LIP_DEPTH, paint, opacity);
    }
  }

  /** Between the jaw's outline, {@code longer} than the bare one, and a line over cheeks and upper lip. */
  private Outline fullBeard(double longer) {
    double w = form.halfWidth();
    double jaw = form.jawHalfWidth();
    double chin = form.chinHalfWidth();
    double y = form.chinY();
    double[] below = Outline.curve(-0.975 * w, -2, -0.93 * w - 0.3 * longer, 20, -jaw - 0.5 * longer, y - 21,
        -0.7 * jaw, y - 7 + 0.7 * longer, -chin, y - 1.5 + longer, 0, y + longer, chin, y - 1.5 + longer,
        0.7 * jaw, y - 7 + 0.7 * longer, jaw + 0.5 * longer, y - 21, 0.93 * w + 0.3 * longer, 20, 0.975 * w, -2);
    double besideMouth = form.mouth().halfWidth() + 4;
    double corner = form.mouth().cornerY();
    double wing = form.noseHalfWidth();
    double nose = form.noseTipY();
    double[] above = Outline.curve(0.93 * w, 2, 0.86 * w, 14, 0.66 * w, 27, besideMouth, corner - 6, wing, nose + 7.5,
        0, nose + 7, -wing, nose + 7.5, -besideMouth, corner - 6, -0.66 * w, 27, -0.86 * w, 14, -0.93 * w, 2);
    return Outline.between(Outline.placed(below, pose.outline()), Outline.placed(above, pose.skin(1)));
  }

  private Outline moustache() {
    double m = form.mouth().halfWidth();
    double top = form.mouth().topY();
    double corner = form.mouth().cornerY();
    return Outline.smooth(0, top - 5, 0.5 * m, top - 4.4, m + 1.5, corner + 0.5, m + 2, corner + 4, 0.5 * m, top + 1,
        0, top + 0.5, -0.5 * m, top + 1, -m - 2, corner + 4, -m - 1.5, corner + 0.5, -0.5 * m, top - 4.4);
  }

  private Outline goatee() {
    double m = form.mouth().halfWidth();
    double bottom = form.mouth().bottomY();
    double corner = form.mouth().cornerY();
    double chin = form.chinY();
    return Outline.smooth(0, bottom + 2, 0.7 * m, bottom + 1, m + 1, corner + 3, 0.95 * m, chin - 6, 0.5 * m, chin,
        0, chin + 1.5, -0.5 * m, chin, -0.95 * m, chin - 6, -m - 1, corner + 3, -0.7 * m, bottom + 1);
  }
}
