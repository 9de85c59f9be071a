package cnnworkshop.core.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurveFitTest {

  private final Random random = new Random(4);
  private final double[] x = random.doubles(12, -1, 1).toArray();
  private final double[] y = random.doubles(12, -1, 1).toArray();

  @Test
  void degreeNoughtIsTheMean() {
    CurveFit fit = CurveFit.of(new double[] {-1, 0, 1}, new double[] {1, 2, 6}, 0, 0);
    assertThat(fit.at(0.3)).isCloseTo(3, within(1e-12));
    assertThat(fit.error(new double[] {-1, 0, 1}, new double[] {1, 2, 6})).isCloseTo(Math.sqrt(14 / 3.0), within(1e-12));
  }

  @Test
  void findsTheVeryCurveThePointsAreOn() {
    double[] on = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      on[i] = 1 - 2 * x[i] + 3 * Math.pow(x[i], 5);
    }
    CurveFit fit = CurveFit.of(x, on, 5, 0);
    assertThat(fit.at(0.7)).isCloseTo(1 - 1.4 + 3 * Math.pow(0.7, 5), within(1e-9));
  }

  @Test
  void degreeElevenMeetsTwelvePoints() {
    assertThat(CurveFit.of(x, y, 11, 0).error(x, y)).isLessThan(1e-6);
    assertThat(CurveFit.of(x, y, 10, 0).error(x, y)).isGreaterThan(1e-3);
  }

  @Test
  void trainingErrorNeverGrowsWithTheDegree() {
    double before = Double.POSITIVE_INFINITY;
    for (int degree = 0; degree <= 15; degree++) {
      double error = CurveFit.of(x, y, degree, 0).error(x, y);
      assertThat(error).isLessThanOrEqualTo(before + 1e-7);
      before = error;
    }
  }

  /** The singular values of the powers of x are another way to the same curve: no Chebyshev polynomials, no reflections. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 6, 9, 11})
  void agreesWithAnIndependentSolution(int degree) {
    double[][] powers = new double[x.length][degree + 1];
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k <= degree; k++) {
        powers[i][k] = Math.pow(x[i], k);
      }
    }
    RealVector c = new SingularValueDecomposition(new Array2DRowRealMatrix(powers)).getSolver()
        .solve(new ArrayRealVector(y));
    CurveFit fit = CurveFit.of(x, y, degree, 0);
    for (double at = -0.9; at <= 0.9; at += 0.1) {
      double expected = 0;
      for (int k = 0; k <= degree; k++) {
        expected += c.getEntry(k) * Math.pow(at, k);
      }
      assertThat(fit.at(at)).isCloseTo(expected, within(1e-5 * Math.max(1, Math.abs(expected))));
    }
  }

  /** With more coefficients than points, the smallest coefficients that meet them: the pseudo-inverse gives the same. */
  @Test
  void moreCoefficientsThanPointsStillMakeOneCurve() {
    double[][] t = new double[x.length][16];
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < 16; k++) {
        t[i][k] = Math.cos(k * Math.acos(x[i]));
      }
    }
    double[] expected = new SingularValueDecomposition(new Array2DRowRealMatrix(t)).getSolver()
        .solve(new ArrayRealVector(y)).toArray();
    assertThat(CurveFit.of(x, y, 15, 0).coefficients()).containsExactly(expected, within(1e-4));
  }

  /** At the minimum the slope of what is made least is 0, for every coefficient. */
  @Test
  void regularisationPullsAllButTheConstant() {
    double lambda = 0.05;
    CurveFit fit = CurveFit.of(x, y, 8, lambda);
    for (int k = 0; k <= 8; k++) {
      double slope = k == 0 ? 0 : 2 * lambda * fit.coefficients()[k];
      for (int i = 0; i < x.length; i++) {
        slope += 2.0 / x.length * (fit.at(x[i]) - y[i]) * Math.cos(k * Math.acos(x[i]));
      }
      assertThat(slope).as("of coefficient " + k).isCloseTo(0, within(1e-12));
    }
  }

  @Test
  void pointsOnTopOfEachOtherAreNoTrouble() {
    CurveFit fit = CurveFit.of(new double[] {0.2, 0.2, 0.2}, new double[] {1, 2, 3}, 15, 0);
    assertThat(fit.at(0.2)).isCloseTo(2, within(1e-5));
    assertThat(fit.at(-1)).isFinite();
  }
}
