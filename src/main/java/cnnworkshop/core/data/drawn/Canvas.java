package cnnworkshop.core.data.drawn;

/** A picture being painted: values 0..1, [channel, row, column]. Not thread-safe. */
final class Canvas {

  private final int channels;
  private final int width;
  private final int height;
  private final float[] values;

  /** All 0. */
  Canvas(int channels, int width, int height) {
    this.channels = channels;
    this.width = width;
    this.height = height;
    this.values = new float[channels * width * height];
  }

  /** The values themselves. */
  float[] values() {
    return values;
  }

  /** Paints everything. */
  void paint(Paint paint) {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        blend(x, y, paint, 1);
      }
    }
  }

  /** Paints an outline, over what is there. */
  void paint(Outline outline, Paint paint, double opacity) {
    Coverage covered = new Coverage(outline, width, height);
    for (int y = covered.top(); y < covered.bottom(); y++) {
      for (int x = covered.left(); x < covered.right(); x++) {
        float part = (float) (covered.at(x, y) * opacity);
        if (part > 0) {
          blend(x, y, paint, part);
        }
      }
    }
  }

  /** Paints what two outlines share: an iris and the lids it is seen between, say. */
  void paint(Outline outline, Outline within, Paint paint, double opacity) {
    Coverage covered = new Coverage(outline, width, height);
    Coverage open = new Coverage(within, width, height);
    for (int y = Math.max(covered.top(), open.top()); y < Math.min(covered.bottom(), open.bottom()); y++) {
      for (int x = Math.max(covered.left(), open.left()); x < Math.min(covered.right(), open.right()); x++) {
        float part = (float) (covered.at(x, y) * open.at(x, y) * opacity);
        if (part > 0) {
          blend(x, y, paint, part);
        }
      }
    }
  }

  /** A soft spot: full in its middle, nothing at {@code radius}. */
  void glow(double centerX, double centerY, double radius, Paint paint, double opacity) {
    int firstX = (int) Math.max(0, Math.ceil(centerX - radius));
    int firstY = (int) Math.max(0, Math.ceil(centerY - radius));
    for (int y = firstY; y < Math.min(height, centerY + radius); y++) {
      for (int x = firstX; x < Math.min(width, centerX + radius); x++) {
        double dx = (x - centerX) / radius;
        double dy = (y - centerY) / radius;
        double left = 1 - dx * dx - dy * dy;
        if (left > 0) {
          blend(x, y, paint, (float) (opacity * left * left));
        }
      }
    }
  }

  private void blend(int x, int y, Paint paint, float part) {
    float other = (float) paint.texture().at(x, y);
    for (int c = 0; c < channels; c++) {
      int i = (c * height + y) * width + x;
      float tone = paint.one()[c] + (paint.other()[c] - paint.one()[c]) * other;
      values[i] += (tone - values[i]) * part;
    }
  }

  /** Multiplies every pixel by what light falls on it. */
  void light(double turn, double strength, double all) {
    double cos = StrictMath.cos(turn) * 2 * strength / width;
    double sin = StrictMath.sin(turn) * 2 * strength / height;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float light = (float) (all + cos * (x - (width - 1) / 2.0) + sin * (y - (height - 1) / 2.0));
        for (int c = 0; c < channels; c++) {
          values[(c * height + y) * width + x] *= light;
        }
      }
    }
  }

  /**
   * Blurs by one pass of three pixels along rows and one along columns.
   *
   * @param share what a pixel takes from each neighbour, 0 to 1/3; its variance is twice this
   */
  void soften(double share) {
    float s = (float) share;
    float[] line = new float[Math.max(width, height)];
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < height; y++) {
        soften((c * height + y) * width, 1, width, s, line);
      }
      for (int x = 0; x < width; x++) {
        soften(c * height * width + x, width, height, s, line);
      }
    }
  }

  private void soften(int start, int step, int length, float share, float[] line) {
    for (int i = 0; i < length; i++) {
      line[i] = values[start + i * step];
    }
    for (int i = 0; i < length; i++) {
      float before = line[Math.max(0, i - 1)];
      float after = line[Math.min(length - 1, i + 1)];
      values[start + i * step] += share * (before + after - 2 * line[i]);
    }
  }

  /** Adds noise of a standard deviation to every value. */
  void noise(double deviation, Draws draws) {
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (deviation * draws.normal());
    }
  }

  /** Writes the values as unsigned bytes 0..255 from {@code at} on, clipped. */
  void write(byte[] into, int at) {
    for (int i = 0; i < values.length; i++) {
      into[at + i] = (byte) Math.max(0, Math.min(255, Math.round(255 * values[i])));
    }
  }
}
