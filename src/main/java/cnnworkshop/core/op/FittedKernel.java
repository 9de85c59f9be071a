package cnnworkshop.core.op;

/**
 * A kernel laid into a place of another size, middle on middle. Of an even number of rows or columns the middle is the
 * one before the half, as it is for padding that keeps the size.
 *
 * @param weights [row, column]; not to be changed
 * @param padded whether zeros came around it
 * @param cropped whether some of its border was cut off
 */
public record FittedKernel(float[] weights, boolean padded, boolean cropped) {

  private static final int NAMED = 3;

  /**
   * A kernel with a name. A blur is known for every size; the others are 3×3.
   *
   * @param rows of the place, at least 1
   * @param columns of the place, at least 1
   */
  public static FittedKernel of(NamedKernel kernel, int rows, int columns) {
    return kernel == NamedKernel.BLUR ? new FittedKernel(blur(rows, columns), false, false)
        : of(kernel.weights(NAMED), NAMED, NAMED, rows, columns);
  }

  /**
   * Any kernel.
   *
   * @param kernel [row, column]
   * @param fromRows its rows
   * @param fromColumns its columns
   * @param rows of the place, at least 1
   * @param columns of the place, at least 1
   */
  public static FittedKernel of(float[] kernel, int fromRows, int fromColumns, int rows, int columns) {
    float[] weights = new float[rows * columns];
    int down = middle(fromRows) - middle(rows);
    int right = middle(fromColumns) - middle(columns);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int i = row + down;
        int j = column + right;
        if (i >= 0 && i < fromRows && j >= 0 && j < fromColumns) {
          weights[row * columns + column] = kernel[i * fromColumns + j];
        }
      }
    }
    return new FittedKernel(weights, rows > fromRows || columns > fromColumns,
        rows < fromRows || columns < fromColumns);
  }

  private static int middle(int size) {
    return (size - 1) / 2;
  }

  /** What a column of the square blur of one size adds up to, times that of a row of the other size. */
  private static float[] blur(int rows, int columns) {
    float[] down = sums(NamedKernel.BLUR.weights(rows), rows);
    float[] right = sums(NamedKernel.BLUR.weights(columns), columns);
    float[] weights = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        weights[row * columns + column] = down[row] * right[column];
      }
    }
    return weights;
  }

  private static float[] sums(float[] square, int size) {
    float[] sums = new float[size];
    for (int i = 0; i < square.length; i++) {
      sums[i / size] += square[i];
    }
    return sums;
  }
}
