package cnnworkshop.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.control.ChartSeries.Role;
import cnnworkshop.app.control.LiveChart;
import cnnworkshop.app.train.TrainingModel.State;
import cnnworkshop.core.train.Measure;
import cnnworkshop.core.train.RunRecord;
import cnnworkshop.core.train.Suggestion;
import cnnworkshop.core.train.TrainingEvent.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainViewModelTest {

  @TempDir
  Path folder;

  @Test
  void aTrainingGivesCurvesAnswersAndARunWhoseNetworkCanBeUsed() throws Exception {
    TrainTab tab = new TrainTab(folder, Runnable::run).withPictures();
    TrainViewModel model = tab.model;
    assertThat(model.data().lineProperty().get()).contains("48 pictures of 2 classes").contains("12 for test");
    assertThat(model.results().tenProperty().get()).hasSize(10);
    model.settings().epochsProperty().set(10);
    model.settings().batchProperty().set(8);

    model.start();

    assertThat(model.training().stateProperty().get()).isEqualTo(State.IDLE);
    assertThat(model.training().lineProperty().get()).startsWith("Done.");
    assertThat(model.results().lineProperty().get()).as("dark and light are easy").startsWith("12 of 12 right");
    assertThat(model.runs().charted()).singleElement().satisfies(run -> {
      assertThat(run.series()).anySatisfy(series -> {
        assertThat(series.role()).isEqualTo(Role.TRAINING_LOSS);
        assertThat(series.size()).as("one point a batch: 44 pictures by 8, ten times").isEqualTo(60);
      });
      assertThat(run.series()).anySatisfy(series -> {
        assertThat(series.role()).isEqualTo(Role.MEASURE);
        assertThat(series.size()).isEqualTo(10);
        assertThat(series.value(9)).isEqualTo(1);
      });
    });
    RunRecord run = model.runs().runs().get(0);
    assertThat(run.name()).isEqualTo("cnn 1");
    assertThat(run.result().getAsDouble()).isBetween(0.5, 1.0);
    assertThat(run.setup().settings().epochs()).isEqualTo(10);

    assertThat(model.runs().hasWeights(run)).isTrue();
    model.use(run);
    assertThat(tab.inference.networkProperty().get().info().labels()).containsExactly("dark", "light");
    assertThat(tab.messages.shown()).last().satisfies(m -> assertThat(m.sentence()).contains("cnn 1"));
  }

  @Test
  void theSameSeedGivesTheSameCurveAndAnotherNameAndAnotherSeedAnotherCurve() throws Exception {
    TrainViewModel model = new TrainTab(folder, Runnable::run).withPictures().model;
    model.settings().epochsProperty().set(2);
    model.start();
    model.start();
    model.settings().seedProperty().set(7);
    model.start();
    var runs = model.runs().runs();
    assertThat(runs).extracting(RunRecord::name).containsExactlyInAnyOrder("cnn 1", "cnn 2", "cnn 3");
    RunRecord first = named(model, "cnn 1");
    RunRecord second = named(model, "cnn 2");
    assertThat(second.curve().points()).extracting(p -> p.trainingLoss())
        .isEqualTo(first.curve().points().stream().map(p -> p.trainingLoss()).toList());
    assertThat(named(model, "cnn 3").curve().points().get(0).trainingLoss())
        .isNotEqualTo(first.curve().points().get(0).trainingLoss());
  }

  private static RunRecord named(TrainViewModel model, String name) {
    return model.runs().runs().stream().filter(run -> run.name().equals(name)).findFirst().orElseThrow();
  }

  // D26
  @Test
  void aLearningRateFarTooHighEndsWithTheReasonAndWhatToTry() throws Exception {
    TrainViewModel model = new TrainTab(folder, Runnable::run).withPictures().model;
    model.settings().learningRateProperty().set(1e30);
    model.start();
    assertThat(model.training().lineProperty().get()).contains("no longer a number");
    assertThat(model.suggestionProperty().get()).isInstanceOf(Suggestion.LearningRate.class);
    model.trySuggestion();
    assertThat(model.settings().learningRateProperty().get()).isLessThan(1e30);
    assertThat(model.training().stateProperty().get()).isEqualTo(State.IDLE);
  }

  // D26
  @Test
  void aRateOfAHundredEndsTheKeypointNetworkInItsFirstEpochAndNothingIsKept() throws Exception {
    TrainTab tab = new TrainTab(folder, Runnable::run);
    TrainViewModel model = tab.model;
    model.data().choose(DataSource.DRAWN_FACES);
    model.settings().picturesProperty().set(200);
    model.settings().batchProperty().set(16);
    model.settings().learningRateProperty().set(100);
    model.start();
    RunRecord run = model.runs().runs().get(0);
    assertThat(run.end()).hasValue(Reason.DIVERGED);
    assertThat(run.curve().points()).as("epochs that were over").isEmpty();
    assertThat(model.runs().hasWeights(run)).isFalse();
    assertThat(model.training().lineProperty().get()).contains("too high");
    assertThat(model.canStart().get()).as("the next one can start").isTrue();
  }

  @Test
  void aSecondStartWhileOneWaitsDoesNothingAndStopEndsIt() throws Exception {
    Queue<Runnable> waiting = new ArrayDeque<>();
    TrainViewModel model = new TrainTab(folder, waiting::add).withPictures().model;
    model.start();
    model.start();
    assertThat(waiting).hasSize(1);
    assertThat(model.training().stateProperty().get()).isEqualTo(State.WAITING);
    model.training().stop();
    waiting.remove().run();
    assertThat(model.training().stateProperty().get()).isEqualTo(State.IDLE);
    assertThat(model.training().lineProperty().get()).startsWith("Stopped.");
    assertThat(model.runs().hasWeights(model.runs().runs().get(0))).as("no epoch was over").isFalse();
  }

  @Test
  void anotherChoiceOfPicturesThatFailsLeavesTheOnesBefore() throws Exception {
    TrainTab tab = new TrainTab(folder, Runnable::run).withPictures();
    String before = tab.model.data().lineProperty().get();
    tab.model.data().take(DataSource.CIFAR10, Files.createDirectory(folder.resolve("empty")));
    assertThat(tab.messages.shown()).isNotEmpty();
    assertThat(tab.model.data().lineProperty().get()).isEqualTo(before);
  }

  @Test
  void theNetworkFitsThePicturesAndAStepOfTheLadderSetsItUp() throws Exception {
    TrainViewModel model = new TrainTab(folder, Runnable::run).withPictures().model;
    assertThat(model.network().checkProperty().get().ok()).isTrue();
    model.settings().epochsProperty().set(3);
    model.take(Rung.REGULARISE);
    assertThat(model.network().specProperty().get().layers()).hasSize(5);
    assertThat(model.network().checkProperty().get().layers().get(4).output()).hasValueSatisfying(
        shape -> assertThat(shape.size()).as("two classes").isEqualTo(2));
    assertThat(model.settings().epochsProperty().get()).as("the workshop's").isEqualTo(15);
    model.settings().epochsProperty().set(1);
    model.start();
    assertThat(model.ladder().steps().get(1).isDone()).isTrue();
  }

  @Test
  void theNetworkOfARunComesBackWithItsSettings() throws Exception {
    TrainViewModel model = new TrainTab(folder, Runnable::run).withPictures().model;
    model.take(Rung.REGULARISE);
    model.settings().epochsProperty().set(2);
    model.settings().l2Property().set(1e-4);
    model.settings().seedProperty().set(9);
    model.start();
    RunRecord run = model.runs().runs().get(0);
    model.network().choose("suggested_cnn");
    model.settings().seedProperty().set(1);
    model.reopen(run);
    assertThat(model.network().specProperty().get().layers()).isEqualTo(run.setup().network().layers());
    assertThat(model.settings().settings()).isEqualTo(run.setup().settings());
    model.start();
    assertThat(model.runs().runs().get(0).curve().points()).extracting(p -> p.trainingLoss())
        .isEqualTo(run.curve().points().stream().map(p -> p.trainingLoss()).toList());
  }

  @Test
  void restartBeginsWithTheSameWeights() throws Exception {
    TrainViewModel model = new TrainTab(folder, Runnable::run).withPictures().model;
    model.settings().epochsProperty().set(1);
    model.settings().seedProperty().set(5);
    model.start();
    double first = firstLoss(model);
    model.settings().seedProperty().set(6);
    model.settings().learningRateProperty().set(0.01);
    model.restart();
    assertThat(firstLoss(model)).as("the same weights and the same batch").isEqualTo(first);
    assertThat(model.runs().runs()).hasSize(2);
  }

  private static double firstLoss(TrainViewModel model) {
    return model.runs().charted().get(model.runs().charted().size() - 1).series().stream()
        .filter(series -> series.role() == Role.TRAINING_LOSS).findFirst().orElseThrow().value(0);
  }

  @Test
  void restartInMidTrainingEndsItAndBeginsAnew() throws Exception {
    Queue<Runnable> waiting = new ArrayDeque<>();
    TrainViewModel model = new TrainTab(folder, waiting::add).withPictures().model;
    model.settings().epochsProperty().set(1);
    model.start();
    model.restart();
    waiting.remove().run();
    assertThat(model.isTraining()).as("the second one waits").isTrue();
    waiting.remove().run();
    assertThat(model.runs().runs()).extracting(run -> run.end().orElseThrow())
        .containsExactly(Reason.COMPLETE, Reason.STOPPED);
  }

  @Test
  void whatIsMovedWhileATrainingRunsMovesItAndAPresetDoesNot() throws Exception {
    Queue<Runnable> waiting = new ArrayDeque<>();
    TrainViewModel model = new TrainTab(folder, waiting::add).withPictures().model;
    model.settings().epochsProperty().set(1);
    model.start();
    model.network().choose("sixty_seconds");
    model.settings().learningRateProperty().set(0.02);
    waiting.remove().run();
    RunRecord run = model.runs().runs().get(0);
    assertThat(run.setup().settings().learningRate().highest()).isEqualTo(1e-3);
    assertThat(run.curve().points().get(0).learningRate()).isEqualTo(0.02);
  }

  @Test
  void aPresetChosenWhileATrainingRunsLeavesItAlone() throws Exception {
    Queue<Runnable> waiting = new ArrayDeque<>();
    TrainViewModel model = new TrainTab(folder, waiting::add).withPictures().model;
    model.settings().epochsProperty().set(1);
    model.start();
    model.network().choose("sixty_seconds");
    waiting.remove().run();
    assertThat(model.runs().runs().get(0).curve().points().get(0).learningRate()).isEqualTo(1e-3);
  }

  @Test
  void aTimeBudgetMeasuresAndSetsPicturesAndEpochs() throws Exception {
    TrainViewModel model = new TrainTab(folder, Runnable::run).withPictures().model;
    model.fitTo(3600);
    assertThat(model.settings().epochsProperty().get()).as("an hour is plenty for 48 pictures").isEqualTo(200);
    assertThat(model.budget().lineProperty().get()).contains("pictures a second").contains("200");
    assertThat(model.network().secondsAnEpochProperty().get()).isPositive();
  }

  @Test
  void resetPutsTheRunsAsideAndBeginsAnew() throws Exception {
    TrainTab tab = new TrainTab(folder, Runnable::run).withPictures();
    TrainViewModel model = tab.model;
    model.settings().epochsProperty().set(1);
    model.start();
    model.network().choose("suggested_cnn");
    model.settings().learningRateProperty().set(0.5);
    model.reset();
    assertThat(model.runs().runs()).isEmpty();
    assertThat(model.network().nameProperty().get()).isEqualTo("cnn");
    assertThat(model.settings().learningRateProperty().get()).isEqualTo(1e-3);
    assertThat(model.data().sourceProperty().get()).isEqualTo(DataSource.SHAPES10);
    assertThat(model.ladder().steps()).noneMatch(LadderModel.Step::isDone);
    try (var folders = Files.list(folder)) {
      assertThat(folders.filter(f -> f.getFileName().toString().startsWith("runs-"))).as("kept beside").hasSize(1);
    }
  }

  // D27
  @Test
  void aBatchLargerThanThePicturesIsCut() throws Exception {
    TrainViewModel model = new TrainTab(folder, Runnable::run).withPictures().model;
    model.settings().epochsProperty().set(1);
    model.settings().batchProperty().set(500);
    model.start();
    assertThat(model.runs().runs().get(0).end()).hasValue(Reason.COMPLETE);
  }

  @Test
  void drawnFacesAreLearnedWithTheErrorInPixels() throws Exception {
    TrainTab tab = new TrainTab(folder, Runnable::run);
    TrainViewModel model = tab.model;
    model.data().choose(DataSource.DRAWN_FACES);
    assertThat(model.network().nameProperty().get()).isEqualTo("keypoints");
    model.settings().picturesProperty().set(40);
    model.settings().epochsProperty().set(1);
    model.start();
    RunRecord run = model.runs().runs().get(0);
    assertThat(run.setup().measure()).isEqualTo(Measure.RMSE_PIXELS);
    assertThat(run.result().getAsDouble()).isBetween(0.5, 40.0);
    assertThat(model.results().kindProperty().get()).isEqualTo(ResultsModel.Kind.FACES);
    assertThat(model.runs().measureProperty().get()).isEqualTo(LiveChart.Measure.PIXELS);
    assertThat(model.ladder().availableProperty().get()).isFalse();
  }

  @Test
  void aDeletedRunIsGone() throws Exception {
    TrainViewModel model = new TrainTab(folder, Runnable::run).withPictures().model;
    model.settings().epochsProperty().set(1);
    model.start();
    model.runs().delete(model.runs().runs().get(0));
    assertThat(model.runs().runs()).isEmpty();
  }
}
