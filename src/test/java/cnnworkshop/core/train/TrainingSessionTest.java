package cnnworkshop.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.data.TrainingData;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.Network;
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

  private static final NetworkSpec LINEAR = new NetworkSpec("linear", new Shape(1, 8, 8), List.of(
      LayerSpec.Convolution.relu("conv1", 2, 3, LayerSpec.Padding.SAME),
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
      TrainingSession session = new TrainingSession(network, new Dots(100), TrainingSessionTest::judged, null,
          settings(20, 0.01), e -> {
            if (e instanceof TrainingEvent.Epoch epoch) {
              epochs.add(epoch);
            }
          });
      assertThat(session.run(null)).isEqualTo(Reason.COMPLETE);
      assertThat(epochs).hasSize(20);
      assertThat(session.bestScore()).isLessThan(epochs.get(0).heldOut().score() / 3);
      assertThat(error(network)).as("afterwards the network has the best weights").isEqualTo(session.bestScore());
    }
  }

  @Test
  void aResumedTrainingEndsWhereAnUnbrokenOneDoes() throws Exception {
    Path checkpoint = folder.resolve("dots.checkpoint");
    float[] unbroken;
    try (TrainableNetwork network = network()) {
      new TrainingSession(network, new Dots(50), null, null, settings(4, 0.01), e -> {}).run(null);
      unbroken = network.parameters();
    }
    try (TrainableNetwork network = network()) {
      TrainingSession[] session = new TrainingSession[1];
      session[0] = new TrainingSession(network, new Dots(50), null, null, settings(4, 0.01), e -> {
        if (e instanceof TrainingEvent.Epoch epoch && epoch.epoch() == 2) {
          session[0].stop();
        }
      });
      assertThat(session[0].run(checkpoint)).isEqualTo(Reason.STOPPED);
    }
    try (TrainableNetwork network = network()) {
      TrainingSession session = new TrainingSession(network, new Dots(50), null, null, settings(4, 0.01), e -> {});
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
          new TrainingSession(network, new Dots(50), TrainingSessionTest::judged, null, settings(30, 1e30), e -> {});
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
      new TrainingSession(network, new Dots(10), null, null, large, e -> count(e, steps)).run(null);
      TrainingSettings uneven = new TrainingSettings(1, 4, new Schedule.Constant(0.01), 0, 1);
      new TrainingSession(network, new Dots(10), null, null, uneven, e -> count(e, steps)).run(null);
    }
    assertThat(steps).containsExactly(1, 3, 3, 3);
  }

  @Test
  void aRateThatGoesByStepsMovesWithinAnEpoch() throws Exception {
    Schedule cycle = new Schedule.OneCycle(0.01, 0.25);
    List<Double> rates = new ArrayList<>();
    try (TrainableNetwork network = network()) {
      new TrainingSession(network, new Dots(40), null, null, new TrainingSettings(2, 10, cycle, 0, 1), e -> {
        if (e instanceof TrainingEvent.Epoch epoch) {
          rates.add(epoch.learningRate());
        }
      }).run(null);
    }
    assertThat(rates).as("the rates of the last of four steps").containsExactly(cycle.at(3 / 8.0), cycle.at(7 / 8.0));
  }

  @Test
  void aCheckpointOfAnotherNetworkAndADamagedOneAreRefused() throws Exception {
    Path damaged = Files.writeString(folder.resolve("damaged"), "no checkpoint at all");
    try (TrainableNetwork network = network()) {
      TrainingSession session = new TrainingSession(network, new Dots(10), null, null, settings(1, 0.01), e -> {});
      assertThatThrownBy(() -> session.resume(damaged)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void noPicturesAreRefusedBeforeTheStart() {
    try (TrainableNetwork network = network()) {
      assertThatThrownBy(() -> new TrainingSession(network, new Dots(0), null, null, settings(1, 0.01), e -> {}))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void anEpochWithoutGainForAsLongAsThePatienceEndsItWithTheBestWeights() throws Exception {
    double[] scores = {5, 3, 4, 4, 4, 1};
    float[][] weights = new float[scores.length][];
    int[] judged = {0};
    try (TrainableNetwork network = network()) {
      TrainingSettings patient = new TrainingSettings(scores.length, 10, new Schedule.Constant(0.01),
          TrainingSettings.USUAL_MOMENTUM, 0, 0, 3, 1);
      TrainingSession session = new TrainingSession(network, new Dots(20), judgedNetwork -> {
        weights[judged[0]] = network.parameters();
        return new Verdict(scores[judged[0]++], 0, 0, new float[0]);
      }, null, patient, e -> {});
      assertThat(session.run(null)).isEqualTo(Reason.OUT_OF_PATIENCE);
      assertThat(judged[0]).as("the second was the best, three came after it").isEqualTo(5);
      assertThat(session.bestEpoch()).isEqualTo(2);
      assertThat(network.parameters()).isEqualTo(weights[1]);
    }
  }

  /** The step from rest is (1 + momentum) · rate · gradient in Nesterov's form, so 0.5 gives 1.5 times that of 0. */
  @Test
  void momentumIsSetAnewLikeTheLearningRate() {
    double[] moved = new double[2];
    for (int i = 0; i < 2; i++) {
      try (TrainableNetwork network = backend.create(LINEAR, new Backend.Updater.Nesterov(0.9), 1)) {
        network.setLearningRate(0.01);
        network.setMomentum(i * 0.5);
        float[] before = network.parameters();
        TrainingData.Batch batch = new Dots(10).batch(new int[] {0, 1, 2, 3}, null);
        network.fit(batch.inputs(), batch.targets(), null, batch.count());
        float[] after = network.parameters();
        for (int k = 0; k < after.length; k++) {
          moved[i] += Math.pow(after[k] - before[k], 2);
        }
      }
    }
    assertThat(Math.sqrt(moved[1] / moved[0])).isCloseTo(1.5, within(1e-3));
  }

  /** With a gradient of 0 (targets met) SGD's step is rate · L2 · weight, for weights alone. */
  @Test
  void l2PullsWeightsTowardsZeroAndLeavesBiasesAlone() {
    try (TrainableNetwork network = backend.create(LINEAR, new Backend.Updater.Sgd(), 1)) {
      float[] inputs = new float[64];
      float[] targets = network.predict(inputs, 1);
      float[] before = network.parameters();
      network.setLearningRate(0.1);
      network.setL2(0.5);
      network.fit(inputs, targets, null, 1);
      float[] after = network.parameters();
      int changed = 0;
      for (int i = 0; i < before.length; i++) {
        boolean bias = before[i] == 0;
        assertThat(after[i]).isCloseTo(bias ? 0 : before[i] * 0.95f, within(1e-6f));
        changed += bias ? 0 : 1;
      }
      assertThat(changed).isEqualTo(2 * 9 + 2 * 64 * 2);
    }
  }

  @Test
  void aHeldTrainingDoesOneBatchOrOneEpochWhenAskedAndEndsWhenStopped() throws Exception {
    TrainingControl control = new TrainingControl();
    control.oneBatch();
    List<TrainingEvent> events = new java.util.concurrent.CopyOnWriteArrayList<>();
    java.util.concurrent.BlockingQueue<Integer> steps = new java.util.concurrent.LinkedBlockingQueue<>();
    try (TrainableNetwork network = network()) {
      TrainingSession session = new TrainingSession(network, new Dots(30), null, null, settings(5, 0.01), control, e -> {
        events.add(e);
        if (e instanceof TrainingEvent.Step step) {
          steps.add(step.step());
        }
      });
      java.util.concurrent.FutureTask<Reason> run = new java.util.concurrent.FutureTask<>(() -> session.run(null));
      Thread trainer = new Thread(run);
      trainer.start();
      assertThat(steps.take()).isEqualTo(1);
      assertThat(control.isHeld()).isTrue();
      control.oneEpoch();
      assertThat(steps.take()).isEqualTo(2);
      assertThat(steps.take()).isEqualTo(3);
      control.oneBatch();
      assertThat(steps.take()).as("the first of the second epoch").isEqualTo(1);
      control.stop();
      assertThat(run.get()).isEqualTo(Reason.STOPPED);
      assertThat(events.stream().filter(TrainingEvent.Epoch.class::isInstance)).hasSize(1);
    }
  }

  @Test
  void aLearningRateMovedWhileItRunsIsTheOneReported() throws Exception {
    TrainingControl control = new TrainingControl();
    List<Double> rates = new ArrayList<>();
    try (TrainableNetwork network = network()) {
      new TrainingSession(network, new Dots(20), null, null, settings(3, 0.01), control, e -> {
        if (e instanceof TrainingEvent.Epoch epoch) {
          rates.add(epoch.learningRate());
          control.setLearningRate(epoch.epoch() == 1 ? 0.002 : null);
        }
      }).run(null);
    }
    assertThat(rates).containsExactly(0.01, 0.002, 0.01);
  }

  @Test
  void aRateSetAnewHoldsFromTheNextStepOn() {
    try (TrainableNetwork network = backend.create(LINEAR, new Backend.Updater.Adam(), 1)) {
      TrainingData.Batch batch = new Dots(10).batch(new int[] {0, 1, 2, 3}, null);
      network.setLearningRate(0.01);
      network.fit(batch.inputs(), batch.targets(), null, batch.count());
      float[] learned = network.parameters();
      network.setLearningRate(0);
      network.fit(batch.inputs(), batch.targets(), null, batch.count());
      // DL4J turns a rate of 0 into one so small that only the last bits move; a step of 0.01 moves the second digit.
      assertThat(network.parameters()).containsExactly(learned, within(1e-6f));
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

  private static Verdict judged(Network network) {
    double error = error(network);
    return new Verdict(error, error, error, new float[0]);
  }

  /** Mean squared error on dots that are not trained on. */
  private static double error(Network network) {
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
