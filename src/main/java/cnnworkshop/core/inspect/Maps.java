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
}
