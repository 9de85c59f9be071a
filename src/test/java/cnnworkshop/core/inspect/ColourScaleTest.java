package cnnworkshop.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColourScaleTest {

  @Test
  void theEndsAreTheScalesEnds() {
    assertThat(ends(ColourScale.GREY, 2, 5)).containsExactly(0xFF000000, 0xFFFFFFFF);
    assertThat(ends(ColourScale.GREY_INVERTED, 2, 5)).containsExactly(0xFFFFFFFF, 0xFF000000);
    assertThat(ends(ColourScale.VIRIDIS, 2, 5)).containsExactly(0xFF440154, 0xFFFDE725);
    assertThat(ends(ColourScale.SIGNED, -5, 5)).containsExactly(0xFF0072B2, 0xFFD55E00);
  }

  private static int[] ends(ColourScale scale, float low, float high) {
    return new int[] {scale.argb(low, low, high), scale.argb(high, low, high)};
  }

  @Test
  void theSignedScaleIsWhiteAtZeroWhateverTheRange() {
    assertThat(ColourScale.SIGNED.argb(0, -1, 100)).isEqualTo(0xFFFFFFFF);
    assertThat(ColourScale.SIGNED.argb(0, 3, 7)).isEqualTo(0xFFFFFFFF);
    assertThat(ColourScale.SIGNED.argb(-1, -1, 1)).isEqualTo(ColourScale.SIGNED.argb(-1, 0.5f, 1));
  }

  @ParameterizedTest
  @EnumSource(names = {"GREY", "VIRIDIS"})
  void lightnessRisesWithTheValue(ColourScale scale) {
    double before = -1;
    // Neighbouring colours of viridis differ by less than 8 bits a channel can hold.
    for (int i = 0; i <= 255; i += 3) {
      double lightness = lightness(scale.argb(i, 0, 255));
      assertThat(lightness).isGreaterThan(before);
      before = lightness;
    }
  }

  private static double lightness(int argb) {
    return 0.2126 * linear(argb >> 16 & 0xFF) + 0.7152 * linear(argb >> 8 & 0xFF) + 0.0722 * linear(argb & 0xFF);
  }

  private static double linear(int value) {
    return Math.pow(value / 255.0, 2.2);
  }

  @ParameterizedTest
  @EnumSource
  void valuesOutsideTheRangeTakeTheEnds(ColourScale scale) {
    assertThat(scale.argb(-1e30f, -1, 1)).isEqualTo(scale.argb(-1, -1, 1));
    assertThat(scale.argb(Float.POSITIVE_INFINITY, -1, 1)).isEqualTo(scale.argb(1, -1, 1));
  }

  @ParameterizedTest
  @EnumSource
  void aRangeOfOneValueHasADefinedColour(ColourScale scale) {
    int zero = scale == ColourScale.SIGNED ? 0xFFFFFFFF : scale.argb(0, 0, 1);
    assertThat(scale.argb(0, 0, 0)).isEqualTo(zero);
    assertThat(scale.argb(5, 5, 5)).isNotEqualTo(ColourScale.NOT_A_NUMBER);
  }

  @ParameterizedTest
  @EnumSource
  void theWidestAndTheNarrowestRangesWork(ColourScale scale) {
    float max = Float.MAX_VALUE;
    assertThat(scale.argb(max, -max, max)).isEqualTo(scale.argb(1, -1, 1));
    assertThat(scale.argb(Float.MIN_VALUE, 0, Float.MIN_VALUE)).isEqualTo(scale.argb(1, 0, 1));
  }

  @ParameterizedTest
  @EnumSource
  void valuesThatAreNoNumbersAreMarked(ColourScale scale) {
    assertThat(scale.argb(Float.NaN, 0, 1)).isEqualTo(ColourScale.NOT_A_NUMBER);
    assertThat(scale.argb(1, Float.NaN, Float.NaN)).isEqualTo(ColourScale.NOT_A_NUMBER);
  }

  @ParameterizedTest
  @EnumSource
  void paintingManyValuesGivesEachItsColour(ColourScale scale) {
    float[] values = {-3, -0.2f, 0, 0.4f, 2, Float.NaN};
    int[] painted = scale.paint(values, -1, 2);
    for (int i = 0; i < values.length; i++) {
      assertThat(painted[i]).isEqualTo(scale.argb(values[i], -1, 2));
    }
  }

  @Test
  void perMapScalingFitsTheMapCommonScalingAllMaps() {
    MapReduction quiet = MapReduction.of(TestMaps.featureMaps(1, 1, 2, 0, 1), 0);
    MapReduction loud = MapReduction.of(TestMaps.featureMaps(1, 1, 2, -2, 9), 0);
    MapReduction broken = MapReduction.of(TestMaps.featureMaps(1, 1, 2, 100, Float.NaN), 0);
    List<MapReduction> all = List.of(quiet, loud, broken);
    assertThat(MapScaling.PER_MAP.range(quiet, all)).isEqualTo(new ValueRange(0, 1));
    assertThat(MapScaling.COMMON.range(quiet, all)).isEqualTo(new ValueRange(-2, 9));
    assertThat(MapScaling.COMMON.range(broken, all).low()).isNaN();
  }
}
