package cnnworkshop.core.data.drawn;

/**
 * How much of each pixel an outline covers, exactly: every side adds the signed area to its right within the pixels it
 * crosses, and running sums along the rows fill the rest. Where parts of an outline overlap they count once, but for
 * pixels on both their edges.
 *
 * @see "Raph Levien, Inside the fastest font renderer in the world, 2016"
 */
final class Coverage {

  private final int left;
  private final int top;
  private final int columns;
  private final int rows;
  /** Two columns more than the outline's box: what a side adds behind the last pixel is never read. */
  private final int stride;
  private final float[] covered;

  /**
   * @param width columns of the picture the outline lies on; pixel centres are whole numbers from 0
   * @param height its rows
   */
  Coverage(Outline outline, int width, int height) {
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (double[] xy : outline.contours()) {
      for (int i = 0; i < xy.length; i += 2) {
        minX = Math.min(minX, xy[i]);
        maxX = Math.max(maxX, xy[i]);
        minY = Math.min(minY, xy[i + 1]);
        maxY = Math.max(maxY, xy[i + 1]);
      }
    }
    this.left = (int) Math.max(0, Math.floor(minX + 0.5));
    this.top = (int) Math.max(0, Math.floor(minY + 0.5));
    this.columns = Math.max(0, (int) Math.min(width, Math.ceil(maxX + 0.5)) - left);
    this.rows = Math.max(0, (int) Math.min(height, Math.ceil(maxY + 0.5)) - top);
    this.stride = columns + 2;
    this.covered = new float[columns == 0 ? 0 : stride * rows];
    if (covered.length > 0) {
      outline.contours().forEach(this::add);
      sum();
    }
  }

  int left() {
    return left;
  }

  int top() {
    return top;
  }

  /** The column behind the last that may be covered. */
  int right() {
    return left + columns;
  }

  /** The row behind the last that may be covered. */
  int bottom() {
    return top + rows;
  }

  /** 0 to 1 for a pixel of the picture between the bounds above. */
  float at(int x, int y) {
    return covered[(y - top) * stride + x - left];
  }

  private void add(double[] xy) {
    int n = xy.length;
    for (int i = 0; i < n; i += 2) {
      int next = i + 2 == n ? 0 : i + 2;
      side(xy[i] + 0.5 - left, xy[i + 1] + 0.5 - top, xy[next] + 0.5 - left, xy[next + 1] + 0.5 - top);
    }
  }

  private void side(double fromX, double fromY, double toX, double toY) {
    boolean down = fromY < toY;
    double x0 = down ? fromX : toX;
    double y0 = down ? fromY : toY;
    double x1 = down ? toX : fromX;
    double y1 = down ? toY : fromY;
    if (y0 == y1) {
      return;
    }
    double slope = (x1 - x0) / (y1 - y0);
    int first = (int) Math.max(0, Math.floor(y0));
    int end = (int) Math.min(rows, Math.ceil(y1));
    for (int row = first; row < end; row++) {
      double upper = Math.max(row, y0);
      double lower = Math.min(row + 1, y1);
      double a = inside(x0 + (upper - y0) * slope);
      double b = inside(x0 + (lower - y0) * slope);
      double high = down ? lower - upper : upper - lower;
      crossRow(row * stride, Math.min(a, b), Math.max(a, b), high);
    }
  }

  private double inside(double x) {
    return Math.max(0, Math.min(columns, x));
  }

  /** A side crosses a row from column {@code a} to {@code b} ≥ a, over {@code high} of its height. */
  private void crossRow(int row, double a, double b, double high) {
    int first = (int) a;
    int last = (int) Math.ceil(b);
    if (last <= first + 1) {
      double middle = (a + b) / 2 - first;
      covered[row + first] += (float) (high * (1 - middle));
      covered[row + first + 1] += (float) (high * middle);
      return;
    }
    // What is covered up to a column's end grows with the square of the way the side has gone in it.
    double perColumn = high / (b - a);
    double before = 0;
    double soFar = 0;
    for (int column = first; column < last; column++) {
      double enter = Math.max(a, column);
      double leave = Math.min(b, column + 1);
      double part = perColumn * (leave - enter);
      double area = soFar + part * (column + 1 - (enter + leave) / 2);
      covered[row + column] += (float) (area - before);
      before = area;
      soFar += part;
    }
    covered[row + last] += (float) (high - before);
  }

  private void sum() {
    for (int row = 0; row < rows; row++) {
      float running = 0;
      for (int i = row * stride; i < row * stride + columns; i++) {
        running += covered[i];
        covered[i] = Math.min(1, Math.abs(running));
      }
    }
  }
}
