package cnnworkshop.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartScaleTest {

  @Test
  void marksAreRoundNumbersAndTheAxisEndsAtOne() {
    assertThat(ChartScale.linear(0.13, 2.31, 5).ticks()).containsExactly(0.0, 0.5, 1.0, 1.5, 2.0, 2.5);
    assertThat(ChartScale.linear(0.13, 2.31, 3).ticks()).containsExactly(0.0, 1.0, 2.0, 3.0);
    assertThat(ChartScale.linear(0.61, 0.69, 5).ticks()).containsExactly(0.6, 0.62, 0.64, 0.66, 0.68, 0.7);
    assertThat(ChartScale.linear(-3, 12, 4).ticks()).containsExactly(-5.0, 0.0, 5.0, 10.0, 15.0);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1", "0.001, 0.0012, 7", "2.3, 2.3, 5", "0, 0, 5", "-4, -4, 3", "1e-9, 3e8, 9", "0.29, 0.31, 2"})
  void everyAxisHoldsItsNumbersWithNoMoreMarksThanFit(double least, double most, int intervals) {
    ChartScale scale = ChartScale.linear(least, most, intervals);
    assertThat(scale.low()).isLessThanOrEqualTo(least).isLessThan(scale.high());
    assertThat(scale.high()).isGreaterThanOrEqualTo(most);
    assertThat(scale.ticks().size()).isBetween(2, intervals + 1);
  }

  @Test
  void anAxisBeginsAtZeroWhereZeroIsNear() {
    assertThat(ChartScale.linear(0.9, 2.3, 5).low()).isZero();
    assertThat(ChartScale.linear(2.1, 2.3, 5).low()).isCloseTo(2.1, within(0.1));
  }

  @Test
  void anAxisWithGivenEndsHasMarksWithinThem() {
    ChartScale scale = ChartScale.between(0.83, 2.27, 4);
    assertThat(scale.ticks()).containsExactly(1.0, 1.5, 2.0);
    assertThat(scale.low()).isEqualTo(0.83);
    assertThat(scale.high()).isEqualTo(2.27);
    assertThat(ChartScale.whole(0, 3, 30).ticks()).containsExactly(0.0, 1.0, 2.0, 3.0);
    assertThat(ChartScale.whole(0, 3000, 6).ticks()).containsExactly(0.0, 500.0, 1000.0, 1500.0, 2000.0, 2500.0,
        3000.0);
  }

  @Test
  void labelsHaveAsManyDecimalsAsTellThemApart() {
    assertThat(ChartScale.linear(0, 15, 5).decimals()).isZero();
    assertThat(ChartScale.linear(0, 2.5, 5).decimals()).isEqualTo(1);
    assertThat(ChartScale.linear(0.61, 0.69, 5).decimals()).isEqualTo(2);
  }

  @Test
  void aLogarithmicAxisHasMarksAtRoundNumbersOfEachDecade() {
    ChartScale scale = ChartScale.logarithmic(0.023, 2.7, 8);
    assertThat(scale.low()).isEqualTo(0.02);
    assertThat(scale.high()).isEqualTo(3.0);
    assertThat(scale.ticks()).containsExactly(0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0);
    assertThat(scale.minorTicks()).contains(0.03, 0.7, 3.0);
  }

  @Test
  void aLogarithmicAxisOverManyDecadesHasMarksAtPowersOfTen() {
    assertThat(ChartScale.logarithmic(1e-6, 10, 8).ticks()).containsExactly(1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1.0,
        10.0);
    assertThat(ChartScale.logarithmic(1e-6, 10, 4).ticks()).containsExactly(1e-6, 1e-4, 1e-2, 1.0);
  }

  @Test
  void aShortLogarithmicAxisHasMarksAsALinearOne() {
    ChartScale scale = ChartScale.logarithmic(1.02, 1.47, 6);
    assertThat(scale.ticks()).containsExactly(1.0, 1.1, 1.2, 1.3, 1.4, 1.5);
    assertThat(ChartScale.logarithmic(0.3, 0.3, 6).ticks()).hasSizeGreaterThan(2);
  }

  @Test
  void equalRatiosAreEquallyLongOnALogarithmicAxis() {
    ChartScale scale = ChartScale.logarithmic(0.01, 100, 8);
    assertThat(List.of(scale.position(0.01), scale.position(1), scale.position(100)))
        .containsExactly(0.0, 0.5, 1.0);
    assertThat(scale.value(scale.position(0.37))).isCloseTo(0.37, within(1e-12));
    assertThat(scale.position(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(scale.position(-1)).isEqualTo(Double.NEGATIVE_INFINITY);
  }
}
