package cnnworkshop.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.image.Photo;
import org.junit.jupiter.api.Test;

class SizedPictureTest {

  private static final Photo FOUR = Photo.ofGrey(4, 2, new float[] {0, 40, 80, 120, 20, 60, 100, 140});

  @Test
  void itsOwnSizeIsThePhotoItself() {
    Photo same = SizedPicture.of(FOUR, 4, 2);
    assertThat(same.argb(0, 0, 4, 2)).isEqualTo(FOUR.argb(0, 0, 4, 2));
  }

  @Test
  void aSmallerPictureIsTheMeanOfAreas() {
    Photo half = SizedPicture.of(FOUR, 2, 1);
    assertThat(half.argb(0, 0) & 0xFF).isEqualTo(30);
    assertThat(half.argb(1, 0) & 0xFF).isEqualTo(110);
  }

  @Test
  void ofAWiderPhotoTheMiddleIsTaken() {
    Photo square = SizedPicture.of(FOUR, 2, 2);
    assertThat(square.argb(0, 0) & 0xFF).isEqualTo(40);
    assertThat(square.argb(1, 1) & 0xFF).isEqualTo(100);
  }

  @Test
  void aLargerPictureRepeatsPixels() {
    Photo large = SizedPicture.of(FOUR, 8, 4);
    assertThat(large.argb(1, 1) & 0xFF).isEqualTo(0);
    assertThat(large.argb(7, 3) & 0xFF).isEqualTo(140);
  }

  @Test
  void greysAreWhatTheNetworkTakes() {
    assertThat(SizedPicture.greys(FOUR).shape().toString()).isEqualTo("1×2×4");
    assertThat(SizedPicture.greys(FOUR).values()[1]).isEqualTo(40 / 255f);
  }
}
