package cnnworkshop.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReductionTest {

  /** Sizes below, at and above a tile, long ones, and ones that no cell size divides. */
  @ParameterizedTest
  @CsvSource({"90, 70, 40", "130, 33, 100", "2100, 40, 37", "5, 900, 64", "1030, 66, 1000", "50, 40, 1"})
  void reducesByAveragingAreasAndKeepsTheFullMapsNumbers(int width, int height, int longestSide) throws Exception {
    Filters filters = TestMaps.filters(10, 3, 3, Size.of(1), Size.of(1), Padding.SAME, Activation.RELU, 1);
    PhotoMaps maps = new PhotoMaps(TestMaps.photo(width, height), filters);
    List<MapReduction> reductions = new ArrayList<>();
    assertThat(maps.reduceAll(longestSide, reductions::add, () -> false, Runnable::run, 1)).isTrue();
    assertThat(reductions).extracting(MapReduction::map).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    for (MapReduction reduction : reductions) {
      assertThat(Math.max(reduction.width(), reduction.height())).isEqualTo(longestSide);
      check(reduction, maps.region(reduction.map(), 0, 0, width, height));
    }
  }

  private static void check(MapReduction reduction, float[] full) {
    int w = reduction.width();
    int h = reduction.height();
    double sum = 0;
    int zeros = 0;
    float minimum = full[0];
    float maximum = full[0];
    double[] cellSums = new double[w * h];
    int[] cellCounts = new int[w * h];
    for (int row = 0; row < reduction.fullHeight(); row++) {
      int cellRow = cellOf(row, reduction.fullHeight(), h);
      for (int column = 0; column < reduction.fullWidth(); column++) {
        float value = full[row * reduction.fullWidth() + column];
        int cell = cellRow * w + cellOf(column, reduction.fullWidth(), w);
        cellSums[cell] += value;
        cellCounts[cell]++;
        sum += value;
        zeros += value == 0 ? 1 : 0;
        minimum = Math.min(minimum, value);
        maximum = Math.max(maximum, value);
      }
    }
    for (int cell = 0; cell < cellSums.length; cell++) {
      assertThat((double) reduction.values()[cell]).isEqualTo(cellSums[cell] / cellCounts[cell], within(1e-5));
    }
    assertThat(reduction.minimum()).isEqualTo(minimum);
    assertThat(reduction.maximum()).isEqualTo(maximum);
    assertThat(reduction.mean()).isEqualTo(sum / full.length, within(1e-6));
    assertThat(reduction.zeroShare()).isEqualTo((double) zeros / full.length);
  }

  /** The cell c with ⌊c · full / cells⌋ ≤ position &lt; ⌊(c + 1) · full / cells⌋. */
  private static int cellOf(int position, int full, int cells) {
    int cell = 0;
    while ((long) (cell + 1) * full / cells <= position) {
      cell++;
    }
    return cell;
  }

  @Test
  void severalThreadsGiveTheSameBitsAsOne() throws Exception {
    PhotoMaps maps = new PhotoMaps(TestMaps.photo(400, 300), TestMaps.conv1());
    List<MapReduction> reductions = new ArrayList<>();
    ExecutorService helpers = Executors.newFixedThreadPool(3);
    try {
      assertThat(maps.reduceAll(90, reductions::add, () -> false, helpers, 4)).isTrue();
    } finally {
      helpers.shutdownNow();
    }
    assertThat(reductions).hasSize(32);
    for (int map = 0; map < 32; map++) {
      assertThat(reductions.get(map)).usingRecursiveComparison().isEqualTo(maps.reduce(map, 90));
    }
  }

  @Test
  void helpersThatNeverGetAThreadHoldNothingUp() throws Exception {
    PhotoMaps maps = new PhotoMaps(TestMaps.photo(200, 200), TestMaps.conv1());
    List<MapReduction> reductions = new ArrayList<>();
    assertThat(maps.reduceAll(50, reductions::add, () -> false, helper -> { }, 4)).isTrue();
    assertThat(reductions).hasSize(32);
  }

  @Test
  void onceCancelledNoMoreMapsCome() throws Exception {
    PhotoMaps maps = new PhotoMaps(TestMaps.photo(200, 200), TestMaps.conv1());
    AtomicBoolean cancelled = new AtomicBoolean();
    List<Integer> came = new ArrayList<>();
    boolean finished = maps.reduceAll(50, reduction -> {
      came.add(reduction.map());
      cancelled.set(came.size() == 3);
    }, cancelled::get, Runnable::run, 1);
    assertThat(finished).isFalse();
    assertThat(came).containsExactly(0, 1, 2);
  }

  @Test
  void whatTheReceiverThrowsReachesTheCaller() throws Exception {
    PhotoMaps maps = new PhotoMaps(TestMaps.photo(200, 200), TestMaps.conv1());
    assertThatThrownBy(() -> maps.reduceAll(50, reduction -> {
      throw new IllegalStateException("no place for it");
    }, () -> false, Runnable::run, 2)).hasMessage("no place for it");
  }

  @Test
  void aMapNoLargerThanAskedForIsItself() {
    MapReduction reduction = MapReduction.of(TestMaps.featureMaps(2, 1, 3, 0, 0, 0, -1, 0, 4), 1);
    assertThat(reduction.isWhole()).isTrue();
    assertThat(reduction.values()).containsExactly(-1, 0, 4);
    assertThat(reduction.minimum()).isEqualTo(-1);
    assertThat(reduction.maximum()).isEqualTo(4);
    assertThat(reduction.mean()).isEqualTo(1);
    assertThat(reduction.zeroShare()).isEqualTo(1 / 3.0);
  }

  @Test
  void theSmallestFloatIsNotZero() {
    float least = Float.MIN_VALUE;
    MapReduction reduction = MapReduction.of(TestMaps.featureMaps(1, 1, 4, least, -least, 0, -0f), 0);
    assertThat(reduction.zeroShare()).isEqualTo(0.5);
    assertThat(reduction.isSilent()).isFalse();
  }

  @Test
  void aMapOfZerosIsSilent() {
    assertThat(MapReduction.of(TestMaps.featureMaps(1, 2, 2, 0, 0, 0, 0), 0).isSilent()).isTrue();
  }

  @Test
  void aValueThatIsNoNumberShowsInMinimumAndMaximum() {
    MapReduction reduction = MapReduction.of(TestMaps.featureMaps(1, 1, 3, 1, Float.NaN, 2), 0);
    assertThat(reduction.minimum()).isNaN();
    assertThat(reduction.maximum()).isNaN();
  }
}
