package cnnworkshop.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.Shape;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LayerMapsTest {

  private static final Filters CONV2 =
      TestMaps.filters(LayerSpec.Convolution.relu("conv2", 64, 2, Padding.VALID), 32);

  private static FeatureMaps pool1() {
    float[] values = new float[32 * 47 * 47];
    Random random = new Random(8);
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    return new FeatureMaps(new Shape(32, 47, 47), values);
  }

  @Test
  void conv2InsideTheNetworkEqualsThePlainConvolution() {
    LayerMaps maps = new LayerMaps(CONV2, pool1());
    assertThat(maps.maps().shape()).isEqualTo(new Shape(64, 46, 46));
    assertThat(maps.maps().values()).isEqualTo(TestMaps.expected(CONV2, pool1().values(), 47, 47));
    assertThat(maps.region(5, 3, 4, 2, 1)).containsExactly(maps.maps().at(5, 4, 3), maps.maps().at(5, 4, 4));
  }

  @Test
  void arithmeticInsideTheNetworkAddsProductsOfAllChannels() {
    FeatureMaps input = pool1();
    LayerMaps maps = new LayerMaps(CONV2, input);
    Arithmetic arithmetic = maps.arithmetic(60, 45, 7).orElseThrow();
    assertThat(arithmetic.value()).isEqualTo(maps.value(60, 45, 7));
    assertThat(arithmetic.channels()).isEqualTo(32);
    assertThat(arithmetic.patch(31, 1, 0)).isEqualTo(input.at(31, 46, 7));
    double sum = 0;
    for (int channel = 0; channel < 32; channel++) {
      sum += arithmetic.channelSum(channel);
    }
    assertThat(sum).isCloseTo(arithmetic.sum(), within(1e-4));
  }

  @Test
  void layersThatAreNoConvolutionHaveNoArithmetic() {
    assertThat(new LayerMaps(pool1()).arithmetic(0, 0, 0)).isEmpty();
  }

  @Test
  void theFirstConvolutionIsTheOneThatSeesThePicture() {
    assertThat(Filters.firstLayer(Presets.cnn())).hasValue(0);
    LayerSpec conv = LayerSpec.Convolution.relu("conv1", 8, 3, Padding.VALID);
    assertThat(Filters.firstLayer(network(new LayerSpec.Dropout("dropout1", 0.1), conv))).hasValue(1);
    assertThat(Filters.firstLayer(network(LayerSpec.Pooling.max("pool1", 2), conv))).isEmpty();
  }

  private static NetworkSpec network(LayerSpec... layers) {
    return new NetworkSpec("test", new Shape(1, 9, 9), List.of(layers), NetworkSpec.Loss.OTHER);
  }
}
