package cnnworkshop.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilterFactsTest {

  @Test
  void aFiltersNumbersAreCountedOverAllItsChannels() {
    Filters filters = TestFilters.random(5, 4, 3, 2, 1);

    List<FilterFacts> facts = FilterFacts.of(filters);

    assertThat(facts).hasSize(5);
    for (int filter = 0; filter < 5; filter++) {
      double sum = 0;
      double squares = 0;
      float low = 2;
      float high = -2;
      for (int channel = 0; channel < 4; channel++) {
        for (int row = 0; row < 3; row++) {
          for (int column = 0; column < 2; column++) {
            float weight = filters.weight(filter, channel, row, column);
            sum += weight;
            squares += weight * (double) weight;
            low = Math.min(low, weight);
            high = Math.max(high, weight);
          }
        }
      }
      FilterFacts fact = facts.get(filter);
      assertThat(fact.filter()).isEqualTo(filter);
      assertThat(fact.weights()).isEqualTo(24);
      assertThat(fact.norm()).isEqualTo(Math.sqrt(squares), within(1e-9));
      assertThat(fact.mean()).isEqualTo(sum / 24, within(1e-9));
      assertThat(fact.range()).isEqualTo(new ValueRange(low, high));
      assertThat(fact.bias()).isEqualTo(filters.biases()[filter]);
      assertThat(fact.constant()).isFalse();
    }
  }

  @Test
  void aFilterOfEqualWeightsIsConstantButOneOfASingleWeightIsNot() {
    assertThat(FilterFacts.of(TestFilters.of(2, 1, 1, 2, 0.1f, 0.1f, 0.1f, 0.2f)))
        .extracting(FilterFacts::constant).containsExactly(true, false);
    assertThat(FilterFacts.of(TestFilters.of(1, 1, 1, 1, 3))).extracting(FilterFacts::constant).containsExactly(false);
  }

  @Test
  void whatIsNoNumberIsSaidToBeNone() {
    FilterFacts facts = FilterFacts.of(TestFilters.of(1, 1, 1, 2, 1, Float.NaN)).get(0);

    assertThat(facts.norm()).isNaN();
    assertThat(facts.range().low()).isNaN();
    assertThat(facts.constant()).isFalse();
  }

  @Test
  void aMapOfZerosIsDeadAndOthersAreAsStrongAsTheirValuesAreLarge() {
    FeatureMaps maps = new FeatureMaps(new Shape(3, 1, 4), new float[] {0, 0, 0, 0, 0, -3, 1, 0, 2, 2, 2, 2});

    List<FilterActivity> activity = FilterActivity.of(maps);

    assertThat(activity).containsExactly(new FilterActivity(0, new ValueRange(0, 0), 1),
        new FilterActivity(1, new ValueRange(-3, 1), 0.5), new FilterActivity(2, new ValueRange(2, 2), 0));
    assertThat(activity).extracting(FilterActivity::dead).containsExactly(true, false, false);
  }
}
