package cnnworkshop.core.net.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.NetworkSpec.Loss;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.ShippedModels;
import cnnworkshop.core.net.TrainableNetwork;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Gradients are those of finite differences, computed by a copy of the network in double precision: steps so small that
 * no ReLU or maximum changes sides, and DL4J's plain path, which oneDNN has no part in.
 */
class InputGradientTest {

  private static final double STEP = 1e-6;

  private static final NetworkSpec SMALL_KEYPOINTS = new NetworkSpec("small", new Shape(1, 20, 18), List.of(
      Convolution.relu("conv1", 4, 3, Padding.VALID),
      Pooling.max("pool1", 2),
      new Dropout("dropout1", 0.5),
      Convolution.relu("conv2", 6, 2, Padding.VALID),
      Pooling.max("pool2", 2),
      new Dense("hidden3", 20, Activation.RELU),
      new Dropout("dropout3", 0.5),
      new Dense("output", 30, Activation.LINEAR)), Loss.MEAN_SQUARED_ERROR);

  private static final NetworkSpec EVERY_WAY_TO_SLIDE = new NetworkSpec("bent", new Shape(3, 23, 19), List.of(
      new Convolution("strided", 5, new Size(3, 2), new Size(2, 1), Size.of(1), Padding.of(new Size(1, 2)), true,
          Activation.TANH),
      new Convolution("even", 6, new Size(2, 4), Size.of(1), Size.of(1), Padding.SAME, false, Activation.SIGMOID),
      new Convolution("dilated", 4, Size.of(3), Size.of(1), Size.of(2), Padding.SAME, true, Activation.LINEAR),
      new BatchNormalization("norm"),
      new ActivationOnly("activation", Activation.TANH),
      new Pooling("mean", Pool.AVERAGE, Size.of(3), Size.of(2), Padding.SAME),
      new Convolution("apart", 5, Size.of(2), Size.of(2), Size.of(1), Padding.SAME, true, Activation.RELU),
      new Convolution("point", 7, Size.of(1), Size.of(1), Size.of(1), Padding.VALID, true, Activation.SIGMOID),
      // It overwrites its input, which the layer before needs on the way back.
      new ActivationOnly("twice", Activation.SIGMOID),
      new GlobalPooling("all", Pool.MAX),
      new BatchNormalization("flat"),
      new Dense("output", 4, Activation.TANH)), Loss.MEAN_SQUARED_ERROR);

  private static Backend backend;

  @BeforeAll
  static void start() throws Exception {
    NativePath.choose(null);
    backend = Dl4jBackend.start(0);
  }

  @Test
  void gradientsOfAKeypointNetworkAreFiniteDifferences() {
    MultiLayerNetwork net = built(SMALL_KEYPOINTS);

    assertFollows(net, SMALL_KEYPOINTS.input(), weightsOn(30, 7, 1), outputs -> outputs.getDouble(0, 7));
    assertFollows(net, SMALL_KEYPOINTS.input(), weightsOn(30, 20, 48), outputs -> 48 * outputs.getDouble(0, 20));
  }

  @Test
  void gradientsOfTheNetworkThatShipsAreFiniteDifferences(@TempDir Path cache) throws Exception {
    MultiLayerNetwork net = ModelZip.read(new ShippedModels(cache).keypoints()).net();

    assertFollows(net, new Shape(1, 96, 96), weightsOn(30, 21, 48), outputs -> 48 * outputs.getDouble(0, 21), 8, 2);
    net.close();
  }

  @Test
  void gradientsBehindDropoutAreThoseWithoutIt() {
    assertClassesFollow(Presets.suggestedCnn());
  }

  @Test
  void gradientsThroughRunningMeansAndGlobalPoolingAreFiniteDifferences() {
    assertClassesFollow(Presets.sixtySeconds());
  }

  @Test
  void paddingStridesDilationAndBentActivationsAreGoneThrough() {
    MultiLayerNetwork net = built(EVERY_WAY_TO_SLIDE);

    assertFollows(net, EVERY_WAY_TO_SLIDE.input(), new float[] {0.5f, 0, -2, 1}, outputs ->
        0.5 * outputs.getDouble(0, 0) - 2 * outputs.getDouble(0, 2) + outputs.getDouble(0, 3));
  }

  @Test
  void layersTheWorkshopDoesNotBuildAreGoneThroughAsWell() {
    MultiLayerNetwork net = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().seed(4).list()
        .layer(new ZeroPaddingLayer.Builder(1, 2).build())
        .layer(new ConvolutionLayer.Builder(3, 3).nOut(5)
            .activation(org.nd4j.linalg.activations.Activation.LEAKYRELU).dropOut(0.5).build())
        .layer(new LocalResponseNormalization.Builder().build())
        .layer(new SeparableConvolution2D.Builder(2, 2).nOut(4)
            .activation(org.nd4j.linalg.activations.Activation.ELU).build())
        .layer(new Deconvolution2D.Builder(3, 3).nOut(3).stride(2, 2)
            .activation(org.nd4j.linalg.activations.Activation.TANH).build())
        .layer(new DenseLayer.Builder().nOut(9).activation(org.nd4j.linalg.activations.Activation.SOFTPLUS)
            .dropOut(0.5).hasLayerNorm(true).build())
        .layer(new OutputLayer.Builder().nOut(3).activation(org.nd4j.linalg.activations.Activation.SOFTMAX).build())
        .setInputType(InputType.convolutional(9, 8, 2)).build());
    net.init();
    disturb(net);

    assertFollows(net, new Shape(2, 9, 8), new float[] {0, 1, -1}, InputGradientTest::lead);
  }

  @Test
  void threePicturesGetWhatEachGetsAlone() {
    for (NetworkSpec spec : List.of(SMALL_KEYPOINTS, Presets.sixtySeconds())) {
      try (Network network = network(spec)) {
        int size = spec.input().size();
        float[] three = picture(3 * size, 5);
        float[] weights = picture(output(network), 6);

        float[] together = network.scoreGradient(three, 3, weights);

        assertThat(together).hasSize(3 * size);
        float[] alone = new float[3 * size];
        for (int i = 0; i < 3; i++) {
          System.arraycopy(network.scoreGradient(Arrays.copyOfRange(three, i * size, (i + 1) * size), 1, weights), 0,
              alone, i * size, size);
        }
        assertThat(together).containsExactly(alone, within(1e-5f * largest(alone)));
      }
    }
  }

  @Test
  void theSameQuestionGetsTheSameAnswerAndTheNetworkStaysAsItIs() {
    for (NetworkSpec spec : List.of(Presets.suggestedCnn(), Presets.sixtySeconds())) {
      try (TrainableNetwork network = network(spec)) {
        float[] picture = picture(spec.input().size(), 1);
        float[] before = network.predict(picture, 1);
        float[] parameters = network.parameters();

        float[] first = network.scoreGradient(picture, 1, weightsOn(10, 3, 1));

        assertThat(network.scoreGradient(picture, 1, weightsOn(10, 3, 1))).isEqualTo(first);
        assertThat(network.predict(picture, 1)).isEqualTo(before);
        assertThat(network.parameters()).as("parameters and running means").isEqualTo(parameters);
        assertThat(picture).as("the question").isEqualTo(picture(spec.input().size(), 1));
      }
    }
  }

  @Test
  void aTrainingThatIsLookedIntoGoesOnAsIfItHadNotBeen() {
    NetworkSpec spec = Presets.sixtySeconds();
    try (TrainableNetwork lookedInto = network(spec); TrainableNetwork leftAlone = network(spec)) {
      for (int step = 0; step < 2; step++) {
        fit(leftAlone, spec, step);
        lookedInto.scoreGradient(picture(spec.input().size(), 1), 1, weightsOn(10, 3, 1));
        fit(lookedInto, spec, step);
      }

      assertThat(lookedInto.parameters()).isEqualTo(leftAlone.parameters());
    }
  }

  @Test
  void asManyWeightsAsOutputsAreNeeded() {
    try (Network network = network(SMALL_KEYPOINTS)) {
      assertThatThrownBy(() -> network.scoreGradient(new float[360], 1, new float[29]))
          .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("29");
    }
  }

  private static void fit(TrainableNetwork network, NetworkSpec spec, int step) {
    network.setLearningRate(0.01);
    network.reseed(step);
    float[] targets = new float[40];
    for (int i = 0; i < 4; i++) {
      targets[10 * i + i] = 1;
    }
    network.fit(picture(4 * spec.input().size(), step), targets, null, 4);
  }

  private static void assertClassesFollow(NetworkSpec spec) {
    float[] weights = weightsOn(10, 1, 1);
    weights[2] = -1;
    assertFollows(built(spec), spec.input(), weights, InputGradientTest::lead);
  }

  /** By how much the score of class 1 is above that of class 2: what a softmax makes of scores tells no more. */
  private static double lead(INDArray probabilities) {
    return Math.log(probabilities.getDouble(0, 1)) - Math.log(probabilities.getDouble(0, 2));
  }

  private static void assertFollows(MultiLayerNetwork net, Shape input, float[] weights,
      ToDoubleFunction<INDArray> score) {
    assertFollows(net, input, weights, score, 60, 15);
  }

  /** @param telling how many of the pixels at least say something */
  private static void assertFollows(MultiLayerNetwork net, Shape input, float[] weights,
      ToDoubleFunction<INDArray> score, int pixels, int telling) {
    long[] shape = {1, input.channels(), input.height(), input.width()};
    float[] picture = picture(input.size(), 2);
    float[] gradient = new InputGradient(net).of(Nd4j.create(picture.clone(), shape, 'c'), weights);
    MultiLayerNetwork exact = net.convertDataType(DataType.DOUBLE);
    double largest = largest(gradient);
    assertThat(largest).isGreaterThan(1e-6);
    Random random = new Random(3);
    int apart = 0;
    for (int i = 0; i < pixels; i++) {
      int pixel = i == 0 ? 0 : i == 1 ? picture.length - 1 : random.nextInt(picture.length);
      double difference = (score.applyAsDouble(moved(exact, picture, shape, pixel, STEP))
          - score.applyAsDouble(moved(exact, picture, shape, pixel, -STEP))) / (2 * STEP);
      assertThat((double) gradient[pixel]).as("pixel %d", pixel)
          .isEqualTo(difference, within(2e-4 * largest));
      apart += Math.abs(difference) > 0.01 * largest ? 1 : 0;
    }
    exact.close();
    assertThat(apart).as("pixels that say something").isGreaterThanOrEqualTo(telling);
  }

  private static INDArray moved(MultiLayerNetwork exact, float[] picture, long[] shape, int pixel, double by) {
    double[] values = new double[picture.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = picture[i];
    }
    values[pixel] += by;
    return exact.output(Nd4j.create(values, shape, 'c'), false);
  }

  private static MultiLayerNetwork built(NetworkSpec spec) {
    MultiLayerNetwork net = new MultiLayerNetwork(SpecToDl4j.configuration(spec, new Backend.Updater.Adam(), 8));
    net.init();
    disturb(net);
    return net;
  }

  /** Biases, running means and variances as after some training. */
  private static void disturb(MultiLayerNetwork net) {
    Random random = new Random(6);
    net.paramTable().forEach((name, values) -> {
      for (long i = 0; i < values.length(); i++) {
        double change = name.endsWith("W") ? 0 : 0.3 * random.nextDouble();
        values.putScalar(i, values.getDouble(i) + change);
      }
    });
  }

  private static TrainableNetwork network(NetworkSpec spec) {
    return backend.create(spec, new Backend.Updater.Nesterov(0.9), 11);
  }

  private static int output(Network network) {
    return network.outputShapes().get(network.outputShapes().size() - 1).size();
  }

  private static float[] weightsOn(int outputs, int output, float weight) {
    float[] weights = new float[outputs];
    weights[output] = weight;
    return weights;
  }

  private static float largest(float[] values) {
    float largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static float[] picture(int values, long seed) {
    Random random = new Random(seed);
    float[] picture = new float[values];
    for (int i = 0; i < values; i++) {
      picture[i] = random.nextFloat();
    }
    return picture;
  }
}
