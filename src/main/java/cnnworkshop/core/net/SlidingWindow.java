package cnnworkshop.core.net;

import cnnworkshop.core.net.LayerSpec.Convolution;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Pooling;
import cnnworkshop.core.net.LayerSpec.Size;
import cnnworkshop.core.op.SlidingAxis;
import java.util.function.Predicate;

/** How the window of a convolution or pooling layer slides over maps, down their rows and along their columns. */
record SlidingWindow(SlidingAxis down, SlidingAxis along) {

  static SlidingWindow of(Convolution c) {
    return of(c.filter(), c.stride(), c.dilation(), c.padding());
  }

  static SlidingWindow of(Pooling p) {
    return of(p.window(), p.stride(), Size.of(1), p.padding());
  }

  private static SlidingWindow of(Size size, Size stride, Size dilation, Padding padding) {
    Size zeros = padding.same() ? Size.of(0) : padding.size();
    return new SlidingWindow(
        new SlidingAxis(size.rows(), stride.rows(), dilation.rows(), padding.same(), zeros.rows()),
        new SlidingAxis(size.columns(), stride.columns(), dilation.columns(), padding.same(), zeros.columns()));
  }

  /** Positions from the first cell to the last. */
  Size extent() {
    return new Size(down.extent(), along.extent());
  }

  Size stride() {
    return new Size(down.stride(), along.stride());
  }

  /** How many outputs maps of a shape give; 0 where the window does not fit. */
  Size outputs(Shape input) {
    return new Size(down.outputs(input.height()), along.outputs(input.width()));
  }

  /** The maps with their zeros around them. */
  Size padded(Shape input) {
    return new Size(input.height() + 2 * down.padding(), input.width() + 2 * along.padding());
  }

  /** Rows and columns at the end that no window reaches; the window has to fit. */
  Size remainder(Shape input) {
    return new Size(remainder(down, input.height()), remainder(along, input.width()));
  }

  boolean largerThan(Shape input) {
    return down.extent() > input.height() || along.extent() > input.width();
  }

  /** Whether there are places where it sees nothing but zeros. */
  boolean seesOnlyPadding() {
    return either(axis -> axis.padding() >= axis.extent());
  }

  /** Whether there are values between its places that it never sees. */
  boolean skips() {
    return either(axis -> axis.stride() > axis.extent());
  }

  private boolean either(Predicate<SlidingAxis> holds) {
    return holds.test(down) || holds.test(along);
  }

  private static int remainder(SlidingAxis axis, int input) {
    return axis.same() ? 0 : (input + 2 * axis.padding() - axis.extent()) % axis.stride();
  }
}
