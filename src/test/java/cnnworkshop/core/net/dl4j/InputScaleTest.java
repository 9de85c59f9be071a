package cnnworkshop.core.net.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.inspect.LayerMaps;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.InputScale;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.NetworkSpec.Loss;
import cnnworkshop.core.net.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.preprocessor.ImagePreProcessingScaler;
import org.nd4j.linalg.factory.Nd4j;

/** A network that scales its inputs is the same network without, given scaled pictures. */
class InputScaleTest {

  private static final NetworkSpec PLAIN = new NetworkSpec("small", new Shape(3, 9, 9), List.of(
      LayerSpec.Convolution.relu("conv1", 4, 3, Padding.SAME),
      LayerSpec.Pooling.max("pool1", 2),
      new LayerSpec.Dense("output", 3, Activation.SOFTMAX)), Loss.CROSS_ENTROPY);
  private static final NetworkSpec SCALED = PLAIN.scaled(InputScale.CENTRED);

  private static Dl4jBackend backend;

  @TempDir
  Path folder;

  @BeforeAll
  static void start() throws NativesMissing {
    backend = Dl4jBackend.start(0);
  }

  private static float[] picture() {
    Random random = new Random(5);
    float[] values = new float[PLAIN.input().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }

  private static float[] centred(float[] values) {
    float[] out = new float[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = 2 * (values[i] - 0.5f);
    }
    return out;
  }

  @Test
  void itsAnswersMapsAndStepsAreThoseOfScaledPictures() {
    try (var scaled = backend.create(SCALED, new Backend.Updater.Sgd(), 3);
        var plain = backend.create(PLAIN, new Backend.Updater.Sgd(), 3)) {
      assertThat(scaled.predict(picture(), 1)).isEqualTo(plain.predict(centred(picture()), 1));
      assertThat(scaled.featureMaps(0, picture()).values())
          .isEqualTo(plain.featureMaps(0, centred(picture())).values());
      scaled.setLearningRate(0.1);
      plain.setLearningRate(0.1);
      scaled.fit(picture(), new float[] {0, 1, 0}, null, 1);
      plain.fit(centred(picture()), new float[] {0, 1, 0}, null, 1);
      assertThat(scaled.parameters()).isEqualTo(plain.parameters());
    }
  }

  @Test
  void itsMapsCanBeComputedByHandAndTheArithmeticShowsTheScaledValues() {
    try (var scaled = backend.create(SCALED, new Backend.Updater.Sgd(), 3)) {
      LayerMaps byHand = LayerMaps.of(scaled, 0, picture());
      float[] own = scaled.featureMaps(0, picture()).values();
      for (int i = 0; i < own.length; i++) {
        assertThat(byHand.maps().values()[i]).isCloseTo(own[i], within(1e-5f));
      }
      var corner = byHand.arithmetic(1, 0, 0).orElseThrow();
      assertThat(corner.isPadding(0, 0)).isTrue();
      assertThat(corner.patch(0, 0, 0)).as("padding is 0 after scaling").isZero();
      assertThat(corner.patch(0, 1, 1)).isEqualTo(2 * (picture()[0] - 0.5f));
    }
  }

  @Test
  void theGradientIsThatByTheUnscaledValues() {
    try (var scaled = backend.create(SCALED, new Backend.Updater.Sgd(), 3);
        var plain = backend.create(PLAIN, new Backend.Updater.Sgd(), 3)) {
      float[] weights = {0, 1, 0};
      float[] ofScaled = scaled.scoreGradient(picture(), 1, weights);
      float[] ofPlain = plain.scoreGradient(centred(picture()), 1, weights);
      for (int i = 0; i < ofScaled.length; i++) {
        assertThat(ofScaled[i]).isEqualTo(2 * ofPlain[i]);
      }
    }
  }

  @Test
  void aFileKeepsItAlsoForProgramsThatOnlyKnowDl4j() throws Exception {
    Path file = folder.resolve("scaled.zip");
    float[] answer;
    try (var scaled = backend.create(SCALED, new Backend.Updater.Sgd(), 3)) {
      answer = scaled.predict(picture(), 1);
      scaled.save(file, scaled.info());
    }
    try (Network opened = backend.open(file)) {
      assertThat(opened.spec()).isEqualTo(SCALED);
      assertThat(opened.predict(picture(), 1)).isEqualTo(answer);
    }
    ImagePreProcessingScaler scaler = ModelSerializer.restoreNormalizerFromFile(file.toFile());
    INDArray pixels = Nd4j.create(picture(), new long[] {1, 3, 9, 9}, 'c').muli(255);
    scaler.transform(pixels);
    float[] elsewhere = ModelSerializer.restoreMultiLayerNetwork(file.toFile()).output(pixels).data().asFloat();
    for (int i = 0; i < answer.length; i++) {
      assertThat(elsewhere[i]).isCloseTo(answer[i], within(1e-5f));
    }
  }

  @Test
  void aScaleThatLosesThePictureIsRefused() {
    assertThatThrownBy(() -> new InputScale(0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new InputScale(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
