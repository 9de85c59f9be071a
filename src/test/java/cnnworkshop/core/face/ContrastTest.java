package cnnworkshop.core.face;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.image.Photo;
import org.junit.jupiter.api.Test;

class ContrastTest {

  @Test
  void spreadsTheMiddleOfTheGreysOverTheWholeRange() {
    float[] ramp = new float[100];
    for (int i = 0; i < 100; i++) {
      ramp[i] = 100 + i;
    }

    Photo stretched = Contrast.stretched(Photo.ofGrey(100, 1, ramp));

    // The 8th darkest pixel, 107, becomes black; the 92nd, 191, white.
    assertThat(stretched.grey(7, 0)).isZero();
    assertThat(stretched.grey(91, 0)).isEqualTo(1);
    assertThat(stretched.grey(49, 0)).isEqualTo(Math.round(42 * 255f / 84) / 255f);
    assertThat(stretched.grey(99, 0)).isEqualTo(1);
  }

  @Test
  void leavesFlatGreyFlat() {
    Photo stretched = Contrast.stretched(SamplePhotos.flat(20, 20));

    assertThat(stretched.argb(0, 0, 20, 20)).containsOnly(stretched.argb(0, 0));
  }
}
