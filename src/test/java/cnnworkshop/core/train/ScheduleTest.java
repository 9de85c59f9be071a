package cnnworkshop.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScheduleTest {

  @Test
  void cosineGoesUpThenDownToItsEnd() {
    Schedule cosine = new Schedule.Cosine(1, 0.1, 0.2);
    assertThat(cosine.at(0)).isEqualTo(0.1, within(1e-12));
    assertThat(cosine.at(0.1)).isEqualTo(0.5, within(1e-12));
    assertThat(cosine.at(0.2)).isEqualTo(1, within(1e-12));
    assertThat(cosine.at(0.6)).isEqualTo(0.55, within(1e-12));
    assertThat(cosine.at(1)).isEqualTo(0.1, within(1e-12));
  }

  @Test
  void linearMeetsBothEnds() {
    Schedule linear = new Schedule.Linear(0.03, 0.0001);
    assertThat(linear.at(0)).isEqualTo(0.03);
    assertThat(linear.at(0.5)).isEqualTo(0.01505, within(1e-12));
    assertThat(linear.at(1)).isEqualTo(0.0001, within(1e-12));
  }

  @Test
  void stepsDivideAfterEqualParts() {
    Schedule steps = new Schedule.Steps(0.9, 3, 2);
    assertThat(steps.at(0)).isEqualTo(0.9);
    assertThat(steps.at(0.33)).isEqualTo(0.9);
    assertThat(steps.at(0.34)).isEqualTo(0.3, within(1e-12));
    assertThat(steps.at(0.67)).isEqualTo(0.1, within(1e-12));
    assertThat(steps.at(1)).isEqualTo(0.1, within(1e-12));
  }

  @Test
  void oneCycleGoesUpAndDownInStraightLines() {
    Schedule cycle = new Schedule.OneCycle(1, 0.25);
    assertThat(cycle.isOfSteps()).isTrue();
    assertThat(cycle.at(0)).isEqualTo(0.1, within(1e-12));
    assertThat(cycle.at(0.125)).isEqualTo(0.55, within(1e-12));
    assertThat(cycle.at(0.25)).isEqualTo(1, within(1e-12));
    assertThat(cycle.at(0.625)).isEqualTo(0.505, within(1e-12));
    assertThat(cycle.at(1)).isEqualTo(0.01, within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(ScheduleForm.class)
  void everyFormKeepsItsFormAtAnotherHeight(ScheduleForm form) {
    Schedule usual = form.usual();
    assertThat(usual.highest()).isEqualTo(1);
    Schedule scaled = usual.withHighest(0.02);
    assertThat(scaled.highest()).isEqualTo(0.02);
    assertThat(ScheduleForm.of(scaled)).isEqualTo(form);
    for (double progress = 0; progress <= 1; progress += 0.05) {
      assertThat(scaled.at(progress)).isEqualTo(0.02 * usual.at(progress), within(1e-12));
    }
  }

  @Test
  void aScheduleAtItsOwnHeightIsTheSame() {
    assertThat(new Schedule.Cosine(8e-4, 2e-5, 0.06).withHighest(8e-4)).isEqualTo(new Schedule.Cosine(8e-4, 2e-5, 0.06));
    assertThat(new Schedule.Linear(0.9, 0.999).withHighest(0.999)).isEqualTo(new Schedule.Linear(0.9, 0.999));
  }
}
