package cnnworkshop.core.net.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.net.Backend;
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
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.NetworkSpec.Loss;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.TrainableNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Gradients are what the loss does when a weight is moved a little; and dropout drops as often as it is told. */
class GradientTest {

  private static final long SEED = 5;
  private static final int PICTURES = 4;
  /** Small, for ReLU and maxima have bends; large against the rounding of a loss. */
  private static final float STEP = 1e-3f;

  private static Backend backend;

  @BeforeAll
  static void start() throws Exception {
    NativePath.choose(null);
    backend = Dl4jBackend.start(0);
  }

  @Test
  void followTheLossThroughSmoothLayers() {
    assertFollows(new NetworkSpec("smooth", new Shape(2, 9, 8), List.of(
        new Convolution("conv1", 5, Size.of(3), Size.of(1), Size.of(1), Padding.SAME, true, Activation.TANH),
        new Pooling("pool1", Pool.AVERAGE, Size.of(2), Size.of(2), Padding.VALID),
        new Convolution("conv2", 6, Size.of(2), Size.of(1), Size.of(1), Padding.VALID, false, Activation.SIGMOID),
        new Dense("hidden", 9, Activation.TANH),
        new Dense("output", 4, Activation.SOFTMAX)), Loss.CROSS_ENTROPY), 0.02);
  }

  @Test
  void followTheLossThroughReluPoolingAndDropout() {
    assertFollows(new NetworkSpec("dropping", new Shape(2, 9, 8), List.of(
        Convolution.relu("conv1", 5, 3, Padding.SAME),
        Pooling.max("pool1", 2),
        new Dropout("dropout1", 0.3),
        Convolution.relu("conv2", 6, 2, Padding.VALID),
        new Dropout("dropout2", 0.5),
        new Dense("hidden", 9, Activation.TANH),
        new Dropout("dropout3", 0.2),
        new Dense("output", 4, Activation.LINEAR)), Loss.MEAN_SQUARED_ERROR), 0.02);
  }

  @Test
  void followTheLossThroughNormalisation() {
    assertFollows(new NetworkSpec("normal", new Shape(1, 8, 8), List.of(
        new Convolution("conv1", 5, Size.of(3), Size.of(1), Size.of(1), Padding.SAME, false, Activation.LINEAR),
        new BatchNormalization("norm1"),
        new ActivationOnly("act1", Activation.TANH),
        new Dropout("dropout1", 0.25),
        new GlobalPooling("all", Pool.AVERAGE),
        new Dense("output", 4, Activation.SOFTMAX)), Loss.CROSS_ENTROPY), 0.03);
  }

  /** Each weight in turn is moved both ways; the same seed drops the same values each time. */
  private static void assertFollows(NetworkSpec spec, double allowed) {
    Random random = new Random(9);
    float[] inputs = new float[PICTURES * spec.input().size()];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = random.nextFloat();
    }
    float[] targets = new float[PICTURES * 4];
    for (int i = 0; i < PICTURES; i++) {
      targets[i * 4 + i] = 1;
    }
    try (TrainableNetwork network = backend.create(spec, new Backend.Updater.Sgd(), 3)) {
      float[] start = network.parameters();
      network.setLearningRate(1);
      network.reseed(SEED);
      network.fit(inputs, targets, null, PICTURES);
      float[] after = network.parameters();
      network.setLearningRate(1e-30);
      double largest = 0;
      for (int i = 0; i < start.length; i++) {
        largest = Math.max(largest, Math.abs(start[i] - after[i]));
      }
      int telling = 0;
      boolean[] followed = isFollowed(network, spec);
      for (int i = 0; i < start.length; i += 3) {
        if (!followed[i]) {
          double slope = (loss(network, start, i, STEP, inputs, targets)
              - loss(network, start, i, -STEP, inputs, targets)) / (2 * STEP);
          assertThat((double) start[i] - after[i]).as("parameter %d", i).isCloseTo(slope, within(allowed * largest));
          telling += Math.abs(slope) > 0.05 * largest ? 1 : 0;
        }
      }
      assertThat(telling).as("parameters that say something").isGreaterThan(start.length / 20);
    }
  }

  /** Which parameters are running means and variances: they follow the pictures, not a gradient. */
  private static boolean[] isFollowed(TrainableNetwork network, NetworkSpec spec) {
    boolean[] followed = new boolean[network.parameters().length];
    int before = 0;
    for (int i = 0; i < spec.layers().size(); i++) {
      int own = network.parameters(i, i + 1).length;
      if (spec.layers().get(i) instanceof BatchNormalization) {
        Arrays.fill(followed, before + own / 2, before + own, true);
      }
      before += own;
    }
    return followed;
  }

  private static double loss(TrainableNetwork network, float[] start, int parameter, float by, float[] inputs,
      float[] targets) {
    float[] moved = start.clone();
    moved[parameter] += by;
    network.setParameters(moved);
    network.reseed(SEED);
    return network.fit(inputs, targets, null, PICTURES);
  }

  @Test
  void dropoutKeepsTheMeanAndDropsOtherValuesEachStepAndTheSameAgainFromTheSameSeed() {
    int values = 64 * 64;
    NetworkSpec spec = new NetworkSpec("mean", new Shape(1, 64, 64), List.of(new Dropout("dropout", 0.4),
        new Dense("output", 1, Activation.LINEAR)), Loss.MEAN_SQUARED_ERROR);
    float[] ones = new float[values];
    Arrays.fill(ones, 1);
    try (TrainableNetwork network = backend.create(spec, new Backend.Updater.Sgd(), 3)) {
      float[] means = new float[values];
      Arrays.fill(means, 1f / values);
      network.setWeights(1, means, new float[1]);
      network.setLearningRate(1e-30);
      network.reseed(1);
      double[] first = kept(network, ones);
      network.reseed(1);
      double[] again = kept(network, ones);

      assertThat(again).containsExactly(first);
      assertThat(Arrays.stream(first).distinct().count()).isGreaterThan(15);
      // A share of 0.6 of 4096 draws is kept; its standard deviation is 0.0077.
      for (double kept : first) {
        assertThat(kept).isCloseTo(0.6, within(0.04));
      }
      assertThat(Arrays.stream(first).average().orElseThrow()).isCloseTo(0.6, within(0.008));
      assertThat(network.predict(ones, 1)[0]).isCloseTo(1, within(1e-4f));
    }
  }

  /** The share kept in each of twenty steps: with the target 0 the loss is the square of what is left of the mean. */
  private static double[] kept(TrainableNetwork network, float[] ones) {
    double[] kept = new double[20];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = Math.sqrt(network.fit(ones, new float[1], null, 1)) * 0.6;
    }
    return kept;
  }

  @Test
  void manyPicturesArePredictedAsEachByItself() {
    NetworkSpec spec = Presets.cnn();
    Random random = new Random(4);
    int size = spec.input().size();
    float[] inputs = new float[70 * size];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = random.nextFloat();
    }
    try (TrainableNetwork network = backend.create(spec, new Backend.Updater.Adam(), 3)) {
      float[] together = network.predict(inputs, 70);
      for (int picture : new int[] {0, 31, 32, 63, 64, 69}) {
        float[] alone = network.predict(Arrays.copyOfRange(inputs, picture * size, (picture + 1) * size), 1);
        for (int i = 0; i < 10; i++) {
          assertThat(together[picture * 10 + i]).isCloseTo(alone[i], within(1e-5f));
        }
      }
    }
  }

  @Test
  void aPredictionFollowsEveryChangeOfWeights() {
    try (TrainableNetwork network = backend.create(Presets.cnn(), new Backend.Updater.Adam(), 3)) {
      float[] inputs = new float[network.spec().input().size()];
      Arrays.fill(inputs, 0.7f);
      float[] before = network.predict(inputs, 1);
      float[] start = network.parameters();
      network.setLearningRate(0.01);
      network.fit(inputs, new float[] {0, 0, 1, 0, 0, 0, 0, 0, 0, 0}, null, 1);
      float[] learned = network.predict(inputs, 1);
      float[] ofAnother = predictedWith(network.parameters(), inputs);
      network.setParameters(start);
      float[] back = network.predict(inputs, 1);
      float[] biases = network.biases(3);
      biases[4] += 3;
      network.setWeights(3, network.weights(3), biases);
      float[] moved = network.predict(inputs, 1);

      assertThat(learned[2]).isGreaterThan(before[2]);
      assertThat(learned).containsExactly(ofAnother, within(1e-6f));
      assertThat(back).containsExactly(before);
      assertThat(moved[4]).isGreaterThan(before[4] + 0.1f);
    }
  }

  @Test
  void aRunningMeanTakesItsShareOfEveryParameter() {
    try (TrainableNetwork network = backend.create(Presets.cnn(), new Backend.Updater.Adam(), 3)) {
      float[] parameters = network.parameters();
      float[] mean = new float[parameters.length];
      for (int i = 0; i < mean.length; i++) {
        mean[i] = i % 7 - 3;
      }
      network.intoMean(mean, 0.75f);
      for (int i = 0; i < mean.length; i++) {
        assertThat(mean[i]).as("parameter %d", i)
            .isEqualTo(0.75f * (i % 7 - 3) + (1 - 0.75f) * parameters[i]);
      }
    }
  }

  /** What a network predicts that never had other weights to predict with. */
  private static float[] predictedWith(float[] parameters, float[] inputs) {
    try (TrainableNetwork network = backend.create(Presets.cnn(), new Backend.Updater.Adam(), 8)) {
      network.setParameters(parameters);
      return network.predict(inputs, 1);
    }
  }
}
