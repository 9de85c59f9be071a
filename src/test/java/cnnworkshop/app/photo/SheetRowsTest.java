package cnnworkshop.app.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetRowsTest {

  @Test
  void theFirstSheetIsSpreadOverTheTable() {
    assertThat(SheetRows.of(400, 16, 0)).containsExactly(
        0, 25, 50, 75, 100, 125, 150, 175, 200, 225, 250, 275, 300, 325, 350, 375);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 15, 16})
  void allRowsAreTakenIfThereAreNoMore(int count) {
    assertThat(SheetRows.of(count, 16, 3)).hasSize(count).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(ints = {17, 31, 32, 33, 48, 100, 399, 2140, 7049, 1_000_000})
  void everySheetHasDifferentRowsOfTheTableInOrder(int count) {
    for (int turn = 0; turn < 200; turn++) {
      int[] rows = SheetRows.of(count, 16, turn);
      assertThat(rows).hasSize(16).isSorted().doesNotHaveDuplicates();
      assertThat(rows[0]).isNotNegative();
      assertThat(rows[15]).isLessThan(count);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 33, 48, 100, 399, 2140, 7049})
  void thoseOfTheNextSheetAreAllOthers(int count) {
    for (int turn = 0; turn < 100; turn++) {
      assertThat(set(count, turn)).doesNotContainAnyElementsOf(set(count, turn + 1));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {17, 20, 32, 100, 320, 399})
  void eachRowIsSeenInTheEnd(int count) {
    Set<Integer> seen = new TreeSet<>();
    for (int turn = 0; turn < count; turn++) {
      seen.addAll(set(count, turn));
    }
    assertThat(seen).hasSize(count);
  }

  @Test
  void aTurnFarOnIsNoError() {
    assertThat(SheetRows.of(2_000_000_000, 16, Integer.MAX_VALUE)).hasSize(16);
  }

  private static Set<Integer> set(int count, int turn) {
    return Arrays.stream(SheetRows.of(count, 16, turn)).boxed().collect(Collectors.toSet());
  }
}
