package cnnworkshop.core.net.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.ActivationOnly;
import cnnworkshop.core.net.LayerSpec.BatchNormalization;
import cnnworkshop.core.net.LayerSpec.Convolution;
import cnnworkshop.core.net.LayerSpec.Dense;
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
import cnnworkshop.core.net.onednn.OneDnnNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What oneDNN computes, the whole network or DL4J's layers with its helpers, is what DL4J's plain path gives: outputs,
 * losses, gradients, running means and each layer's maps, to 1e-4 of the largest value.
 */
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

  @ParameterizedTest(name = "{0}, {2} pictures")
  @MethodSource
  void everyKindOfLayerGivesWhatThePlainPathGives(String kind, NetworkSpec spec, int pictures) {
    assertThat(OneDnnNetwork.canTrain(spec)).isTrue();
    assertSame(spec, pictures);
  }

  static Stream<Arguments> everyKindOfLayerGivesWhatThePlainPathGives() {
    List<Arguments> cases = new ArrayList<>();
    for (Padding padding : List.of(Padding.VALID, Padding.SAME, Padding.of(new Size(1, 2)))) {
      for (int stride : new int[] {1, 2, 3}) {
        for (int dilation : new int[] {1, 2}) {
          String name = "convolution, " + padding + ", stride " + stride + ", dilation " + dilation;
          LayerSpec layer = new Convolution("c", 6, new Size(3, 2), Size.of(stride), Size.of(dilation), padding, true,
              Activation.TANH);
          add(cases, name, new Shape(3, 13, 11), layer);
        }
        for (Pool pool : List.of(Pool.MAX, Pool.AVERAGE)) {
          String name = pool + " pooling, " + padding + ", stride " + stride;
          Padding narrow = padding.same() || padding.equals(Padding.VALID) ? padding : Padding.of(Size.of(1));
          add(cases, name, new Shape(4, 13, 11), new Pooling("p", pool, new Size(3, 2), Size.of(stride), narrow));
        }
      }
    }
    for (Activation activation : List.of(Activation.LINEAR, Activation.RELU, Activation.SIGMOID, Activation.TANH)) {
      add(cases, "convolution without bias, " + activation, new Shape(2, 9, 9),
          new Convolution("c", 5, Size.of(3), Size.of(1), Size.of(1), Padding.SAME, false, activation));
      add(cases, "dense, " + activation, new Shape(1, 5, 7), new Dense("d", 19, activation));
      add(cases, "activation on its own, " + activation, new Shape(3, 6, 5), new ActivationOnly("a", activation));
    }
    add(cases, "largest of whole maps", new Shape(5, 7, 4), new GlobalPooling("g", Pool.MAX));
    add(cases, "mean of whole maps", new Shape(5, 7, 4), new GlobalPooling("g", Pool.AVERAGE));
    add(cases, "batch normalisation", new Shape(19, 7, 6), new BatchNormalization("n"));
    add(cases, "batch normalisation of units", new Shape(1, 6, 5), new Dense("d", 20, Activation.LINEAR),
        new BatchNormalization("n"));
    add(cases, "pooling of overlapping windows behind ReLU", new Shape(2, 12, 12),
        Convolution.relu("c", 7, 3, Padding.SAME), new Pooling("p", Pool.MAX, Size.of(3), Size.of(2), Padding.SAME));
    add(cases, "mean behind ReLU", new Shape(2, 8, 8), Convolution.relu("c", 7, 3, Padding.SAME),
        new Pooling("p", Pool.AVERAGE, Size.of(2), Size.of(2), Padding.VALID));
    add(cases, "one activation behind another", new Shape(2, 6, 6), new ActivationOnly("a", Activation.TANH),
        new ActivationOnly("b", Activation.RELU));
    add(cases, "maps of one value", new Shape(4, 3, 3), Convolution.relu("c", 33, 3, Padding.VALID));
    return cases.stream();
  }

  /** A batch of several, and a single picture. A convolution before makes gradients at the layer's input count. */
  private static void add(List<Arguments> cases, String name, Shape input, LayerSpec... layers) {
    for (int pictures : new int[] {5, 1}) {
      boolean normalises = Arrays.stream(layers).anyMatch(BatchNormalization.class::isInstance);
      if (pictures == 1 && normalises && input.channels() == 1) {
        continue; // of one picture's units there is no variance
      }
      List<LayerSpec> all = new ArrayList<>();
      all.add(new Convolution("first", input.channels(), Size.of(2), Size.of(1), Size.of(1), Padding.SAME, true,
          Activation.TANH));
      all.addAll(List.of(layers));
      all.add(new Dense("output", 10, Activation.SOFTMAX));
      cases.add(Arguments.of(name, new NetworkSpec("small", input, all, Loss.CROSS_ENTROPY), pictures));
    }
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
  void squaredErrorsOfBoundedOutputsAreThoseOfThePlainPath() {
    for (Activation activation : List.of(Activation.TANH, Activation.SIGMOID, Activation.RELU)) {
      assertSame(new NetworkSpec("bounded", new Shape(1, 6, 6), List.of(new Dense("hidden", 12, Activation.RELU),
          new Dense("output", 30, activation)), Loss.MEAN_SQUARED_ERROR), 4);
    }
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

  @Test
  void missingTargetsPullNothing() {
    NetworkSpec spec = new NetworkSpec("points", new Shape(1, 8, 8), List.of(
        Convolution.relu("conv", 4, 3, Padding.VALID), new Dense("output", 30, Activation.LINEAR)),
        Loss.MEAN_SQUARED_ERROR);
    Random random = new Random(2);
    float[] inputs = randoms(random, 3 * 64);
    float[] targets = randoms(random, 3 * 30);
    float[] mask = new float[3 * 30];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = i % 3 == 0 ? 0 : 1;
    }
    Result fast = compute(spec, inputs, targets, mask, 3, "false");
    Result plain = compute(spec, inputs, targets, mask, 3, "true");

    assertClose(fast.gradients, plain.gradients);
    assertThat(fast.loss).isCloseTo(plain.loss, within(1e-5));
  }

  private static void assertSame(NetworkSpec spec, int pictures) {
    Random random = new Random(7);
    float[] inputs = randoms(random, pictures * spec.input().size());
    float[] targets = spec.loss() == Loss.CROSS_ENTROPY ? oneHot(pictures, 10) : randoms(random, pictures * 30);
    Result fast = compute(spec, inputs, targets, null, pictures, "false");
    Result plain = compute(spec, inputs, targets, null, pictures, "true");

    assertClose(fast.outputs, plain.outputs);
    assertClose(fast.gradients, plain.gradients);
    assertThat(fast.loss).isCloseTo(plain.loss, within(1e-4 * plain.loss));
    for (int i = 0; i < plain.maps.size(); i++) {
      assertClose(fast.maps.get(i), plain.maps.get(i));
    }
  }

  private record Result(float[] outputs, List<float[]> maps, double loss, float[] gradients) {}

  private static Result compute(NetworkSpec spec, float[] inputs, float[] targets, float[] mask, int pictures,
      String helpersOff) {
    System.setProperty(HELPERS_OFF, helpersOff);
    // Without momentum a step is the gradient times the rate.
    try (TrainableNetwork network = backend.create(spec, new Backend.Updater.Nesterov(0), 11)) {
      network.setLearningRate(LEARNING_RATE);
      float[] outputs = network.predict(inputs, pictures);
      List<float[]> maps = network.activations(IntStream.range(0, spec.layers().size()).toArray(),
          inputs, pictures);
      float[] before = network.parameters();
      double loss = network.fit(inputs, targets, mask, pictures);
      float[] after = network.parameters();
      // Only a network that oneDNN computes as a whole can tell what its layers cost.
      assertThat(network.layerCosts(pictures, 1).isEmpty()).isEqualTo(helpersOff.equals("true"));
      float[] gradients = new float[before.length];
      for (int i = 0; i < before.length; i++) {
        gradients[i] = (float) ((before[i] - after[i]) / LEARNING_RATE);
      }
      return new Result(outputs, maps, loss, gradients);
    }
  }

  private static void assertClose(float[] values, float[] expected) {
    assertThat(values).hasSameSizeAs(expected);
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
