package cnnworkshop.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.inspect.ValueOrigin.Activated;
import cnnworkshop.core.inspect.ValueOrigin.Convolved;
import cnnworkshop.core.inspect.ValueOrigin.PassedOn;
import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.ActivationOnly;
import cnnworkshop.core.net.LayerSpec.BatchNormalization;
import cnnworkshop.core.net.LayerSpec.Convolution;
import cnnworkshop.core.net.LayerSpec.Dense;
import cnnworkshop.core.net.LayerSpec.Dropout;
import cnnworkshop.core.net.LayerSpec.GlobalPooling;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Pool;
import cnnworkshop.core.net.LayerSpec.Pooling;
import cnnworkshop.core.net.LayerSpec.Size;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each value taken apart is put together again by plain arithmetic and held against what the network gives. */
class ValueOriginTest {

  private static final NetworkSpec SPEC = new NetworkSpec("test", new Shape(3, 9, 9), List.of(
      Convolution.relu("conv1", 4, 3, Padding.SAME),
      new Pooling("pool1", Pool.MAX, Size.of(3), Size.of(2), Padding.SAME),
      new BatchNormalization("norm1"),
      new ActivationOnly("activation1", Activation.TANH),
      new Pooling("pool2", Pool.AVERAGE, Size.of(2), Size.of(1), Padding.VALID),
      new Dropout("dropout1", 0.5),
      new Dense("hidden", 6, Activation.RELU),
      new BatchNormalization("norm2"),
      new Dense("output", 3, Activation.SOFTMAX)), NetworkSpec.Loss.CROSS_ENTROPY);

  private static TrainableNetwork network;
  private static float[] input;

  @BeforeAll
  static void open() throws Exception {
    NativePath.choose(null);
    network = Dl4jBackend.start(0).create(SPEC, new Updater.Sgd(), 3);
    input = random(SPEC.input().size(), 1);
    // A little training moves the normalisation away from doing nothing.
    network.setLearningRate(0.05);
    for (int i = 0; i < 4; i++) {
      network.fit(random(2 * SPEC.input().size(), 10 + i), new float[] {1, 0, 0, 0, 1, 0}, null, 2);
    }
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static float[] random(int count, long seed) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }

  private static FeatureMaps maps(int layer) {
    return layer < 0 ? new FeatureMaps(SPEC.input(), input) : network.featureMaps(layer, input);
  }

  private static ValueOrigin origin(String layer, int map, int row, int column) {
    int index = SPEC.indexOf(layer);
    return ValueOrigin.of(network, index, input, maps(index - 1), maps(index), map, row, column);
  }

  @Test
  void aConvolutionsValueIsItsArithmetic() {
    Convolved convolved = (Convolved) origin("conv1", 2, 0, 8);
    assertThat(convolved.value()).isEqualTo(maps(0).at(2, 0, 8));
    assertThat(convolved.arithmetic().value()).isCloseTo(convolved.value(), within(1e-5f));
    assertThat(convolved.activation()).isEqualTo(Activation.RELU);
  }

  @Test
  void aMaximumIsTheLargestCellOfItsWindow() {
    FeatureMaps before = maps(0);
    for (int row = 0; row < 5; row++) {
      for (int column = 0; column < 5; column++) {
        PoolingOrigin pooled = (PoolingOrigin) origin("pool1", 1, row, column);
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < pooled.rows(); i++) {
          for (int j = 0; j < pooled.columns(); j++) {
            float cell = before.at(1, pooled.row() + i, pooled.column() + j);
            assertThat(pooled.cells()[i * pooled.columns() + j]).isEqualTo(cell);
            largest = Math.max(largest, cell);
          }
        }
        assertThat(pooled.value()).isEqualTo(largest);
        assertThat(pooled.cells()[pooled.largest()]).isEqualTo(largest);
      }
    }
    PoolingOrigin corner = (PoolingOrigin) origin("pool1", 1, 0, 0);
    assertThat(List.of(corner.row(), corner.rows(), corner.columns())).as("a row of padding is left out")
        .containsExactly(0, 2, 2);
  }

  @Test
  void aMeanIsTheSumOfTheCellsByTheirNumber() {
    PoolingOrigin pooled = (PoolingOrigin) origin("pool2", 3, 1, 2);
    assertThat(pooled.cells()).hasSize(4);
    assertThat(pooled.sum() / 4).isCloseTo(pooled.value(), within(1e-6));
  }

  @Test
  void aGlobalMeanIsThatOfTheWholeMap() {
    FeatureMaps before = maps(0);
    PoolingOrigin pooled = PoolingOrigin.ofAll(new GlobalPooling("all", Pool.AVERAGE), before, 2, 0.25f);
    assertThat(pooled.cells()).hasSize(81);
    double sum = 0;
    for (int i = 0; i < 81; i++) {
      sum += before.at(2, i / 9, i % 9);
    }
    assertThat(pooled.sum()).isCloseTo(sum, within(1e-6));
  }

  @Test
  void normalisationIsALineThatFitsAllOfTheChannel() {
    NormalizationOrigin one = (NormalizationOrigin) origin("norm1", 1, 2, 3);
    NormalizationOrigin.Line line = one.line().orElseThrow();
    assertThat(line.factor()).isNotCloseTo(0, within(1e-3));
    FeatureMaps before = maps(1);
    FeatureMaps own = maps(2);
    for (int i = 25; i < 50; i++) {
      assertThat(line.factor() * before.values()[i] + line.offset()).isCloseTo(own.values()[i], within(1e-4));
    }
  }

  @Test
  void normalisationOfAUnitIsReadOffAnotherPicture() {
    NormalizationOrigin one = (NormalizationOrigin) origin("norm2", 0, 0, 0);
    FeatureMaps before = maps(6);
    NormalizationOrigin.Line line = one.line().orElseThrow();
    float[] third = random(input.length, 77);
    float in = network.featureMaps(6, third).values()[0];
    assertThat(in).isNotEqualTo(before.values()[0]);
    assertThat(line.factor() * in + line.offset())
        .isCloseTo(network.featureMaps(7, third).values()[0], within(1e-4));
  }

  @Test
  void normalisationThatCannotBeReadOffIsNotMadeUp() {
    FeatureMaps same = TestMaps.featureMaps(1, 1, 2, 3, 3);
    NormalizationOrigin one = NormalizationOrigin.of(same, same, 0, 0, 0, () -> List.of(same, same));
    assertThat(one.line()).isEmpty();
  }

  @Test
  void anActivationAndDropoutHaveOneInput() {
    Activated activated = (Activated) origin("activation1", 2, 1, 1);
    assertThat(Math.tanh(activated.input())).isCloseTo(activated.value(), within(1e-5));
    assertThat(origin("dropout1", 2, 1, 1)).isEqualTo(new PassedOn(maps(4).at(2, 1, 1)));
  }

  @Test
  void aDenseUnitIsTheSumOfItsTermsAndItsBias() {
    int layer = SPEC.indexOf("hidden");
    float[] weights = network.weights(layer);
    float[] before = maps(layer - 1).values();
    for (int unit = 0; unit < 6; unit++) {
      DenseOrigin dense = (DenseOrigin) origin("hidden", unit, 0, 0);
      double sum = 0;
      for (int i = 0; i < before.length; i++) {
        sum += before[i] * weights[i * 6 + unit];
      }
      assertThat(dense.sum()).isCloseTo(sum, within(1e-5));
      assertThat(Math.max(0, dense.beforeActivation())).isCloseTo(dense.value(), within(1e-4));
      assertThat(dense.largest()).hasSize(64).isSortedAccordingTo(
          (a, b) -> Float.compare(Math.abs(b.product()), Math.abs(a.product())));
      assertThat(dense.rest()).isCloseTo(0, within(1e-5));
      DenseOrigin.Term first = dense.largest().get(0);
      assertThat(first.value()).isEqualTo(before[first.input()]);
      assertThat(first.weight()).isEqualTo(weights[first.input() * 6 + unit]);
    }
  }

  @Test
  void ofManyTermsTheLargestAreKeptAndTheRestIsAddedUp() {
    float[] in = random(300, 5);
    in[7] = 0;
    DenseOrigin dense = DenseOrigin.of(new Dense("d", 1, Activation.LINEAR), random(300, 6), new float[] {0.5f},
        new FeatureMaps(new Shape(300, 1, 1), in), 0, 1);
    assertThat(dense.largest()).hasSize(DenseOrigin.SHOWN);
    assertThat(dense.rest() + dense.largest().stream().mapToDouble(DenseOrigin.Term::product).sum())
        .isCloseTo(dense.sum(), within(1e-9));
    assertThat(dense.silent()).isEqualTo(1);
  }

  @Test
  void softmaxDividesByTheSumOverAllUnits() {
    double total = 0;
    for (int unit = 0; unit < 3; unit++) {
      DenseOrigin dense = (DenseOrigin) origin("output", unit, 0, 0);
      double share = Math.exp(dense.beforeActivation() - dense.reference()) / dense.exponentials();
      assertThat(share).isCloseTo(dense.value(), within(1e-5));
      total += share;
    }
    assertThat(total).isCloseTo(1, within(1e-6));
  }

  @Test
  void aFilterWithAFunctionOnlyDl4jComputesIsTakenApartUpToTheSum() {
    Convolution odd = new Convolution("conv1", 4, Size.of(3), Size.of(1), Size.of(1), Padding.SAME, true,
        Activation.OTHER);
    NetworkSpec spec = new NetworkSpec("odd", SPEC.input(), List.<LayerSpec>of(odd), NetworkSpec.Loss.OTHER);
    Convolved convolved = (Convolved) ValueOrigin.of(withSpec(spec), 0, input, maps(-1), maps(0), 1, 4, 4);
    assertThat(convolved.activation()).isEqualTo(Activation.OTHER);
    assertThat(convolved.arithmetic().activation()).isEqualTo(Activation.LINEAR);
  }

  /** The test's network under other settings. */
  private static Network withSpec(NetworkSpec spec) {
    return (Network) Proxy.newProxyInstance(Network.class.getClassLoader(),
        new Class<?>[] {Network.class}, (proxy, method, arguments) ->
            method.getName().equals("spec") ? spec : method.invoke(network, arguments));
  }
}
