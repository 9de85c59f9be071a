package cnnworkshop.core.inspect;

import java.util.Arrays;

/**
 * Builds one {@link MapReduction} from tiles, which may come from several threads and in any order; the result does
 * not depend on either. A tile covers whole cells, so each cell is averaged in one go.
 */
final class Reduction {

  /** Columns and rows of outputs a tile has about: what it works on stays in a core's second-level cache. */
  private static final int TILE_COLUMNS = 1024;
  private static final int TILE_ROWS = 32;

  private static final float HUGE = 0x1p120f;

  /** Cells from column {@code left}, row {@code top} up to {@code right} and {@code bottom}. */
  record Cells(int left, int top, int right, int bottom) {}

  private final int map;
  private final ReductionPlan plan;
  private final float[] values;
  private final double[] tileSums;
  private float minimum = Float.POSITIVE_INFINITY;
  private float maximum = Float.NEGATIVE_INFINITY;
  private long nonZero;

  Reduction(int map, ReductionPlan plan) {
    this.map = map;
    this.plan = plan;
    this.values = new float[plan.width() * plan.height()];
    this.tileSums = new double[tiles(plan)];
  }

  /** How many tiles a map is cut into. */
  static int tiles(ReductionPlan plan) {
    return tilesAcross(plan) * tilesDown(plan);
  }

  /** The cells of a tile, 0..tiles − 1. */
  static Cells cells(ReductionPlan plan, int tile) {
    int across = tilesAcross(plan);
    int down = tilesDown(plan);
    int i = tile % across;
    int j = tile / across;
    return new Cells((int) ((long) i * plan.width() / across), (int) ((long) j * plan.height() / down),
        (int) ((long) (i + 1) * plan.width() / across), (int) ((long) (j + 1) * plan.height() / down));
  }

  private static int tilesAcross(ReductionPlan plan) {
    return Math.min(plan.width(), (plan.fullWidth() + TILE_COLUMNS - 1) / TILE_COLUMNS);
  }

  private static int tilesDown(ReductionPlan plan) {
    return Math.min(plan.height(), (plan.fullHeight() + TILE_ROWS - 1) / TILE_ROWS);
  }

  /** Adds a tile: computes its rows and averages them into its cells. */
  void add(int number, Tile tile) {
    Cells cells = cells(plan, number);
    int firstColumn = plan.firstColumn(cells.left);
    int columns = plan.firstColumn(cells.right) - firstColumn;
    int firstRow = plan.firstRow(cells.top);
    Columns total = new Columns(columns);
    float[] row = new float[columns];
    double sum = 0;
    for (int cell = cells.top; cell < cells.bottom; cell++) {
      int from = plan.firstRow(cell);
      int to = plan.firstRow(cell + 1);
      Arrays.fill(total.sums, 0);
      for (int y = from; y < to; y++) {
        tile.row(map, y - firstRow, row, 0);
        total.add(row);
      }
      sum += endOfCells(cells, cell, to - from, total.sums);
    }
    tileSums[number] = sum;
    merge(total, (long) columns * (plan.firstRow(cells.bottom) - firstRow));
  }

  /** Averages one row of cells whose column sums are complete; returns the sum of all their values. */
  private double endOfCells(Cells cells, int cellRow, int rows, float[] columnSums) {
    double all = 0;
    int column = 0;
    int first = plan.firstColumn(cells.left);
    for (int cell = cells.left; cell < cells.right; cell++) {
      int end = plan.firstColumn(cell + 1) - first;
      int count = (end - column) * rows;
      // Two sums side by side: the processor need not wait for one addition to end before it starts the next.
      double even = 0;
      double odd = 0;
      for (; column + 1 < end; column += 2) {
        even += columnSums[column];
        odd += columnSums[column + 1];
      }
      if (column < end) {
        even += columnSums[column++];
      }
      double sum = even + odd;
      values[cellRow * plan.width() + cell] = (float) (sum / count);
      all += sum;
    }
    return all;
  }

  private synchronized void merge(Columns tile, long count) {
    double nonZeroOfTile = 0;
    for (int i = 0; i < tile.sums.length; i++) {
      minimum = Math.min(minimum, tile.minima[i]);
      maximum = Math.max(maximum, tile.maxima[i]);
      nonZeroOfTile += tile.nonZero[i];
    }
    // A map with values that are no numbers counts them as not zero.
    nonZero += Double.isNaN(nonZeroOfTile) ? count : (long) nonZeroOfTile;
  }

  /** The finished map; to be called when every tile was added. */
  synchronized MapReduction result() {
    double sum = 0;
    for (double part : tileSums) {
      sum += part;
    }
    double count = (double) plan.fullWidth() * plan.fullHeight();
    return new MapReduction(map, plan.width(), plan.height(), values, plan.fullWidth(), plan.fullHeight(),
        minimum, maximum, sum / count, (count - nonZero) / count);
  }

  /** Running numbers of each column of a tile. Column by column there is no chain from one value to the next. */
  private static final class Columns {

    private final float[] sums;
    private final float[] minima;
    private final float[] maxima;
    private final float[] nonZero;

    Columns(int columns) {
      sums = new float[columns];
      minima = new float[columns];
      maxima = new float[columns];
      nonZero = new float[columns];
      Arrays.fill(minima, Float.POSITIVE_INFINITY);
      Arrays.fill(maxima, Float.NEGATIVE_INFINITY);
    }

    void add(float[] row) {
      for (int i = 0; i < row.length; i++) {
        sums[i] += row[i];
      }
      for (int i = 0; i < row.length; i++) {
        minima[i] = Math.min(minima[i], row[i]);
      }
      for (int i = 0; i < row.length; i++) {
        maxima[i] = Math.max(maxima[i], row[i]);
      }
      // 1 for any value but 0, without a branch: even the smallest float times 2^240 is above 1.
      for (int i = 0; i < row.length; i++) {
        nonZero[i] += Math.min(1f, Math.abs(row[i]) * HUGE * HUGE);
      }
    }
  }
}
