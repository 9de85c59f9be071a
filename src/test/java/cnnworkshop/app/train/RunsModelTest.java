package cnnworkshop.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.control.ChartRun;
import cnnworkshop.app.control.ChartSeries;
import cnnworkshop.app.control.LiveChart;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.RunRecord;
import cnnworkshop.core.train.RunStore;
import cnnworkshop.core.train.TrainingEvent;
import cnnworkshop.core.train.TrainingEvent.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsModelTest {

  @TempDir
  Path folder;

  private final List<Throwable> failures = new ArrayList<>();
  private RunStore store;
  private RunsModel model;

  @BeforeEach
  void open() {
    store = new RunStore(folder.resolve("runs"));
    model = model(Runnable::run);
  }

  private RunsModel model(Executor background) {
    return new RunsModel(store, Texts.load(Locale.ENGLISH), background, Runnable::run, failures::add);
  }

  private void keep(RunRecord... runs) throws Exception {
    for (RunRecord run : runs) {
      store.save(run);
    }
    model.reload();
  }

  private RunRecord run(String id) {
    return model.runs().stream().filter(run -> run.id().equals(id)).findFirst().orElseThrow();
  }

  private List<String> drawn() {
    return model.charted().stream().map(ChartRun::name).toList();
  }

  @Test
  void theNewestRunIsFirstAndChosenOnesAreDrawnOldestFirst() throws Exception {
    keep(TrainedRuns.classes(1, 0.5), TrainedRuns.classes(2, 0.6), TrainedRuns.classes(3, 0.7));
    assertThat(model.runs()).extracting(RunRecord::name).containsExactly("cnn 3", "cnn 2", "cnn 1");
    assertThat(drawn()).isEmpty();

    model.compare(List.of(run("run-3"), run("run-1")));

    assertThat(drawn()).containsExactly("cnn 1", "cnn 3");
    assertThat(model.charted()).extracting(ChartRun::dash).doesNotHaveDuplicates();
    assertThat(model.charted().get(0).series()).extracting(ChartSeries::name)
        .containsExactly("Training loss", "Test loss", "Test accuracy");
    assertThat(model.charted().get(0).series().get(2).value(1)).isEqualTo(0.5);
  }

  @Test
  void theRunThatIsTrainedIsAlwaysDrawnAndAfterItsEndOnlyIfNothingElseIsChosen() throws Exception {
    keep(TrainedRuns.classes(1, 0.5));
    model.compare(List.of(run("run-1")));
    RunRecord begun = TrainedRuns.begun(2, "cnn 2", Presets.cnn(), 4000);
    store.save(begun);
    model.begin(begun);
    assertThat(drawn()).containsExactly("cnn 1", "cnn 2");
    assertThat(model.runs()).extracting(RunRecord::name).containsExactly("cnn 2", "cnn 1");

    model.add(new TrainingEvent.Step(1, 1, 2, 2.5));
    model.add(TrainedRuns.epoch(1, 0.4));
    assertThat(model.isRunning(run("run-2"))).isTrue();
    assertThat(run("run-2").result()).as("so far").hasValue(0.4);
    assertThat(model.charted().get(1).series().get(0).size()).as("a point a batch").isEqualTo(1);

    store.progress("run-2", run("run-2").curve(), Optional.of(Reason.STOPPED));
    model.ended();
    assertThat(model.isRunning(run("run-2"))).isFalse();
    assertThat(run("run-2").end()).hasValue(Reason.STOPPED);
    assertThat(drawn()).containsExactly("cnn 1");

    model.compare(List.of());
    assertThat(drawn()).containsExactly("cnn 2");
    assertThat(model.current()).hasValueSatisfying(run -> assertThat(run.name()).isEqualTo("cnn 2"));
  }

  @Test
  void aTrainingThatFailedBeforeItWasKeptIsNoLongerListed() {
    model.begin(TrainedRuns.begun(2, "cnn 2", Presets.cnn(), 4000));
    model.reload();
    assertThat(model.runs()).as("it waits").hasSize(1);
    model.ended();
    assertThat(model.runs()).isEmpty();
    assertThat(model.current()).isEmpty();
    assertThat(drawn()).isEmpty();
  }

  @Test
  void whatIsHiddenInTheChartStaysHiddenWhileARunGrows() throws Exception {
    keep(TrainedRuns.classes(1, 0.5));
    model.compare(List.of(run("run-1")));
    model.begin(TrainedRuns.begun(2, "cnn 2", Presets.cnn(), 4000));
    List<ChartRun> before = List.copyOf(model.charted());
    model.add(TrainedRuns.epoch(1, 0.4));
    for (int i = 0; i < before.size(); i++) {
      assertThat(model.charted().get(i)).isSameAs(before.get(i));
    }
  }

  @Test
  void runsJudgedInPixelsHaveCurvesOfTheirOwnNameAndAxis() throws Exception {
    keep(TrainedRuns.points(1, 1.9));
    model.compare(model.runs());
    assertThat(model.measureProperty().get()).isEqualTo(LiveChart.Measure.PIXELS);
    assertThat(model.charted().get(0).series()).extracting(ChartSeries::name)
        .containsExactly("Training loss", "Test loss", "Test RMSE");
  }

  @Test
  void withoutTestPicturesTheCurvesAreOfThoseHeldOut() throws Exception {
    keep(TrainedRuns.begun(1, "keypoints 1", Presets.byName("keypoints").orElseThrow(), 0),
        TrainedRuns.begun(2, "cnn 2", Presets.cnn(), 0));
    model.compare(List.of(run("run-1")));
    assertThat(model.charted().get(0).series()).extracting(ChartSeries::name)
        .containsExactly("Training loss", "Loss on pictures held out", "RMSE on faces held out");
    model.compare(List.of(run("run-2")));
    assertThat(model.charted().get(0).series()).extracting(ChartSeries::name)
        .containsExactly("Training loss", "Loss on pictures held out", "Accuracy on pictures held out");
  }

  @Test
  void runsOfAnotherMeasureAreNotDrawnAndThatIsSaid() throws Exception {
    keep(TrainedRuns.classes(1, 0.5), TrainedRuns.points(2, 1.9));
    model.compare(List.of(run("run-1")));
    assertThat(model.leftOutProperty().get()).isEmpty();

    model.compare(List.of(run("run-2"), run("run-1")));
    assertThat(drawn()).as("the axis stays as it is").containsExactly("cnn 1");
    assertThat(model.leftOutProperty().get()).contains("keypoints 2");

    model.compare(List.of(run("run-2")));
    assertThat(drawn()).containsExactly("keypoints 2");
    assertThat(model.leftOutProperty().get()).isEmpty();

    model.begin(TrainedRuns.begun(3, "cnn 3", Presets.cnn(), 4000));
    assertThat(drawn()).as("the one that is trained decides").containsExactly("cnn 3");
    assertThat(model.measureProperty().get()).isEqualTo(LiveChart.Measure.ACCURACY);
  }

  @Test
  void ofVeryManyRunsTheNewestAreDrawnAndThatIsSaid() throws Exception {
    for (int i = 1; i <= RunCurves.MOST + 3; i++) {
      store.save(TrainedRuns.classes(i, 0.5));
    }
    model.reload();
    model.compare(model.runs());
    assertThat(drawn()).hasSize(RunCurves.MOST).contains("cnn 15").doesNotContain("cnn 3");
    assertThat(model.leftOutProperty().get()).contains("12").contains("15");
  }

  @Test
  void ofTwoQuickEditsTheLastWinsWhateverIsReadInBetween() throws Exception {
    Queue<Runnable> background = new ArrayDeque<>();
    keep(TrainedRuns.classes(1, 0.5));
    model = model(background::add);
    model.reload();
    background.remove().run();

    model.note("run-1", "first");
    model.reload();
    model.note("run-1", "second");
    model.rename("run-1", "  better  ");
    while (!background.isEmpty()) {
      assertThat(run("run-1").notes()).isEqualTo("second");
      background.remove().run();
    }

    assertThat(run("run-1").notes()).isEqualTo("second");
    assertThat(store.load("run-1").notes()).isEqualTo("second");
    assertThat(store.load("run-1").name()).isEqualTo("better");
    assertThat(store.load("run-1").curve()).as("nothing else changes").isEqualTo(run("run-1").curve());
  }

  @Test
  void aBlankNameChangesNothing() throws Exception {
    keep(TrainedRuns.classes(1, 0.5));
    model.rename("run-1", " \t ");
    assertThat(run("run-1").name()).isEqualTo("cnn 1");
    assertThat(store.load("run-1").name()).isEqualTo("cnn 1");
  }

  @Test
  void aRunIsDrawnUnderItsNewName() throws Exception {
    keep(TrainedRuns.classes(1, 0.5));
    model.compare(model.runs());
    model.rename("run-1", "the one");
    assertThat(drawn()).containsExactly("the one");
    assertThat(model.selected()).extracting(RunRecord::name).containsExactly("the one");
  }

  @Test
  void whatIsWrittenOfARunThatStillWaitsIsKeptOnceItHasAFile() throws Exception {
    RunRecord begun = TrainedRuns.begun(1, "cnn 1", Presets.cnn(), 4000);
    model.begin(begun);
    model.note("run-1", "a guess");
    model.rename("run-1", "guess");
    assertThat(failures).isEmpty();

    store.save(begun);
    model.add(TrainedRuns.epoch(1, 0.4));
    assertThat(store.load("run-1").notes()).isEqualTo("a guess");
    assertThat(store.load("run-1").name()).isEqualTo("guess");
  }

  @Test
  void whatCannotBeWrittenIsToldAndStaysOnScreen() throws Exception {
    keep(TrainedRuns.classes(1, 0.5));
    Files.move(folder.resolve("runs"), folder.resolve("elsewhere"));
    model.note("run-1", "precious");
    assertThat(failures).hasSize(1);
    assertThat(run("run-1").notes()).isEqualTo("precious");

    Files.move(folder.resolve("elsewhere"), folder.resolve("runs"));
    model.reload();
    assertThat(run("run-1").notes()).isEqualTo("precious");
    model.rename("run-1", "found");
    assertThat(store.load("run-1").notes()).isEqualTo("precious");
  }

  @Test
  void aDamagedRunIsToldOnceAndTheOthersAreRead() throws Exception {
    keep(TrainedRuns.classes(1, 0.5), TrainedRuns.classes(2, 0.5));
    Files.writeString(store.folder("run-2").resolve("run.json"), "{");
    model.reload();
    model.reload();
    assertThat(failures).hasSize(1);
    assertThat(model.runs()).extracting(RunRecord::id).containsExactly("run-1");
  }

  @Test
  void aDeletedRunIsGoneAtOnceAndWhatIsWrittenOfItAfterwardsIsNoFailure() throws Exception {
    keep(TrainedRuns.classes(1, 0.5), TrainedRuns.classes(2, 0.5));
    model.compare(model.runs());
    RunRecord deleted = run("run-1");
    Queue<Runnable> background = new ArrayDeque<>();
    model = model(background::add);
    model.reload();
    background.remove().run();
    model.compare(model.runs());

    model.delete(deleted);
    model.note("run-1", "too late");
    assertThat(model.runs()).extracting(RunRecord::id).containsExactly("run-2");
    assertThat(model.selected()).extracting(RunRecord::id).containsExactly("run-2");
    assertThat(drawn()).containsExactly("cnn 2");
    while (!background.isEmpty()) {
      background.remove().run();
    }
    assertThat(failures).isEmpty();
    assertThat(Files.exists(store.folder("run-1"))).isFalse();
    assertThat(model.runs()).hasSize(1);
  }

  @Test
  void theRunThatIsTrainedCannotBeDeleted() throws Exception {
    RunRecord begun = TrainedRuns.begun(1, "cnn 1", Presets.cnn(), 4000);
    store.save(begun);
    model.begin(begun);
    model.delete(begun);
    assertThat(model.runs()).hasSize(1);
    assertThat(Files.exists(store.folder("run-1"))).isTrue();
  }

  @Test
  void aNewNameIsOneNoRunHas() throws Exception {
    keep(TrainedRuns.classes(1, 0.5));
    assertThat(model.newName("cnn")).isEqualTo("cnn 2");
    assertThat(model.newName("suggested_cnn")).isEqualTo("suggested_cnn 1");
  }

  @Test
  void runsPutAsideAreNoLongerListedButNotLost() throws Exception {
    keep(TrainedRuns.classes(1, 0.5), TrainedRuns.classes(2, 0.5));
    model.compare(model.runs());
    List<Path> told = new ArrayList<>();
    model.putAside(told::add);
    assertThat(model.runs()).isEmpty();
    assertThat(drawn()).isEmpty();
    assertThat(told).singleElement()
        .satisfies(aside -> assertThat(new RunStore(aside).list().runs()).hasSize(2));
    model.reload();
    assertThat(model.runs()).isEmpty();

    model.putAside(told::add);
    assertThat(told).as("nothing there to put aside").hasSize(1);
  }
}
