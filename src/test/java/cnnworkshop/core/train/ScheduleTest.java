package cnnworkshop.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

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
}
