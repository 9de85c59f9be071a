package cnnworkshop.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.control.ChartSeries.Role;
import cnnworkshop.app.train.TrainViewModel.State;
import cnnworkshop.core.train.RunRecord;
import cnnworkshop.core.train.Suggestion;
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
    assertThat(model.answers()).hasSize(10).allMatch(answer -> answer.guesses().isEmpty());
    model.setup().epochsProperty().set(10);
    model.setup().batchProperty().set(8);

    model.start();

    assertThat(model.stateProperty().get()).isEqualTo(State.IDLE);
    assertThat(model.progressLineProperty().get()).startsWith("Done.");
    assertThat(model.answers()).hasSize(10).allMatch(answer -> answer.guesses().size() == 2);
    assertThat(model.answers()).as("dark and light are easy").allMatch(Answer::isRight);
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
    model.setup().epochsProperty().set(2);
    model.start();
    model.start();
    model.setup().seedProperty().set(7);
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
    model.setup().learningRateProperty().set(1e30);
    model.start();
    assertThat(model.progressLineProperty().get()).contains("no longer a number");
    assertThat(model.suggestionProperty().get()).isInstanceOf(Suggestion.LearningRate.class);
    model.trySuggestion();
    assertThat(model.setup().learningRateProperty().get()).isLessThan(1e30);
    assertThat(model.stateProperty().get()).isEqualTo(State.IDLE);
  }

  @Test
  void aSecondStartWhileOneWaitsDoesNothingAndStopEndsIt() throws Exception {
    Queue<Runnable> waiting = new ArrayDeque<>();
    TrainViewModel model = new TrainTab(folder, waiting::add).withPictures().model;
    model.start();
    model.start();
    assertThat(waiting).hasSize(1);
    assertThat(model.stateProperty().get()).isEqualTo(State.WAITING);
    model.stop();
    waiting.remove().run();
    assertThat(model.stateProperty().get()).isEqualTo(State.IDLE);
    assertThat(model.progressLineProperty().get()).startsWith("Stopped.");
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
  void theNetworkFitsThePicturesAndDropoutGoesBeforeTheLastLayer() throws Exception {
    TrainViewModel model = new TrainTab(folder, Runnable::run).withPictures().model;
    assertThat(model.setup().checkProperty().get().ok()).isTrue();
    assertThat(model.setup().checkProperty().get().layers().get(3).output()).hasValueSatisfying(
        shape -> assertThat(shape.size()).as("two classes").isEqualTo(2));
    model.setup().dropoutProperty().set(0.5);
    assertThat(model.setup().layers()).hasSize(5);
    assertThat(model.setup().layers().get(3).name()).startsWith("dropout");
  }

  @Test
  void aDeletedRunIsGone() throws Exception {
    TrainViewModel model = new TrainTab(folder, Runnable::run).withPictures().model;
    model.setup().epochsProperty().set(1);
    model.start();
    model.runs().delete(model.runs().runs().get(0));
    assertThat(model.runs().runs()).isEmpty();
  }
}
