package cnnworkshop.app.photo;

import java.util.stream.IntStream;

/** Which rows of a table stand for all of it: evenly spread, and others at each turn, always the same ones. */
final class SheetRows {

  /** The golden section: multiples of it stay far from each other. */
  private static final double FAR = (Math.sqrt(5) - 1) / 2;

  private SheetRows() {}

  /**
   * The rows of one turn. Those of two turns that follow each other have none in common if there are twice as many,
   * and after as many turns as there are rows each was seen.
   *
   * @param rowCount how many rows there are
   * @param most how many are wanted
   * @param turn from 0
   * @return rows from 0, in order; all if there are no more than wanted
   */
  static int[] of(int rowCount, int most, int turn) {
    if (rowCount <= most) {
      return IntStream.range(0, rowCount).toArray();
    }
    long shift = (long) turn * step(rowCount, most) % rowCount;
    return IntStream.range(0, most).map(i -> (int) (((long) i * rowCount / most + shift) % rowCount)).sorted()
        .toArray();
  }

  /** How far the rows move at each turn: less than from one to the next, and without a divisor that rows have. */
  private static int step(int rowCount, int most) {
    int between = rowCount / most;
    int step = Math.max(1, (int) Math.round(between * FAR));
    while (step > 1 && greatestDivisor(step, rowCount) > 1) {
      step--;
    }
    return step;
  }

  private static int greatestDivisor(int a, int b) {
    return b == 0 ? a : greatestDivisor(b, a % b);
  }
}
