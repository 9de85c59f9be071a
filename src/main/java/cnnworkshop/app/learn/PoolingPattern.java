package cnnworkshop.app.learn;

import java.util.Random;

/** Numbers to pool: a picture larger than what is seen of it, so that it can be moved under the eye. */
enum PoolingPattern {
  /** Single bright pixels on black. */
  SPOTS,
  /** A bright slanted line that fades at its sides. */
  STROKE,
  /** Any digits. */
  DIGITS;

  /** Rows and columns that are seen. */
  static final int SIDE = 8;

  /** How far the picture can be moved each way, in pixels. */
  static final int REACH = 8;

  private static final int WHOLE = SIDE + 2 * REACH;

  /**
   * What is seen.
   *
   * @param right columns the picture was moved to the right, at most {@value #REACH} either way
   * @param down rows it was moved down, likewise
   * @return whole numbers 0..9, [row, column], {@value #SIDE} rows and columns
   */
  float[] seen(int right, int down) {
    float[] whole = whole();
    float[] seen = new float[SIDE * SIDE];
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        seen[row * SIDE + column] = whole[(REACH + row - down) * WHOLE + REACH + column - right];
      }
    }
    return seen;
  }

  private float[] whole() {
    float[] whole = new float[WHOLE * WHOLE];
    Random random = new Random(12);
    for (int row = 0; row < WHOLE; row++) {
      for (int column = 0; column < WHOLE; column++) {
        int digit = random.nextInt(10);
        whole[row * WHOLE + column] = switch (this) {
          case SPOTS -> row % 3 == 1 && (column + row / 3) % 3 == 0 ? 5 + digit % 5 : 0;
          case STROKE -> new int[] {9, 6, 2, 0}[Math.min(3, Math.abs(column - row + row / 3 - 4))];
          case DIGITS -> digit;
        };
      }
    }
    return whole;
  }
}
