package cnnworkshop.app.photo;

import cnnworkshop.app.control.MapRegion;
import cnnworkshop.core.inspect.Maps;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The values of a part of a full-size map, averaged over {@code step}×{@code step} cells, computed in bands so that
 * a part of any size needs little memory.
 *
 * @param values [row, column] of the region's picture
 */
record RegionValues(float[] values) {

  /** Values computed at a time, about: a megabyte or two. */
  private static final int BAND = 1 << 19;

  /** @return empty if cancelled */
  static Optional<RegionValues> of(Maps maps, int map, MapRegion region, BooleanSupplier cancelled) {
    int step = region.step();
    int width = region.pictureWidth();
    int height = region.pictureHeight();
    float[] out = new float[width * height];
    int pictureRows = Math.max(1, BAND / (region.width() * step));
    for (int top = 0; top < height; top += pictureRows) {
      if (cancelled.getAsBoolean()) {
        return Optional.empty();
      }
      int bottom = Math.min(height, top + pictureRows);
      int rows = Math.min(bottom * step, region.height()) - top * step;
      float[] band = maps.region(map, region.x(), region.y() + top * step, region.width(), rows);
      for (int row = top; row < bottom; row++) {
        average(band, region.width(), (row - top) * step, Math.min((row - top + 1) * step, rows), step, out,
            row * width);
      }
    }
    return Optional.of(new RegionValues(out));
  }

  private static void average(float[] band, int columns, int fromRow, int toRow, int step, float[] out, int offset) {
    for (int left = 0, cell = offset; left < columns; left += step, cell++) {
      int right = Math.min(left + step, columns);
      double sum = 0;
      for (int y = fromRow; y < toRow; y++) {
        for (int x = left; x < right; x++) {
          sum += band[y * columns + x];
        }
      }
      out[cell] = (float) (sum / ((toRow - fromRow) * (right - left)));
    }
  }
}
