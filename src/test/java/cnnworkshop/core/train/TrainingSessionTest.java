package cnnworkshop.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cnnworkshop.core.data.TrainingData;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import cnnworkshop.core.train.TrainingEvent.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingSessionTest {

  private static final NetworkSpec SPEC = new NetworkSpec("dot", new Shape(1, 8, 8), List.of(
      LayerSpec.Convolution.relu("conv1", 6, 3, LayerSpec.Padding.SAME),
      new LayerSpec.Dropout("dropout1", 0.1),
      new LayerSpec.Dense("hidden2", 16, LayerSpec.Activation.RELU),
      new LayerSpec.Dense("output", 2, LayerSpec.Activation.LINEAR)), NetworkSpec.Loss.MEAN_SQUARED_ERROR);

  private static Backend backend;

  @TempDir
  Path folder;

  @BeforeAll
  static void start() throws Exception {
    NativePath.choose(null);
    backend = Dl4jBackend.start(0);
  }

  @Test
  void theNetworkLearnsWhereADotIs() throws Exception {
    List<TrainingEvent.Epoch> epochs = new ArrayList<>();
    try (TrainableNetwork network = network()) {
      TrainingSession session = new TrainingSession(network, new Dots(100), TrainingSessionTest::error,
          settings(20, 0.01), e -> {
            if (e instanceof TrainingEvent.Epoch epoch) {
              epochs.add(epoch);
            }
          });
      assertThat(session.run(null)).isEqualTo(Reason.COMPLETE);
      assertThat(epochs).hasSize(20);
      assertThat(session.bestScore()).isLessThan(epochs.get(0).score() / 3);
      assertThat(error(network)).as("afterwards the network has the best weights").isEqualTo(session.bestScore());
    }
  }

  @Test
  void aResumedTrainingEndsWhereAnUnbrokenOneDoes() throws Exception {
    Path checkpoint = folder.resolve("dots.checkpoint");
    float[] unbroken;
    try (TrainableNetwork network = network()) {
      new TrainingSession(network, new Dots(50), null, settings(4, 0.01), e -> {}).run(null);
      unbroken = network.parameters();
    }
    try (TrainableNetwork network = network()) {
      TrainingSession[] session = new TrainingSession[1];
      session[0] = new TrainingSession(network, new Dots(50), null, settings(4, 0.01), e -> {
        if (e instanceof TrainingEvent.Epoch epoch && epoch.epoch() == 2) {
          session[0].stop();
        }
      });
      assertThat(session[0].run(checkpoint)).isEqualTo(Reason.STOPPED);
    }
    try (TrainableNetwork network = network()) {
      TrainingSession session = new TrainingSession(network, new Dots(50), null, settings(4, 0.01), e -> {});
      session.resume(checkpoint);
      session.run(null);
      assertThat(network.parameters()).isEqualTo(unbroken);
    }
    assertThat(Files.list(folder)).containsExactly(checkpoint);
  }

  @Test
  void aRateFarTooHighEndsItAndKeepsTheLastGoodWeights() throws Exception {
    try (TrainableNetwork network = network()) {
      TrainingSession session =
          new TrainingSession(network, new Dots(50), TrainingSessionTest::error, settings(30, 1e30), e -> {});
      assertThat(session.run(null)).isEqualTo(Reason.DIVERGED);
      for (float weight : network.parameters()) {
        assertThat(weight).isFinite();
      }
    }
  }

  @Test
  void aBatchLargerThanTheDataIsCutAndTheLastPartCounts() throws Exception {
    List<Integer> steps = new ArrayList<>();
    try (TrainableNetwork network = network()) {
      TrainingSettings large = new TrainingSettings(1, 128, new Schedule.Constant(0.01), 0, 1);
      new TrainingSession(network, new Dots(10), null, large, e -> count(e, steps)).run(null);
      TrainingSettings uneven = new TrainingSettings(1, 4, new Schedule.Constant(0.01), 0, 1);
      new TrainingSession(network, new Dots(10), null, uneven, e -> count(e, steps)).run(null);
    }
    assertThat(steps).containsExactly(1, 3, 3, 3);
  }

  @Test
  void aCheckpointOfAnotherNetworkAndADamagedOneAreRefused() throws Exception {
    Path damaged = Files.writeString(folder.resolve("damaged"), "no checkpoint at all");
    try (TrainableNetwork network = network()) {
      TrainingSession session = new TrainingSession(network, new Dots(10), null, settings(1, 0.01), e -> {});
      assertThatThrownBy(() -> session.resume(damaged)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void noPicturesAreRefusedBeforeTheStart() {
    try (TrainableNetwork network = network()) {
      assertThatThrownBy(() -> new TrainingSession(network, new Dots(0), null, settings(1, 0.01), e -> {}))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static void count(TrainingEvent event, List<Integer> steps) {
    if (event instanceof TrainingEvent.Step step) {
      steps.add(step.stepsAnEpoch());
    }
  }

  private static TrainableNetwork network() {
    return backend.create(SPEC, new Backend.Updater.Adam(), 1);
  }

  private static TrainingSettings settings(int epochs, double rate) {
    return new TrainingSettings(epochs, 10, new Schedule.Constant(rate), 0.9, 1);
  }

  /** Mean squared error on dots that are not trained on. */
  private static double error(TrainableNetwork network) {
    TrainingData.Batch batch = new Dots(1000).batch(new int[] {900, 901, 902, 903, 904, 905, 906, 907}, null);
    float[] outputs = network.predict(batch.inputs(), batch.count());
    double sum = 0;
    for (int i = 0; i < outputs.length; i++) {
      sum += Math.pow(outputs[i] - batch.targets()[i], 2);
    }
    return sum;
  }

  /** A white dot on black; its column and row are to be found. */
  private record Dots(int size) implements TrainingData {
    @Override
    public Batch batch(int[] numbers, RandomGenerator random) {
      float[] inputs = new float[numbers.length * 64];
      float[] targets = new float[numbers.length * 2];
      for (int i = 0; i < numbers.length; i++) {
        int column = numbers[i] * 7 % 8;
        int row = numbers[i] * 5 / 8 % 8;
        inputs[i * 64 + row * 8 + column] = 1;
        targets[2 * i] = column / 8f;
        targets[2 * i + 1] = row / 8f;
      }
      return new Batch(inputs, targets, null, numbers.length);
    }
  }
}
