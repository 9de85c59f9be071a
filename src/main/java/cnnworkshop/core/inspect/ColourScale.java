package cnnworkshop.core.inspect;

/** From values to colours: 256 steps, {@code 0xFFRRGGBB}. */
public enum ColourScale {
  /** Low values black, high values white. */
  GREY(between(0x000000, 0xFFFFFF)),
  /** Low values white, high values black, as in the workshop's pictures of maps. */
  GREY_INVERTED(between(0xFFFFFF, 0x000000)),
  /** Dark blue, green, yellow; even steps in lightness. */
  VIRIDIS(Viridis.colours()),
  /** Negative values blue, zero white, positive values orange; the larger of both ends in full colour. */
  SIGNED(signed());

  /** What a value that is no number looks like, on every scale: magenta. */
  public static final int NOT_A_NUMBER = 0xFFFF00FF;

  private static final int LAST = 255;
  /** The step that stands for zero on the signed scale: as many steps to each side, the last one twice. */
  private static final int MIDDLE = 127;

  private final int[] colours;

  ColourScale(int[] colours) {
    this.colours = colours;
  }

  /**
   * The colour of a value. Values outside the range take its ends' colours.
   *
   * @param value what to show
   * @param low the value of the low end; {@code SIGNED} takes the larger distance of both ends from zero
   * @param high the value of the high end; if it equals {@code low}, every number takes the low end's colour
   *     ({@code SIGNED}: white if both are 0)
   */
  public int argb(float value, float low, float high) {
    return colour(value, origin(low, high), steps(low, high));
  }

  /** The colours of many values, in their order; each is that of {@link #argb}. */
  public int[] paint(float[] values, float low, float high) {
    double origin = origin(low, high);
    double steps = steps(low, high);
    int[] argb = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      argb[i] = colour(values[i], origin, steps);
    }
    return argb;
  }

  /** The colours of many values, in their order. */
  public int[] paint(float[] values, ValueRange range) {
    return paint(values, range.low(), range.high());
  }

  /** Whether every colour is a grey. */
  boolean isGrey() {
    return this == GREY || this == GREY_INVERTED;
  }

  private double origin(float low, float high) {
    return this == SIGNED ? 0 : low;
  }

  /** How many steps of the scale a difference of 1 makes; 0 if the range is a point. Doubles can't overflow here. */
  private double steps(float low, float high) {
    if (this == SIGNED) {
      double reach = Math.max(Math.abs((double) low), Math.abs((double) high));
      return reach == 0 ? 0 : MIDDLE / reach;
    }
    return high == low ? 0 : LAST / ((double) high - low);
  }

  private int colour(float value, double origin, double steps) {
    double step = (value - origin) * steps;
    if (Double.isNaN(step)) {
      return NOT_A_NUMBER;
    }
    int zero = this == SIGNED ? MIDDLE : 0;
    return colours[(int) Math.max(0, Math.min(LAST, zero + Math.rint(step)))];
  }

  private static int[] signed() {
    int[] colours = new int[LAST + 1];
    int[] blue = between(0x0072B2, 0xFFFFFF);
    int[] orange = between(0xFFFFFF, 0xD55E00);
    for (int i = 0; i <= MIDDLE; i++) {
      colours[i] = blue[i * LAST / MIDDLE];
      colours[MIDDLE + i] = orange[i * LAST / MIDDLE];
    }
    colours[LAST] = colours[LAST - 1];
    return colours;
  }

  private static int[] between(int lowRgb, int highRgb) {
    int[] colours = new int[256];
    for (int i = 0; i < 256; i++) {
      int argb = 0xFF;
      for (int shift = 16; shift >= 0; shift -= 8) {
        int low = lowRgb >> shift & 0xFF;
        int high = highRgb >> shift & 0xFF;
        argb = argb << 8 | Math.round(low + (high - low) * i / 255f);
      }
      colours[i] = argb;
    }
    return colours;
  }
}
