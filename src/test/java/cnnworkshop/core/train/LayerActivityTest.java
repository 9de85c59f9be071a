package cnnworkshop.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LayerActivityTest {

  /** Two pictures of three units with two places each, worked out on paper. */
  @Test
  void meanDeviationZerosAndSilentUnitsAreThoseWorkedOutByHand() {
    LayerActivity activity = new LayerActivity(3);
    activity.add(new float[] {1, 3, 0, 0, 0, 0}, 1);
    activity.add(new float[] {0, 0, 0, 0, 0, 8}, 1);

    assertThat(activity.mean()).isEqualTo(1);
    // The mean of 1, 9 and 64 over twelve, less the square of the mean.
    assertThat(activity.deviation()).isCloseTo(Math.sqrt(74 / 12.0 - 1), within(1e-12));
    assertThat(activity.zeros()).isEqualTo(9 / 12.0);
    assertThat(activity.silent()).hasValue(1);
  }

  @Test
  void picturesAtOnceAndOneByOneGiveTheSame() {
    float[] both = {0, -1, 2, 5, 0, 0, 0, 1};
    LayerActivity atOnce = new LayerActivity(2);
    atOnce.add(both, 2);
    LayerActivity oneByOne = new LayerActivity(2);
    oneByOne.add(java.util.Arrays.copyOfRange(both, 0, 4), 1);
    oneByOne.add(java.util.Arrays.copyOfRange(both, 4, 8), 1);

    assertThat(atOnce.mean()).isEqualTo(oneByOne.mean()).isEqualTo(7 / 8.0);
    assertThat(atOnce.deviation()).isEqualTo(oneByOne.deviation());
    assertThat(atOnce.silent()).isEqualTo(oneByOne.silent()).hasValue(1);
  }
}
