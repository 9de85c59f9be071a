package cnnworkshop.core.data.drawn;

import java.util.Locale;

/**
 * The ten kinds of object of the built-in pictures. Each has a neighbour that it is easily taken for, and colours it is
 * often but not always seen in: a crescent's are pale yellow at night, a heart's red on pink. Some share them.
 */
public enum ShapeKind {
  CIRCLE(0xE8862A, 0x4F8A3C) {
    @Override
    Outline outline(Draws draws) {
      return Outline.regular(36);
    }
  },
  RING(0xE0B83C, 0x5A2A6A) {
    @Override
    Outline outline(Draws draws) {
      double hole = draws.between(0.42, 0.68);
      return Outline.regular(36).without(Outline.ellipse(draws.within(0.06), draws.within(0.06), hole, hole));
    }
  },
  CRESCENT(0xF4ECB0, 0x1C2850) {
    @Override
    Outline outline(Draws draws) {
      // The circle that is cut out; the two meet at (x, ±y).
      double away = draws.between(0.42, 0.62);
      double radius = draws.between(0.78, 0.9);
      double x = (1 - radius * radius + away * away) / (2 * away);
      double y = Math.sqrt(1 - x * x);
      double outer = StrictMath.atan2(y, x);
      double inner = StrictMath.atan2(y, x - away);
      double[] back = Outline.arc(0, 1, outer, 2 * Math.PI - outer);
      double[] front = Outline.arc(away, radius, 2 * Math.PI - inner, inner);
      return Outline.between(back, front).placed((px, py, into, at) -> {
        into[at] = px + 0.25;
        into[at + 1] = py;
      });
    }
  },
  HEART(0xD02838, 0xF0B0C0) {
    @Override
    Outline outline(Draws draws) {
      double[] xy = new double[2 * HEART_CORNERS];
      double width = draws.between(0.9, 1.1);
      for (int i = 0; i < HEART_CORNERS; i++) {
        double t = 2 * Math.PI * i / HEART_CORNERS;
        double sin = StrictMath.sin(t);
        xy[2 * i] = width * sin * sin * sin;
        xy[2 * i + 1] = -(13 * StrictMath.cos(t) - 5 * StrictMath.cos(2 * t) - 2 * StrictMath.cos(3 * t)
            - StrictMath.cos(4 * t)) / 15.5 - 0.1;
      }
      return Outline.polygon(xy);
    }
  },
  TRIANGLE(0x3C8C50, 0x9CC8E8) {
    @Override
    Outline outline(Draws draws) {
      return Outline.polygon(draws.within(0.25), -1, draws.between(0.8, 1), draws.between(0.6, 0.75),
          -draws.between(0.8, 1), draws.between(0.6, 0.75));
    }
  },
  SQUARE(0xA06838, 0xD8C8A0) {
    @Override
    Outline outline(Draws draws) {
      double wide = draws.between(0.78, 0.92);
      double high = draws.between(0.78, 0.92);
      return Outline.polygon(-wide, -high, wide, -high, wide, high, -wide, high);
    }
  },
  PENTAGON(0x909098, 0x5C6438) {
    @Override
    Outline outline(Draws draws) {
      return Outline.regular(5);
    }
  },
  STAR(0xF8D838, 0x283078) {
    @Override
    Outline outline(Draws draws) {
      return Outline.star(5, draws.between(0.38, 0.52));
    }
  },
  CROSS(0xF0F0F0, 0xC03030) {
    @Override
    Outline outline(Draws draws) {
      double a = draws.between(0.24, 0.4);
      double b = draws.between(0.24, 0.4);
      return Outline.polygon(-a, -1, a, -1, a, -b, 1, -b, 1, b, a, b, a, 1, -a, 1, -a, b, -1, b, -1, -b, -a, -b);
    }
  },
  ARROW(0xF0F4F8, 0x3060B0) {
    @Override
    Outline outline(Draws draws) {
      double shaft = draws.between(0.2, 0.34);
      double head = draws.between(0.65, 0.85);
      double neck = draws.between(-0.2, 0.05);
      return Outline.polygon(0, -1, head, neck, shaft, neck, shaft, 1, -shaft, 1, -shaft, neck, -head, neck);
    }
  };

  private static final int HEART_CORNERS = 40;

  private final float[] usualColour;
  private final float[] usualGround;

  /** Both colours as 0xRRGGBB. */
  ShapeKind(int usualColour, int usualGround) {
    this.usualColour = tones(usualColour);
    this.usualGround = tones(usualGround);
  }

  /** An object of this kind, about 1 from its middle to its furthest corner, as the draws would have it; y is down. */
  abstract Outline outline(Draws draws);

  /** The colour it often has: red, green, blue, 0..1. Nobody changes the array. */
  float[] usualColour() {
    return usualColour;
  }

  /** The colour of what it often lies on, likewise. */
  float[] usualGround() {
    return usualGround;
  }

  private static float[] tones(int rgb) {
    return new float[] {(rgb >> 16) / 255f, (rgb >> 8 & 0xFF) / 255f, (rgb & 0xFF) / 255f};
  }

  /** What the kind is called, such as {@code crescent}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
