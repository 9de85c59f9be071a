package cnnworkshop.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Size;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PhotoMapsTest {

  private static final Size ONE = Size.of(1);
  private static final Size TWO = Size.of(2);

  @Test
  void conv1OfA250By313PhotoIs32MapsOf248By311EqualToThePlainConvolution() throws Exception {
    Photo photo = TestMaps.photo(250, 313);
    PhotoMaps maps = new PhotoMaps(photo, TestMaps.conv1());
    assertThat(new int[] {maps.count(), maps.width(), maps.height()}).containsExactly(32, 248, 311);
    float[] expected = TestMaps.expected(TestMaps.conv1(), photo);
    for (int map = 0; map < 32; map++) {
      assertThat(maps.region(map, 0, 0, 248, 311)).isEqualTo(TestMaps.map(expected, maps, map));
    }
  }

  @Test
  void d21MapsAreCountedByFiltersAndKeepThePhotosOrientation() throws Exception {
    PhotoMaps maps = new PhotoMaps(TestMaps.photo(40, 30), TestMaps.conv1());
    assertThat(new int[] {maps.count(), maps.width(), maps.height()}).containsExactly(32, 38, 28);
  }

  static Stream<Arguments> layers() {
    return Stream.of(
        Arguments.of(TestMaps.filters(5, 3, 3, ONE, ONE, Padding.SAME, Activation.RELU, 3)),
        Arguments.of(TestMaps.filters(3, 3, 3, ONE, ONE, Padding.of(ONE), Activation.LINEAR, 1)),
        Arguments.of(TestMaps.filters(3, 1, 1, ONE, ONE, Padding.VALID, Activation.TANH, 1)),
        Arguments.of(TestMaps.filters(3, 2, 5, TWO, ONE, Padding.SAME, Activation.SIGMOID, 3)),
        Arguments.of(TestMaps.filters(9, 11, 11, Size.of(4), ONE, Padding.of(TWO), Activation.RELU, 3)),
        Arguments.of(TestMaps.filters(2, 4, 3, ONE, TWO, Padding.VALID, Activation.RELU, 1)),
        Arguments.of(TestMaps.filters(2, 3, 3, new Size(1, 2), TWO, Padding.SAME, Activation.LINEAR, 1)));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void everyWayToAskForAValueGivesTheSameBitsAsThePlainConvolution(Filters filters) throws Exception {
    Photo photo = TestMaps.photo(37, 29);
    PhotoMaps maps = new PhotoMaps(photo, filters);
    float[] expected = TestMaps.expected(filters, photo);
    for (int map = 0; map < maps.count(); map++) {
      float[] whole = maps.region(map, 0, 0, maps.width(), maps.height());
      assertThat(whole).isEqualTo(TestMaps.map(expected, maps, map));
      assertThat(maps.reduce(map, 1000).values()).isEqualTo(whole);
      for (int row = 0; row < maps.height(); row++) {
        for (int column = 0; column < maps.width(); column++) {
          float value = whole[row * maps.width() + column];
          assertThat(maps.value(map, row, column)).isEqualTo(value);
          Arithmetic arithmetic = maps.arithmetic(map, row, column).orElseThrow();
          assertThat(arithmetic.value()).isEqualTo(value);
          assertThat(arithmetic.sum() + arithmetic.bias()).isEqualTo(arithmetic.beforeActivation());
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, false", "7, true", "16, true", "40, false", "1000, true"})
  void bandsOfAllMapsAreTheWholeMapsFromTopToBottom(int most, boolean parallel) throws Exception {
    PhotoMaps maps = new PhotoMaps(TestMaps.photo(1100, 43), TestMaps.conv1());
    float[][] whole = new float[maps.count()][maps.width() * maps.height()];
    int[] next = new int[1];
    maps.bands(most, parallel, (first, rows, values) -> {
      assertThat(first).isEqualTo(next[0]);
      next[0] += rows;
      for (int map = 0; map < maps.count(); map++) {
        System.arraycopy(values, map * rows * maps.width(), whole[map], first * maps.width(), rows * maps.width());
      }
    });
    assertThat(next[0]).isEqualTo(maps.height());
    for (int map = 0; map < maps.count(); map++) {
      assertThat(whole[map]).isEqualTo(maps.region(map, 0, 0, maps.width(), maps.height()));
    }
  }

  @Test
  void aRegionIsThatPartOfTheMap() throws Exception {
    PhotoMaps maps = new PhotoMaps(TestMaps.photo(60, 50), TestMaps.conv1());
    float[] whole = maps.region(7, 0, 0, 58, 48);
    float[] region = maps.region(7, 13, 21, 30, 20);
    for (int row = 0; row < 20; row++) {
      int from = (21 + row) * 58 + 13;
      assertThat(Arrays.copyOfRange(region, row * 30, (row + 1) * 30))
          .isEqualTo(Arrays.copyOfRange(whole, from, from + 30));
    }
  }

  @Test
  void aRegionOutsideTheMapIsRefused() throws Exception {
    PhotoMaps maps = new PhotoMaps(TestMaps.photo(10, 10), TestMaps.conv1());
    assertThatThrownBy(() -> maps.region(0, 1, 0, 8, 8)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> maps.value(32, 0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> maps.reduce(-1, 8)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "1, 1000", "1000, 1", "2, 3"})
  void d8APhotoSmallerThanAFilterIsExplained(int width, int height) {
    MapsFailure failure = catchThrowableOfType(MapsFailure.class,
        () -> new PhotoMaps(TestMaps.photo(width, height), TestMaps.conv1()));
    assertThat(failure.kind()).isEqualTo(MapsFailure.Kind.PHOTO_TOO_SMALL);
    assertThat(failure.key()).isEqualTo("maps.failure.photo-too-small");
    assertThat(failure.arguments()).containsExactly(width, height, 3, 3);
  }

  @Test
  void aPhotoAsLargeAsAFilterHasOneValueAMap() throws Exception {
    PhotoMaps maps = new PhotoMaps(TestMaps.photo(3, 3), TestMaps.conv1());
    assertThat(new int[] {maps.width(), maps.height()}).containsExactly(1, 1);
    assertThat(maps.reduce(0, 100).values()).hasSize(1);
  }

  @Test
  void withZeroPaddingEvenOnePixelHasMaps() throws Exception {
    Filters filters = TestMaps.filters(4, 3, 3, ONE, ONE, Padding.SAME, Activation.RELU, 1);
    assertThat(new PhotoMaps(TestMaps.photo(1, 1), filters).width()).isEqualTo(1);
  }

  @Test
  void layersThatPhotosDoNotFitAreExplained() {
    Filters channels = TestMaps.filters(1, 3, 3, ONE, ONE, Padding.VALID, Activation.RELU, 2);
    Filters activation = TestMaps.filters(1, 3, 3, ONE, ONE, Padding.VALID, Activation.OTHER, 1);
    assertThatExceptionOfType(MapsFailure.class).isThrownBy(() -> new PhotoMaps(TestMaps.photo(9, 9), channels))
        .matches(failure -> failure.kind() == MapsFailure.Kind.CHANNELS);
    assertThatExceptionOfType(MapsFailure.class).isThrownBy(() -> new PhotoMaps(TestMaps.photo(9, 9), activation))
        .matches(failure -> failure.kind() == MapsFailure.Kind.ACTIVATION);
  }

  @Test
  void arithmeticSpellsOutPatchWeightsAndProducts() throws Exception {
    Photo photo = TestMaps.photo(12, 9);
    Filters filters = TestMaps.conv1();
    Arithmetic arithmetic = new PhotoMaps(photo, filters).arithmetic(3, 4, 6).orElseThrow();
    assertThat(arithmetic.area()).isEqualTo(new Arithmetic.Area(6, 4, 3, 3, 1, 1, 12, 9));
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertThat(arithmetic.patch(0, i, j)).isEqualTo(photo.grey(6 + j, 4 + i));
        assertThat(arithmetic.weight(0, i, j)).isEqualTo(filters.weight(3, 0, i, j));
        assertThat(arithmetic.product(0, i, j)).isEqualTo(photo.grey(6 + j, 4 + i) * filters.weight(3, 0, i, j));
        assertThat(arithmetic.isPadding(i, j)).isFalse();
      }
    }
    assertThat(arithmetic.channelSum(0)).isEqualTo(arithmetic.sum());
    assertThat(arithmetic.bias()).isEqualTo(filters.biases()[3]);
    assertThat(arithmetic.value()).isEqualTo(Math.max(0, arithmetic.beforeActivation()));
  }

  @Test
  void arithmeticMarksCellsInThePadding() throws Exception {
    Filters filters = TestMaps.filters(1, 3, 3, ONE, TWO, Padding.SAME, Activation.LINEAR, 1);
    Arithmetic corner = new PhotoMaps(TestMaps.photo(8, 8), filters).arithmetic(0, 0, 0).orElseThrow();
    assertThat(corner.area()).isEqualTo(new Arithmetic.Area(-2, -2, 5, 5, 2, 2, 8, 8));
    assertThat(corner.isPadding(0, 2)).isTrue();
    assertThat(corner.isPadding(1, 1)).isFalse();
    assertThat(corner.patch(0, 0, 2)).isZero();
  }
}
