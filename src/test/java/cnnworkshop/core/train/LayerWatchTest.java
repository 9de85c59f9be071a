package cnnworkshop.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.data.TrainingData;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LayerWatchTest {

  private static Backend backend;

  @BeforeAll
  static void start() throws Exception {
    NativePath.choose(null);
    backend = Dl4jBackend.start(0);
  }

  @Test
  void lengthsAndUpdateRatiosAreThoseOfTheWeightsBeforeAndAfterTheLastStep() {
    try (TrainableNetwork network = network(1)) {
      LayerWatch watch = new LayerWatch(network, LayerProbe.of(TinyTraining.data(20)));
      List<float[]> before = weights(network);
      watch.beforeStep();
      step(network);
      watch.afterStep();
      List<LayerState> layers = watch.look(1).layers();

      assertThat(layers).extracting(LayerState::name).containsExactly("conv1", "hidden2", "output");
      assertThat(layers).extracting(LayerState::units).containsExactly(4, 5, 2);
      List<float[]> after = weights(network);
      for (int i = 0; i < layers.size(); i++) {
        assertThat(layers.get(i).length()).isCloseTo(length(after.get(i), null), Percentage.withPercentage(0.001));
        assertThat(layers.get(i).updateRatio())
            .isCloseTo(length(after.get(i), before.get(i)) / length(before.get(i), null), Percentage.withPercentage(0.1))
            .isPositive();
      }
    }
  }

  @Test
  void beforeTheFirstStepThereIsNoUpdateRatio() {
    try (TrainableNetwork network = network(1)) {
      LayerWatch watch = new LayerWatch(network, LayerProbe.of(TinyTraining.data(20)));
      watch.afterStep();
      assertThat(watch.look(0).layers()).allSatisfy(layer -> {
        assertThat(layer.updateRatio()).isNaN();
        assertThat(layer.length()).isPositive();
      });
    }
  }

  /** The first layer by the plain sums, without DL4J. */
  @Test
  void outputsAreThoseOfPlainSumsAndAUnitWithoutHopeIsSilent() {
    try (TrainableNetwork network = network(2)) {
      silenceFirstFilter(network);
      LayerProbe probe = LayerProbe.of(TinyTraining.data(20));
      LayerWatch watch = new LayerWatch(network, probe);
      watch.afterStep();
      TrainingEvent.Inside inside = watch.look(3);
      double[] outputs = firstLayer(inside.filters(), probe);
      double mean = Arrays.stream(outputs).average().orElseThrow();
      double squares = Arrays.stream(outputs).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
      LayerState conv1 = inside.layers().get(0);

      assertThat(inside.epoch()).isEqualTo(3);
      assertThat(inside.pictures()).isEqualTo(probe.count()).isEqualTo(8);
      assertThat(conv1.mean()).isCloseTo(mean, within(1e-6));
      assertThat(conv1.deviation()).isCloseTo(Math.sqrt(squares), within(1e-6));
      assertThat(conv1.zeros()).isCloseTo(Arrays.stream(outputs).filter(v -> v == 0).count() / (double) outputs.length,
          within(1e-9));
      assertThat(conv1.silent().orElseThrow()).isEqualTo(silent(outputs, probe.count())).isPositive();
      assertThat(inside.layers().get(2).silent()).as("softmax has no silent units").isEmpty();
    }
  }

  @Test
  void aLinearConvolutionIsJudgedByTheReluThatFollowsItsNormalisation() {
    assertThat(LayerWatch.watched(Presets.sixtySeconds())).containsExactly(
        new LayerWatch.Watched(0, 3, true), new LayerWatch.Watched(4, 7, true), new LayerWatch.Watched(8, 11, true),
        new LayerWatch.Watched(12, 14, true), new LayerWatch.Watched(16, 16, false));
    assertThat(LayerWatch.watched(Presets.keypoints(0, 0, 0, 0))).extracting(LayerWatch.Watched::output)
        .containsExactly(0, 3, 6, 9, 11, 12);
  }

  @Test
  void theNetworkOfOneMinuteCanBeWatchedToo() {
    try (TrainableNetwork network = backend.create(Presets.sixtySeconds(), new Backend.Updater.Adam(), 1)) {
      float[] inputs = new float[2 * 3 * 32 * 32];
      for (int i = 0; i < inputs.length; i++) {
        inputs[i] = i % 7 / 7f;
      }
      LayerWatch watch = new LayerWatch(network, new LayerProbe(inputs, 2));
      watch.afterStep();
      List<LayerState> layers = watch.look(0).layers();
      assertThat(layers).extracting(LayerState::name).containsExactly("conv1", "conv2", "conv3", "conv4", "output");
      assertThat(layers.get(0).zeros()).as("of what ReLU gave").isGreaterThan(0);
      assertThat(layers.get(0).mean()).isPositive();
    }
  }

  private static TrainableNetwork network(long seed) {
    return backend.create(TinyTraining.SPEC, new Backend.Updater.Adam(), seed);
  }

  private static void step(TrainableNetwork network) {
    TrainingData.Batch batch = TinyTraining.data(20).batch(new int[] {0, 1, 2, 3, 4}, null);
    network.setLearningRate(0.01);
    network.fit(batch.inputs(), batch.targets(), null, batch.count());
  }

  private static List<float[]> weights(TrainableNetwork network) {
    NetworkSpec spec = network.spec();
    List<float[]> weights = new ArrayList<>();
    for (int i = 0; i < spec.layers().size(); i++) {
      if (network.weights(i).length > 0) {
        weights.add(network.weights(i));
      }
    }
    return weights;
  }

  private static double length(float[] weights, float[] from) {
    double squares = 0;
    for (int i = 0; i < weights.length; i++) {
      double number = weights[i] - (from == null ? 0 : from[i]);
      squares += number * number;
    }
    return Math.sqrt(squares);
  }

  /** DL4J keeps a convolution's biases first, then its filters. */
  private static void silenceFirstFilter(TrainableNetwork network) {
    float[] parameters = network.parameters();
    parameters[0] = -100;
    network.setParameters(parameters);
    assertThat(network.biases(0)[0]).isEqualTo(-100);
  }

  private static double[] firstLayer(Filters filters, LayerProbe probe) {
    LayerSpec.Size size = filters.spec().filter();
    double[] outputs = new double[probe.count() * 4 * 16];
    int at = 0;
    for (int picture = 0; picture < probe.count(); picture++) {
      for (int f = 0; f < 4; f++) {
        for (int place = 0; place < 16; place++) {
          double sum = filters.biases()[f];
          for (int i = 0; i < size.rows(); i++) {
            for (int j = 0; j < size.columns(); j++) {
              sum += filters.weight(f, 0, i, j)
                  * probe.inputs()[picture * 36 + (place / 4 + i) * 6 + place % 4 + j];
            }
          }
          outputs[at++] = Math.max(0, sum);
        }
      }
    }
    return outputs;
  }

  private static int silent(double[] outputs, int pictures) {
    int silent = 0;
    for (int f = 0; f < 4; f++) {
      boolean awake = false;
      for (int picture = 0; picture < pictures; picture++) {
        for (int place = 0; place < 16; place++) {
          awake |= outputs[(picture * 4 + f) * 16 + place] > 0;
        }
      }
      silent += awake ? 0 : 1;
    }
    return silent;
  }
}
