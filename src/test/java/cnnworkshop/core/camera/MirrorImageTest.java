package cnnworkshop.core.camera;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.image.Photo;
import org.junit.jupiter.api.Test;

class MirrorImageTest {

  @Test
  void columnsChangeSidesAndRowsStay() {
    Photo photo = Photo.ofRgb(3, 2, new int[] {1, 2, 3, 4, 5, 6});
    Photo mirrored = MirrorImage.of(photo);
    assertThat(mirrored.argb(0, 0, 3, 2)).containsExactly(
        0xFF000003, 0xFF000002, 0xFF000001, 0xFF000006, 0xFF000005, 0xFF000004);
    assertThat(photo.argb(0, 0)).isEqualTo(0xFF000001);
  }

  @Test
  void twiceIsThePhotoItself() {
    Photo photo = Photo.ofRgb(4, 1, new int[] {1, 2, 3, 4});
    assertThat(MirrorImage.of(MirrorImage.of(photo)).argb(0, 0, 4, 1)).isEqualTo(photo.argb(0, 0, 4, 1));
  }
}
