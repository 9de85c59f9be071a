package cnnworkshop.app.photo;

import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.FaceView.Point;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Size;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.op.SlidingAxis;
import java.util.List;

/**
 * Which part of the input one value of a layer's map depends on: that of row r, column c on {@code rows.size} rows
 * from {@code rows.start + r · rows.step} on, columns likewise. Found by following the windows of all layers before.
 *
 * @param rows down the picture
 * @param columns along it
 */
record ReceptiveField(Axis rows, Axis columns) {

  /**
   * One direction, in input pixels.
   *
   * @param start where the first value's part begins; below 0 in padding
   * @param step from one value's part to the next's
   * @param size how long a part is
   */
  record Axis(int start, int step, int size) {

    private Axis through(SlidingAxis window, int inputSize) {
      return new Axis(start + window.first(0, inputSize) * step, step * window.stride(),
          size + (window.extent() - 1) * step);
    }

    /** The value whose part has its middle nearest to an input coordinate, of {@code outputs} values. */
    int valueAt(double input, int outputs) {
      long nearest = Math.round((input - start - (size - 1) / 2.0) / step);
      return (int) Math.max(0, Math.min(outputs - 1, nearest));
    }
  }

  /** A rectangle of pixels; parts of it may lie outside the picture. */
  record Area(double x, double y, double width, double height) {}

  /**
   * @param shapes what each layer gives
   * @param layer which layer's values
   * @param height rows of the input, which for the first convolution may be a photo's
   * @param width columns of the input
   */
  static ReceptiveField of(NetworkSpec network, List<Shape> shapes, int layer, int height, int width) {
    Axis rows = new Axis(0, 1, 1);
    Axis columns = rows;
    int inputHeight = height;
    int inputWidth = width;
    for (int i = 0; i <= layer; i++) {
      if (network.layers().get(i) instanceof LayerSpec.Convolution c) {
        rows = rows.through(axis(c.filter().rows(), c.stride().rows(), c.dilation().rows(), c.padding(),
            c.padding().size().rows()), inputHeight);
        columns = columns.through(axis(c.filter().columns(), c.stride().columns(), c.dilation().columns(),
            c.padding(), c.padding().size().columns()), inputWidth);
      } else if (network.layers().get(i) instanceof LayerSpec.Pooling p) {
        Size padding = p.padding().size();
        rows = rows.through(axis(p.window().rows(), p.stride().rows(), 1, p.padding(), padding.rows()), inputHeight);
        columns = columns.through(axis(p.window().columns(), p.stride().columns(), 1, p.padding(),
            padding.columns()), inputWidth);
      }
      inputHeight = shapes.get(i).height();
      inputWidth = shapes.get(i).width();
    }
    return new ReceptiveField(rows, columns);
  }

  private static SlidingAxis axis(int size, int stride, int dilation, Padding padding, int zeros) {
    return new SlidingAxis(size, stride, dilation, padding.same(), padding.same() ? 0 : zeros);
  }

  /** The part of the input that one value depends on. */
  Area of(int row, int column) {
    return new Area(columns.start + (double) column * columns.step, rows.start + (double) row * rows.step,
        columns.size, rows.size);
  }

  /** The upright rectangle of photo pixels around a part of a view of it. */
  static Area onPhoto(Area part, FaceView view) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int corner = 0; corner < 4; corner++) {
      Point p = view.toPhoto(part.x - 0.5 + (corner & 1) * part.width, part.y - 0.5 + (corner >> 1) * part.height);
      left = Math.min(left, p.x() + 0.5);
      top = Math.min(top, p.y() + 0.5);
      right = Math.max(right, p.x() + 0.5);
      bottom = Math.max(bottom, p.y() + 0.5);
    }
    return new Area(left, top, right - left, bottom - top);
  }
}
