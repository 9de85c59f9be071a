package cnnworkshop.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.net.Backend;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.RunRecord;
import cnnworkshop.core.train.RunSetup;
import cnnworkshop.core.train.Schedule;
import cnnworkshop.core.train.SnapshotStore;
import cnnworkshop.core.train.TinyTraining;
import cnnworkshop.core.train.TrainingEvent;
import cnnworkshop.core.train.TrainingSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsideModelTest {

  @TempDir
  Path folder;

  private final Deque<Runnable> background = new ArrayDeque<>();
  private final InsideModel model = new InsideModel(Texts.load(Locale.ENGLISH), background::add, Runnable::run);

  static RunRecord run(String name) {
    return RunRecord.begun("run-" + name.length(), name, Instant.EPOCH, new RunSetup(
        new RunSetup.Data("halves", 30, 30, 0, 0, 1, null), TinyTraining.SPEC, new Backend.Updater.Adam(),
        new TrainingSettings(12, 10, new Schedule.Constant(0.01), 0, 1), ""));
  }

  private void train(int from, int to) {
    for (int epoch = from; epoch <= to; epoch++) {
      model.told(TinyTraining.inside(epoch));
    }
  }

  @Test
  void beforeATrainingThereIsNothing() {
    model.told(TinyTraining.inside(0));

    assertThat(model.countProperty().get()).isZero();
    assertThat(model.rows()).isEmpty();
    assertThat(model.filtersProperty().get()).isNull();
    assertThat(model.lineProperty().get()).isEmpty();
  }

  @Test
  void itFollowsTheTraining() {
    model.begin(run("tiny 1"));
    assertThat(model.countProperty().get()).isZero();
    train(0, 3);

    assertThat(model.countProperty().get()).isEqualTo(4);
    assertThat(model.positionProperty().get()).isEqualTo(3);
    assertThat(model.epochProperty().get()).isEqualTo(3);
    assertThat(model.lineProperty().get()).isEqualTo("tiny 1, after epoch 3 of 12. Outputs on 8 pictures.");
    assertThat(model.rows()).extracting(InsideRow::name).containsExactly("conv1", "hidden2", "output");
    InsideRow conv1 = model.rows().get(0);
    assertThat(conv1.length()).isEqualTo("4.5");
    assertThat(conv1.ratioText()).isEqualTo("0.001");
    assertThat(conv1.ratioWords()).contains("within");
    assertThat(conv1.outputs()).isEqualTo("0.25 ± 0.5");
    assertThat(conv1.ratios()).containsExactly(Double.NaN, -3, -3, -3);
    assertThat(conv1.position()).isEqualTo(3);
  }

  @Test
  void smallAndLargeUpdatesAndManySilentUnitsAreSaid() {
    model.begin(run("tiny 1"));
    train(0, 1);

    assertThat(model.rows().get(1).ratioText()).isEqualTo("0.00002");
    assertThat(model.rows().get(1).ratioWords()).contains("far below");
    assertThat(model.rows().get(2).ratioWords()).contains("far above");
    assertThat(model.rows().get(0).manySilent()).as("one of four").isTrue();
    assertThat(model.rows().get(0).silent()).isEqualTo("1 of 4 (25 %), many");
    assertThat(model.rows().get(1).manySilent()).as("one of five is the limit").isFalse();
    assertThat(model.rows().get(2).silent()).as("no ReLU").isEqualTo("–");
    assertThat(model.rows().get(0).words()).contains("conv1", "0.001", "0.25 ± 0.5", "many");
  }

  @Test
  void beforeTheFirstStepThereIsNoUpdate() {
    model.begin(run("tiny 1"));
    train(0, 0);

    assertThat(model.rows().get(0).ratioText()).isEqualTo("–");
    assertThat(model.rows().get(0).ratioWords()).isEmpty();
    assertThat(model.lineProperty().get()).contains("before the first step");
  }

  @Test
  void onceAPersonLooksBackItStaysThereUntilTheyGoToTheLatest() {
    model.begin(run("tiny 1"));
    train(0, 3);
    model.positionProperty().set(1);
    assertThat(model.followingProperty().get()).isFalse();
    assertThat(model.epochProperty().get()).isEqualTo(1);
    train(4, 5);
    assertThat(model.epochProperty().get()).isEqualTo(1);
    assertThat(model.rows().get(0).ratios()).as("the curve goes on").hasSize(6);

    model.followingProperty().set(true);
    assertThat(model.epochProperty().get()).isEqualTo(5);
    train(6, 6);
    assertThat(model.epochProperty().get()).isEqualTo(6);
  }

  @Test
  void goingToTheLastEpochByHandFollowsAgain() {
    model.begin(run("tiny 1"));
    train(0, 3);
    model.positionProperty().set(0);
    model.positionProperty().set(3);

    assertThat(model.followingProperty().get()).isTrue();
  }

  @Test
  void filtersAreSeenAsTheyAreOrAsWhatChangedSinceTheStart() {
    model.begin(run("tiny 1"));
    train(0, 2);
    InsideFilters asTheyAre = model.filtersProperty().get();
    assertThat(asTheyAre.pictures()).hasSize(4);
    assertThat(asTheyAre.range()).isNull();
    assertThat(asTheyAre.words().get(3)).startsWith("Filter 4:").contains("changed by 0.180");

    model.changeProperty().set(true);
    InsideFilters change = model.filtersProperty().get();
    assertThat(change.range().high()).isCloseTo(0.06f, org.assertj.core.api.Assertions.within(1e-6f));
    assertThat(change.pictures().get(0).argb()).as("the first did not change").containsOnly(0xFFFFFFFF);
    assertThat(change.pictures().get(3).argb()).as("the last most").containsOnly(0xFFD55E00);
    assertThat(change.accessibleText()).contains("4 filters of conv1 after epoch 2", "since epoch 0");
  }

  @Test
  void aNetworkThatDoesNotBeginWithAConvolutionHasLayersButNoFilters() {
    model.begin(run("tiny 1"));
    model.told(new TrainingEvent.Inside(0, 8, TinyTraining.inside(0).layers(), null));

    assertThat(model.filtersProperty().get().pictures()).isEmpty();
    assertThat(model.rows()).hasSize(3);
  }

  @Test
  void whatIsKeptIsSaid() {
    model.begin(run("tiny 1"));
    train(0, 4);
    model.told(new TrainingEvent.Snapshots(3, 410_000_000, 1_000_000_000));

    assertThat(model.snapshotLineProperty().get())
        .isEqualTo("Snapshots of 3 of 4 epochs are kept for looking back: 0.41 GB, 1.0 GB at most.");
  }

  @Test
  void aNewTrainingBeginsWithNothing() {
    model.begin(run("tiny 1"));
    train(0, 4);
    model.told(new TrainingEvent.Snapshots(3, 1, 1_000_000_000));
    model.positionProperty().set(1);
    model.begin(run("tiny 20"));

    assertThat(model.countProperty().get()).isZero();
    assertThat(model.rows()).isEmpty();
    assertThat(model.filtersProperty().get()).isNull();
    assertThat(model.snapshotLineProperty().get()).isEmpty();
    train(0, 1);
    assertThat(model.epochProperty().get()).as("it follows again").isEqualTo(1);
  }

  @Test
  void aLongTrainingKeepsItsStartAndItsEndAndAnEpochLookedAtStaysInSight() {
    model.begin(run("tiny 1"));
    train(0, 100);
    model.positionProperty().set(100);
    model.positionProperty().set(0);
    train(101, 1000);

    assertThat(model.countProperty().get()).isEqualTo(InsideHistory.MOST);
    assertThat(model.epochProperty().get()).isZero();
    model.followingProperty().set(true);
    assertThat(model.epochProperty().get()).isEqualTo(1000);
  }

  @Test
  void anEarlierRunIsLookedAtByItsSnapshots() throws Exception {
    SnapshotStore store = kept(5);
    model.lookBack(run("tiny 1"), store);
    assertThat(model.readingProperty().get()).isTrue();
    background.remove().run();

    assertThat(model.readingProperty().get()).isFalse();
    assertThat(model.countProperty().get()).isEqualTo(6);
    assertThat(model.epochProperty().get()).isEqualTo(5);
    assertThat(model.rows()).hasSize(3);
    assertThat(model.snapshotLineProperty().get()).startsWith("Snapshots of 5 of 5 epochs");
  }

  @Test
  void damagedSnapshotsAreLeftOutAndSaid() throws Exception {
    SnapshotStore store = kept(3);
    Files.write(folder.resolve("epoch-00002.snapshot"), new byte[10]);
    model.lookBack(run("tiny 1"), store);
    background.remove().run();

    assertThat(model.countProperty().get()).isEqualTo(3);
    assertThat(model.snapshotLineProperty().get()).startsWith("One snapshot of this run is damaged");
  }

  @Test
  void aRunWithoutSnapshotsSaysSo() {
    model.lookBack(run("tiny 1"), new SnapshotStore(folder.resolve("none"), TinyTraining.SPEC, 1));
    background.remove().run();

    assertThat(model.countProperty().get()).isZero();
    assertThat(model.snapshotLineProperty().get()).isEqualTo("No snapshots of this run were kept.");
  }

  @Test
  void aTrainingThatBeginsWhileSnapshotsAreReadIsNotDisturbed() throws Exception {
    model.lookBack(run("tiny 1"), kept(3));
    RunRecord next = run("tiny 20");
    model.begin(next);
    train(0, 0);
    background.remove().run();

    assertThat(model.countProperty().get()).isEqualTo(1);
    assertThat(model.lineProperty().get()).startsWith("tiny 20");
  }

  private SnapshotStore kept(int epochs) throws Exception {
    SnapshotStore store = new SnapshotStore(folder, TinyTraining.SPEC, 1_000_000_000);
    TinyTraining.keep(store, epochs);
    return store;
  }
}
