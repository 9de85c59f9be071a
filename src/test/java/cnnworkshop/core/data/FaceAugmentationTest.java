package cnnworkshop.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.data.FaceAugmentation.Change;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.Photo;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FaceAugmentationTest {

  private static final int SIZE = 144;

  private final float[] pixels = new float[96 * 96];
  private final float[] targets = new float[30];
  private final float[] mask = new float[30];

  @Test
  void pointsStayOnWhatTheyMarkHoweverThePictureIsLaid() {
    // A soft white spot on every one of two points that change places when flipped, and on one that does not.
    FaceSample sample = sampleWithSpots(Keypoint.NOSE_TIP);
    FaceAugmentation wild = FaceAugmentation.NONE.with(Change.TURN, 15).with(Change.SCALE, 0.15)
        .with(Change.SHIFT, 6).with(Change.FLIP, 0.5).with(Change.BEND, 1.2).with(Change.STRETCH, 0.06);
    Random random = new Random(5);
    for (int i = 0; i < 30; i++) {
      wild.apply(sample, random, pixels, 0, targets, mask, 0);
      double[] centre = centreOfLight();
      assertThat(Keypoints.ofTargets(targets, 0).x(Keypoint.NOSE_TIP)).isCloseTo(centre[0], within(0.25));
      assertThat(Keypoints.ofTargets(targets, 0).y(Keypoint.NOSE_TIP)).isCloseTo(centre[1], within(0.25));
    }
  }

  @Test
  void aBendMovesPointsAsFarAsItSaysAndNothingFolds() {
    FaceAugmentation bent = FaceAugmentation.NONE.with(Change.BEND, 1.5);
    FaceSample sample = sampleWithSpots(Keypoint.NOSE_TIP);
    Random random = new Random(3);
    double sum = 0;
    int n = 400;
    FaceAugmentation.NONE.apply(sample, random, pixels, 0, targets, mask, 0);
    double[] straight = Keypoints.ofTargets(targets, 0).toArray();
    for (int i = 0; i < n; i++) {
      bent.apply(sample, random, pixels, 0, targets, mask, 0);
      double[] moved = Keypoints.ofTargets(targets, 0).toArray();
      for (int k = 0; k < moved.length; k++) {
        sum += Math.pow(moved[k] - straight[k], 2) / moved.length / n;
      }
    }
    assertThat(Math.sqrt(sum)).isCloseTo(1.5, within(0.15));
  }

  @Test
  void aCoverIsOnePlainRectangle() {
    FaceAugmentation covered = FaceAugmentation.NONE.with(Change.COVER, 1);
    FaceSample sample = new FaceSample(Photo.ofGrey(SIZE, SIZE, ramp()), FaceSquare.ofBox(24, 24, 96),
        sampleWithSpots(Keypoint.NOSE_TIP).points(), "x");
    FaceAugmentation.NONE.apply(sample, new Random(1), pixels, 0, targets, mask, 0);
    float[] open = pixels.clone();
    for (int seed = 0; seed < 20; seed++) {
      covered.apply(sample, new Random(seed), pixels, 0, targets, mask, 0);
      int changed = 0;
      java.util.Set<Float> greys = new java.util.HashSet<>();
      for (int i = 0; i < pixels.length; i++) {
        if (pixels[i] != open[i]) {
          changed++;
          greys.add(pixels[i]);
        }
      }
      assertThat(greys).hasSize(1);
      assertThat(changed).isBetween(8 * 8, 40 * 40);
    }
  }

  private static float[] ramp() {
    float[] grey = new float[SIZE * SIZE];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = i % SIZE;
    }
    return grey;
  }

  @Test
  void aFlipKeepsTheLeftEyeOnItsSide() {
    FaceAugmentation flipped = FaceAugmentation.NONE.with(Change.FLIP, 1);
    flipped.apply(sampleWithSpots(Keypoint.LEFT_EYE_CENTER), new Random(1), pixels, 0, targets, mask, 0);
    Keypoints points = Keypoints.ofTargets(targets, 0);
    assertThat(points.x(Keypoint.LEFT_EYE_CENTER)).isGreaterThan(points.x(Keypoint.RIGHT_EYE_CENTER));
    assertThat(points.x(Keypoint.RIGHT_EYE_CENTER)).as("the spot was on the other eye")
        .isCloseTo(centreOfLight()[0], within(0.1));
  }

  @Test
  void missingPointsAreMaskedAndNeverBecomeZeroZero() {
    FaceSample sample = sampleWithSpots(Keypoint.NOSE_TIP);
    sample.points()[2] = Float.NaN;
    sample.points()[3] = Float.NaN;
    FaceAugmentation.NONE.apply(sample, new Random(1), pixels, 0, targets, mask, 0);
    assertThat(mask[2]).isZero();
    assertThat(mask[3]).isZero();
    float sum = 0;
    for (float m : mask) {
      sum += m;
    }
    assertThat(sum).isEqualTo(28);
    for (float t : targets) {
      assertThat(t).isFinite();
    }
  }

  @Test
  void lightStaysWithinItsRange() {
    FaceAugmentation lit = FaceAugmentation.NONE.with(Change.BRIGHTNESS, 0.5).with(Change.CONTRAST, 1)
        .with(Change.SHADE, 0.5).with(Change.BLUR, 1).with(Change.COVER, 1);
    for (int i = 0; i < 20; i++) {
      lit.apply(sampleWithSpots(Keypoint.NOSE_TIP), new Random(i), pixels, 0, targets, mask, 0);
      for (float p : pixels) {
        assertThat(p).isBetween(0f, 1f);
      }
    }
  }

  @Test
  void aBlurKeepsTheSumAndSpreadsAsItsSigmaSays() {
    float[] dot = new float[41 * 41];
    dot[20 * 41 + 20] = 1;
    float[] blurred = GaussianBlur.of(dot, 41, 41, 1.5);
    double sum = 0;
    double variance = 0;
    for (int y = 0; y < 41; y++) {
      for (int x = 0; x < 41; x++) {
        sum += blurred[y * 41 + x];
        variance += blurred[y * 41 + x] * (x - 20) * (x - 20);
      }
    }
    assertThat(sum).isCloseTo(1, within(1e-5));
    assertThat(Math.sqrt(variance)).isCloseTo(1.5, within(0.08));
  }

  private static FaceSample sampleWithSpots(Keypoint marked) {
    double[] view = cnnworkshop.core.face.FaceLayout.MEAN_FACE.toArray();
    float[] points = new float[30];
    for (int i = 0; i < 30; i++) {
      points[i] = (float) view[i] + 24;
    }
    float[] grey = new float[SIZE * SIZE];
    Arrays.fill(grey, 0);
    float cx = points[2 * marked.ordinal()];
    float cy = points[2 * marked.ordinal() + 1];
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        double d = (x - cx) * (x - cx) + (y - cy) * (y - cy);
        grey[y * SIZE + x] = (float) (255 * Math.exp(-d / 18));
      }
    }
    return new FaceSample(Photo.ofGrey(SIZE, SIZE, grey), FaceSquare.ofBox(24, 24, 96), points, "someone");
  }

  private double[] centreOfLight() {
    double sum = 0;
    double x = 0;
    double y = 0;
    for (int i = 0; i < pixels.length; i++) {
      sum += pixels[i];
      x += pixels[i] * (i % 96);
      y += pixels[i] * (i / 96);
    }
    return new double[] {x / sum, y / sum};
  }
}
