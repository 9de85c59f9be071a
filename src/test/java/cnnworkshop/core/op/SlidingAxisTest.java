package cnnworkshop.core.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SlidingAxisTest {

  @Test
  void aWindowThatStaysInsideMakesTheOutputSmaller() {
    assertThat(SlidingAxis.valid(3).outputs(250)).isEqualTo(248);
    assertThat(new SlidingAxis(3, 2, 2, false, 0).outputs(10)).isEqualTo(3);
  }

  @Test
  void aWindowLargerThanItsInputHasNoOutputs() {
    assertThat(SlidingAxis.valid(3).outputs(2)).isZero();
    assertThat(new SlidingAxis(3, 4, 1, false, 0).outputs(1)).isZero();
    assertThat(new SlidingAxis(3, 1, 1, false, 1).outputs(1)).isEqualTo(1);
  }

  @Test
  void samePaddingPutsTheOddZeroAtTheEnd() {
    SlidingAxis axis = new SlidingAxis(2, 1, 1, true, 0);
    assertThat(axis.outputs(5)).isEqualTo(5);
    assertThat(axis.paddingBefore(5)).isZero();
    assertThat(axis.first(4, 5)).isEqualTo(4);
  }

  @Test
  void samePaddingWithAStrideCoversTheInputOnce() {
    SlidingAxis axis = new SlidingAxis(3, 2, 1, true, 0);
    assertThat(axis.outputs(7)).isEqualTo(4);
    assertThat(axis.first(0, 7)).isEqualTo(-1);
    assertThat(axis.outputs(8)).isEqualTo(4);
    assertThat(axis.first(0, 8)).isZero();
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> new SlidingAxis(0, 1, 1, false, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SlidingAxis(3, 1, 1, true, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
