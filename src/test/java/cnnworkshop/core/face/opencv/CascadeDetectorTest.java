package cnnworkshop.core.face.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.face.SamplePhotos;
import cnnworkshop.core.image.Photo;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CascadeDetectorTest {

  private CascadeDetector detector;

  @BeforeEach
  void open() throws IOException {
    detector = new CascadeDetector();
  }

  @AfterEach
  void close() {
    detector.close();
  }

  @Test
  void findsTheAstronautsFaceAndLaysTheSquareLikeATrainingPicture() {
    assertThat(detector.detect(SamplePhotos.load("astronaut.png"))).singleElement().satisfies(face -> {
      assertThat(face.centerX()).isCloseTo(223, within(3.0));
      assertThat(face.centerY()).isCloseTo(115, within(3.0));
      assertThat(face.side()).isCloseTo(100, within(6.0));
    });
  }

  @Test
  void findsNoFaceOnACat() {
    assertThat(detector.detect(SamplePhotos.load("cat.png"))).isEmpty();
  }

  @Test
  void givesPlacesOnTheFullPhotoWhenItLooksAtAReducedOne() {
    Photo astronaut = SamplePhotos.load("astronaut.png");
    int[] large = new int[1024 * 1024];
    for (int i = 0; i < large.length; i++) {
      large[i] = astronaut.argb(i % 1024 / 2, i / 1024 / 2);
    }

    assertThat(detector.detect(Photo.ofRgb(1024, 1024, large))).singleElement().satisfies(face -> {
      assertThat(face.centerX()).isCloseTo(2 * 223.5, within(8.0));
      assertThat(face.centerY()).isCloseTo(2 * 115.5, within(8.0));
      assertThat(face.side()).isCloseTo(200, within(20.0));
    });
  }

  @Test
  void answersForPhotosSmallerThanItsWindow() {
    assertThat(detector.detect(Photo.ofRgb(1, 1, new int[1]))).isEmpty();
    assertThat(detector.detect(Photo.ofRgb(1, 1000, new int[1000]))).isEmpty();
    assertThat(detector.detect(Photo.ofRgb(19, 300, new int[5700]))).isEmpty();
    assertThat(detector.detect(Photo.ofRgb(20, 20, new int[400]))).isEmpty();
  }
}
