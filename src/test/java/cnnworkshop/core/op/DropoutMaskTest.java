package cnnworkshop.core.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.op.DropoutMask.Scaling;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutMaskTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.5, 0.8})
  void dropsTheShareItIsTold(double rate) {
    DropoutMask mask = DropoutMask.draw(100_000, rate, new Random(5));
    assertThat(mask.keptCount() / 100_000.0).isCloseTo(1 - rate, within(0.01));
  }

  @Test
  void theSameSeedDrawsTheSameMask() {
    assertThat(DropoutMask.draw(50, 0.5, new Random(1)).kept())
        .isEqualTo(DropoutMask.draw(50, 0.5, new Random(1)).kept())
        .isNotEqualTo(DropoutMask.draw(50, 0.5, new Random(2)).kept());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.8})
  void whatIsGivenOnWhileTrainingIsOnAverageWhatIsGivenLater(double rate) {
    DropoutMask mask = DropoutMask.draw(100_000, rate, new Random(6));
    for (Scaling scaling : Scaling.values()) {
      double sum = 0;
      for (int unit = 0; unit < 100_000; unit++) {
        sum += mask.factor(unit, scaling);
      }
      assertThat(sum / 100_000).isCloseTo(DropoutMask.testFactor(rate, scaling), within(0.03));
    }
  }

  @Test
  void bothConventionsScaleByTheDropRate() {
    DropoutMask mask = new DropoutMask(new boolean[] {true, false}, 0.2);
    assertThat(mask.factor(0, Scaling.WHILE_TRAINING)).isEqualTo(1.25);
    assertThat(mask.factor(0, Scaling.AT_TEST_TIME)).isEqualTo(1);
    assertThat(mask.factor(1, Scaling.WHILE_TRAINING)).isZero();
    assertThat(DropoutMask.testFactor(0.2, Scaling.WHILE_TRAINING)).isEqualTo(1);
    assertThat(DropoutMask.testFactor(0.2, Scaling.AT_TEST_TIME)).isEqualTo(0.8);
  }

  @Test
  void notEveryUnitCanBeDropped() {
    assertThatThrownBy(() -> DropoutMask.draw(3, 1, new Random())).isInstanceOf(IllegalArgumentException.class);
  }
}
