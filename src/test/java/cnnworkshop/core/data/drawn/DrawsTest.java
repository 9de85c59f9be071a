package cnnworkshop.core.data.drawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DrawsTest {

  @Test
  void bitsAreThoseOfSplitMix64() {
    Draws draws = new Draws(42);
    SplittableRandom independent = new SplittableRandom(Draws.mix(42));
    for (int i = 0; i < 100; i++) {
      assertThat(draws.bits()).isEqualTo(independent.nextLong());
    }
  }

  @Test
  void theBellCurveHasItsMeanAndSpreadAndEnds() {
    Draws draws = new Draws(1);
    double sum = 0;
    double squares = 0;
    int n = 100_000;
    for (int i = 0; i < n; i++) {
      double v = draws.normal();
      assertThat(v).isBetween(-3.47, 3.47);
      sum += v;
      squares += v * v;
    }
    assertThat(sum / n).isCloseTo(0, within(0.015));
    assertThat(squares / n).isCloseTo(1, within(0.015));
  }

  @Test
  void wholeNumbersFillTheirRangeEvenly() {
    Draws draws = new Draws(2);
    int[] counts = new int[7];
    for (int i = 0; i < 70_000; i++) {
      counts[draws.below(7)]++;
    }
    for (int count : counts) {
      assertThat(count).isBetween(9_600, 10_400);
    }
  }
}
