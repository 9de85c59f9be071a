package cnnworkshop.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChartRangeTest {

  private static final ChartRange WHOLE = new ChartRange(0, 10);

  @Test
  void whatIsPointedAtStaysAtItsPlaceWhenTheRangeIsScaled() {
    assertThat(WHOLE.scaled(0.5, 4)).isEqualTo(new ChartRange(2, 7));
    assertThat(WHOLE.scaled(0.5, 10)).isEqualTo(new ChartRange(5, 10));
  }

  @Test
  void itStaysWithinAllEpochs() {
    assertThat(new ChartRange(-3, 4).within(WHOLE)).isEqualTo(new ChartRange(0, 7));
    assertThat(new ChartRange(8, 14).within(WHOLE)).isEqualTo(new ChartRange(4, 10));
    assertThat(new ChartRange(-5, 30).within(WHOLE)).isEqualTo(WHOLE);
  }

  @Test
  void itCanNotBecomeNothing() {
    assertThat(WHOLE.scaled(1e-9, 5).length()).isCloseTo(0.001, within(1e-12));
    assertThat(new ChartRange(5, 5).within(WHOLE).length()).isPositive();
  }

  @Test
  void itMovesJustSoFarThatAnEpochIsInIt() {
    ChartRange part = new ChartRange(2, 4);
    assertThat(part.revealing(3)).isEqualTo(part);
    assertThat(part.revealing(5)).isEqualTo(new ChartRange(3, 5));
    assertThat(part.revealing(1)).isEqualTo(new ChartRange(1, 3));
  }
}
