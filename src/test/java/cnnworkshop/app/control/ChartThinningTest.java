package cnnworkshop.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.control.ChartThinning.Line;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ChartThinningTest {

  private static Line thin(double columnWidth, double... values) {
    return ChartThinning.thin(i -> i, i -> values[i], 0, values.length, columnWidth);
  }

  @Test
  void fewPointsAllStay() {
    Line line = thin(0.5, 3, 1, 2);
    assertThat(line.x()).containsExactly(0, 1, 2);
    assertThat(line.y()).containsExactly(3, 1, 2);
  }

  @Test
  void theLeastAndTheGreatestOfAColumnStayInTheirOrder() {
    Line line = thin(5, 3, 9, 4, 1, 2, /* next column */ 5, 0, 5, 7, 6);
    assertThat(line.x()).containsExactly(1, 3, 6, 8);
    assertThat(line.y()).containsExactly(9, 1, 0, 7);
  }

  @Test
  void aCurveOfAnyLengthCostsTwoPointsAColumnAndLosesNoPeak() {
    double[] values = new Random(1).doubles(20_000).toArray();
    values[12_345] = 40;
    values[777] = -40;
    Line line = thin(25, values);
    assertThat(line.size()).isLessThanOrEqualTo(2 * 20_000 / 25);
    assertThat(DoubleStream.of(line.y()).max()).hasValue(40);
    assertThat(DoubleStream.of(line.y()).min()).hasValue(-40);
    assertThat(line.x()).isSorted();
  }

  @Test
  void whatIsNoNumberInterruptsTheCurveOnce() {
    Line line = thin(0.5, 1, Double.NaN, Double.POSITIVE_INFINITY, Double.NaN, 2);
    assertThat(line.y()).containsExactly(1, Double.NaN, 2);
    assertThat(line.isAlone(0)).isTrue();
    assertThat(line.isAlone(1)).isFalse();
    assertThat(thin(0.5, 1, 2, Double.NaN).isAlone(0)).isFalse();
  }

  @Test
  void aGapNarrowerThanAPixelIsNotOneButOneThatGoesOnIs() {
    assertThat(thin(4, 1, Double.NaN, 3, 2).y()).containsExactly(1, 3);
    assertThat(thin(4, 1, 2, 3, Double.NaN, 5, 6, 7, 8).y()).containsExactly(1, 3, Double.NaN, 5, 8);
  }

  @Test
  void nothingIsLeftOfNothing() {
    assertThat(thin(1).size()).isZero();
  }
}
