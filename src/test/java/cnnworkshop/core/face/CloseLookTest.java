package cnnworkshop.core.face;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.Photo;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CloseLookTest {

  private static CloseLook closeLook() throws IOException {
    return new CloseLook(TinyFaceDetector.load().withLeastScore(0.05));
  }

  @Test
  void seesAFaceWhereOneIsAndNoneBesideIt() throws IOException {
    Photo astronaut = Contrast.stretched(SamplePhotos.load("astronaut.png"));

    assertThat(closeLook().evidence(astronaut, new FaceSquare(223, 115, 100, 0))).isGreaterThan(CloseLook.FACE);
    assertThat(closeLook().evidence(astronaut, new FaceSquare(400, 400, 100, 0))).isLessThan(CloseLook.FACE);
  }

  @Test
  void seesATiltedFaceWhenTheSquareIsTiltedWithIt() throws IOException {
    Photo astronaut = SamplePhotos.load("astronaut.png");
    Photo turned = Contrast.stretched(SamplePhotos.turned(astronaut, 60));
    var middle = SamplePhotos.turned(astronaut, 60, 223, 115);

    assertThat(closeLook().evidence(turned, new FaceSquare(middle.x(), middle.y(), 100, 60)))
        .isGreaterThan(CloseLook.FACE);
  }

  @Test
  void takesACatForACat() throws IOException {
    Photo cat = Contrast.stretched(SamplePhotos.load("cat.png"));

    assertThat(closeLook().evidence(cat, new FaceSquare(180, 130, 150, 0))).isLessThan(CloseLook.FACE);
  }
}
