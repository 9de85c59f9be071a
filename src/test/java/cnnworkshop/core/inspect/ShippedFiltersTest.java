package cnnworkshop.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.ShippedModels;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pictures of the shipped network's filters, held against its weights with loops of the test's own. */
class ShippedFiltersTest {

  private static final int CONV1 = 0;
  private static final int CONV2 = 3;

  @TempDir
  static Path cache;

  private static Network network;

  @BeforeAll
  static void open() throws Exception {
    NativePath.choose(null);
    network = Dl4jBackend.start(0).open(new ShippedModels(cache).keypoints());
  }

  @AfterAll
  static void close() {
    network.close();
  }

  @Test
  void everyPixelOfConv1IsItsWeightBetweenTheFiltersLowestAndHighest() {
    float[] weights = network.weights(CONV1);
    Filters filters = Filters.of(network, CONV1);
    FilterPictures pictures =
        FilterPictures.of(filters, FilterSlice.usual(filters, true), FilterScaling.OWN);

    assertThat(pictures.pictures()).hasSize(32);
    for (int filter = 0; filter < 32; filter++) {
      float low = weights[filter * 9];
      float high = weights[filter * 9];
      for (int i = 1; i < 9; i++) {
        low = Math.min(low, weights[filter * 9 + i]);
        high = Math.max(high, weights[filter * 9 + i]);
      }
      int[] argb = pictures.pictures().get(filter).argb();
      assertThat(argb).hasSize(9).contains(0xFF000000, 0xFFFFFFFF);
      for (int i = 0; i < 9; i++) {
        int level = Math.round((weights[filter * 9 + i] - low) / (high - low) * 255);
        assertThat(argb[i]).isEqualTo(0xFF000000 | level << 16 | level << 8 | level);
      }
    }
  }

  @Test
  void onTheCommonScaleEveryPixelOfConv1IsItsWeightBetweenTheLayersEnds() {
    float[] weights = network.weights(CONV1);
    float low = weights[0];
    float high = weights[0];
    for (float weight : weights) {
      low = Math.min(low, weight);
      high = Math.max(high, weight);
    }

    List<FilterPicture> pictures =
        FilterPictures.of(Filters.of(network, CONV1), FilterSlice.PICTURE, FilterScaling.COMMON).pictures();

    for (int i = 0; i < weights.length; i++) {
      int level = Math.round((weights[i] - low) / (high - low) * 255);
      assertThat(pictures.get(i / 9).argb()[i % 9] & 0xFF).isEqualTo(level);
    }
  }

  @Test
  void signedColoursOfConv1AreOrangeAboveZeroAndBlueBelowAsFarAsTheWeightGoes() {
    float[] weights = network.weights(CONV1);
    float reach = 0;
    for (float weight : weights) {
      reach = Math.max(reach, Math.abs(weight));
    }

    List<FilterPicture> pictures =
        FilterPictures.of(Filters.of(network, CONV1), FilterSlice.PICTURE, FilterScaling.SIGNED).pictures();

    for (int i = 0; i < weights.length; i++) {
      int[] end = weights[i] < 0 ? new int[] {0x00, 0x72, 0xB2} : new int[] {0xD5, 0x5E, 0x00};
      int argb = pictures.get(i / 9).argb()[i % 9];
      for (int colour = 0; colour < 3; colour++) {
        double expected = 255 + (end[colour] - 255) * Math.abs(weights[i]) / reach;
        // The scale has 127 steps to each side, of up to two levels each.
        assertThat((double) (argb >> 8 * (2 - colour) & 0xFF)).isEqualTo(expected, within(2.5));
      }
    }
  }

  @Test
  void deeperFiltersAreTheMeanOfTheirChannelsEachOnItsOwnScale() {
    float[] weights = network.weights(CONV2);
    Filters filters = Filters.of(network, CONV2);
    int channels = 32;
    int places = weights.length / 64 / channels;

    List<FilterPicture> pictures =
        FilterPictures.of(filters, FilterSlice.usual(filters, false), FilterScaling.OWN).pictures();

    assertThat(pictures).hasSize(64);
    for (int filter = 0; filter < 64; filter++) {
      double[] mean = new double[places];
      for (int channel = 0; channel < channels; channel++) {
        for (int place = 0; place < places; place++) {
          mean[place] += weights[(filter * channels + channel) * places + place] / (double) channels;
        }
      }
      double low = IntStream.range(0, places).mapToDouble(i -> mean[i]).min().orElseThrow();
      double high = IntStream.range(0, places).mapToDouble(i -> mean[i]).max().orElseThrow();
      for (int place = 0; place < places; place++) {
        int level = pictures.get(filter).argb()[place] & 0xFF;
        // Sums of floats differ in the last bits.
        assertThat((double) level).isEqualTo((mean[place] - low) / (high - low) * 255, within(0.51));
      }
    }
  }

  @Test
  void theSheetOfConv1ShowsTheSamePixelsEnlarged() {
    FilterPictures pictures =
        FilterPictures.of(Filters.of(network, CONV1), FilterSlice.PICTURE, FilterScaling.OWN);
    Photo sheet = FilterSheet.of(pictures, IntStream.range(0, 32).boxed().toList()).picture();

    int across = (sheet.width() - 6) / 102;
    for (int filter = 0; filter < 32; filter++) {
      for (int y = 0; y < 96; y++) {
        for (int x = 0; x < 96; x++) {
          assertThat(sheet.argb(6 + filter % across * 102 + x, 6 + filter / across * 116 + 14 + y))
              .isEqualTo(pictures.pictures().get(filter).argb()[y / 32 * 3 + x / 32]);
        }
      }
    }
  }

  @Test
  void noFilterOfTheShippedNetworkIsConstant() {
    for (int layer : new int[] {CONV1, CONV2, 6}) {
      assertThat(FilterFacts.of(Filters.of(network, layer))).noneMatch(FilterFacts::constant);
    }
  }
}
