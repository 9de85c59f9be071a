package cnnworkshop.core.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.Photo;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class TinyFaceDetectorTest {

  private final TinyFaceDetector detector = load();

  private static TinyFaceDetector load() {
    try {
      return TinyFaceDetector.load();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void findsTheAstronautsFace() {
    assertThat(detector.detect(SamplePhotos.load("astronaut.png"))).singleElement().satisfies(face -> {
      assertThat(face.centerX()).isCloseTo(223, within(10.0));
      assertThat(face.centerY()).isCloseTo(115, within(10.0));
      assertThat(face.side()).isBetween(85.0, 130.0);
      assertThat(face.turnDegrees()).isZero();
    });
  }

  @Test
  void findsNoFaceOnACat() {
    assertThat(detector.detect(SamplePhotos.load("cat.png"))).isEmpty();
  }

  @Test
  void givesPlacesOnThePhotoWhateverItsProportions() {
    Photo astronaut = SamplePhotos.load("astronaut.png");
    Photo wide = SamplePhotos.sideBySide(SamplePhotos.flat(200, 512), astronaut);

    assertThat(detector.detect(wide)).singleElement().satisfies(face -> {
      assertThat(face.centerX()).isCloseTo(200 + 223, within(12.0));
      assertThat(face.centerY()).isCloseTo(115, within(12.0));
    });
  }

  @Test
  void givesPlacesOnTheFullPhotoWhenItLooksAtAReducedOne() {
    Photo astronaut = SamplePhotos.load("astronaut.png");
    int[] large = new int[1536 * 1536];
    for (int i = 0; i < large.length; i++) {
      large[i] = astronaut.argb(i % 1536 / 3, i / 1536 / 3);
    }

    FaceSquare face = detector.detect(Photo.ofRgb(1536, 1536, large)).get(0);

    assertThat(face.centerX()).isCloseTo(3 * 223, within(30.0));
    assertThat(face.centerY()).isCloseTo(3 * 115, within(30.0));
  }

  @Test
  void answersForTheSmallestPhotos() {
    assertThat(detector.detect(SamplePhotos.flat(1, 1))).isEmpty();
    assertThat(detector.detect(SamplePhotos.flat(1, 1000))).isEmpty();
    assertThat(detector.detect(SamplePhotos.flat(1000, 1))).isEmpty();
  }

  @Test
  void refusesAnInputThatIsNoMultipleOf32() {
    assertThatIllegalArgumentException().isThrownBy(() -> detector.withInputSide(400));
    assertThatIllegalArgumentException().isThrownBy(() -> detector.withInputSide(32));
  }
}
