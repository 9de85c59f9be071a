package cnnworkshop.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FrequencyResponseTest {

  private static final int MIDDLE = FrequencyResponse.SIDE / 2;
  private static final int LAST = FrequencyResponse.SIDE - 1;

  /** Filters stripes of each frequency with plain loops: the amplitude of what comes out is the magnitude. */
  @Test
  void itIsHowStronglyTheFilterAnswersToStripes() {
    Filters filters = TestFilters.random(2, 3, 4, 5, 9);
    FrequencyResponse response = FrequencyResponse.of(filters, 1, 2);

    for (int v = 0; v <= LAST; v += 5) {
      for (int u = 0; u <= LAST; u += 3) {
        double cosine = answer(filters, v, u, 0);
        double sine = answer(filters, v, u, Math.PI / 2);
        assertThat((double) response.magnitudes()[v * FrequencyResponse.SIDE + u])
            .isEqualTo(Math.hypot(cosine, sine), within(1e-5));
      }
    }
  }

  private static double answer(Filters filters, int v, int u, double phase) {
    double sum = 0;
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 5; column++) {
        double stripe = Math.cos(2 * Math.PI * ((v - 16) / 32.0 * row + (u - 16) / 32.0 * column) + phase);
        sum += filters.weight(1, 2, row, column) * stripe;
      }
    }
    return sum;
  }

  @Test
  void anEvenAreaIsInTheMiddleAndTheFinestStripesAtTheEdges() {
    float[] even = FrequencyResponse.of(TestFilters.of(1, 1, 1, 2, 1, 1), 0).magnitudes();
    float[] edge = FrequencyResponse.of(TestFilters.of(1, 1, 1, 2, -1, 1), 0).magnitudes();

    assertThat(even[MIDDLE * FrequencyResponse.SIDE + MIDDLE]).isEqualTo(2, within(1e-6f));
    assertThat(even[MIDDLE * FrequencyResponse.SIDE + LAST]).isEqualTo(0, within(1e-6f));
    assertThat(edge[MIDDLE * FrequencyResponse.SIDE + MIDDLE]).isEqualTo(0, within(1e-6f));
    assertThat(edge[MIDDLE * FrequencyResponse.SIDE + LAST]).isEqualTo(2, within(1e-6f));
    assertThat(edge[MIDDLE]).as("nothing changes down the column").isEqualTo(0, within(1e-6f));
    assertThat(FrequencyResponse.cycles(0)).isEqualTo(-0.5);
    assertThat(FrequencyResponse.cycles(MIDDLE)).isZero();
    assertThat(FrequencyResponse.cycles(LAST)).isEqualTo(0.5);
  }

  /** Parseval: over one whole cycle of frequencies the mean of the squares is the sum of the squared weights. */
  @Test
  void allChannelsTogetherHoldAsMuchAsTheWeights() {
    Filters filters = TestFilters.random(1, 6, 11, 11, 4);

    float[] magnitudes = FrequencyResponse.of(filters, 0).magnitudes();

    double sum = 0;
    for (int v = 0; v < LAST; v++) {
      for (int u = 0; u < LAST; u++) {
        sum += Math.pow(magnitudes[v * FrequencyResponse.SIDE + u], 2);
      }
    }
    double norm = FilterFacts.of(filters).get(0).norm();
    assertThat(sum / (LAST * LAST)).isEqualTo(norm * norm, within(1e-3));
  }

  @Test
  void aFilterOfOneWeightAnswersToAllAlikeAndOneOfZerosToNone() {
    assertThat(FrequencyResponse.of(TestFilters.of(1, 1, 1, 1, -3), 0).magnitudes()).containsOnly(3f);
    FrequencyResponse none = FrequencyResponse.of(TestFilters.of(1, 2, 1, 1, 0, 0), 0);
    assertThat(none.magnitudes()).containsOnly(0f);
    assertThat(none.range()).isEqualTo(new ValueRange(0, 0));
  }

  @Test
  void histogramsCountEachNumberOnce() {
    float[] numbers = {-1, -0.6f, 0, 0.1f, 0.5f, 0.99f, 1, Float.NaN, 7};

    WeightHistogram histogram = WeightHistogram.of(numbers, 0, 9, new ValueRange(-1, 1), 4);

    assertThat(histogram.counts()).containsExactly(2, 0, 2, 3);
    assertThat(histogram.share(3)).isEqualTo(3 / 7.0, within(1e-12));
    assertThat(WeightHistogram.of(numbers, 3, 5, new ValueRange(-1, 1), 4).counts()).containsExactly(0, 0, 1, 1);
  }

  @Test
  void equalNumbersAreInTheMiddleOfAHistogram() {
    assertThat(WeightHistogram.of(new float[] {2, 2}, 0, 2, new ValueRange(2, 2), 5).counts())
        .containsExactly(0, 0, 2, 0, 0);
    WeightHistogram none = WeightHistogram.of(new float[] {Float.NaN}, 0, 1, new ValueRange(0, 1), 3);
    assertThat(none.counts()).containsOnly(0);
    assertThat(none.share(1)).isZero();
  }
}
