package cnnworkshop.core.op;

/**
 * How a window slides along one axis of its input: the rows or the columns.
 *
 * <p>The window has {@code size} cells, {@code dilation} apart, so it reaches over
 * {@code extent = (size − 1) · dilation + 1} positions. Without "same" padding it
 * fits {@code ⌊(input + 2 · padding − extent) / stride⌋ + 1} times; with it {@code ⌈input / stride⌉} times, and the
 * zeros this takes are split over both ends, an odd one going to the end (bottom or right), as in DL4J,
 * TensorFlow and Keras.
 *
 * @param size cells of the window, at least 1
 * @param stride how far the window moves from one output to the next, at least 1
 * @param dilation distance of neighbouring cells, 1 for a window without holes
 * @param same whether zeros are added so that a stride of 1 keeps the size; {@code padding} is then 0
 * @param padding zeros before the first and after the last input value, at least 0
 */
public record SlidingAxis(int size, int stride, int dilation, boolean same, int padding) {

  /** @throws IllegalArgumentException if a number is below its range */
  public SlidingAxis {
    if (size < 1 || stride < 1 || dilation < 1 || padding < 0 || same && padding != 0) {
      throw new IllegalArgumentException("not a sliding window: size " + size + ", stride " + stride
          + ", dilation " + dilation + ", padding " + (same ? "same, " : "") + padding);
    }
  }

  /** A window that stays inside its input, moved by one, without holes. */
  public static SlidingAxis valid(int size) {
    return new SlidingAxis(size, 1, 1, false, 0);
  }

  /** Positions of the input from the window's first cell to its last. */
  public int extent() {
    return (size - 1) * dilation + 1;
  }

  /** How many outputs {@code input} values give; 0 if the window does not fit. */
  public int outputs(int input) {
    if (same) {
      return (input + stride - 1) / stride;
    }
    int room = input + 2 * padding - extent();
    return room < 0 ? 0 : room / stride + 1;
  }

  /** Zeros before the first of {@code input} values. */
  public int paddingBefore(int input) {
    if (!same) {
      return padding;
    }
    int needed = (outputs(input) - 1) * stride + extent() - input;
    return Math.max(0, needed) / 2;
  }

  /** The input position under the window's first cell for an output; below 0 where it lies in the padding. */
  public int first(int output, int input) {
    return output * stride - paddingBefore(input);
  }
}
