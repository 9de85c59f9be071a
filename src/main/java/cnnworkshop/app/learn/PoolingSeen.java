package cnnworkshop.app.learn;

import cnnworkshop.core.op.Pooling;

/**
 * One picture before and after pooling, where it was and where it was moved to.
 *
 * @param pooling what was done
 * @param channels how many such maps the layer has; one of them is seen
 * @param side rows and columns of the input
 * @param inputBefore where it was, [row, column]
 * @param input where it is now, likewise
 * @param outputBefore pooled, where it was
 * @param output pooled, where it is now
 * @param changed for each output whether it differs
 * @param right columns it was moved to the right
 * @param down rows it was moved down
 * @param moved whether it is elsewhere than it was
 */
record PoolingSeen(Pooling pooling, int channels, int side, float[] inputBefore, float[] input, float[] outputBefore,
    float[] output, boolean[] changed, int right, int down, boolean moved) {

  /** Why an output is what it is after a move. */
  enum Reason {
    /** Nothing in the window is above 0, before and after. */
    ALL_ZERO,
    /** The largest value is still inside its window, and none larger came in. */
    STAYED_INSIDE,
    /** It left the window, but one as large is there. */
    AN_EQUAL_ONE,
    /** It left the window. */
    LEFT,
    /** It is still there, but a larger one came in. */
    A_LARGER_ONE
  }

  int outputRows() {
    return pooling.vertical().outputs(side);
  }

  int outputColumns() {
    return pooling.horizontal().outputs(side);
  }

  int changedCount() {
    int count = 0;
    for (boolean differs : changed) {
      count += differs ? 1 : 0;
    }
    return count;
  }

  /** How many outputs are 0 before and after, and so the same whatever pooling does. */
  int zeroCount() {
    int count = 0;
    for (int i = 0; i < output.length; i++) {
      count += output[i] == 0 && outputBefore[i] == 0 ? 1 : 0;
    }
    return count;
  }

  /** The index in the input of the largest value of an output's window. */
  int place(int row, int column) {
    return pooling.place(input, side, side, 0, row, column);
  }

  /** Why the maximum of a window is what it is; for maximum pooling. */
  Reason reason(int row, int column) {
    int was = pooling.place(inputBefore, side, side, 0, row, column);
    int y = was / side + down;
    int x = was % side + right;
    boolean inside = covers(row, column, y, x);
    int at = row * outputColumns() + column;
    if (output[at] == 0 && outputBefore[at] == 0) {
      return Reason.ALL_ZERO;
    }
    if (changed[at]) {
      return inside ? Reason.A_LARGER_ONE : Reason.LEFT;
    }
    return inside ? Reason.STAYED_INSIDE : Reason.AN_EQUAL_ONE;
  }

  private boolean covers(int row, int column, int y, int x) {
    int top = pooling.vertical().first(row, side);
    int left = pooling.horizontal().first(column, side);
    return y >= Math.max(0, top) && y < Math.min(side, top + pooling.vertical().size())
        && x >= Math.max(0, left) && x < Math.min(side, left + pooling.horizontal().size());
  }
}
