package cnnworkshop.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {

  @Test
  void theBestEpochIsTheLastThatWasCalledBest() {
    Curve curve = Curve.EMPTY.with(event(1, true)).with(event(2, true)).with(event(3, false));

    assertThat(curve.bestEpoch()).isEqualTo(2);
    assertThat(curve.best().orElseThrow().epoch()).isEqualTo(2);
    assertThat(curve.points()).hasSize(3);
  }

  @Test
  void aTrainingTakenUpAtAnEarlierEpochForgetsWhatCameAfter() {
    Curve curve = Curve.EMPTY.with(event(1, true)).with(event(2, false)).with(event(3, true)).with(event(2, false));

    assertThat(curve.points()).extracting(Curve.Point::epoch).containsExactly(1, 2);
    assertThat(curve.best()).isPresent();
  }

  @Test
  void whatIsQuotedIsTheTestMeasureAndWithoutTestPicturesThatOnThoseHeldOut() {
    Verdict heldOut = new Verdict(0.5, 1.5, 0.5, new float[0]);
    Verdict test = new Verdict(0.4, 1.2, 0.6, new float[0]);

    assertThat(Curve.Point.of(new TrainingEvent.Epoch(1, 1, heldOut, test, true, 0.1, 10)).measure()).isEqualTo(0.6);
    assertThat(Curve.Point.of(new TrainingEvent.Epoch(1, 1, heldOut, null, true, 0.1, 10)).measure()).isEqualTo(0.5);
    assertThat(Curve.Point.of(new TrainingEvent.Epoch(1, 1, null, null, true, 0.1, 10)).measure()).isNaN();
  }

  @Test
  void epochsOutOfOrderAndABestThatIsNotThereAreRefused() {
    Curve.Point one = new Curve.Point(1, 1, 1, 1, 1, 1, 0.1, 10);

    assertThatThrownBy(() -> new Curve(List.of(one, one), 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Curve(List.of(one), 2)).isInstanceOf(IllegalArgumentException.class);
  }

  private static TrainingEvent.Epoch event(int epoch, boolean best) {
    return new TrainingEvent.Epoch(epoch, 1, null, null, best, 0.1, 10);
  }
}
