package cnnworkshop.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SmoothingTest {

  private final ChartSeries series = new ChartSeries("loss", ChartSeries.Role.TRAINING_LOSS);

  private void add(double step, double... values) {
    for (double value : values) {
      series.add(series.size() == 0 ? step : series.epoch(series.size() - 1) + step, value);
    }
  }

  @Test
  void itIsTheWeightedMeanOfAllPointsSoFar() {
    add(0.5, 4, 2, 8);
    Smoothing smoothing = new Smoothing(series, 0.5, 0.5);
    assertThat(smoothing.value(0)).isEqualTo(4);
    // Weights 1/2 and 1, and 1/4, 1/2 and 1, divided by their sums.
    assertThat(smoothing.value(1)).isCloseTo((0.5 * 4 + 2) / 1.5, within(1e-12));
    assertThat(smoothing.value(2)).isCloseTo((0.25 * 4 + 0.5 * 2 + 8) / 1.75, within(1e-12));
  }

  @Test
  void aConstantStaysWhatItIsFromItsFirstPointOn() {
    add(0.01, 3, 3, 3, 3);
    Smoothing smoothing = new Smoothing(series, 0.99, 0.01);
    assertThat(smoothing.value(0)).isCloseTo(3, within(1e-12));
    assertThat(smoothing.value(3)).isCloseTo(3, within(1e-12));
  }

  @Test
  void pointsFarApartHardlyChange() {
    add(1, 2, 1);
    assertThat(new Smoothing(series, 0.9, 0.01).value(1)).isCloseTo(1, within(1e-4));
    assertThat(new Smoothing(series, 0.9, 1).value(1)).isCloseTo((0.9 * 2 + 1) / 1.9, within(1e-12));
  }

  @Test
  void whatIsNoNumberStaysSoAndSpoilsNothing() {
    add(1, 4, Double.NaN, Double.NEGATIVE_INFINITY, 2);
    Smoothing smoothing = new Smoothing(series, 0.5, 3);
    assertThat(smoothing.value(1)).isNaN();
    assertThat(smoothing.value(2)).isNaN();
    assertThat(smoothing.value(3)).isCloseTo((0.5 * 4 + 2) / 1.5, within(1e-12));
  }

  @Test
  void aSeriesMayGrowWhileItIsSmoothed() {
    Smoothing growing = new Smoothing(series, 0.8, 0.1);
    for (int i = 0; i < 500; i++) {
      add(0.1, Math.sin(i));
      growing.value(i);
    }
    assertThat(growing.value(499)).isEqualTo(new Smoothing(series, 0.8, 0.1).value(499));
  }

  @Test
  void withoutWeightNothingIsSmoothed() {
    add(1, 5, 7);
    assertThat(new Smoothing(series, 0, 1).value(1)).isEqualTo(7);
  }
}
