package cnnworkshop.app.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.app.support.SteppedExecutor;
import cnnworkshop.core.inspect.FilterPicture;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.ModelInfo.Task;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import cnnworkshop.core.train.SnapshotStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeMachineModelTest {

  private static final Subject PICTURE = CompareTab.noise("noise", 1);
  private static final float[] FACE = PICTURE.seenBy(TimeTraining.POINTS.input());
  private static Backend backend;

  @TempDir
  Path folder;

  private CompareTab tab;
  private TimeMachineModel model;

  @BeforeAll
  static void start() throws Exception {
    NativePath.choose(null);
    backend = Dl4jBackend.start(1);
  }

  @BeforeEach
  void open() {
    tab = new CompareTab(folder, backend);
    tab.subject.set(PICTURE);
    model = new TimeMachineModel(tab.tools);
  }

  @AfterEach
  void close() {
    tab.close();
  }

  private TimeTraining train(String id) {
    return TimeTraining.keep(backend, tab.runs, id, TimeTraining.POINTS, FACE);
  }

  private void lookAt(int position) {
    model.epochs().positionProperty().set(position);
  }

  @Test
  void withoutARunWithSnapshotsThereIsNothingToLookAt() {
    model.shownProperty().set(true);
    assertThat(model.runs().readProperty().get()).isTrue();
    assertThat(model.runs().all()).isEmpty();
    assertThat(model.epochs().countProperty().get()).isZero();
    assertThat(model.taken()).isEmpty();
  }

  @Test
  void eachEpochPredictsToTheLastBitAsItsTrainingDid() {
    TimeTraining training = train("a");
    model.shownProperty().set(true);

    assertThat(model.epochs().epochProperty().get()).as("the last epoch first").isEqualTo(TimeTraining.EPOCHS);
    for (int epoch : new int[] {TimeTraining.EPOCHS, 0, 2, 1, TimeTraining.EPOCHS}) {
      lookAt(epoch);
      assertThat(model.epochs().epochProperty().get()).isEqualTo(epoch);
      assertThat(model.answerProperty().get().outputs()).isEqualTo(training.answers().get(epoch));
      assertThat(model.arrivedProperty().get()).isTrue();
    }
    assertThat(training.answers().get(0)).isNotEqualTo(training.answers().get(1));
    assertThat(tab.said()).isEmpty();
  }

  @Test
  void mapsAreThoseOfTheEpochAndOfTheChosenLayer() throws Exception {
    TimeTraining training = train("a");
    model.shownProperty().set(true);
    assertThat(model.layers()).extracting(CompareLayer::name).containsExactly("conv1", "pool1");
    lookAt(1);
    model.layerProperty().set(model.layers().get(1));

    float[] pooled;
    try (var network = backend.create(TimeTraining.POINTS, training.run().setup().updater(), 9)) {
      network.setParameters(SnapshotStore.of(tab.runs, training.run()).read(1).parameters());
      pooled = network.featureMaps(1, FACE).values();
    }
    CompareMaps maps = model.mapsProperty().get();
    assertThat(maps.maps()).hasSize(6);
    int cells = maps.maps().get(0).values().length;
    for (int map = 0; map < 6; map++) {
      assertThat(maps.maps().get(map).values())
          .isEqualTo(Arrays.copyOfRange(pooled, map * cells, (map + 1) * cells));
    }
  }

  @Test
  void filtersAreSeenAsTheyAreOrAsWhatChanged() throws Exception {
    TimeTraining training = train("a");
    SnapshotStore store = SnapshotStore.of(tab.runs, training.run());
    Filters start = store.inside(0).filters();
    Filters before = store.inside(2).filters();
    Filters now = store.inside(3).filters();
    model.shownProperty().set(true);

    assertThat(colours(model.filtersProperty().get().pictures())).isEqualTo(colours(FilterPicture.asTheyAre(now)));
    assertThat(model.filtersProperty().get().range()).isNull();

    model.filterLookProperty().set(TimeFilters.Look.SINCE_START);
    TimeFilters change = model.filtersProperty().get();
    float reach = 0;
    for (int i = 0; i < now.weights().length; i++) {
      reach = Math.max(reach, Math.abs(now.weights()[i] - start.weights()[i]));
    }
    assertThat(change.range().high()).isEqualTo(reach);
    assertThat(colours(change.pictures())).isEqualTo(colours(FilterPicture.change(now, start, change.range())));

    model.filterLookProperty().set(TimeFilters.Look.SINCE_BEFORE);
    change = model.filtersProperty().get();
    assertThat(colours(change.pictures())).isEqualTo(colours(FilterPicture.change(now, before, change.range())));
    assertThat(change.sentence()).contains("epoch 2");

    lookAt(0);
    assertThat(colours(model.filtersProperty().get().pictures()))
        .as("at the start nothing changed: all is white").containsOnly(0xFFFFFFFF);
  }

  private static List<Integer> colours(List<FilterPicture> pictures) {
    return pictures.stream().flatMap(picture -> Arrays.stream(picture.argb()).boxed()).toList();
  }

  @Test
  void aPinnedPictureStaysWhileOthersAreOpened() {
    train("a");
    model.shownProperty().set(true);
    model.picture().pinnedProperty().set(true);
    Subject other = CompareTab.noise("other", 2);
    tab.subject.set(other);
    lookAt(1);
    assertThat(model.answerProperty().get().subject()).isSameAs(PICTURE);

    model.picture().pinnedProperty().set(false);
    assertThat(model.answerProperty().get().subject()).isSameAs(other);
  }

  @Test
  void whileItIsNotSeenNothingIsComputed() {
    train("a");
    model.shownProperty().set(true);
    model.shownProperty().set(false);
    tab.subject.set(CompareTab.noise("other", 2));
    assertThat(model.answerProperty().get().subject()).isSameAs(PICTURE);
    train("b");
    model.refresh();
    assertThat(model.runs().all()).hasSize(1);

    model.shownProperty().set(true);
    assertThat(model.answerProperty().get().subject()).isSameAs(tab.subject.get());
    assertThat(model.runs().all()).hasSize(2);
  }

  @Test
  void aRunThatIsAddedIsListedWhenItsTrainingEndsAndTheChosenOneStays() {
    train("a");
    model.shownProperty().set(true);
    lookAt(1);
    var piece = tab.tools.work().start("Training", null);
    train("b");
    assertThat(model.runs().all()).hasSize(1);
    piece.done();

    assertThat(model.runs().all()).hasSize(2);
    assertThat(model.runs().chosenProperty().get().record().id()).isEqualTo("a");
    assertThat(model.epochs().epochProperty().get()).isEqualTo(1);
  }

  @Test
  void aDamagedSnapshotIsSaidToBeAndTheOthersAreSeen() throws Exception {
    TimeTraining training = train("a");
    Path file = folder.resolve("runs/a/snapshots/epoch-00002.snapshot");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 100] ^= 0x10;
    Files.write(file, bytes);
    model.shownProperty().set(true);
    lookAt(2);

    assertThat(model.troubleProperty().get()).contains("epoch-00002.snapshot", "damaged");
    assertThat(model.answerProperty().get()).as("nothing of another epoch stays").isNull();
    assertThat(model.mapsProperty().get()).isNull();
    assertThat(model.taken()).isEmpty();

    lookAt(1);
    assertThat(model.troubleProperty().get()).isEmpty();
    assertThat(model.answerProperty().get().outputs()).isEqualTo(training.answers().get(1));

    Files.write(file, Arrays.copyOf(bytes, 100));
    lookAt(3);
    model.filterLookProperty().set(TimeFilters.Look.SINCE_BEFORE);
    assertThat(model.filtersProperty().get().pictures()).isEmpty();
    assertThat(model.filtersProperty().get().sentence()).contains("damaged");
    lookAt(2);
    assertThat(model.filtersProperty().get()).as("its filters can't be read").isNull();
  }

  @Test
  void ofEpochsThatFollowFastOnlyTheLastIsShown() {
    TimeTraining training = train("a");
    SteppedExecutor background = new SteppedExecutor();
    SteppedExecutor inference = new SteppedExecutor();
    try (CompareTab slow = new CompareTab(folder, backend, background, inference)) {
      slow.subject.set(PICTURE);
      TimeMachineModel late = new TimeMachineModel(slow.tools);
      List<float[]> seen = new ArrayList<>();
      late.answerProperty().addListener((p, before, now) -> seen.add(now.outputs()));
      late.shownProperty().set(true);
      background.runAll();
      // The network of the run is not there yet.
      late.epochs().positionProperty().set(0);
      runAll(background, inference);
      late.epochs().positionProperty().set(1);
      background.runOne();
      late.epochs().positionProperty().set(2);
      late.epochs().positionProperty().set(1);
      late.epochs().positionProperty().set(3);
      runAll(background, inference);
      assertThat(seen).hasSize(2);
      assertThat(seen.get(0)).isEqualTo(training.answers().get(0));
      assertThat(seen.get(1)).isEqualTo(training.answers().get(3));
    }
  }

  private static void runAll(SteppedExecutor background, SteppedExecutor inference) {
    while (background.size() + inference.size() > 0) {
      background.runAll();
      inference.runAll();
    }
  }

  @Test
  void withoutAPictureItSaysToOpenOneAndFiltersAreSeen() {
    train("a");
    tab.subject.set(null);
    model.shownProperty().set(true);
    assertThat(model.noPictureProperty().get()).startsWith("Open a picture");
    assertThat(model.filtersProperty().get().pictures()).hasSize(6);
    assertThat(model.arrivedProperty().get()).isTrue();

    tab.subject.set(PICTURE);
    assertThat(model.noPictureProperty().get()).isEmpty();
    assertThat(model.answerProperty().get()).isNotNull();
  }

  @Test
  void aClassifierSaysItsClassesByTheNamesOfItsBestNetwork() throws Exception {
    float[] input = PICTURE.seenBy(TimeTraining.CLASSES.input());
    TimeTraining training = TimeTraining.keep(backend, tab.runs, "c", TimeTraining.CLASSES, input);
    model.shownProperty().set(true);
    assertThat(model.answerProperty().get().names()).containsExactly("Class 1", "Class 2", "Class 3");
    assertThat(model.answerProperty().get().outputs()).isEqualTo(training.answers().get(3));
    model.shownProperty().set(false);

    try (var best = backend.create(TimeTraining.CLASSES, training.run().setup().updater(), 1)) {
      best.save(tab.runs.weights("c"), new ModelInfo("c", Task.CLASSES,
          List.of("cat", "dog", "ship"), Map.of()));
    }
    model = new TimeMachineModel(tab.tools);
    model.shownProperty().set(true);
    assertThat(model.answerProperty().get().names()).containsExactly("cat", "dog", "ship");
    assertThat(model.answerProperty().get().picture().width()).isEqualTo(32);
  }

  @Test
  void theNetworkOfAnEpochBecomesTheLoadedOne() {
    TimeTraining training = train("a");
    model.shownProperty().set(true);
    lookAt(1);
    new TimeSaving(tab.tools).use(model.taken().orElseThrow());

    var loaded = tab.tools.inference().networkProperty().get();
    assertThat(loaded.name()).isEqualTo("run a, epoch 1");
    assertThat(loaded.info().task()).isEqualTo(Task.KEYPOINTS);
    assertThat(loaded.info().record()).containsEntry("epoch", "1 of 3").containsEntry("run", "run a");
    List<float[]> answers = new ArrayList<>();
    tab.tools.inference().submit("test", network -> network.predict(FACE, 1), answers::add, e -> {
      throw new AssertionError(e);
    });
    assertThat(answers.get(0)).isEqualTo(training.answers().get(1));
    List<String> names = new ArrayList<>();
    tab.tools.inference().submit("test", network -> {
      try (Network copy = network.copy()) {
        return copy.info().name();
      }
    }, names::add, e -> {
      throw new AssertionError(e);
    });
    assertThat(names).as("a copy is called the same").containsExactly("run a, epoch 1");
    assertThat(tab.tools.work().running()).isEmpty();
    lookAt(2);
    assertThat(model.answerProperty().get().outputs()).as("the machine goes on").isEqualTo(training.answers().get(2));
  }

  @Test
  void theNetworkOfAnEpochIsSaved() throws Exception {
    TimeTraining training = train("a");
    model.shownProperty().set(true);
    lookAt(2);
    Path file = folder.resolve("epoch 2.zip");
    new TimeSaving(tab.tools).save(model.taken().orElseThrow(), file);

    try (Network opened = backend.open(file)) {
      assertThat(opened.info().name()).isEqualTo("run a, epoch 2");
      assertThat(opened.info().record()).containsEntry("epoch", "2 of 3");
      float[] answer = opened.predict(FACE, 1);
      float[] then = training.answers().get(2);
      // A plain network may add in another order than one that is being trained.
      for (int i = 0; i < then.length; i++) {
        assertThat(answer[i]).isCloseTo(then[i], within(1e-5f));
      }
    }
    new TimeSaving(tab.tools).save(model.taken().orElseThrow(), folder.resolve("none/x.zip"));
    assertThat(tab.said()).hasSize(2).last().asString().contains("x.zip");
    assertThat(tab.tools.work().running()).isEmpty();
  }

  @Test
  void playingGoesToTheEndAndStops() {
    train("a");
    model.shownProperty().set(true);
    model.epochs().playOrPause();
    assertThat(model.epochs().positionProperty().get()).as("from the start again").isZero();
    for (int i = 0; i < TimeTraining.EPOCHS; i++) {
      model.advance();
    }
    assertThat(model.epochs().positionProperty().get()).isEqualTo(TimeTraining.EPOCHS);
    assertThat(model.epochs().playingProperty().get()).isTrue();
    model.advance();
    assertThat(model.epochs().playingProperty().get()).isFalse();
  }

  @Test
  void anotherRunHasItsOwnNetwork() {
    TimeTraining first = train("a");
    TimeTraining.keep(backend, tab.runs, "c", TimeTraining.CLASSES, PICTURE.seenBy(TimeTraining.CLASSES.input()));
    model.shownProperty().set(true);
    TimeRun classes = model.runs().all().stream().filter(run -> run.record().id().equals("c")).findFirst()
        .orElseThrow();
    model.runs().chosenProperty().set(classes);
    assertThat(model.answerProperty().get().kind()).isEqualTo(CompareAnswer.Kind.CLASSES);
    assertThat(model.layers()).hasSize(1);

    model.runs().chosenProperty().set(model.runs().all().stream().filter(run -> run != classes).findFirst()
        .orElseThrow());
    assertThat(model.answerProperty().get().outputs()).isEqualTo(first.answers().get(3));
    assertThat(tab.said()).isEmpty();
  }
}
