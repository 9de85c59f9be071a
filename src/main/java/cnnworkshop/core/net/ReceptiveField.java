package cnnworkshop.core.net;

import cnnworkshop.core.net.LayerSpec.Size;

/**
 * Which part of the picture one output of a layer looks at. Padding is counted as picture: at the edges less is seen.
 *
 * @param size rows and columns, in pixels of the picture
 * @param jump how far the fields of two neighbouring outputs lie apart, in pixels; 0 where there is one output only
 */
public record ReceptiveField(Size size, Size jump) {

  /** The picture itself: every value is one pixel. */
  static ReceptiveField pixel() {
    return new ReceptiveField(Size.of(1), Size.of(1));
  }

  /** All of a picture. */
  static ReceptiveField whole(Shape picture) {
    return new ReceptiveField(new Size(picture.height(), picture.width()), Size.of(0));
  }

  /**
   * The field after a window slid over outputs of this one: it grows by (extent − 1) jumps, and the jump by the stride.
   *
   * @param extent positions from the window's first cell to its last
   */
  ReceptiveField through(Size extent, Size stride) {
    return new ReceptiveField(
        new Size(capped(size.rows() + (extent.rows() - 1L) * jump.rows()),
            capped(size.columns() + (extent.columns() - 1L) * jump.columns())),
        new Size(capped((long) jump.rows() * stride.rows()), capped((long) jump.columns() * stride.columns())));
  }

  /** A stride applied to a single value again and again makes jumps no picture has. */
  private static int capped(long pixels) {
    return (int) Math.min(Integer.MAX_VALUE, pixels);
  }
}
