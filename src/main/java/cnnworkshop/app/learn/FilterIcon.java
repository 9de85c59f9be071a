package cnnworkshop.app.learn;

import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.Filters;
import java.util.Arrays;

/** Paints filters of one channel: negative weights blue, positive ones orange, each filter on a scale of its own. */
final class FilterIcon {

  private FilterIcon() {}

  /** A filter's picture, [row, column]. */
  static int[] paint(Filters filters, int filter) {
    int cells = filters.spec().filter().rows() * filters.spec().filter().columns();
    float[] weights = Arrays.copyOfRange(filters.weights(), filter * cells, (filter + 1) * cells);
    return ColourScale.SIGNED.paint(weights, LabMaps.range(weights));
  }
}
