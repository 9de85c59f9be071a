package cnnworkshop.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FilterLikenessTest {

  @Test
  void itIsTheCorrelationOfTheWeights() {
    Filters filters = TestFilters.random(6, 2, 3, 3, 3);
    FilterLikeness likeness = FilterLikeness.of(filters);

    for (int a = 0; a < 6; a++) {
      for (int b = 0; b < 6; b++) {
        assertThat((double) likeness.cosine(a, b)).isEqualTo(correlation(filters.weights(), a, b), within(1e-6));
      }
    }
  }

  /** By the textbook's formula of sums of products: n Σxy − Σx Σy over the roots of the same with itself. */
  private static double correlation(float[] weights, int a, int b) {
    double x = 0;
    double y = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < 18; i++) {
      double p = weights[a * 18 + i];
      double q = weights[b * 18 + i];
      x += p;
      y += q;
      xx += p * p;
      yy += q * q;
      xy += p * q;
    }
    return (18 * xy - x * y) / Math.sqrt((18 * xx - x * x) * (18 * yy - y * y));
  }

  @Test
  void strengthAndAnEvenPartMakeNoDifferenceAndTheNegativeIsTheOpposite() {
    FilterLikeness likeness = FilterLikeness.of(TestFilters.of(3, 1, 1, 3, 1, 2, 4, 12, 14, 18, -1, -2, -4));

    assertThat(likeness.cosine(0, 1)).isEqualTo(1, within(1e-6f));
    assertThat(likeness.cosine(0, 2)).isEqualTo(-1, within(1e-6f));
  }

  @Test
  void filtersWithoutAShapeAreLikeNoOther() {
    Filters filters = TestFilters.of(5, 1, 1, 3, 0.1f, 0.1f, 0.1f, 0, 0, 0, 1, 2, 3, Float.NaN, 1, 2,
        Float.POSITIVE_INFINITY, 1, 2);

    FilterLikeness likeness = FilterLikeness.of(filters);

    for (int other = 0; other < 5; other++) {
      for (int shapeless : new int[] {0, 1, 3, 4}) {
        assertThat(likeness.cosine(shapeless, other)).isZero();
      }
    }
    assertThat(likeness.order()).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    assertThat(likeness.groups(0.5)).hasSize(5);
  }

  @Test
  void noisyCopiesOfThreePatternsAreFoundAndStandTogether() {
    Random random = new Random(5);
    float[][] patterns = new float[3][9];
    float[] weights = new float[12 * 9];
    for (float[] pattern : patterns) {
      for (int i = 0; i < 9; i++) {
        pattern[i] = (float) random.nextGaussian();
      }
    }
    for (int filter = 0; filter < 12; filter++) {
      for (int i = 0; i < 9; i++) {
        weights[filter * 9 + i] = patterns[filter % 3][i] + 0.05f * (float) random.nextGaussian();
      }
    }
    FilterLikeness likeness = FilterLikeness.of(TestFilters.of(12, 1, 3, 3, weights));

    assertThat(likeness.groups(0.9)).allSatisfy(group -> {
      assertThat(group).hasSize(4);
      assertThat(group.stream().map(filter -> filter % 3).distinct()).hasSize(1);
    });
    List<Integer> order = likeness.order();
    assertThat(IntStream.range(1, 12).filter(i -> order.get(i) % 3 != order.get(i - 1) % 3).count()).isEqualTo(2);
    assertThat(likeness.nearest(0, 3)).containsExactlyInAnyOrder(3, 6, 9);
  }

  /** Average linkage by its definition: the mean over all pairs, computed anew at every step. */
  @Test
  void groupsAreThoseOfAverageLinkageAtEveryThreshold() {
    Filters filters = TestFilters.random(17, 1, 2, 2, 8);
    FilterLikeness likeness = FilterLikeness.of(filters);
    for (double threshold : new double[] {1.1, 0.95, 0.9, 0.8, 0.5, 0.1, -0.2, -2}) {
      List<List<Integer>> expected = new ArrayList<>();
      IntStream.range(0, 17).forEach(filter -> expected.add(new ArrayList<>(List.of(filter))));
      while (joinsTheMostAlike(expected, likeness, threshold)) {
        assertThat(expected).isNotEmpty();
      }
      assertThat(likeness.groups(threshold).stream().map(group -> group.stream().sorted().toList()))
          .containsExactlyInAnyOrderElementsOf(
              expected.stream().map(group -> group.stream().sorted().toList()).toList());
    }
  }

  private static boolean joinsTheMostAlike(List<List<Integer>> groups, FilterLikeness likeness, double threshold) {
    double most = threshold;
    List<Integer> first = null;
    List<Integer> second = null;
    for (List<Integer> a : groups) {
      for (List<Integer> b : groups) {
        double mean = a.stream().flatMapToDouble(x -> b.stream().mapToDouble(y -> likeness.cosine(x, y))).average()
            .orElseThrow();
        if (a != b && mean >= most) {
          most = mean;
          first = a;
          second = b;
        }
      }
    }
    if (first == null) {
      return false;
    }
    first.addAll(second);
    List<Integer> gone = second;
    groups.removeIf(group -> group == gone);
    return true;
  }

  @Test
  void aSingleFilterIsAGroupOfItsOwn() {
    FilterLikeness likeness = FilterLikeness.of(TestFilters.of(1, 1, 1, 1, 7));

    assertThat(likeness.order()).containsExactly(0);
    assertThat(likeness.groups(0.5)).containsExactly(List.of(0));
    assertThat(likeness.nearest(0, 3)).isEmpty();
  }

  @Test
  void ordersAreThoseOfTheNumbersTheyNameAndKeepEqualOnesInPlace() {
    Filters filters = TestFilters.of(4, 1, 1, 2, 1, 0, 3, 0, 0, 1, -4, 0);
    List<FilterFacts> facts = FilterFacts.of(filters);
    List<FilterActivity> activity = IntStream.of(2, 9, 2, 1)
        .mapToObj(strength -> new FilterActivity(strength, new ValueRange(0, 1), 0)).toList();

    assertThat(FilterOrder.INDEX.of(facts, () -> activity, null)).containsExactly(0, 1, 2, 3);
    assertThat(FilterOrder.NORM.of(facts, () -> activity, null)).containsExactly(3, 1, 0, 2);
    assertThat(FilterOrder.ACTIVITY.of(facts, () -> activity, null)).containsExactly(1, 0, 2, 3);
    FilterLikeness likeness = FilterLikeness.of(filters);
    assertThat(FilterOrder.LIKENESS.of(facts, null, () -> likeness)).isEqualTo(likeness.order());
  }

  @Test
  void groupsKeepTheOrderAndTheUnlikeComeLast() {
    FilterGroups groups = FilterGroups.of(List.of(4, 3, 2, 1, 0, 5),
        List.of(List.of(5), List.of(0, 3), List.of(1), List.of(2, 4)));

    assertThat(groups.alike()).containsExactly(List.of(4, 2), List.of(3, 0));
    assertThat(groups.others()).containsExactly(1, 5);
    assertThat(groups.order()).containsExactly(4, 2, 3, 0, 1, 5);
  }
}
