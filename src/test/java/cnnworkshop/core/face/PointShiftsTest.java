package cnnworkshop.core.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PointShiftsTest {

  @Test
  void aWayIsTheStraightDistance() {
    double[] before = new double[Keypoints.NUMBERS];
    double[] after = new double[Keypoints.NUMBERS];
    after[2 * Keypoint.NOSE_TIP.ordinal()] = 3;
    after[2 * Keypoint.NOSE_TIP.ordinal() + 1] = -4;
    PointShifts shifts = PointShifts.between(Keypoints.of(before), Keypoints.of(after));

    assertThat(shifts.of(Keypoint.NOSE_TIP)).isEqualTo(5);
    assertThat(shifts.of(Keypoint.LEFT_EYE_CENTER)).isZero();
    assertThat(shifts.longest()).isEqualTo(5);
    assertThat(shifts.mean()).isCloseTo(5.0 / 15, within(1e-12));
  }
}
