package cnnworkshop.core.net.onednn;

import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Size;

/**
 * How a filter or a pooling window moves over maps, in oneDNN's terms: dilation counts the values left out, and padding
 * may differ before and after.
 *
 * @param rows rows of the result
 * @param columns columns of the result
 * @param size rows and columns of the window
 * @param strides down and to the right
 * @param dilations 0 where the window's values lie side by side
 * @param before rows added above and columns added to the left
 * @param after rows added below and columns added to the right
 */
record Window(long rows, long columns, long[] size, long[] strides, long[] dilations, long[] before, long[] after) {

  /** A window over maps of that many rows and columns. Padding SAME adds an odd row or column after, as DL4J does. */
  Window(Size size, Size stride, Size dilation, Padding padding, long rows, long columns) {
    this(new Side(size.rows(), stride.rows(), dilation.rows(), padding.same(), padding.size().rows(), rows),
        new Side(size.columns(), stride.columns(), dilation.columns(), padding.same(), padding.size().columns(), columns));
  }

  /** One that takes in whole maps. */
  static Window whole(long rows, long columns) {
    Size all = new Size((int) rows, (int) columns);
    return new Window(all, Size.of(1), Size.of(1), Padding.VALID, rows, columns);
  }

  private Window(Side down, Side right) {
    this(down.count, right.count, new long[] {down.size, right.size}, new long[] {down.stride, right.stride},
        new long[] {down.dilation - 1, right.dilation - 1}, new long[] {down.before, right.before},
        new long[] {down.after, right.after});
  }

  private static final class Side {
    private final long size;
    private final long stride;
    private final long dilation;
    private final long count;
    private final long before;
    private final long after;

    Side(long size, long stride, long dilation, boolean same, long padding, long length) {
      this.size = size;
      this.stride = stride;
      this.dilation = dilation;
      long reach = (size - 1) * dilation + 1;
      if (same) {
        count = (length + stride - 1) / stride;
        long added = Math.max(0, (count - 1) * stride + reach - length);
        before = added / 2;
        after = added - before;
      } else {
        count = (length + 2 * padding - reach) / stride + 1;
        before = padding;
        // What the last step does not reach is left out.
        after = (count - 1) * stride + reach - length - padding;
      }
    }
  }
}
