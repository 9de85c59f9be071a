package cnnworkshop.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceViewTest {

  @ParameterizedTest
  @CsvSource({"100, 50, 96, 0", "10.5, 20.25, 240, 30", "-5, 400, 17, -135", "0, 0, 1000, 180"})
  void pointsGoToThePhotoAndBackExactly(double x, double y, double side, double turn) {
    FaceView view = new FaceView(new FaceSquare(x, y, side, turn));

    for (double u = -20; u <= 120; u += 35) {
      for (double v = -20; v <= 120; v += 35) {
        FaceView.Point onPhoto = view.toPhoto(u, v);
        FaceView.Point back = view.toView(onPhoto.x(), onPhoto.y());
        assertThat(back.x()).isCloseTo(u, within(1e-9));
        assertThat(back.y()).isCloseTo(v, within(1e-9));
      }
    }
  }

  @Test
  void theWhole96By96PictureGivesItsVeryValues() {
    Photo photo = noise(96, 96);
    FaceView view = new FaceView(FaceSquare.middleOf(photo));

    assertThat(view.sample(photo, 1)).containsExactly(photo.planes(1, 0, 0, 96, 96));
    assertThat(view.sample(photo, 3)).containsExactly(photo.planes(3, 0, 0, 96, 96));
    assertThat(view.toPhoto(0, 95)).isEqualTo(new FaceView.Point(0, 95));
  }

  /**
   * A photo of 192×192: two of its pixels to one of the view. View pixel 0 covers photo pixels 0 and 1, so its centre
   * lies at 0.5, between them; view pixel 95 covers 190 and 191. A slip of half a pixel would give 0 or 1.
   */
  @Test
  void aPixelTwiceAsLargeLiesBetweenTheTwoItCovers() {
    FaceView view = new FaceView(FaceSquare.ofBox(0, 0, 192));

    assertThat(view.toPhoto(0, 0)).isEqualTo(new FaceView.Point(0.5, 0.5));
    assertThat(view.toPhoto(95, 95)).isEqualTo(new FaceView.Point(190.5, 190.5));
    assertThat(view.toView(0, 191)).isEqualTo(new FaceView.Point(-0.25, 95.25));
  }

  @Test
  void aCoarserViewIsTheMeanOfThePixelsItCovers() {
    Photo photo = noise(192, 192);

    float[] view = new FaceView(FaceSquare.ofBox(0, 0, 192)).sample(photo, 1);

    for (int[] at : new int[][] {{0, 0}, {40, 17}, {95, 95}}) {
      int x = 2 * at[0];
      int y = 2 * at[1];
      float mean = (photo.grey(x, y) + photo.grey(x + 1, y) + photo.grey(x, y + 1) + photo.grey(x + 1, y + 1)) / 4;
      assertThat(view[at[1] * 96 + at[0]]).isCloseTo(mean, within(1e-5f));
    }
  }

  /** A photo of 48×48: view pixel u lies at u / 2 − 0.25, so pixel 1 is a quarter of the way from photo pixel 0 to 1. */
  @Test
  void aFinerViewInterpolatesBetweenPixelCentres() {
    float[] grey = new float[48 * 48];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = 4 * (i % 48);
    }

    float[] view = new FaceView(FaceSquare.ofBox(0, 0, 48)).sample(Photo.ofGrey(48, 48, grey), 1);

    assertThat(255 * view[0]).isCloseTo(0, within(1e-4f));
    assertThat(255 * view[1]).isCloseTo(1, within(1e-4f));
    assertThat(255 * view[2]).isCloseTo(3, within(1e-4f));
    assertThat(255 * view[95]).isCloseTo(4 * 47, within(1e-4f));
  }

  /** Turned a quarter clockwise, the view's right edge looks down: view (u, v) is photo (95 − v, u). */
  @Test
  void aQuarterTurnTakesColumnsToRows() {
    Photo photo = noise(96, 96);

    float[] view = new FaceView(new FaceSquare(47.5, 47.5, 96, 90)).sample(photo, 1);

    for (int v = 0; v < 96; v += 19) {
      for (int u = 0; u < 96; u += 19) {
        assertThat(view[v * 96 + u]).isCloseTo(photo.grey(95 - v, u), within(1e-4f));
      }
    }
  }

  @Test
  void repeatsTheEdgeOutsideThePhoto() {
    Photo photo = noise(96, 96);

    float[] view = new FaceView(new FaceSquare(-500.5, 47.5, 96, 0)).sample(photo, 1);

    assertThat(view[40 * 96 + 50]).isEqualTo(photo.grey(0, 40));
  }

  @Test
  void othersThan96PixelsFollowTheSameConvention() {
    Photo photo = noise(64, 32);

    float[] view = new FaceView(FaceSquare.ofBox(16, 0, 32), 32).sample(photo, 3);

    assertThat(view).containsExactly(photo.planes(3, 16, 0, 32, 32));
  }

  @Test
  void aFaceSquareCoversItsBox() {
    FaceSquare square = FaceSquare.ofBox(10, 20, 31);

    assertThat(square.left()).isEqualTo(10);
    assertThat(square.top()).isEqualTo(20);
    assertThat(square.centerX()).isEqualTo(25);
    assertThat(FaceSquare.middleOf(noise(400, 200))).isEqualTo(FaceSquare.ofBox(100, 0, 200));
  }

  private static Photo noise(int width, int height) {
    Random random = new Random(width * 31L + height);
    int[] rgb = new int[width * height];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = random.nextInt(1 << 24);
    }
    return Photo.ofRgb(width, height, rgb);
  }
}
