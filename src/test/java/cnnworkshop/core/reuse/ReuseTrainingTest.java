package cnnworkshop.core.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.data.PictureAugmentation;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.NetworkSpec.Loss;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import cnnworkshop.core.reuse.ReuseTraining.Outcome;
import cnnworkshop.core.train.ClassJudge;
import cnnworkshop.core.train.PictureTask;
import cnnworkshop.core.train.TrainingControl;
import cnnworkshop.core.train.TrainingEvent;
import cnnworkshop.core.train.TrainingTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReuseTrainingTest {

  private static final NetworkSpec BASE = new NetworkSpec("base", new Shape(3, 8, 8), List.of(
      new LayerSpec.Convolution("conv1", 6, LayerSpec.Size.of(3), LayerSpec.Size.of(1), LayerSpec.Size.of(1),
          LayerSpec.Padding.SAME, false, LayerSpec.Activation.LINEAR),
      new LayerSpec.BatchNormalization("norm1"),
      new LayerSpec.ActivationOnly("activation1", LayerSpec.Activation.RELU),
      new LayerSpec.Dropout("dropout1", 0.4),
      LayerSpec.Convolution.relu("conv2", 5, 3, LayerSpec.Padding.VALID),
      new LayerSpec.Dense("output", 4, LayerSpec.Activation.SOFTMAX)), Loss.CROSS_ENTROPY);
  private static final int KEPT = 5;

  private static Backend backend;
  private static TrainableNetwork base;

  @BeforeAll
  static void start() throws Exception {
    NativePath.choose(null);
    backend = Dl4jBackend.start(0);
    base = backend.create(BASE, new Backend.Updater.Adam(), 5);
    // So that batch normalisation has followed pictures before it is frozen.
    Random random = new Random(3);
    base.setLearningRate(1e-3);
    for (int step = 0; step < 5; step++) {
      float[] inputs = new float[16 * BASE.input().size()];
      for (int i = 0; i < inputs.length; i++) {
        inputs[i] = random.nextFloat();
      }
      float[] targets = new float[16 * 4];
      for (int i = 0; i < 16; i++) {
        targets[4 * i + random.nextInt(4)] = 1;
      }
      base.fit(inputs, targets, null, 16);
    }
  }

  @AfterAll
  static void stop() {
    base.close();
  }

  @Test
  void frozenLayersAreTheSameToTheLastBitAndTheHeadLearns() throws Exception {
    float[] trained = base.parameters(0, KEPT);
    Cut cut = cut(KEPT);
    List<TrainingEvent.Epoch> rounds = new ArrayList<>();
    Outcome outcome = run(cut, trained, lesson(400, PictureAugmentation.NONE), 1, rounds);
    try (TrainableNetwork network = outcome.network()) {
      assertThat(network.parameters(0, KEPT)).isEqualTo(trained);
      assertThat(rounds.get(rounds.size() - 1).trainingLoss()).isLessThan(0.7 * rounds.get(0).trainingLoss());
      assertThat(outcome.speedUp()).isGreaterThan(1);
      assertThat(outcome.info().labels()).containsExactly("dark", "light");
    }
  }

  @Test
  void whatWasJudgedBehindTheFrozenLayersIsWhatTheWholeNetworkAnswers() throws Exception {
    PictureTask task = task();
    List<TrainingEvent.Epoch> rounds = new ArrayList<>();
    Outcome outcome = run(cut(3), base.parameters(0, KEPT), lesson(40, PictureAugmentation.NONE), 1, rounds);
    try (TrainableNetwork network = outcome.network()) {
      float[] whole = new ClassJudge(task.test()).judge(network).outputs();
      assertThat(whole).containsExactly(rounds.get(rounds.size() - 1).test().outputs(), within(1e-5f));
      assertThat(outcome.accuracy()).isEqualTo(new ClassJudge(task.test()).judge(network).measure());
    }
  }

  @Test
  void layersThatAreNotFrozenLearnOn() throws Exception {
    float[] trained = base.parameters(0, KEPT);
    try (TrainableNetwork network =
        run(cut(3), trained, lesson(40, PictureAugmentation.NONE), 1, new ArrayList<>()).network()) {
      int before = base.parameters(0, 3).length;
      assertThat(network.parameters(0, 3)).isEqualTo(Arrays.copyOf(trained, before));
      assertThat(network.parameters(4, KEPT)).isNotEqualTo(base.parameters(4, KEPT));
    }
  }

  @Test
  void fromNothingBeginsWithOtherWeights() throws Exception {
    Outcome outcome = run(Entrant.SCRATCH.of(cut(KEPT)), null, lesson(12, PictureAugmentation.NONE), 1,
        new ArrayList<>());
    try (TrainableNetwork network = outcome.network()) {
      assertThat(network.weights(0)).isNotEqualTo(base.weights(0));
      assertThat(outcome.speedUp()).isEqualTo(1);
    }
  }

  @Test
  void theSameSeedGivesTheSameNetwork() throws Exception {
    float[] trained = base.parameters(0, KEPT);
    PictureAugmentation changes = new PictureAugmentation(1, 0.5, 0);
    try (TrainableNetwork one = run(cut(3), trained, lesson(24, changes), 7, new ArrayList<>()).network();
        TrainableNetwork again = run(cut(3), trained, lesson(24, changes), 7, new ArrayList<>()).network();
        TrainableNetwork other = run(cut(3), trained, lesson(24, changes), 8, new ArrayList<>()).network()) {
      assertThat(again.parameters()).isEqualTo(one.parameters());
      assertThat(other.parameters()).isNotEqualTo(one.parameters());
    }
  }

  @Test
  void aTrainingEndedBeforeItsFirstRoundGivesNothing() throws Exception {
    TrainingControl control = new TrainingControl();
    control.stop();
    TrainingTask.Part part = task().part(20, 0, 1);
    Outcome outcome = new ReuseTraining(backend, cut(KEPT), base.parameters(0, KEPT),
        lesson(24, PictureAugmentation.NONE)).run(task(), part, "new", 1, control, () -> false, silent());
    assertThat(outcome).isNull();
  }

  private static Outcome run(Cut cut, float[] trained, Lesson lesson, long seed, List<TrainingEvent.Epoch> rounds)
      throws Exception {
    TrainingTask.Part part = task().part(20, 0, seed);
    return new ReuseTraining(backend, cut, trained, lesson).run(task(), part, "new", seed, new TrainingControl(),
        () -> false, new ReuseTraining.Listener() {
          @Override
          public void frozenLayers(int done, int all) {}

          @Override
          public void told(TrainingEvent event) {
            if (event instanceof TrainingEvent.Epoch epoch) {
              rounds.add(epoch);
            }
          }
        });
  }

  private static ReuseTraining.Listener silent() {
    return new ReuseTraining.Listener() {
      @Override
      public void frozenLayers(int done, int all) {}

      @Override
      public void told(TrainingEvent event) {}
    };
  }

  /** All layers but the output stay, some of them frozen. */
  private static Cut cut(int frozen) {
    return new Cut(BASE, Collections.nCopies(KEPT, 0.5), Head.POOLED, BASE.input(), 2, Loss.CROSS_ENTROPY)
        .frozen(frozen, 0.5);
  }

  private static Lesson lesson(int steps, PictureAugmentation augmentation) {
    return new Lesson(steps, 4, 8, 0.05, 0, augmentation, 3);
  }

  /** Dark pictures and light ones. */
  private static PictureTask task() {
    return new PictureTask("greys", pictures(40, 1), pictures(30, 2), List.of());
  }

  private static LabelledPictures pictures(int count, long seed) {
    Random random = new Random(seed);
    int[] labels = new int[count];
    byte[] values = new byte[count * BASE.input().size()];
    for (int i = 0; i < count; i++) {
      labels[i] = i % 2;
      for (int v = 0; v < BASE.input().size(); v++) {
        values[i * BASE.input().size() + v] = (byte) (80 * labels[i] + random.nextInt(120));
      }
    }
    return new LabelledPictures(List.of("dark", "light"), 3, 8, 8, values, labels);
  }
}
