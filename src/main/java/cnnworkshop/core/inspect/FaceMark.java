package cnnworkshop.core.inspect;

/** How a point is drawn on a face: in a colour of its own within a dark edge, to be seen on light and dark skin. */
public enum FaceMark {

  /** Where a person put the point: a sky-blue ring. */
  ANNOTATED(0xFF56B4E9) {
    @Override
    boolean covers(int dx, int dy, int radius, int stroke) {
      double distance = Math.hypot(dx, dy);
      return distance < radius + 0.5 && distance >= radius + 0.5 - stroke;
    }
  },

  /** Where a network puts it: an orange cross. */
  PREDICTED(0xFFE69F00) {
    @Override
    boolean covers(int dx, int dy, int radius, int stroke) {
      return Math.max(Math.abs(dx), Math.abs(dy)) <= radius && Math.abs(Math.abs(dx) - Math.abs(dy)) < stroke;
    }
  };

  /** What lies around the coloured pixels. */
  public static final int EDGE = 0xFF000000;

  private final int argb;

  FaceMark(int argb) {
    this.argb = argb;
  }

  /** Its colour, {@code 0xFFRRGGBB}. */
  public int argb() {
    return argb;
  }

  /** Pixels a side of the picture of a mark: its radius on both sides of the centre, and the edge around. */
  public static int side(int radius) {
    return 2 * radius + 3;
  }

  /**
   * The mark, its point in the middle.
   *
   * @param radius from the centre to the outermost coloured pixel, at least 1
   * @return {@code 0xFFRRGGBB}, or 0 where nothing is drawn, [row, column]
   */
  public int[] picture(int radius) {
    int side = side(radius);
    int stroke = 1 + radius / 4;
    int[] picture = new int[side * side];
    for (int i = 0; i < picture.length; i++) {
      int dx = i % side - radius - 1;
      int dy = i / side - radius - 1;
      picture[i] = covers(dx, dy, radius, stroke) ? argb : touches(dx, dy, radius, stroke) ? EDGE : 0;
    }
    return picture;
  }

  private boolean touches(int dx, int dy, int radius, int stroke) {
    return covers(dx - 1, dy, radius, stroke) || covers(dx + 1, dy, radius, stroke)
        || covers(dx, dy - 1, radius, stroke) || covers(dx, dy + 1, radius, stroke);
  }

  /** Whether the pixel that is so far from the point has the mark's colour. */
  abstract boolean covers(int dx, int dy, int radius, int stroke);
}
