package cnnworkshop.core.op;

/**
 * A polynomial laid through points so that the squares of its errors are least.
 *
 * <p>For points (x, y), x within −1..1, it is the c that makes
 * <pre>
 *   1/n · Σ (Σ_k c[k] · T_k(x) − y)² + λ · Σ_{k ≥ 1} c[k]²
 * </pre>
 * least, with the Chebyshev polynomials T_0 = 1, T_1 = x, T_{k+1} = 2x · T_k − T_{k−1}. They span the same curves as
 * the powers 1, x, x², …, but differ from each other where high powers hardly do, so that degree 15 loses
 * no digits. The system is solved by Householder reflections, never by squaring it to normal equations.
 *
 * <p>λ = 0 is taken as 10⁻¹⁸/n: far below what can be seen, it only decides between the endless number of curves
 * that meet all points when there are more coefficients than points, for that with small coefficients.
 *
 * @param coefficients c, of T_0 on; one more than the degree
 */
public record CurveFit(double[] coefficients) {

  private static final double LEAST = 1e-18;

  /**
   * Fits.
   *
   * @param x where the points are, −1..1
   * @param y how high they are, as many as {@code x}, at least one
   * @param degree highest power, at least 0
   * @param regularisation λ, at least 0: how strongly coefficients are pulled towards 0, all but the constant
   */
  public static CurveFit of(double[] x, double[] y, int degree, double regularisation) {
    int n = x.length;
    int unknowns = degree + 1;
    // Below the points' rows one row a coefficient, √(nλ) · c[k] = 0.
    double[][] rows = new double[n + unknowns][unknowns];
    double[] right = new double[n + unknowns];
    for (int i = 0; i < n; i++) {
      rows[i] = chebyshev(x[i], degree);
      right[i] = y[i];
    }
    for (int k = 0; k < unknowns; k++) {
      rows[n + k][k] = Math.sqrt(k == 0 ? LEAST : Math.max(LEAST, n * regularisation));
    }
    return new CurveFit(leastSquares(rows, right));
  }

  /** The curve's height at x. */
  public double at(double x) {
    double[] t = chebyshev(x, coefficients.length - 1);
    double sum = 0;
    for (int k = 0; k < coefficients.length; k++) {
      sum += coefficients[k] * t[k];
    }
    return sum;
  }

  /** Root of the mean squared error at some points, in units of y. */
  public double error(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double error = at(x[i]) - y[i];
      sum += error * error;
    }
    return Math.sqrt(sum / x.length);
  }

  /** T_0(x) to T_degree(x). */
  private static double[] chebyshev(double x, int degree) {
    double[] t = new double[degree + 1];
    t[0] = 1;
    if (degree > 0) {
      t[1] = x;
    }
    for (int k = 2; k <= degree; k++) {
      t[k] = 2 * x * t[k - 1] - t[k - 2];
    }
    return t;
  }

  /** Solves rows · c ≈ right; both are used up. The columns have to differ from each other. */
  private static double[] leastSquares(double[][] rows, double[] right) {
    int unknowns = rows[0].length;
    for (int k = 0; k < unknowns; k++) {
      reflect(rows, right, k);
    }
    double[] c = new double[unknowns];
    for (int k = unknowns - 1; k >= 0; k--) {
      double sum = right[k];
      for (int j = k + 1; j < unknowns; j++) {
        sum -= rows[k][j] * c[j];
      }
      c[k] = sum / rows[k][k];
    }
    return c;
  }

  /** Mirrors the space so that column k is 0 below row k; lengths, and so the errors, stay what they are. */
  private static void reflect(double[][] rows, double[] right, int k) {
    double length = 0;
    for (int i = k; i < rows.length; i++) {
      length = Math.hypot(length, rows[i][k]);
    }
    double[] v = new double[rows.length];
    double square = 0;
    for (int i = k; i < rows.length; i++) {
      v[i] = rows[i][k] + (i == k ? Math.copySign(length, rows[k][k]) : 0);
      square += v[i] * v[i];
    }
    for (int j = k; j < rows[0].length; j++) {
      double along = 0;
      for (int i = k; i < rows.length; i++) {
        along += v[i] * rows[i][j];
      }
      for (int i = k; i < rows.length; i++) {
        rows[i][j] -= 2 * along / square * v[i];
      }
    }
    double along = 0;
    for (int i = k; i < rows.length; i++) {
      along += v[i] * right[i];
    }
    for (int i = k; i < rows.length; i++) {
      right[i] -= 2 * along / square * v[i];
    }
  }
}
