package cnnworkshop.core.net.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.ShapeCheck;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.net.WeightMark;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a network tells of its inside while it trains. */
class Dl4jInsideTest {

  private static final NetworkSpec SPEC = new NetworkSpec("small", new Shape(2, 8, 6), List.of(
      LayerSpec.Convolution.relu("conv1", 3, 3, LayerSpec.Padding.SAME),
      LayerSpec.Pooling.max("pool1", 2),
      new LayerSpec.Dropout("dropout1", 0.5),
      new LayerSpec.BatchNormalization("norm1"),
      new LayerSpec.Dense("hidden2", 4, LayerSpec.Activation.RELU),
      new LayerSpec.Dense("output", 2, LayerSpec.Activation.LINEAR)), NetworkSpec.Loss.MEAN_SQUARED_ERROR);

  private static Backend backend;

  @BeforeAll
  static void start() throws Exception {
    NativePath.choose(null);
    backend = Dl4jBackend.start(0);
  }

  @Test
  void activationsOfABatchAreTheFeatureMapsOfEachPicture() {
    try (TrainableNetwork network = network()) {
      float[] inputs = inputs(5);
      int size = SPEC.input().size();
      int[] all = IntStream.range(0, SPEC.layers().size()).toArray();
      List<float[]> activations = network.activations(all, inputs, 5);

      assertThat(network.activations(new int[] {1, 4}, inputs, 5)).containsExactly(activations.get(1), activations.get(4));
      for (int layer : all) {
        int outputs = network.outputShapes().get(layer).size();
        for (int picture = 0; picture < 5; picture++) {
          float[] alone = network.featureMaps(layer, Arrays.copyOfRange(inputs, picture * size, (picture + 1) * size)).values();
          assertThat(Arrays.copyOfRange(activations.get(layer), picture * outputs, (picture + 1) * outputs))
              .as("layer %d", layer).containsExactly(alone, within(1e-5f));
        }
      }
    }
  }

  @Test
  void aLayerBeforeAnActivationOfItsOwnIsSeenBeforeThat() {
    NetworkSpec spec = SPEC.withLayers(List.of(
        new LayerSpec.Convolution("conv1", 3, LayerSpec.Size.of(3), LayerSpec.Size.of(1), LayerSpec.Size.of(1),
            LayerSpec.Padding.SAME, true, LayerSpec.Activation.LINEAR),
        new LayerSpec.ActivationOnly("activation1", LayerSpec.Activation.RELU),
        new LayerSpec.Dense("output", 2, LayerSpec.Activation.LINEAR)));
    try (TrainableNetwork network = backend.create(spec, new Backend.Updater.Sgd(), 1)) {
      float[] inputs = inputs(2);
      List<float[]> both = network.activations(new int[] {0, 1}, inputs, 2);

      assertThat(both.get(0)).isEqualTo(network.activations(new int[] {0}, inputs, 2).get(0));
      assertThat(both.get(0)).as("before the ReLU").satisfies(values -> assertThat(least(values)).isNegative());
      assertThat(least(both.get(1))).isZero();
    }
  }

  @Test
  void parametersOfLayersInARowAreAPartOfAllAndCanBeCarriedOver() {
    try (TrainableNetwork network = network(); TrainableNetwork other = backend.create(SPEC, new Backend.Updater.Sgd(), 9)) {
      float[] all = network.parameters();
      float[] first = network.parameters(0, 4);
      float[] rest = network.parameters(4, 6);
      assertThat(first).hasSize(3 * 2 * 9 + 3 + 4 * 3);
      assertThat(first).isEqualTo(Arrays.copyOf(all, first.length));
      assertThat(rest).isEqualTo(Arrays.copyOfRange(all, first.length, all.length));
      assertThat(network.parameters(1, 3)).as("pooling and dropout learn nothing").isEmpty();

      other.setParameters(4, rest);
      assertThat(other.weights(4)).isEqualTo(network.weights(4));
      assertThat(other.weights(0)).isNotEqualTo(network.weights(0));
      other.setParameters(0, first);
      assertThat(other.parameters()).isEqualTo(all);
    }
  }

  @Test
  void aLayerLearnsAtItsShareOfTheRate() {
    try (TrainableNetwork network = network(); TrainableNetwork usual = network()) {
      network.setRateFactors(new double[] {0.01, 1, 1, 1, 0.25, 1});
      float[] before = network.parameters();
      for (TrainableNetwork each : List.of(network, usual)) {
        each.reseed(4);
        each.setLearningRate(0.01);
        each.fit(inputs(5), new float[] {1, 0, 0, 1, 1, 1, 0, 0, 1, 0}, null, 5);
      }
      float[] after = network.parameters();
      float[] usually = usual.parameters();
      int conv = network.parameters(0, 1).length;
      int hidden = network.parameters(0, 4).length;
      int output = network.parameters(0, 5).length;
      for (int i = 0; i < after.length; i++) {
        double share = i < conv ? 0.01 : i < hidden ? Double.NaN : i < output ? 0.25 : 1;
        if (Double.isNaN(share)) {
          continue;
        }
        assertThat((double) after[i] - before[i]).isCloseTo(share * ((double) usually[i] - before[i]),
            within(1e-7));
      }
      assertThat(usually).isNotEqualTo(before);
    }
  }

  @Test
  void runningMeansAreNotCountedAsLearned() {
    try (TrainableNetwork network = network()) {
      assertThat(network.parameterCount()).isEqualTo(ShapeCheck.of(SPEC).parameters())
          .isEqualTo(network.parameters().length - 2 * 3);
    }
  }

  @Test
  void aMarkTellsHowFarWeightsHaveGoneBiasesNotCounted() {
    try (TrainableNetwork network = network(); WeightMark mark = network.mark()) {
      float[] before = network.weights(4);
      float[] parameters = network.parameters();
      for (int i = 0; i < parameters.length; i++) {
        parameters[i] += 0.25f;
      }
      network.setParameters(parameters);

      WeightMark.Movement hidden = mark.movement(4);
      assertThat(hidden.moved()).isCloseTo(0.25 * Math.sqrt(before.length), within(1e-4));
      assertThat(hidden.before()).isCloseTo(length(before), within(1e-4));
      assertThat(hidden.now()).isCloseTo(length(network.weights(4)), within(1e-4));
      assertThat(mark.movement(0).moved()).isCloseTo(0.25 * Math.sqrt(3 * 2 * 9), within(1e-4));
      assertThat(mark.movement(1)).as("pooling has no weights").isEqualTo(new WeightMark.Movement(0, 0, 0));
    }
  }

  private static double length(float[] weights) {
    double squares = 0;
    for (float weight : weights) {
      squares += (double) weight * weight;
    }
    return Math.sqrt(squares);
  }

  private static float[] inputs(int pictures) {
    Random random = new Random(3);
    float[] inputs = new float[pictures * SPEC.input().size()];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = random.nextFloat();
    }
    return inputs;
  }

  private static TrainableNetwork network() {
    return backend.create(SPEC, new Backend.Updater.Adam(), 1);
  }

  private static float least(float[] values) {
    float least = Float.POSITIVE_INFINITY;
    for (float value : values) {
      least = Math.min(least, value);
    }
    return least;
  }
}
