package cnnworkshop.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EpochThinningTest {

  @Test
  void theEpochThatLeavesTheSmallestGapGoesTheEarliestOfSeveral() {
    assertThat(EpochThinning.leastMissed(List.of(0, 4, 5, 7, 12), Set.of())).hasValue(5);
    assertThat(EpochThinning.leastMissed(List.of(0, 1, 2, 3, 4), Set.of())).hasValue(1);
  }

  @Test
  void theFirstTheLastAndWantedOnesStay() {
    assertThat(EpochThinning.leastMissed(List.of(0, 1, 2), Set.of(1))).isEmpty();
    assertThat(EpochThinning.leastMissed(List.of(3, 9), Set.of())).isEmpty();
    assertThat(EpochThinning.leastMissed(List.of(), Set.of())).isEmpty();
  }

  @Test
  void whatIsLeftCoversALongTrainingEvenlyAtAnyTime() {
    List<Integer> kept = new ArrayList<>();
    for (int epoch = 0; epoch <= 1000; epoch++) {
      kept.add(epoch);
      if (kept.size() > 20) {
        kept.remove(Integer.valueOf(EpochThinning.leastMissed(kept, Set.of()).orElseThrow()));
        assertThat(kept.get(0)).isZero();
        assertThat(kept.get(kept.size() - 1)).isEqualTo(epoch);
        for (int i = 1; i < kept.size(); i++) {
          assertThat(kept.get(i) - kept.get(i - 1)).as("gap in %s", kept).isLessThanOrEqualTo(2 * epoch / 19 + 1);
        }
      }
    }
  }
}
