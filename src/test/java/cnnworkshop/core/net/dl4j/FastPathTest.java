package cnnworkshop.core.net.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Convolution;
import cnnworkshop.core.net.LayerSpec.Dense;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Size;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.TrainableNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** oneDNN, and what is computed instead of it in training, give what DL4J's plain path gives. */
class FastPathTest {

  private static final String HELPERS_OFF = "org.eclipse.deeplearning4j.helpers.disable";
  private static final double LEARNING_RATE = 0.5;

  private static Backend backend;

  @BeforeAll
  static void start() throws Exception {
    NativePath.choose(null);
    backend = Dl4jBackend.start(0);
    assumeTrue(backend.description().fastPath(), "this processor has no natives with oneDNN");
  }

  @AfterEach
  void fastAgain() {
    System.setProperty(HELPERS_OFF, "false");
  }

  @Test
  void outputsAndGradientsOfTheKeypointNetworkAreThoseOfThePlainPath() {
    assertSame(Presets.keypoints(0, 0, 0, 0), 3);
  }

  @Test
  void outputsAndGradientsOfAPaddedColourNetworkAreThoseOfThePlainPath() {
    assertSame(Presets.cnn(), 5);
  }

  @Test
  void outputsGradientsAndRunningMeansOfANormalisedNetworkAreThoseOfThePlainPath() {
    assertSame(Presets.sixtySeconds(), 6);
  }

  @Test
  void gradientsBehindDropoutAreThoseOfThePlainPath() {
    assertSame(Presets.suggestedCnn(), 5);
  }

  @Test
  void gradientsOfOtherActivationsAreThoseOfThePlainPath() {
    NetworkSpec spec = new NetworkSpec("bent", new Shape(3, 17, 14), List.of(
        new Convolution("tanh", 5, new Size(3, 2), new Size(2, 1), Size.of(1), Padding.of(new Size(1, 2)), true,
            Activation.TANH),
        new Convolution("sigmoid", 6, Size.of(4), Size.of(2), Size.of(1), Padding.SAME, false, Activation.SIGMOID),
        new Dense("output", 10, Activation.SOFTMAX)), NetworkSpec.Loss.CROSS_ENTROPY);

    assertSame(spec, 4);
  }

  @Test
  void aSmallerLastBatchAndTheSamePicturesAgainGiveWhatThePlainPathGives() {
    Random random = new Random(5);
    NetworkSpec spec = Presets.sixtySeconds();
    float[] inputs = randoms(random, 6 * spec.input().size());
    float[] fewer = Arrays.copyOf(inputs, 4 * spec.input().size());
    List<float[]> outputs = new ArrayList<>();
    for (String helpersOff : List.of("false", "true")) {
      System.setProperty(HELPERS_OFF, helpersOff);
      try (TrainableNetwork network = backend.create(spec, new Backend.Updater.Nesterov(0), 11)) {
        network.setLearningRate(0.01);
        network.fit(inputs, oneHot(6, 10), null, 6);
        network.predict(inputs, 6);
        network.fit(fewer, oneHot(4, 10), null, 4);
        network.fit(inputs, oneHot(6, 10), null, 6);
        outputs.add(network.predict(inputs, 6));
      }
    }

    assertClose(outputs.get(0), outputs.get(1));
  }

  private static void assertSame(NetworkSpec spec, int pictures) {
    Random random = new Random(7);
    float[] inputs = randoms(random, pictures * spec.input().size());
    float[] targets = spec.loss() == NetworkSpec.Loss.CROSS_ENTROPY
        ? oneHot(pictures, 10) : randoms(random, pictures * 30);
    Result fast = compute(spec, inputs, targets, pictures, "false");
    Result plain = compute(spec, inputs, targets, pictures, "true");

    assertClose(fast.outputs, plain.outputs);
    assertClose(fast.gradients, plain.gradients);
  }

  private record Result(float[] outputs, float[] gradients) {}

  private static Result compute(NetworkSpec spec, float[] inputs, float[] targets, int pictures, String helpersOff) {
    System.setProperty(HELPERS_OFF, helpersOff);
    // Without momentum a step is the gradient times the rate.
    try (TrainableNetwork network = backend.create(spec, new Backend.Updater.Nesterov(0), 11)) {
      network.setLearningRate(LEARNING_RATE);
      network.reseed(3);
      float[] outputs = network.predict(inputs, pictures);
      float[] before = network.parameters();
      network.fit(inputs, targets, null, pictures);
      float[] after = network.parameters();
      float[] gradients = new float[before.length];
      for (int i = 0; i < before.length; i++) {
        gradients[i] = (float) ((before[i] - after[i]) / LEARNING_RATE);
      }
      return new Result(outputs, gradients);
    }
  }

  private static void assertClose(float[] values, float[] expected) {
    double largest = 0;
    double difference = 0;
    for (int i = 0; i < values.length; i++) {
      largest = Math.max(largest, Math.abs(expected[i]));
      difference = Math.max(difference, Math.abs(expected[i] - values[i]));
    }
    assertThat(largest).isPositive();
    assertThat(difference / largest).isLessThan(1e-4);
  }

  private static float[] randoms(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }

  private static float[] oneHot(int pictures, int classes) {
    float[] values = new float[pictures * classes];
    for (int i = 0; i < pictures; i++) {
      values[i * classes + i % classes] = 1;
    }
    return values;
  }
}
