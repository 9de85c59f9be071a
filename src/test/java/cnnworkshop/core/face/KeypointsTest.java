package cnnworkshop.core.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KeypointsTest {

  @Test
  void targetsMinusOneZeroOneArePixels0And48And96() {
    float[] targets = new float[Keypoints.NUMBERS + 1];
    Arrays.fill(targets, 7);
    for (int i = 0; i < Keypoints.NUMBERS; i++) {
      targets[1 + i] = i % 3 - 1;
    }

    Keypoints points = Keypoints.ofTargets(targets, 1);

    for (int i = 0; i < Keypoints.NUMBERS; i++) {
      assertThat(points.toArray()[i]).isEqualTo(48.0 * (i % 3));
    }
    assertThat(points.toTargets()).containsExactly(Arrays.copyOfRange(targets, 1, targets.length));
  }

  @Test
  void flippingTwiceChangesNothing() {
    Keypoints points = numbered();

    double[] twice = points.flipped(96).flipped(96).toArray();

    assertThat(twice).containsExactly(points.toArray());
  }

  @Test
  void flippingMirrorsColumnsAndSwapsLeftAndRightLabels() {
    Keypoints flipped = FaceLayout.MEAN_FACE.flipped(96);

    assertThat(flipped.x(Keypoint.LEFT_EYE_CENTER)).isCloseTo(95 - 31.46, within(1e-12));
    assertThat(flipped.y(Keypoint.LEFT_EYE_CENTER)).isEqualTo(38.83);
    assertThat(flipped.x(Keypoint.NOSE_TIP)).isCloseTo(95 - 48.79, within(1e-12));
    assertThat(flipped.x(Keypoint.LEFT_EYE_CENTER)).isGreaterThan(flipped.x(Keypoint.RIGHT_EYE_CENTER));
  }

  /** The twelve output columns that swap, as the workshop's sources list them: flip_indices of kfkd.py. */
  @Test
  void swapsExactlyThePairsOfTheWorkshop() {
    int[][] columns = {
      {0, 2}, {1, 3}, {4, 8}, {5, 9}, {6, 10}, {7, 11}, {12, 16}, {13, 17}, {14, 18}, {15, 19}, {22, 24}, {23, 25}
    };
    double[] expected = numbered().toArray();
    for (int[] pair : columns) {
      double swap = expected[pair[0]];
      expected[pair[0]] = expected[pair[1]];
      expected[pair[1]] = swap;
    }
    for (int i = 0; i < expected.length; i += 2) {
      expected[i] = 95 - expected[i];
    }

    assertThat(numbered().flipped(96).toArray()).containsExactly(expected);
  }

  @Test
  void onlyNoseAndLipMiddlesStayThemselvesInTheMirror() {
    Set<Keypoint> middle = Arrays.stream(Keypoint.values()).filter(k -> k.mirrored() == k).collect(Collectors.toSet());

    assertThat(middle).containsExactlyInAnyOrder(
        Keypoint.NOSE_TIP, Keypoint.MOUTH_CENTER_TOP_LIP, Keypoint.MOUTH_CENTER_BOTTOM_LIP);
  }

  @Test
  void goesToThePhotoAndBack() {
    FaceView view = new FaceView(new FaceSquare(120, 80, 230, 33));

    double[] back = FaceLayout.MEAN_FACE.toPhoto(view).toView(view).toArray();

    double[] before = FaceLayout.MEAN_FACE.toArray();
    for (int i = 0; i < before.length; i++) {
      assertThat(back[i]).isCloseTo(before[i], within(1e-9));
    }
  }

  @Test
  void namesArePrintedAsInTheKaggleFiles() {
    assertThat(Keypoint.LEFT_EYE_CENTER.fileName()).isEqualTo("left_eye_center");
    assertThat(Keypoint.MOUTH_CENTER_BOTTOM_LIP.fileName()).isEqualTo("mouth_center_bottom_lip");
  }

  @Test
  void refusesAnotherCountOfNumbers() {
    assertThatIllegalArgumentException().isThrownBy(() -> Keypoints.of(1, 2, 3));
  }

  private static Keypoints numbered() {
    double[] xy = new double[Keypoints.NUMBERS];
    for (int i = 0; i < xy.length; i++) {
      xy[i] = i;
    }
    return Keypoints.of(xy);
  }
}
