package cnnworkshop.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A training that is looked into. */
class TrainingSessionInsideTest {

  private static final int EPOCHS = 4;

  private static Backend backend;

  @TempDir
  Path folder;

  private final List<TrainingEvent> events = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    NativePath.choose(null);
    backend = Dl4jBackend.start(0);
  }

  /** Dropout is part of the network, so a number drawn too often would show. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.9})
  void aTrainingGoesTheSameWayWhetherItIsLookedIntoOrNot(double averaging) throws Exception {
    List<TrainingEvent> plain = new ArrayList<>();
    float[] without = trained(averaging, false, plain);
    float[] with = trained(averaging, true, events);

    assertThat(with).isEqualTo(without);
    assertThat(losses(events)).isEqualTo(losses(plain)).hasSize(EPOCHS * 3);
    assertThat(epochs(events)).isEqualTo(epochs(plain)).hasSize(EPOCHS);
  }

  @Test
  void theStartAndEveryEpochAreTold() throws Exception {
    trained(0, true, events);

    List<TrainingEvent.Inside> insides = of(TrainingEvent.Inside.class);
    assertThat(insides).extracting(TrainingEvent.Inside::epoch).containsExactly(0, 1, 2, 3, 4);
    assertThat(insides.get(0).layers()).allSatisfy(layer -> assertThat(layer.updateRatio()).isNaN());
    assertThat(insides.subList(1, 5)).allSatisfy(inside ->
        assertThat(inside.layers()).allSatisfy(layer -> assertThat(layer.updateRatio()).isBetween(1e-6, 1.0)));
    assertThat(insides.get(1).filters().weights()).isNotEqualTo(insides.get(4).filters().weights());
    assertThat(events.get(0)).isInstanceOf(TrainingEvent.Inside.class);
    assertThat(events.get(events.size() - 1)).isInstanceOf(TrainingEvent.Finished.class);
  }

  @Test
  void withoutLookingNothingIsTold() throws Exception {
    trained(0, false, events);

    assertThat(of(TrainingEvent.Inside.class)).isEmpty();
    assertThat(of(TrainingEvent.Snapshots.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.9})
  void snapshotsHoldTheWeightsTheEpochsWereJudgedBy(double averaging) throws Exception {
    float[] best = trained(averaging, true, events);

    SnapshotStore store = store();
    List<TrainingEvent.Inside> insides = of(TrainingEvent.Inside.class);
    assertThat(store.list()).extracting(SnapshotStore.Entry::epoch).contains(0, EPOCHS);
    assertThat(store.read(EPOCHS).parameters()).as("without a judge the last is the best").isEqualTo(best);
    TinyTraining.assertSame(store.inside(EPOCHS), insides.get(EPOCHS));
    // A convolution's biases come first, then its filters.
    assertThat(Arrays.copyOfRange(best, 4, 4 + 36)).isEqualTo(store.inside(EPOCHS).filters().weights());
    assertThat(of(TrainingEvent.Snapshots.class)).isNotEmpty().last()
        .isEqualTo(new TrainingEvent.Snapshots(store.list().size() - 1, store.size(), SnapshotStore.CAP_BYTES));
  }

  @Test
  void aFullDiskDoesNotEndTheTraining() throws Exception {
    Files.writeString(folder.resolve("snapshots"), "a file where the folder should be");
    float[] with = trained(0, true, events);

    assertThat(with).isEqualTo(trained(0, false, new ArrayList<>()));
    assertThat(((TrainingEvent.Finished) events.get(events.size() - 1)).reason())
        .isEqualTo(TrainingEvent.Reason.COMPLETE);
  }

  @Test
  void oneThatIsStoppedInAnEpochKeepsNoSnapshotOfHalfAnEpoch() throws Exception {
    try (TrainableNetwork network = backend.create(TinyTraining.SPEC, new Backend.Updater.Adam(), 1)) {
      TrainingControl control = new TrainingControl();
      TrainingSession session = new TrainingSession(network, TinyTraining.data(30), null, null, settings(0), control,
          event -> {
            events.add(event);
            if (event instanceof TrainingEvent.Step step && step.epoch() == 2) {
              control.stop();
            }
          });
      session.lookInside(LayerProbe.of(TinyTraining.data(30)), writer());
      session.run(null);
    }

    assertThat(of(TrainingEvent.Inside.class)).extracting(TrainingEvent.Inside::epoch).containsExactly(0, 1);
    assertThat(store().list()).extracting(SnapshotStore.Entry::epoch).doesNotContain(2);
  }

  private float[] trained(double averaging, boolean looking, List<TrainingEvent> told) throws Exception {
    try (TrainableNetwork network = backend.create(TinyTraining.SPEC, new Backend.Updater.Adam(), 1)) {
      TrainingSession session =
          new TrainingSession(network, TinyTraining.data(30), null, null, settings(averaging), told::add);
      if (looking) {
        session.lookInside(LayerProbe.of(TinyTraining.data(30)), writer());
      }
      session.run(null);
      return network.parameters();
    }
  }

  private static TrainingSettings settings(double averaging) {
    return new TrainingSettings(EPOCHS, 10, new Schedule.Constant(0.01), averaging, 3);
  }

  private SnapshotStore store() {
    return new SnapshotStore(folder.resolve("snapshots"), TinyTraining.SPEC, SnapshotStore.CAP_BYTES);
  }

  private SnapshotWriter writer() {
    return new SnapshotWriter(store(), Runnable::run, failure -> {});
  }

  private <T> List<T> of(Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static List<Double> losses(List<TrainingEvent> told) {
    return told.stream().filter(TrainingEvent.Step.class::isInstance)
        .map(event -> ((TrainingEvent.Step) event).loss()).toList();
  }

  private static List<Double> epochs(List<TrainingEvent> told) {
    return told.stream().filter(TrainingEvent.Epoch.class::isInstance)
        .map(event -> ((TrainingEvent.Epoch) event).trainingLoss()).toList();
  }
}
