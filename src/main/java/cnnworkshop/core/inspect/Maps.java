package cnnworkshop.core.inspect;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The maps of one layer, all of one size: what a map grid shows, wherever they come from. Values are asked for in
 * rectangles or reduced to a display size; nothing obliges an implementation to hold a whole map. Immutable and
 * safe for several threads.
 */
public abstract sealed class Maps permits PhotoMaps, LayerMaps {

  /** Columns and rows of full-size values a thread computes at a time: their inputs stay in a core's second-level cache. */
  private static final int STRIP_COLUMNS = 1024;
  private static final int STRIP_ROWS = 16;

  /** Pixels from which a second core is worth waking. */
  private static final long WORTH_SHARING = 1 << 14;

  private final int count;
  private final int width;
  private final int height;

  Maps(int count, int width, int height) {
    this.count = count;
    this.width = width;
    this.height = height;
  }

  /** How many maps there are. */
  public final int count() {
    return count;
  }

  /** Columns of each map, at least 1. */
  public final int width() {
    return width;
  }

  /** Rows of each map, at least 1. */
  public final int height() {
    return height;
  }

  /** How one value came about; empty for layers that are no convolution the workshop computes itself. */
  public abstract Optional<Arithmetic> arithmetic(int map, int row, int column);

  /** A rectangle of all maps, which lies inside them. */
  abstract Tile tile(int x, int y, int columns, int rows);

  /**
   * Full-size values of a rectangle of a map.
   *
   * @return [row, column]
   * @throws IndexOutOfBoundsException if the rectangle leaves the map or there is no such map
   */
  public final float[] region(int map, int x, int y, int columns, int rows) {
    if (map < 0 || map >= count || x < 0 || y < 0 || columns < 1 || rows < 1
        || x > width - columns || y > height - rows) {
      throw new IndexOutOfBoundsException("map " + map + ", " + columns + "×" + rows + " from column " + x + ", row "
          + y + " of " + count + " maps of " + width + "×" + height);
    }
    Tile tile = tile(x, y, columns, rows);
    float[] out = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      tile.row(map, row, out, row * columns);
    }
    return out;
  }

  /** One value of a map. */
  public final float value(int map, int row, int column) {
    return region(map, column, row, 1, 1)[0];
  }

  /**
   * A map averaged down by areas so that its longest side is {@code longestSide}; the map itself if it is no larger.
   */
  public final MapReduction reduce(int map, int longestSide) {
    if (map < 0 || map >= count) {
      throw new IndexOutOfBoundsException("map " + map + " of " + count);
    }
    MapReduction[] result = new MapReduction[1];
    new ReductionRun(this, ReductionPlan.of(width, height, longestSide), List.of(map),
        reduction -> result[0] = reduction, () -> false).work(Runnable::run, 1);
    return result[0];
  }

  /**
   * All maps averaged down, as {@link #reduce} does, a few maps at a time so that the first come early.
   * Returns when all are done or it was cancelled.
   *
   * @param longestSide longest side of the results
   * @param each gets each map in order, as soon as it is done; on this thread or one of {@code helpers}, never two
   *     at once
   * @param cancelled asked often, from every thread; once true, work stops within milliseconds
   * @param helpers where the other threads come from; nothing waits for a helper that gets no thread
   * @param threads how many threads work, this one counted
   * @return false if cancelled before the last map was done
   */
  public final boolean reduceAll(int longestSide, Consumer<MapReduction> each, BooleanSupplier cancelled,
      Executor helpers, int threads) {
    ReductionRun run = new ReductionRun(this, ReductionPlan.of(width, height, longestSide),
        IntStream.range(0, count).boxed().toList(), each, cancelled);
    return run.work(helpers, (long) width * height * count < WORTH_SHARING ? 1 : threads);
  }

  /** What is done with rows of all maps. */
  @FunctionalInterface
  public interface Band<E extends Exception> {
    /**
     * @param first the first row
     * @param rows how many rows
     * @param values [map, row, column]; the next band is written over them
     */
    void take(int first, int rows, float[] values) throws E;
  }

  /**
   * All values of all maps at full size, a band of rows of all maps at a time, from top to bottom.
   *
   * @param most rows of a band, at most; 16 or more share their inputs best
   * @param parallel whether the machine's cores share the work
   * @param each gets the bands on this thread
   */
  public final <E extends Exception> void bands(int most, boolean parallel, Band<E> each) throws E {
    float[] values = new float[count * Math.min(most, height) * width];
    for (int first = 0; first < height; first += most) {
      int rows = Math.min(most, height - first);
      band(first, rows, values, parallel);
      each.take(first, rows, values);
    }
  }

  private void band(int first, int rows, float[] values, boolean parallel) {
    int across = (width + STRIP_COLUMNS - 1) / STRIP_COLUMNS;
    int down = (rows + STRIP_ROWS - 1) / STRIP_ROWS;
    IntStream strips = IntStream.range(0, across * down);
    (parallel ? strips.parallel() : strips).forEach(strip -> {
      int x = strip % across * width / across;
      int columns = (strip % across + 1) * width / across - x;
      int y = strip / across * rows / down;
      int end = (strip / across + 1) * rows / down;
      Tile tile = tile(x, first + y, columns, end - y);
      for (int map = 0; map < count; map++) {
        for (int row = y; row < end; row++) {
          tile.row(map, row - y, values, (map * rows + row) * width + x);
        }
      }
    });
  }
}
