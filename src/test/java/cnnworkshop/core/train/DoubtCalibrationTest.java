package cnnworkshop.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.net.DoubtScale;
import cnnworkshop.core.train.DoubtCalibration.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DoubtCalibrationTest {

  @Test
  void theScaleThatMadeTheOutcomesIsFoundAgain() {
    DoubtScale made = new DoubtScale(-1.2, 3.5);
    Random random = new Random(1);
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      double spread = Math.exp(random.nextGaussian());
      outcomes.add(new Outcome(spread, random.nextDouble() < made.doubt(spread) ? 5 : 1));
    }
    DoubtScale found = DoubtCalibration.fit(outcomes);
    assertThat(found.offset()).isCloseTo(-1.2, within(0.1));
    assertThat(found.slope()).isCloseTo(3.5, within(0.2));
  }

  @Test
  void spreadsThatTellWithoutExceptionStillGiveAFiniteScale() {
    DoubtScale scale = DoubtCalibration.fit(List.of(new Outcome(0.5, 1), new Outcome(0.6, 2), new Outcome(3, 4)));
    assertThat(scale.doubt(0.5)).isLessThan(0.3);
    assertThat(scale.doubt(3)).isGreaterThan(0.7);
  }

  @Test
  void theAreaUnderTheCurveIsTheShareOfPairsInTheRightOrder() {
    Random random = new Random(2);
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      // Few different spreads, so that many are equal.
      outcomes.add(new Outcome(random.nextInt(12), 6 * random.nextDouble()));
    }
    double right = 0;
    int pairs = 0;
    for (Outcome off : outcomes) {
      for (Outcome fine : outcomes) {
        if (off.isOff() && !fine.isOff()) {
          pairs++;
          right += off.spread() > fine.spread() ? 1 : off.spread() == fine.spread() ? 0.5 : 0;
        }
      }
    }
    assertThat(DoubtCalibration.areaUnderCurve(outcomes)).isCloseTo(right / pairs, within(1e-12));
  }

  @Test
  void moreSpreadIsMoreDoubtFromZeroToOne() {
    assertThat(DoubtScale.USUAL.doubt(0)).isBetween(0.0, 1e-6);
    assertThat(DoubtScale.USUAL.doubt(1)).isLessThan(DoubtScale.USUAL.doubt(1.1));
    assertThat(DoubtScale.USUAL.doubt(50)).isBetween(0.99, 1.0);
  }
}
