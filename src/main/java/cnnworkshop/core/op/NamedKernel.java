package cnnworkshop.core.op;

/** Kernels that image processing has names for. To be laid on without being flipped. */
public enum NamedKernel {
  /** Leaves everything as it is. */
  IDENTITY(3, 0, 0, 0, 0, 1, 0, 0, 0, 0),
  /** A weighted mean: binomial numbers, which come close to a bell curve. */
  BLUR(0),
  /** The middle against its four neighbours. */
  SHARPEN(3, 0, -1, 0, -1, 5, -1, 0, -1, 0),
  /** Eight times the middle less its eight neighbours: 0 where nothing changes. */
  OUTLINE(3, -1, -1, -1, -1, 8, -1, -1, -1, -1),
  /** Light from the upper left. */
  EMBOSS(3, -2, -1, 0, -1, 1, 1, 0, 1, 2),
  /** Positive where it is brighter below (Sobel). */
  SOBEL_BOTTOM(3, -1, -2, -1, 0, 0, 0, 1, 2, 1),
  /** Positive where it is brighter above (Sobel). */
  SOBEL_TOP(3, 1, 2, 1, 0, 0, 0, -1, -2, -1),
  /** Positive where it is brighter on the left (Sobel). */
  SOBEL_LEFT(3, 1, 0, -1, 2, 0, -2, 1, 0, -1),
  /** Positive where it is brighter on the right (Sobel). */
  SOBEL_RIGHT(3, -1, 0, 1, -2, 0, 2, -1, 0, 1);

  private final int side;
  private final float[] weights;

  NamedKernel(int side, float... weights) {
    this.side = side;
    this.weights = weights;
  }

  /**
   * The weights, [row, column]. Those known as 3×3 stand in the middle of a larger kernel, with zeros around; of a
   * 1×1 kernel only the middle is left.
   *
   * @param size rows and columns, odd
   */
  public float[] weights(int size) {
    return this == BLUR ? binomial(size) : recentred(weights, side, size);
  }

  /** A kernel's middle in a kernel of another odd size: cut off, or with zeros around. */
  public static float[] recentred(float[] weights, int from, int to) {
    float[] out = new float[to * to];
    int shift = (to - from) / 2;
    for (int row = 0; row < to; row++) {
      for (int column = 0; column < to; column++) {
        int i = row - shift;
        int j = column - shift;
        if (i >= 0 && i < from && j >= 0 && j < from) {
          out[row * to + column] = weights[i * from + j];
        }
      }
    }
    return out;
  }

  /** Products of two rows of Pascal's triangle, with the sum 1. */
  private static float[] binomial(int size) {
    int[] row = new int[size];
    row[0] = 1;
    for (int n = 1; n < size; n++) {
      for (int k = n; k > 0; k--) {
        row[k] += row[k - 1];
      }
    }
    float total = 1 << 2 * (size - 1);
    float[] out = new float[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        out[i * size + j] = row[i] * row[j] / total;
      }
    }
    return out;
  }
}
