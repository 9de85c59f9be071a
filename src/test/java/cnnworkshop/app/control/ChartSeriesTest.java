package cnnworkshop.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChartSeriesTest {

  private final ChartSeries series = new ChartSeries("Test loss", ChartSeries.Role.TEST_LOSS);

  private void addAt(double... epochs) {
    for (double epoch : epochs) {
      series.add(epoch, 1);
    }
  }

  @Test
  void pointsComeInTheOrderOfTheirEpochs() {
    addAt(0.5, 1, 1);
    assertThatIllegalArgumentException().isThrownBy(() -> series.add(0.9, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> series.add(Double.NaN, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> series.add(Double.POSITIVE_INFINITY, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ChartSeries("a", ChartSeries.Role.MEASURE).add(-1, 1));
    assertThat(series.size()).isEqualTo(3);
  }

  @Test
  void theNearestPointIsFoundTheEarlierOfTwo() {
    assertThat(series.nearest(3)).isEqualTo(-1);
    addAt(1, 2, 2, 4);
    assertThat(series.nearest(0)).isZero();
    assertThat(series.nearest(1.5)).isZero();
    assertThat(series.nearest(1.6)).isEqualTo(1);
    assertThat(series.nearest(3.1)).isEqualTo(3);
    assertThat(series.nearest(99)).isEqualTo(3);
  }

  @Test
  void itsSpacingIsThatOfTheFirstPointsThatLieApart() {
    assertThat(series.spacing()).isNaN();
    addAt(1, 1, 1.5, 4);
    assertThat(series.spacing()).isEqualTo(0.5);
  }

  @Test
  void aRunHasOneCurveOfARole() {
    ChartSeries other = new ChartSeries("Test loss again", ChartSeries.Role.TEST_LOSS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ChartRun("run", ChartRun.Dash.SOLID, List.of(series, other)));
  }
}
