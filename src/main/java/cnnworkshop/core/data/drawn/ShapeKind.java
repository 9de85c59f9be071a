package cnnworkshop.core.data.drawn;

import java.util.Locale;

/** The ten kinds of object of the built-in pictures. Each has a neighbour that it is easily taken for. */
public enum ShapeKind {
  CIRCLE {
    @Override
    Outline outline(Draws draws) {
      return Outline.regular(36);
    }
  },
  RING {
    @Override
    Outline outline(Draws draws) {
      double hole = draws.between(0.42, 0.68);
      return Outline.regular(36).without(Outline.ellipse(draws.within(0.06), draws.within(0.06), hole, hole));
    }
  },
  CRESCENT {
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
  HEART {
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
  TRIANGLE {
    @Override
    Outline outline(Draws draws) {
      return Outline.polygon(draws.within(0.25), -1, draws.between(0.8, 1), draws.between(0.6, 0.75),
          -draws.between(0.8, 1), draws.between(0.6, 0.75));
    }
  },
  SQUARE {
    @Override
    Outline outline(Draws draws) {
      double wide = draws.between(0.78, 0.92);
      double high = draws.between(0.78, 0.92);
      return Outline.polygon(-wide, -high, wide, -high, wide, high, -wide, high);
    }
  },
  PENTAGON {
    @Override
    Outline outline(Draws draws) {
      return Outline.regular(5);
    }
  },
  STAR {
    @Override
    Outline outline(Draws draws) {
      return Outline.star(5, draws.between(0.38, 0.52));
    }
  },
  CROSS {
    @Override
    Outline outline(Draws draws) {
      double a = draws.between(0.24, 0.4);
      double b = draws.between(0.24, 0.4);
      return Outline.polygon(-a, -1, a, -1, a, -b, 1, -b, 1, b, a, b, a, 1, -a, 1, -a, b, -1, b, -1, -b, -a, -b);
    }
  },
  ARROW {
    @Override
    Outline outline(Draws draws) {
      double shaft = draws.between(0.2, 0.34);
      double head = draws.between(0.65, 0.85);
      double neck = draws.between(-0.2, 0.05);
      return Outline.polygon(0, -1, head, neck, shaft, neck, shaft, 1, -shaft, 1, -shaft, neck, -head, neck);
    }
  };

  private static final int HEART_CORNERS = 40;

  /** An object of this kind, about 1 from its middle to its furthest corner, as the draws would have it; y is down. */
  abstract Outline outline(Draws draws);

  /** What the kind is called, such as {@code crescent}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
