package cnnworkshop.core.data.drawn;

/** Paints on a head: takes places in the head's measure, and knows how skin and hair look in the light. */
final class FaceBrush {

  /** How much of its grey skin keeps on the dark side. */
  private static final double SKIN_IN_SHADE = 0.42;

  private final Canvas canvas;
  private final FacePose pose;
  private final FaceLook look;
  private final Paint shade;
  private final Paint bright;

  FaceBrush(Canvas canvas, FacePose pose, FaceLook look) {
    this.canvas = canvas;
    this.pose = pose;
    this.look = look;
    this.shade = grey(look.skin() * SKIN_IN_SHADE);
    this.bright = grey(Math.min(1, look.skin() * 1.18 + 0.06));
  }

  /** One grey, 0..1. */
  static Paint grey(double tone) {
    return Paint.plain((float) tone);
  }

  /** Skin away from light. */
  Paint shade() {
    return shade;
  }

  /** Skin that shines. */
  Paint bright() {
    return bright;
  }

  /** Skin, or something that is lit like it and darker by a factor. */
  Paint skin(double factor) {
    double tone = look.skin() * factor;
    return lit(tone * SKIN_IN_SHADE, tone * 1.06, 0);
  }

  /** Hair, darker by a factor. */
  Paint hair(double factor) {
    double tone = look.hair() * factor;
    return lit(tone * 0.55, tone * 1.15 + 0.03, -0.1);
  }

  private Paint lit(double dark, double light, double higher) {
    return new Paint(new float[] {(float) dark}, new float[] {(float) Math.min(1, light)},
        pose.light(look.lightX(), look.lightY() + higher));
  }

  /** Fills what lies on the face, or {@code above} it. */
  void onFace(Outline outline, double above, Paint paint, double opacity) {
    canvas.paint(outline.placed(pose.skin(above)), paint, opacity);
  }

  /** Fills what is seen against the background. */
  void flat(Outline outline, Paint paint, double opacity) {
    canvas.paint(outline.placed(pose.outline()), paint, opacity);
  }

  /** Draws a line on the face whose width goes from one to another, in the head's measure. */
  void line(double from, double to, double[] xy, double above, Paint paint, double opacity) {
    canvas.paint(stroke(from, to, Outline.placed(xy, pose.skin(above))), paint, opacity);
  }

  /** A line between points of the picture, its widths in the head's measure. */
  Outline stroke(double from, double to, double... picturePoints) {
    return Outline.taper(from * pose.scale(), to * pose.scale(), picturePoints);
  }

  /** A soft spot on the face. */
  void glow(double x, double y, double radius, double above, Paint paint, double opacity) {
    double[] middle = pose.point(x, y, above);
    canvas.glow(middle[0], middle[1], radius * pose.scale(), paint, opacity);
  }

  /** Puts something small and round around a point of the face: it stays round however the head is turned. */
  Outline.Placement round(double x, double y) {
    double[] middle = pose.point(x, y, 0);
    return (px, py, into, at) -> {
      into[at] = middle[0] + pose.scale() * px;
      into[at + 1] = middle[1] + pose.scale() * py;
    };
  }
}
