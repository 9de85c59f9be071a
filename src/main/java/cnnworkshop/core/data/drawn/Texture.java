package cnnworkshop.core.data.drawn;

/** How a surface goes between two tones: 0 is all the one, 1 all the other. */
@FunctionalInterface
interface Texture {

  /** 0 to 1 at a point of the picture, in pixels. */
  double at(double x, double y);

  /** One tone. */
  Texture PLAIN = (x, y) -> 0;

  /** From one tone to the other along a line through the middle of a picture. */
  static Texture gradient(double turn, double middle, double length) {
    double cos = StrictMath.cos(turn) / length;
    double sin = StrictMath.sin(turn) / length;
    return (x, y) -> clip(0.5 + (x - middle) * cos + (y - middle) * sin);
  }

  /**
   * Stripes.
   *
   * @param width from stripe to stripe, in pixels
   * @param share how much of that has the other tone, 0..1
   */
  static Texture stripes(double turn, double width, double phase, double share) {
    double cos = StrictMath.cos(turn) / width;
    double sin = StrictMath.sin(turn) / width;
    return (x, y) -> clip((share / 2 - fromMiddle(x * cos + y * sin + phase)) * width + 0.5);
  }

  /** Round dots in a grid, {@code radius} of the grid's width wide. */
  static Texture dots(double turn, double width, double phase, double radius) {
    double cos = StrictMath.cos(turn) / width;
    double sin = StrictMath.sin(turn) / width;
    return (x, y) -> {
      double u = fromMiddle(x * cos + y * sin + phase);
      double v = fromMiddle(y * cos - x * sin + phase);
      return clip((radius - Math.sqrt(u * u + v * v)) * width + 0.5);
    };
  }

  /** A chessboard's fields. */
  static Texture fields(double turn, double width, double phase) {
    double cos = StrictMath.cos(turn) / width;
    double sin = StrictMath.sin(turn) / width;
    return (x, y) -> {
      double u = 0.25 - fromMiddle(x * cos + y * sin + phase);
      double v = 0.25 - fromMiddle(y * cos - x * sin + phase);
      return clip(0.5 + (u * v > 0 ? 1 : -1) * Math.min(Math.abs(u), Math.abs(v)) * width);
    };
  }

  /** Smooth spots of no order, about {@code width} pixels from one to the next. */
  static Texture mottle(long seed, double width) {
    return (x, y) -> {
      double u = x / width;
      double v = y / width;
      long column = (long) Math.floor(u);
      long row = (long) Math.floor(v);
      double across = eased(u - column);
      double down = eased(v - row);
      double upper = knot(seed, column, row) * (1 - across) + knot(seed, column + 1, row) * across;
      double lower = knot(seed, column, row + 1) * (1 - across) + knot(seed, column + 1, row + 1) * across;
      return upper * (1 - down) + lower * down;
    };
  }

  private static double knot(long seed, long column, long row) {
    return (Draws.mix(seed + column * 0x9E3779B97F4A7C15L + row * 0xD1B54A32D192ED03L) >>> 11) * 0x1.0p-53;
  }

  private static double eased(double t) {
    return t * t * (3 - 2 * t);
  }

  /** Distance from the nearest whole number, 0 to 0.5. */
  private static double fromMiddle(double t) {
    return Math.abs(t - Math.rint(t));
  }

  private static double clip(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
