package cnnworkshop.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.net.SizeTrace.Refusal;
import cnnworkshop.core.net.SizeTrace.Step;
import org.junit.jupiter.api.Test;

class SizeTraceTest {

  private final NetworkSpec keypoints = Presets.byName("keypoints").orElseThrow();

  private SizeTrace trace(int rows, int columns, boolean globalPooling) {
    return SizeTrace.of(keypoints, new Shape(1, rows, columns), globalPooling);
  }

  @Test
  void theTrainedSizeGoesThrough() {
    assertThat(trace(96, 96, false).refused()).isEmpty();
    assertThat(trace(96, 96, false).steps().get(12).output()).contains(Shape.flat(30));
  }

  @Test
  void anotherSizeStopsAtTheFirstDenseLayer() {
    SizeTrace trace = trace(150, 200, false);
    assertThat(trace.steps().get(0).output()).contains(new Shape(32, 148, 198));
    Step refused = trace.refused().orElseThrow();
    assertThat(refused.layer().name()).isEqualTo("hidden4");
    assertThat(refused.refusal()).isEqualTo(Refusal.OTHER_NUMBER);
    assertThat(refused.wanted()).isEqualTo(15_488);
    assertThat(refused.inputs()).isEqualTo(128 * 17 * 24);
    assertThat(trace.steps().get(12).refusal()).isEqualTo(Refusal.NOTHING_COMES);
  }

  @Test
  void aDifferentShapeOfAsManyNumbersIsNotRefused() {
    // 97 rows lose their last one in pool1: the same 15,488 numbers arrive.
    assertThat(trace(97, 96, false).refused()).isEmpty();
  }

  @Test
  void globalPoolingTakesEverySizeThatIsLargeEnough() {
    for (int side : new int[] {20, 96, 133, 512}) {
      SizeTrace trace = trace(side, 2 * side, true);
      assertThat(trace.refused()).isEmpty();
      assertThat(trace.steps().get(9).output()).contains(Shape.flat(128));
    }
  }

  @Test
  void aPictureThatGetsTooSmallStopsEarlierWithAndWithoutGlobalPooling() {
    Step refused = trace(8, 8, true).refused().orElseThrow();
    assertThat(refused.refusal()).isEqualTo(Refusal.TOO_SMALL);
    assertThat(refused.layer().name()).isEqualTo("conv3");
    assertThat(trace(8, 8, false).refused().orElseThrow().layer().name()).isEqualTo("conv3");
  }
}
