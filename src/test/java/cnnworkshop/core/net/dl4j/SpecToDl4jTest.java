package cnnworkshop.core.net.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Pool;
import cnnworkshop.core.net.LayerSpec.Size;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.NetworkSpec.Loss;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.TrainableNetwork;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecToDl4jTest {

  private static final double RATE = 0.125;
  private static final int PICTURES = 10;
  private static final NetworkSpec TINY = new NetworkSpec("tiny", new Shape(1, 4, 4), List.of(
      LayerSpec.Convolution.relu("conv1", 2, 3, Padding.VALID),
      new LayerSpec.Dense("output", 2, Activation.LINEAR)), Loss.MEAN_SQUARED_ERROR);

  private static Backend backend;

  @TempDir
  Path folder;

  @BeforeAll
  static void start() throws Exception {
    NativePath.choose(null);
    backend = Dl4jBackend.start(0);
  }

  @Test
  void presetsAreReadBackFromDl4jAsTheyWere() {
    for (String name : Presets.names()) {
      NetworkSpec spec = Presets.byName(name).orElseThrow();
      MultiLayerConfiguration configuration = SpecToDl4j.configuration(spec, new Updater.Adam(), 1);

      assertThat(Dl4jToSpec.layers(configuration)).isEqualTo(spec.layers());
      assertThat(Dl4jToSpec.loss(configuration)).isEqualTo(spec.loss());
    }
  }

  @Test
  void everySettingIsReadBackFromDl4jAsItWas() {
    List<LayerSpec> layers = List.of(
        new LayerSpec.Convolution("a", 4, new Size(3, 5), new Size(1, 2), new Size(2, 1), Padding.of(new Size(1, 0)),
            false, Activation.TANH),
        new LayerSpec.Pooling("b", Pool.AVERAGE, new Size(2, 3), new Size(2, 1), Padding.SAME),
        new LayerSpec.GlobalPooling("c", Pool.MAX),
        new LayerSpec.Dense("d", 3, Activation.SOFTMAX));
    NetworkSpec spec = new NetworkSpec("settings", new Shape(2, 20, 30), layers, Loss.CROSS_ENTROPY);

    assertThat(Dl4jToSpec.layers(SpecToDl4j.configuration(spec, new Updater.RmsProp(), 1))).isEqualTo(layers);
  }

  @Test
  void sixtySecondsLearns() {
    float[] inputs = randoms(PICTURES * Presets.sixtySeconds().input().size());
    try (TrainableNetwork network = backend.create(Presets.sixtySeconds(), new Updater.Adam(), 7)) {
      assertLearns(network, 0.003, inputs, classes());
    }
  }

  @Test
  void everyUpdaterLearns() {
    for (Updater updater : List.of(new Updater.Adam(), new Updater.Nesterov(0.9), new Updater.Sgd(),
        new Updater.RmsProp())) {
      try (TrainableNetwork network = backend.create(TINY, updater, 7)) {
        assertLearns(network, 0.02, randoms(PICTURES * 16), randoms(PICTURES * 2));
      }
    }
  }

  private static void assertLearns(TrainableNetwork network, double rate, float[] inputs, float[] targets) {
    network.setLearningRate(rate);
    double first = network.fit(inputs, targets, null, PICTURES);
    double last = first;
    for (int step = 0; step < 12; step++) {
      last = network.fit(inputs, targets, null, PICTURES);
    }
    assertThat(last).isLessThan(0.8 * first);
  }

  @Test
  void batchNormalisationPredictsTheSameAgainAndAfterSaving() throws Exception {
    Path file = folder.resolve("sixty.zip");
    float[] inputs = randoms(PICTURES * Presets.sixtySeconds().input().size());
    try (TrainableNetwork network = backend.create(Presets.sixtySeconds(), new Updater.Adam(), 7)) {
      network.setLearningRate(0.003);
      network.fit(inputs, classes(), null, PICTURES);
      float[] before = network.predict(inputs, PICTURES);
      network.save(file, new ModelInfo("sixty", ModelInfo.Task.CLASSES, List.of(), Map.of()));

      assertThat(network.predict(inputs, PICTURES)).isEqualTo(before);
      try (Network opened = backend.open(file)) {
        assertThat(opened.spec().layers()).isEqualTo(Presets.sixtySeconds().layers());
        assertThat(opened.predict(inputs, PICTURES)).isEqualTo(before);
      }
    }
  }

  @Test
  void plainDescentStepsByTheRateTimesTheGradient() {
    float[] half = step(new Updater.Sgd(), RATE / 2);
    float[] whole = step(new Updater.Sgd(), RATE);
    float[] withoutMomentum = step(new Updater.Nesterov(0), RATE);

    assertThat(whole).containsExactly(withoutMomentum);
    for (int i = 0; i < half.length; i++) {
      assertThat(whole[i]).isEqualTo(2 * half[i], within(1e-5f));
    }
  }

  @Test
  void rmsPropsFirstStepIsTheSameForEveryWeightThatHasAGradient() {
    // Its mean square starts near 0: after one gradient g it is 0.05 · g², and the step is rate · g / √(0.05 · g²).
    float expected = (float) (RATE / Math.sqrt(0.05));
    float[] gradients = step(new Updater.Sgd(), 1);
    float[] steps = step(new Updater.RmsProp(), RATE);
    int moved = 0;
    for (int i = 0; i < steps.length; i++) {
      if (Math.abs(gradients[i]) > 0.05) {
        assertThat(steps[i]).isEqualTo(Math.signum(gradients[i]) * expected, within(1e-3f));
        moved++;
      }
    }
    assertThat(moved).isPositive();
  }

  @Test
  void aTrainingGoesOnFromItsStateWithEveryUpdater() {
    float[] inputs = randoms(PICTURES * 16);
    float[] targets = randoms(PICTURES * 2);
    for (Updater updater : List.of(new Updater.Sgd(), new Updater.RmsProp())) {
      try (TrainableNetwork whole = backend.create(TINY, updater, 3);
          TrainableNetwork resumed = backend.create(TINY, updater, 4)) {
        whole.setLearningRate(0.01);
        resumed.setLearningRate(0.01);
        whole.fit(inputs, targets, null, PICTURES);
        resumed.restore(whole.trainingState());
        whole.fit(inputs, targets, null, PICTURES);
        resumed.fit(inputs, targets, null, PICTURES);

        assertThat(resumed.parameters()).as(updater.toString()).isEqualTo(whole.parameters());
      }
    }
  }

  /** How the parameters of the tiny network change in one step. */
  private static float[] step(Updater updater, double rate) {
    try (TrainableNetwork network = backend.create(TINY, updater, 3)) {
      network.setLearningRate(rate);
      float[] before = network.parameters();
      network.fit(randoms(PICTURES * 16), randoms(PICTURES * 2), null, PICTURES);
      float[] change = network.parameters();
      for (int i = 0; i < change.length; i++) {
        change[i] -= before[i];
      }
      return change;
    }
  }

  private static float[] classes() {
    float[] targets = new float[PICTURES * 10];
    for (int i = 0; i < PICTURES; i++) {
      targets[i * 10 + i % 10] = 1;
    }
    return targets;
  }

  private static float[] randoms(int count) {
    Random random = new Random(9);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }
}
