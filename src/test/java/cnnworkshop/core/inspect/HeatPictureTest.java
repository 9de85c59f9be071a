package cnnworkshop.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HeatPictureTest {

  @Test
  void signedHeatRunsAsFarToBothSides() {
    Heat heat = Heat.of(2, 2, new float[] {1, -3, Float.NaN, 2}, true);

    assertThat(heat.range()).isEqualTo(new ValueRange(-3, 3));
    assertThat(heat.scale()).isEqualTo(ColourScale.SIGNED);
  }

  @Test
  void strengthsBeginAtZero() {
    assertThat(Heat.of(2, 1, new float[] {4, 3}, false).range()).isEqualTo(new ValueRange(0, 4));
    assertThat(Heat.of(1, 1, new float[] {Float.NaN}, false).range()).isEqualTo(new ValueRange(0, 0));
  }

  @Test
  void theLargestHundredthMayRunOffAClippedScale() {
    float[] values = new float[200];
    for (int i = 0; i < 200; i++) {
      values[i] = i < 198 ? i / 100f : 1000;
    }

    assertThat(Heat.clipped(20, 10, values, false).range().high()).isEqualTo(1.97f);
    assertThat(Heat.of(20, 10, values, false).range().high()).isEqualTo(1000);
    float[] oneAlone = new float[200];
    oneAlone[7] = -3;
    assertThat(Heat.clipped(20, 10, oneAlone, true).range()).isEqualTo(new ValueRange(-3, 3));
  }

  @Test
  void whatIsNotKnownShowsThePictureAndTheRestIsMixedWithIt() {
    Photo grey = HeatPicture.input(new Shape(1, 1, 3), new float[] {0, 1, 1});
    Heat heat = Heat.of(3, 1, new float[] {Float.NaN, 5, -5}, true);

    Photo half = HeatPicture.over(grey, heat, 0.5);

    assertThat(half.argb(0, 0)).isEqualTo(0xFF000000);
    assertThat(half.argb(1, 0)).as("halfway between white and vermilion").isEqualTo(0xFFEAAF80);
    assertThat(HeatPicture.over(grey, heat, 0).argb(2, 0)).isEqualTo(0xFFFFFFFF);
    assertThat(HeatPicture.over(grey, heat, 1).argb(2, 0)).isEqualTo(0xFF0072B2);
  }

  @Test
  void colourInputsKeepTheirColoursAndAreClipped() {
    Photo photo = HeatPicture.input(new Shape(3, 1, 2), new float[] {1, -0.5f, 0, 2, 0.2f, 0});

    assertThat(photo.argb(0, 0)).isEqualTo(0xFFFF0033);
    assertThat(photo.argb(1, 0)).isEqualTo(0xFF00FF00);
  }

  @Test
  void pixelsAreEnlargedHardAndMarksLieOnTheirPixels() {
    float[] values = new float[96 * 96];
    values[10 * 96 + 20] = 1;
    Photo view = HeatPicture.input(new Shape(1, 96, 96), values);
    double[] middle = new double[30];
    Arrays.fill(middle, 48);
    middle[0] = -200;

    Photo plain = new HeatPicture(view, 600).photo();
    Photo drawn = new HeatPicture(view, 600).withPoints(Keypoints.of(middle)).withFrame(4, 8, 12)
        .withArrow(60, 60, 80, 60).photo();

    assertThat(plain.width()).isEqualTo(576);
    assertThat(plain.argb(20 * 6, 10 * 6)).isEqualTo(0xFFFFFFFF);
    assertThat(plain.argb(21 * 6 - 1, 11 * 6 - 1)).isEqualTo(0xFFFFFFFF);
    assertThat(plain.argb(21 * 6, 11 * 6)).isEqualTo(0xFF000000);
    assertThat(drawn.argb(48 * 6 + 3, 48 * 6 + 3)).as("a cross").isEqualTo(FaceMark.PREDICTED.argb());
    assertThat(drawn.argb(4 * 6, 8 * 6 + 20)).as("the frame's left edge").isEqualTo(0xFFFFFFFF);
    assertThat(drawn.argb(16 * 6 - 1, 8 * 6 + 20)).as("its right edge").isEqualTo(0xFFFFFFFF);
    assertThat(drawn.argb(70 * 6, 60 * 6 + 3)).as("the arrow").isEqualTo(FaceMark.PREDICTED.argb());
  }

  @Test
  void largePicturesAreNotEnlarged() {
    assertThat(new HeatPicture(Photo.ofRgb(700, 10, new int[7000]), 600).photo().width()).isEqualTo(700);
  }
}
