package cnnworkshop.core.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceLayoutTest {

  @ParameterizedTest
  @CsvSource({"47.5, 47.5, 96, 0", "300, 200, 150, 0", "10.25, -4, 31, 25", "812, 77, 400, -170", "0, 0, 5, 90"})
  void findsTheSquareTheMeanFaceWasLaidInto(double x, double y, double side, double turn) {
    Keypoints onPhoto = FaceLayout.MEAN_FACE.toPhoto(new FaceView(new FaceSquare(x, y, side, turn)));

    FaceSquare found = FaceLayout.around(onPhoto);

    assertThat(found.centerX()).isCloseTo(x, within(1e-9));
    assertThat(found.centerY()).isCloseTo(y, within(1e-9));
    assertThat(found.side()).isCloseTo(side, within(1e-9));
    assertThat(found.turnDegrees()).isCloseTo(turn, within(1e-9));
  }

  @Test
  void isNeitherMovedNorTurnedByEyesFurtherApart() {
    double[] xy = FaceLayout.MEAN_FACE.toArray();
    xy[0] += 1;
    xy[2] -= 1;

    FaceSquare found = FaceLayout.around(Keypoints.of(xy));

    assertThat(found.centerX()).isCloseTo(47.5, within(0.02));
    assertThat(found.turnDegrees()).isCloseTo(0, within(0.05));
  }

  @Test
  void givesASquareOneCanSeeEvenIfAllPointsFallTogether() {
    double[] xy = new double[Keypoints.NUMBERS];
    Arrays.fill(xy, 20);

    FaceSquare found = FaceLayout.around(Keypoints.of(xy));

    assertThat(found.side()).isEqualTo(1);
  }

  @Test
  void theMeanFaceHasTheSubjectsLeftAtTheLargerColumns() {
    for (Keypoint k : Keypoint.values()) {
      if (k.name().contains("LEFT")) {
        assertThat(FaceLayout.MEAN_FACE.x(k)).isGreaterThan(FaceLayout.MEAN_FACE.x(k.mirrored()));
      }
    }
  }
}
