package cnnworkshop.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LayerProbeTest {

  @Test
  void oneOfSixtyFourIsTakenButAtLeastEightAndAtMostSixtyFour() {
    assertThat(LayerProbe.of(TinyTraining.data(3)).count()).isEqualTo(3);
    assertThat(LayerProbe.of(TinyTraining.data(100)).count()).isEqualTo(8);
    assertThat(LayerProbe.of(TinyTraining.data(1536)).count()).isEqualTo(24);
    assertThat(LayerProbe.of(TinyTraining.data(50_000)).count()).isEqualTo(64);
  }

  @Test
  void thePicturesAreTakenEvenlyFromAll() {
    float[] expected = TinyTraining.data(80).batch(new int[] {0, 10, 20, 30, 40, 50, 60, 70}, null).inputs();

    assertThat(LayerProbe.of(TinyTraining.data(80)).inputs()).isEqualTo(expected);
  }
}
