package cnnworkshop.core.data.drawn;

/**
 * Draws one object, 32×32 pixels in colour, amid all that makes it hard to name: its size, turn, place and form vary;
 * both it and what is behind it have colours and patterns; lines, arcs, corners, spots and smaller objects lie around
 * it and some lines and spots over it; light, blur and noise come last. What the object <em>is</em> shows in its form.
 * Its colour and what is behind it only hint at it, as in photos: each is roughly the kind's usual one half of the
 * time, and any otherwise.
 */
public final class ShapePicture {

  /** Pixels a side. */
  public static final int SIZE = 32;
  /** Red, green, blue. */
  public static final int CHANNELS = 3;

  private static final double MIDDLE = (SIZE - 1) / 2.0;
  private static final int MOST_COLOURS_TRIED = 12;
  private static final double LONGEST_SIDE = 0.2;
  private static final double SHARE_OF_USUAL_COLOURS = 0.5;
  /** How far from a kind's usual colour still counts as it, 0..1. */
  private static final double USUAL_SPREAD = 0.35;

  private final double difficulty;
  private final Draws draws;
  private final Canvas canvas = new Canvas(CHANNELS, SIZE, SIZE);

  private ShapePicture(double difficulty, Draws draws) {
    this.difficulty = difficulty;
    this.draws = draws;
  }

  /**
   * Writes a picture.
   *
   * @param difficulty 0 (plain to see) to 1
   * @param draws everything that varies
   * @param into gets 3072 unsigned bytes 0..255, [channel, row, column], from {@code at} on
   */
  public static void draw(ShapeKind kind, double difficulty, Draws draws, byte[] into, int at) {
    ShapePicture picture = new ShapePicture(difficulty, draws);
    picture.draw(kind);
    picture.canvas.write(into, at);
  }

  private void draw(ShapeKind kind) {
    float[] ground = colour(kind.usualGround());
    float[] colour = colourApartFrom(ground, amount(0.5, 0.1), kind.usualColour());
    canvas.paint(surface(ground, amount(0.06, 0.3)));
    for (int i = count(amount(0, 7)); i > 0; i--) {
      canvas.paint(scrap(draws.between(0, SIZE), draws.between(0, SIZE)), Paint.plain(scrapColour(ground, colour)),
          draws.between(0.5, 1));
    }
    for (int i = count(amount(0, 3)); i > 0; i--) {
      canvas.paint(smallObject(), Paint.plain(scrapColour(ground, colour)), 1);
    }
    double radius = draws.between(amount(11, 7), amount(13.5, 12.5));
    double free = Math.max(1, amount(2.5, 19) - radius);
    double x = MIDDLE + draws.within(free);
    double y = MIDDLE + draws.within(free);
    Outline outline = bent(kind.outline(draws)).placed(placement(x, y, radius));
    canvas.paint(outline, surface(colour, amount(0.12, 0.3)), 1);
    for (int i = count(amount(0, 3.5)); i > 0; i--) {
      double turn = draws.within(Math.PI);
      double away = radius * draws.between(0.35, 1.1);
      canvas.paint(scrap(x + away * StrictMath.cos(turn), y + away * StrictMath.sin(turn)),
          Paint.plain(scrapColour(ground, colour)), 1);
    }
    canvas.light(draws.within(Math.PI), draws.uniform() * amount(0.1, 0.35), draws.between(amount(0.95, 0.7), 1.1));
    canvas.soften(draws.uniform() * amount(0.08, 0.3));
    canvas.noise(draws.uniform() * amount(0.02, 0.12), draws);
  }

  /** Between what is drawn at difficulty 0 and at 1. */
  private double amount(double easy, double hard) {
    return easy + (hard - easy) * difficulty;
  }

  /** A whole number that is {@code mean} on average, from 0 to twice that. */
  private int count(double mean) {
    return (int) (2 * mean * draws.uniform() + draws.uniform());
  }

  /** Wavy as if drawn by hand. */
  private Outline bent(Outline outline) {
    double height = draws.uniform() * amount(0.02, 0.14);
    double phase = draws.within(Math.PI);
    double wave = draws.between(2, 5);
    return outline.divided(LONGEST_SIDE).placed((x, y, into, at) -> {
      into[at] = x + height * StrictMath.sin(wave * y + phase);
      into[at + 1] = y + height * StrictMath.sin(wave * x - phase);
    });
  }

  private Outline.Placement placement(double x, double y, double radius) {
    double turn = draws.within(amount(0.2, Math.PI));
    double stretch = 1 + draws.within(amount(0.06, 0.2));
    double slant = draws.within(amount(0.04, 0.25));
    double flip = draws.chance(0.5) ? 1 : -1;
    double cos = radius * StrictMath.cos(turn);
    double sin = radius * StrictMath.sin(turn);
    return (px, py, into, at) -> {
      double u = flip * (px * stretch + slant * py);
      double v = py / stretch;
      into[at] = x + cos * u - sin * v;
      into[at + 1] = y + sin * u + cos * v;
    };
  }

  /** An object of any kind anywhere, smaller than the one to name ever is. */
  private Outline smallObject() {
    Outline outline = ShapeKind.values()[draws.below(ShapeKind.values().length)].outline(draws);
    return outline.placed(placement(draws.between(0, SIZE), draws.between(0, SIZE), draws.between(2.5, 6)));
  }

  /** A line, an arc, a corner or a spot. */
  private Outline scrap(double x, double y) {
    double length = draws.between(3, 9);
    double turn = draws.within(Math.PI);
    double cos = length * StrictMath.cos(turn);
    double sin = length * StrictMath.sin(turn);
    double width = draws.between(1, 3.2);
    double bend = draws.between(0.3, 1.1);
    double[] corner = {x - cos, y - sin, x + bend * sin, y - bend * cos, x + cos, y + sin};
    return switch (draws.below(4)) {
      case 0 -> Outline.stroke(width, x - cos, y - sin, x + cos, y + sin);
      case 1 -> Outline.stroke(width, Outline.curve(corner));
      case 2 -> Outline.stroke(width, corner);
      default -> Outline.ellipse(x, y, length / 2, length / 2 * bend);
    };
  }

  private float[] scrapColour(float[] ground, float[] object) {
    return switch (draws.below(3)) {
      case 0 -> near(object, 0.15);
      case 1 -> near(ground, 0.3);
      default -> colour();
    };
  }

  private Paint surface(float[] colour, double contrast) {
    double turn = draws.within(Math.PI);
    double phase = draws.uniform();
    double width = draws.between(4, 9);
    Texture texture = switch (draws.below(6)) {
      case 0 -> Texture.PLAIN;
      case 1 -> Texture.gradient(turn, MIDDLE, draws.between(16, 40));
      case 2 -> Texture.stripes(turn, width, phase, draws.between(0.3, 0.7));
      case 3 -> Texture.dots(turn, width, phase, draws.between(0.25, 0.42));
      case 4 -> Texture.fields(turn, width * 1.4, phase);
      default -> Texture.mottle(draws.bits(), draws.between(2, 8));
    };
    return new Paint(colour, near(colour, contrast), texture);
  }

  /** Roughly the usual one or, as often, any. */
  private float[] colour(float[] usual) {
    return draws.chance(SHARE_OF_USUAL_COLOURS) ? near(usual, USUAL_SPREAD) : colour();
  }

  private float[] colour() {
    double hue = draws.between(0, 6);
    double pure = draws.uniform();
    double bright = draws.between(0.15, 0.95);
    float[] colour = new float[CHANNELS];
    for (int c = 0; c < CHANNELS; c++) {
      double along = (hue + 2 * c) % 6;
      double part = Math.max(0, Math.min(1, Math.abs(along - 3) - 1));
      colour[c] = (float) (bright * (1 - pure * (1 - part)));
    }
    return colour;
  }

  /** The best of some colours, or the first that is far enough from another. */
  private float[] colourApartFrom(float[] other, double apart, float[] usual) {
    float[] best = colour(usual);
    for (int i = 0; i < MOST_COLOURS_TRIED && distance(best, other) < apart; i++) {
      float[] next = colour(usual);
      best = distance(next, other) > distance(best, other) ? next : best;
    }
    return best;
  }

  private float[] near(float[] colour, double away) {
    float[] out = new float[CHANNELS];
    double all = draws.within(away);
    for (int c = 0; c < CHANNELS; c++) {
      out[c] = (float) Math.max(0, Math.min(1, colour[c] + all + draws.within(away / 3)));
    }
    return out;
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int c = 0; c < CHANNELS; c++) {
      sum += Math.abs(a[c] - b[c]);
    }
    return sum / CHANNELS;
  }
}
