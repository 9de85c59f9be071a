package cnnworkshop.core.inspect;

import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Pool;
import cnnworkshop.core.op.SlidingAxis;

/**
 * The window a pooled value came from.
 *
 * @param pool how it was summed up
 * @param row of the map before, of the window's first cell inside it
 * @param column likewise
 * @param rows of the window, as far as it lies inside the map
 * @param columns likewise
 * @param cells the map's values in the window, [row, column]
 * @param largest which of the cells is the largest, the first of several
 * @param value what became of them
 */
public record PoolingOrigin(Pool pool, int row, int column, int rows, int columns, float[] cells, int largest,
    float value) implements ValueOrigin {

  static PoolingOrigin of(LayerSpec.Pooling layer, FeatureMaps before, int map, int row, int column, float value) {
    LayerSpec.Padding padding = layer.padding();
    SlidingAxis down = new SlidingAxis(layer.window().rows(), layer.stride().rows(), 1, padding.same(),
        padding.same() ? 0 : padding.size().rows());
    SlidingAxis along = new SlidingAxis(layer.window().columns(), layer.stride().columns(), 1, padding.same(),
        padding.same() ? 0 : padding.size().columns());
    int top = down.first(row, before.shape().height());
    int left = along.first(column, before.shape().width());
    int firstRow = Math.max(0, top);
    int firstColumn = Math.max(0, left);
    return of(layer.pool(), before, map, firstRow, firstColumn,
        Math.min(before.shape().height(), top + down.size()) - firstRow,
        Math.min(before.shape().width(), left + along.size()) - firstColumn, value);
  }

  /** A whole map. */
  static PoolingOrigin ofAll(LayerSpec.GlobalPooling layer, FeatureMaps before, int map, float value) {
    return of(layer.pool(), before, map, 0, 0, before.shape().height(), before.shape().width(), value);
  }

  private static PoolingOrigin of(Pool pool, FeatureMaps before, int map, int row, int column, int rows, int columns,
      float value) {
    float[] cells = new float[rows * columns];
    int largest = 0;
    for (int i = 0; i < cells.length; i++) {
      cells[i] = before.at(map, row + i / columns, column + i % columns);
      largest = cells[i] > cells[largest] ? i : largest;
    }
    return new PoolingOrigin(pool, row, column, rows, columns, cells, largest, value);
  }

  /** All cells added up. */
  public double sum() {
    double sum = 0;
    for (float cell : cells) {
      sum += cell;
    }
    return sum;
  }
}
