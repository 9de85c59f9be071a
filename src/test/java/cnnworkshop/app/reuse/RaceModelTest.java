package cnnworkshop.app.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.control.ComparisonLine;
import cnnworkshop.app.support.SteppedExecutor;
import cnnworkshop.app.support.Threads;
import cnnworkshop.app.train.DataSource;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.reuse.Entrant;
import cnnworkshop.core.reuse.RaceResults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RaceModelTest {

  @TempDir
  Path folder;

  private ReuseTab tab(SteppedExecutor trainer) throws Exception {
    return new ReuseTab(folder, trainer, Runnable::run, Runnable::run, ReuseTab.TINY).withBase("base").withPictures(20);
  }

  @Test
  void aRaceTrainsEachOnTheSamePicturesAndSaysWhatTheyReach() throws Exception {
    ReuseTab tab = new ReuseTab(folder).withBase("base").withPictures(20);
    tab.model.choices().seedsProperty().set(2);
    tab.model.lesson().stepsProperty().set(120);
    tab.model.startRace();
    RaceResults results = tab.model.race().resultsProperty().get();
    assertThat(results.all()).extracting(result -> result.heat().entrant() + " " + result.heat().seed())
        .containsExactly("SCRATCH 1", "FROZEN 1", "FINE_TUNED 1", "SCRATCH 2", "FROZEN 2", "FINE_TUNED 2");
    assertThat(results.all()).allSatisfy(result -> assertThat(result.learned()).isEqualTo(30));
    assertThat(results.of(Entrant.FROZEN, 10).orElseThrow().speedUp()).isGreaterThan(1);
    assertThat(results.of(Entrant.SCRATCH, 10).orElseThrow().speedUp()).isEqualTo(1);
    assertThat(tab.model.race().overPictures()).extracting(ComparisonLine::name)
        .containsExactly("From nothing", "Frozen", "Fine-tuned ×0.1");
    ComparisonLine scratch = tab.model.race().overPictures().get(0);
    RaceResults.Summary summary = results.of(Entrant.SCRATCH, 10).orElseThrow();
    assertThat(scratch.points()).containsExactly(new ComparisonLine.Point(10, summary.mean(), summary.spread()));
    assertThat(tab.model.race().overSteps()).as("two seeds of three").hasSize(6)
        .allSatisfy(line -> assertThat(line.points()).hasSize(12));
    assertThat(tab.model.race().overSteps().get(0).points()).extracting(ComparisonLine.Point::x)
        .as("all steps are done").last().isEqualTo(120.0);
    assertThat(tab.model.race().lineProperty().get()).isEqualTo("The race is over.");
    assertThat(tab.told()).isEmpty();
  }

  @Test
  void theNewestNetworkOfEachIsKeptAndOneIsLoadedForAllTabs() throws Exception {
    ReuseTab tab = new ReuseTab(folder).withBase("base").withPictures(20);
    tab.model.choices().seedsProperty().set(2);
    tab.model.startRace();
    List<TrainedNetwork> all = tab.model.trained().all();
    assertThat(all).extracting(network -> network.heat().entrant() + " " + network.heat().seed())
        .containsExactly("FINE_TUNED 2", "FROZEN 2", "SCRATCH 2");
    tab.model.trained().chosenProperty().set(all.get(1));
    tab.model.trained().use();
    assertThat(tab.inference.networkProperty().get().info().labels()).containsExactly("dark", "grey", "light");
    AtomicReference<float[]> loaded = new AtomicReference<>();
    tab.inference.submit("test", network -> network.parameters(0, network.spec().layers().size()), loaded::set, e -> {
      throw new AssertionError(e);
    });
    assertThat(loaded.get()).isEqualTo(all.get(1).network().parameters());
  }

  @Test
  void aSingleTrainingGoesByTheCutAndItsNetworkIsSavedAsAFileOfTheProgram() throws Exception {
    ReuseTab tab = new ReuseTab(folder).withBase("base").withPictures(20);
    tab.model.cut().setKept(2);
    tab.model.choices().onceProperty().set(12);
    tab.model.trainOnce();
    assertThat(tab.model.race().resultsProperty().get()).as("no race").isEqualTo(RaceResults.NONE);
    TrainedNetwork trained = tab.model.trained().chosenProperty().get();
    assertThat(trained.heat().perClass()).isEqualTo(12);
    assertThat(trained.network().spec().layers()).extracting(layer -> layer.name())
        .containsExactly("conv1", "pool1", "head_pool", "output");
    assertThat(tab.model.race().lineProperty().get()).startsWith("Trained: ").contains("times as fast");
    Path file = folder.resolve("new.zip");
    tab.model.trained().save(file);
    try (Network opened = tab.backend.open(file)) {
      assertThat(opened.parameters(0, 4)).isEqualTo(trained.network().parameters());
      assertThat(opened.info().labels()).containsExactly("dark", "grey", "light");
    }
  }

  @Test
  void itGoesOnWithTheNetworkItHasBegunWith() throws Exception {
    SteppedExecutor trainer = new SteppedExecutor();
    ReuseTab tab = tab(trainer);
    tab.model.startRace();
    trainer.runOne();
    tab.load(ReuseTab.base("another", 1));
    trainer.runAll();
    assertThat(tab.model.race().resultsProperty().get().all()).hasSize(3);
    assertThat(tab.model.race().racedProperty().get().base()).isEqualTo("base");
    assertThat(tab.model.trained().all()).allSatisfy(network ->
        assertThat(network.network().spec().input().channels()).isEqualTo(3));
  }

  @Test
  void aNetworkThatIsReplacedBeforeItsWeightsCouldBeTakenEndsIt() throws Exception {
    SteppedExecutor inference = new SteppedExecutor();
    ReuseTab tab = new ReuseTab(folder, Runnable::run, inference, Runnable::run, ReuseTab.TINY);
    tab.withBase("base").withPictures(20);
    inference.runAll();
    tab.withBase("another");
    tab.model.startRace();
    inference.runAll();
    assertThat(tab.model.race().stateProperty().get()).isEqualTo(RaceModel.State.IDLE);
    assertThat(tab.model.race().lineProperty().get()).contains("Another network was loaded before base");
    tab.model.startRace();
    inference.runAll();
    assertThat(tab.model.race().resultsProperty().get().all()).hasSize(3);
  }

  @Test
  void stoppedBetweenTwoTrainingsItKeepsWhatIsFinished() throws Exception {
    SteppedExecutor trainer = new SteppedExecutor();
    ReuseTab tab = tab(trainer);
    tab.model.startRace();
    assertThat(tab.model.race().stateProperty().get()).isEqualTo(RaceModel.State.WAITING);
    trainer.runOne();
    tab.model.stop();
    assertThat(tab.model.idle().get()).isTrue();
    assertThat(tab.model.race().lineProperty().get()).isEqualTo("Stopped.");
    trainer.runAll();
    assertThat(tab.model.race().resultsProperty().get().all()).hasSize(1);
    assertThat(tab.tools.work().running()).isEmpty();
    tab.model.startRace();
    trainer.runAll();
    assertThat(tab.model.race().resultsProperty().get().all()).hasSize(3);
  }

  @Test
  void whatWasStoppedInMidTrainingIsNoResultOfTheRace() throws Exception {
    BlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    try (Threads threads = new Threads()) {
      ReuseTab tab = new ReuseTab(folder, threads.trainer(), Runnable::run, ui::add, ReuseTab.TINY)
          .withBase("base").withPictures(20);
      doUntil(ui, tab, () -> tab.model.whyNoRace().get().isEmpty());
      tab.model.lesson().stepsProperty().set(6_000);
      tab.model.startRace();
      doUntil(ui, tab, () -> tab.model.race().overSteps().stream().anyMatch(line -> !line.points().isEmpty()));
      assertThat(tab.model.race().stateProperty().get()).isEqualTo(RaceModel.State.RUNNING);
      assertThat(tab.model.race().lineProperty().get()).contains("Training 1 of 3: From nothing, 10 of each class")
          .contains(" of 12 rounds, ");
      tab.model.stop();
      doUntil(ui, tab, () -> tab.model.idle().get());
      assertThat(tab.model.race().lineProperty().get()).isEqualTo("Stopped.");
      assertThat(tab.model.race().resultsProperty().get().all()).isEmpty();
      assertThat(tab.model.trained().all()).isEmpty();
    }
  }

  @Test
  void aSingleTrainingThatIsStoppedLeavesItsNetwork() throws Exception {
    BlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    try (Threads threads = new Threads()) {
      ReuseTab tab = new ReuseTab(folder, threads.trainer(), Runnable::run, ui::add, ReuseTab.TINY)
          .withBase("base").withPictures(20);
      doUntil(ui, tab, () -> tab.model.whyNoTraining().get().isEmpty());
      tab.model.lesson().stepsProperty().set(30_000);
      tab.model.trainOnce();
      doUntil(ui, tab, () -> tab.model.race().overSteps().stream().anyMatch(line -> !line.points().isEmpty()));
      tab.model.stop();
      doUntil(ui, tab, () -> tab.model.idle().get());
      assertThat(tab.model.race().lineProperty().get()).startsWith("Stopped: ");
      assertThat(tab.model.trained().all()).singleElement()
          .satisfies(network -> assertThat(network.complete()).isFalse());
    }
  }

  /** Does what comes to the UI thread, and listens as a view does, until something has come about. */
  private static void doUntil(BlockingQueue<Runnable> ui, ReuseTab tab, BooleanSupplier condition)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it did not come about").isLessThan(end);
      Runnable next = ui.poll(10, TimeUnit.MILLISECONDS);
      if (next != null) {
        next.run();
      }
      tab.model.listen();
    }
  }

  @Test
  void asCutTakesPartWithItsOwnRates() throws Exception {
    ReuseTab tab = new ReuseTab(folder).withBase("base").withPictures(20);
    for (Entrant entrant : Entrant.values()) {
      tab.model.choices().entrantProperty(entrant).set(entrant == Entrant.AS_CUT);
    }
    tab.model.cut().toggle(4);
    float[] before = parameters(tab);
    tab.model.startRace();
    float[] after = tab.model.trained().all().get(0).network().parameters();
    // conv1 and norm1 with its running means and variances are frozen: 112 + 16 numbers.
    assertThat(Arrays.copyOf(after, 128)).isEqualTo(Arrays.copyOf(before, 128));
    assertThat(Arrays.copyOfRange(after, 128, 350)).isNotEqualTo(Arrays.copyOfRange(before, 128, 350));
  }

  private float[] parameters(ReuseTab tab) {
    AtomicReference<float[]> loaded = new AtomicReference<>();
    tab.inference.submit("test", network -> network.parameters(0, 5), loaded::set, e -> {
      throw new AssertionError(e);
    });
    return loaded.get();
  }

  @Test
  void theNumbersAreSavedAsATable() throws Exception {
    ReuseTab tab = new ReuseTab(folder).withBase("base").withPictures(20);
    tab.model.startRace();
    tab.model.saveResults(folder.resolve("race.csv"));
    assertThat(Files.readAllLines(folder.resolve("race.csv"))).hasSize(4);
    assertThat(tab.told()).containsExactly("Saved as race.csv.");
    tab.model.saveResults(folder.resolve("no-folder").resolve("race.csv"));
    assertThat(tab.told()).hasSize(2).last().asString().contains("no-folder");
  }

  @Test
  void pointsOfFacesAreLearnedToo() throws Exception {
    ReuseTab tab = new ReuseTab(folder);
    tab.load(new NetworkSpec("faces", new Shape(1, 96, 96), List.of(
        new LayerSpec.Convolution("conv1", 4, LayerSpec.Size.of(5),
            LayerSpec.Size.of(4), LayerSpec.Size.of(1),
            LayerSpec.Padding.VALID, true, LayerSpec.Activation.RELU),
        new LayerSpec.Dense("output", 3, LayerSpec.Activation.LINEAR)),
        NetworkSpec.Loss.MEAN_SQUARED_ERROR));
    tab.model.task().data().choose(DataSource.DRAWN_FACES);
    tab.model.lesson().flipProperty().set(0.5);
    tab.model.choices().onceProperty().set(30);
    tab.model.trainOnce();
    assertThat(tab.told()).isEmpty();
    assertThat(tab.model.trained().all()).singleElement().satisfies(network -> {
      assertThat(network.points()).isTrue();
      assertThat(network.measure()).isBetween(0.5, 50.0);
    });
    assertThat(tab.model.race().lineProperty().get()).contains(" px ");
  }
}
