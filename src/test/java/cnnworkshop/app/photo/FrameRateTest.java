package cnnworkshop.app.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FrameRateTest {

  private final FrameRate rate = new FrameRate();

  @Test
  void oneFrameTellsNoRate() {
    assertThat(rate.perSecond()).isZero();
    rate.shown(100);
    assertThat(rate.perSecond()).isZero();
    rate.shown(100);
    assertThat(rate.perSecond()).isZero();
  }

  @Test
  void aSteadyRateIsTheInverseOfTheTimeBetweenTwo() {
    for (int i = 0; i < 200; i++) {
      rate.shown(40L * i);
    }
    assertThat(rate.perSecond()).isCloseTo(25, within(1e-9));
  }

  @Test
  void aRateThatChangesIsForgottenWithinSeconds() {
    for (int i = 0; i < 50; i++) {
      rate.shown(20L * i);
    }
    for (int i = 0; i < 10; i++) {
      rate.shown(1000 + 500L * i);
    }
    assertThat(rate.perSecond()).isCloseTo(2, within(1e-9));
  }
}
