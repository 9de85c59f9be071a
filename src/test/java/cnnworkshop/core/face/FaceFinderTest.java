package cnnworkshop.core.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.face.opencv.CascadeDetector;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaceFinderTest {

  private CascadeDetector cascade;
  private FaceFinder finder;

  @BeforeAll
  void open() throws IOException {
    cascade = new CascadeDetector();
    finder = new FaceFinder(cascade, TinyFaceDetector.load());
  }

  @AfterAll
  void close() {
    cascade.close();
  }

  @ParameterizedTest
  @CsvSource({
    "astronaut.png, 223, 115, 100", "grace-hopper.jpg, 263, 199, 245",
    "portrait-andersson.jpg, 259, 181, 195", "portrait-dahlgren.jpg, 400, 228, 225"
  })
  void findsThePortraits(String name, double x, double y, double side) {
    assertThat(finder.detect(SamplePhotos.load(name))).singleElement().satisfies(face -> {
      assertThat(Math.hypot(face.centerX() - x, face.centerY() - y)).isLessThan(0.12 * side);
      assertThat(face.side()).isCloseTo(side, within(0.15 * side));
    });
  }

  @ParameterizedTest
  @CsvSource({
    "astronaut.png, 223, 115, 100", "grace-hopper.jpg, 263, 199, 245",
    "portrait-andersson.jpg, 259, 181, 195", "portrait-dahlgren.jpg, 400, 228, 225"
  })
  void findsTiltedHeadsAndSaysWhichWayTheyTilt(String name, double x, double y, double side) {
    Photo photo = SamplePhotos.load(name);
    for (double turn : new double[] {-30, -20, -10, 10, 20, 30}) {
      FaceView.Point middle = SamplePhotos.turned(photo, turn, x, y);

      List<FaceSquare> faces = finder.detect(SamplePhotos.turned(photo, turn));

      assertThat(faces).as("turned by %s", turn).singleElement().satisfies(face -> {
        assertThat(Math.hypot(face.centerX() - middle.x(), face.centerY() - middle.y())).isLessThan(0.2 * side);
        assertThat(face.side()).isCloseTo(side, within(0.25 * side));
        assertThat(face.turnDegrees() * Math.signum(turn)).isGreaterThanOrEqualTo(0);
        if (Math.abs(turn) == 30) {
          assertThat(face.turnDegrees()).isCloseTo(turn, within(15.0));
        }
      });
    }
  }

  @Test
  void findsAtLeastThreeOfFiveSmallFacesWithAtMostOneFalse() {
    double[][] heads = {{102, 124}, {171, 98}, {275, 91}, {365, 103}, {431, 103}};

    List<FaceSquare> faces = finder.detect(SamplePhotos.load("expedition-1897.jpg"));

    long right = faces.stream()
        .filter(f -> List.of(heads).stream().anyMatch(h -> Math.hypot(f.centerX() - h[0], f.centerY() - h[1]) < 10))
        .count();
    assertThat(right).isGreaterThanOrEqualTo(3);
    assertThat(faces.size() - right).isLessThanOrEqualTo(1);
    assertThat(faces).allSatisfy(f -> assertThat(f.side()).isBetween(22.0, 50.0));
  }

  @Test
  void findsNoFaceOnACat() {
    assertThat(finder.detect(SamplePhotos.load("cat.png"))).isEmpty();
  }

  @Test
  void findsAtMostTheProfileOfTheManAtTheTripod() {
    assertThat(finder.detect(SamplePhotos.load("cameraman.png"))).allSatisfy(face ->
        assertThat(Math.hypot(face.centerX() - 224, face.centerY() - 156)).isLessThan(20));
  }

  @ParameterizedTest
  @ValueSource(ints = {96, 300, 512})
  void findsNoFaceInNoiseNorInFlatGrey(int side) {
    assertThat(finder.detect(SamplePhotos.noise(side, side, side))).isEmpty();
    assertThat(finder.detect(SamplePhotos.flat(side, side))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 1000", "1000, 1", "3, 3", "2, 2", "5000, 30"})
  void answersForPhotosOfAnySize(int width, int height) {
    assertThat(finder.detect(SamplePhotos.flat(width, height))).isEmpty();
  }

  @Test
  void findsEachOfSeveralFacesOnceTheLargestFirst() {
    Photo both = SamplePhotos.sideBySide(SamplePhotos.load("astronaut.png"), SamplePhotos.load("grace-hopper.jpg"));

    List<FaceSquare> faces = finder.detect(both);

    assertThat(faces).hasSize(2);
    assertThat(faces.get(0).centerX()).isCloseTo(512 + 263, within(20.0));
    assertThat(faces.get(1).centerX()).isCloseTo(223, within(10.0));
  }

  @Test
  void givesPlacesOnTheFullPhotoWhenItLooksAtAReducedOne() {
    Photo astronaut = SamplePhotos.load("astronaut.png");
    int side = 2048;
    int[] large = new int[side * side];
    for (int i = 0; i < large.length; i++) {
      large[i] = astronaut.argb(i % side / 4, i / side / 4);
    }

    assertThat(finder.detect(Photo.ofRgb(side, side, large))).singleElement().satisfies(face -> {
      assertThat(face.centerX()).isCloseTo(4 * 223.5, within(25.0));
      assertThat(face.centerY()).isCloseTo(4 * 115.5, within(25.0));
      assertThat(face.side()).isCloseTo(400, within(50.0));
    });
  }
}
