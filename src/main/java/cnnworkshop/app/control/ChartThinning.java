package cnnworkshop.app.control;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Leaves out points of a curve that nobody could see: of all that fall into one pixel column the least and the
 * greatest stay, in their order, so that every peak survives and a curve of any length costs about two points a column.
 */
final class ChartThinning {

  /**
   * What is left of a curve.
   *
   * @param x along the axis, in its unit; rising
   * @param y values; NaN where the curve is interrupted, never twice in a row
   */
  record Line(double[] x, double[] y) {

    /** How many points and gaps there are. */
    int size() {
      return x.length;
    }

    /** Whether a point has no neighbour it could be joined to. */
    boolean isAlone(int index) {
      return !Double.isNaN(y[index]) && (index == 0 || Double.isNaN(y[index - 1]))
          && (index == size() - 1 || Double.isNaN(y[index + 1]));
    }
  }

  private final double columnWidth;
  private double[] x = new double[256];
  private double[] y = new double[256];
  private int size;

  private ChartThinning(double columnWidth) {
    this.columnWidth = columnWidth;
  }

  /**
   * Thins the points {@code from} to before {@code to}.
   *
   * @param xs a point's place along the axis; not falling
   * @param ys a point's value; not finite for a gap
   * @param columnWidth how much of the axis a column of pixels is, above 0
   */
  static Line thin(IntToDoubleFunction xs, IntToDoubleFunction ys, int from, int to, double columnWidth) {
    ChartThinning thinning = new ChartThinning(columnWidth);
    int start = from;
    while (start < to) {
      start = thinning.column(xs, ys, start, to);
    }
    return new Line(Arrays.copyOf(thinning.x, thinning.size), Arrays.copyOf(thinning.y, thinning.size));
  }

  /** Keeps what is seen of the column that begins with a point; gives back where the next one begins. */
  private int column(IntToDoubleFunction xs, IntToDoubleFunction ys, int start, int to) {
    double column = Math.floor(xs.applyAsDouble(start) / columnWidth);
    int least = -1;
    int greatest = -1;
    int i = start;
    for (; i < to && Math.floor(xs.applyAsDouble(i) / columnWidth) == column; i++) {
      double value = ys.applyAsDouble(i);
      if (Double.isFinite(value)) {
        least = least < 0 || value < ys.applyAsDouble(least) ? i : least;
        greatest = greatest < 0 || value > ys.applyAsDouble(greatest) ? i : greatest;
      }
    }
    // A gap within the column is narrower than a pixel; at its ends it may reach into the next one.
    if (!Double.isFinite(ys.applyAsDouble(start))) {
      gap(xs.applyAsDouble(start));
    }
    if (least >= 0) {
      int first = Math.min(least, greatest);
      int second = Math.max(least, greatest);
      keep(xs.applyAsDouble(first), ys.applyAsDouble(first));
      if (second > first) {
        keep(xs.applyAsDouble(second), ys.applyAsDouble(second));
      }
    }
    if (!Double.isFinite(ys.applyAsDouble(i - 1))) {
      gap(xs.applyAsDouble(i - 1));
    }
    return i;
  }

  private void gap(double at) {
    if (size == 0 || !Double.isNaN(y[size - 1])) {
      keep(at, Double.NaN);
    }
  }

  private void keep(double atX, double value) {
    if (size == x.length) {
      x = Arrays.copyOf(x, 2 * size);
      y = Arrays.copyOf(y, 2 * size);
    }
    x[size] = atX;
    y[size++] = value;
  }
}
