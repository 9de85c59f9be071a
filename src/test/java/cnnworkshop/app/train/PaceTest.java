package cnnworkshop.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long SECOND = 1_000_000_000;

  private final Pace pace = new Pace();

  @Test
  void nothingIsSaidBeforeThereIsEnoughToGoBy() {
    pace.mark(0, 0);
    assertThat(pace.aSecond()).isNaN();
    pace.mark(SECOND / 10, 5);
    assertThat(pace.aSecond()).as("a tenth of a second says nothing").isNaN();
  }

  @Test
  void onlyTheLastSecondsCount() {
    for (int i = 0; i <= 10; i++) {
      pace.mark(i * SECOND, i * 100);
    }
    for (int i = 1; i <= 5; i++) {
      pace.mark((10 + i) * SECOND, 1000 + i * 10);
    }
    assertThat(pace.aSecond()).isEqualTo(10);
  }

  @Test
  void theTimeItWasHeldDoesNotCount() {
    pace.mark(0, 0);
    pace.mark(SECOND, 100);
    pace.restart();
    pace.mark(100 * SECOND, 100);
    pace.mark(101 * SECOND, 150);
    assertThat(pace.aSecond()).isEqualTo(50);
  }
}
