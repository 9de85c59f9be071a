package cnnworkshop.core.data.drawn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What can be filled: closed contours, each x, y of its corners one after the other. A contour that runs the other way
 * round inside another is a hole. Immutable; nobody changes the arrays.
 */
record Outline(List<double[]> contours) {

  /** Moves a point: from a shape's own measure into the picture, say. */
  @FunctionalInterface
  interface Placement {
    /** Writes the place of (x, y) into {@code into}, at {@code at} and behind it. */
    void place(double x, double y, double[] into, int at);
  }

  /** Corners that make a circle look round at the sizes drawn here. */
  private static final int ROUND = 36;
  private static final int STEPS_A_BEND = 6;
  private static final int ROUND_END = 10;

  /** A closed contour with straight sides. */
  static Outline polygon(double... xy) {
    return new Outline(List.of(xy));
  }

  /** What lies between two lines: along the one, straight over to the other, along that, and straight back. */
  static Outline between(double[] there, double[] back) {
    double[] all = Arrays.copyOf(there, there.length + back.length);
    System.arraycopy(back, 0, all, there.length, back.length);
    return polygon(all);
  }

  /** The same points from the last to the first. */
  static double[] reversed(double[] xy) {
    double[] back = new double[xy.length];
    for (int i = 0; i < xy.length; i += 2) {
      back[i] = xy[xy.length - 2 - i];
      back[i + 1] = xy[xy.length - 1 - i];
    }
    return back;
  }

  /** Corners at equal angles, the first one up; every second one at {@code inner} of the radius 1. */
  static Outline star(int points, double inner) {
    double[] xy = new double[4 * points];
    for (int i = 0; i < 2 * points; i++) {
      double angle = Math.PI * i / points;
      double radius = i % 2 == 0 ? 1 : inner;
      xy[2 * i] = radius * StrictMath.sin(angle);
      xy[2 * i + 1] = -radius * StrictMath.cos(angle);
    }
    return polygon(xy);
  }

  /** A regular polygon of radius 1, one corner up. */
  static Outline regular(int corners) {
    double[] xy = new double[2 * corners];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      xy[2 * i] = StrictMath.sin(angle);
      xy[2 * i + 1] = -StrictMath.cos(angle);
    }
    return polygon(xy);
  }

  /** An upright ellipse. */
  static Outline ellipse(double centerX, double centerY, double radiusX, double radiusY) {
    return regular(ROUND).placed((x, y, into, at) -> {
      into[at] = centerX + radiusX * x;
      into[at + 1] = centerY + radiusY * y;
    });
  }

  /** Points of a circle's arc around (x, 0), from one angle to another in radians, 0 to the right. */
  static double[] arc(double x, double radius, double from, double to) {
    double[] xy = new double[2 * ROUND];
    for (int i = 0; i < ROUND; i++) {
      double angle = from + (to - from) * i / (ROUND - 1);
      xy[2 * i] = x + radius * StrictMath.cos(angle);
      xy[2 * i + 1] = radius * StrictMath.sin(angle);
    }
    return xy;
  }

  /** A closed curve without corners through points (a Catmull-Rom spline). */
  static Outline smooth(double... xy) {
    return polygon(curve(xy, true));
  }

  /** Points along the curve through some (a Catmull-Rom spline): its first and last are the first and last given. */
  static double[] curve(double... xy) {
    return curve(xy, false);
  }

  private static double[] curve(double[] xy, boolean closed) {
    int n = xy.length / 2;
    int bends = closed ? n : n - 1;
    double[] out = new double[2 * (bends * STEPS_A_BEND + (closed ? 0 : 1))];
    for (int i = 0; i < bends; i++) {
      for (int step = 0; step < STEPS_A_BEND; step++) {
        double t = (double) step / STEPS_A_BEND;
        for (int c = 0; c < 2; c++) {
          out[2 * (i * STEPS_A_BEND + step) + c] = spline(coordinate(xy, i - 1, c, closed), xy[2 * i + c],
              coordinate(xy, i + 1, c, closed), coordinate(xy, i + 2, c, closed), t);
        }
      }
    }
    if (!closed) {
      out[out.length - 2] = xy[2 * n - 2];
      out[out.length - 1] = xy[2 * n - 1];
    }
    return out;
  }

  private static double coordinate(double[] xy, int point, int c, boolean closed) {
    int n = xy.length / 2;
    int i = closed ? Math.floorMod(point, n) : Math.max(0, Math.min(n - 1, point));
    return xy[2 * i + c];
  }

  private static double spline(double before, double from, double to, double after, double t) {
    double a = -before + 3 * from - 3 * to + after;
    double b = 2 * before - 5 * from + 4 * to - after;
    return from + t * ((to - before) + t * (b + t * a)) / 2;
  }

  /** A line of even width with round ends along points. */
  static Outline stroke(double width, double... xy) {
    return taper(width, width, xy);
  }

  /** A line with round ends whose width changes evenly from its first point to its last. */
  static Outline taper(double from, double to, double... xy) {
    List<double[]> parts = new ArrayList<>();
    int last = xy.length / 2 - 1;
    for (int i = 0; i <= last; i++) {
      double radius = (from + (to - from) * i / Math.max(1, last)) / 2;
      parts.add(disc(xy[2 * i], xy[2 * i + 1], radius));
      if (i < last) {
        double next = (from + (to - from) * (i + 1) / last) / 2;
        double dx = xy[2 * i + 2] - xy[2 * i];
        double dy = xy[2 * i + 3] - xy[2 * i + 1];
        double length = Math.sqrt(dx * dx + dy * dy);
        if (length > 0) {
          double nx = -dy / length;
          double ny = dx / length;
          parts.add(new double[] {
              xy[2 * i] + radius * nx, xy[2 * i + 1] + radius * ny,
              xy[2 * i] - radius * nx, xy[2 * i + 1] - radius * ny,
              xy[2 * i + 2] - next * nx, xy[2 * i + 3] - next * ny,
              xy[2 * i + 2] + next * nx, xy[2 * i + 3] + next * ny});
        }
      }
    }
    return new Outline(parts);
  }

  /** Runs the same way round as a stroke's straight parts, so that both add up. */
  private static double[] disc(double x, double y, double radius) {
    double[] xy = new double[2 * ROUND_END];
    for (int i = 0; i < ROUND_END; i++) {
      double angle = 2 * Math.PI * i / ROUND_END;
      xy[2 * i] = x + radius * StrictMath.cos(angle);
      xy[2 * i + 1] = y + radius * StrictMath.sin(angle);
    }
    return xy;
  }

  /** This with another cut out of it that lies wholly inside. */
  Outline without(Outline hole) {
    List<double[]> all = new ArrayList<>(contours);
    hole.contours.forEach(xy -> all.add(reversed(xy)));
    return new Outline(all);
  }

  /** This put elsewhere, corner by corner. */
  Outline placed(Placement placement) {
    return new Outline(contours.stream().map(xy -> placed(xy, placement)).toList());
  }

  /** Points put elsewhere. */
  static double[] placed(double[] xy, Placement placement) {
    double[] out = new double[xy.length];
    for (int i = 0; i < xy.length; i += 2) {
      placement.place(xy[i], xy[i + 1], out, i);
    }
    return out;
  }

  /** The same with further corners on long sides, so that a placement can bend them. */
  Outline divided(double longest) {
    return new Outline(contours.stream().map(xy -> divided(xy, longest)).toList());
  }

  private static double[] divided(double[] xy, double longest) {
    List<Double> out = new ArrayList<>();
    for (int i = 0; i < xy.length; i += 2) {
      int next = (i + 2) % xy.length;
      double dx = xy[next] - xy[i];
      double dy = xy[next + 1] - xy[i + 1];
      int parts = Math.max(1, (int) Math.ceil(Math.sqrt(dx * dx + dy * dy) / longest));
      for (int p = 0; p < parts; p++) {
        out.add(xy[i] + dx * p / parts);
        out.add(xy[i + 1] + dy * p / parts);
      }
    }
    return out.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
