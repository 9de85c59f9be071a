package cnnworkshop.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.train.RunFailure.Kind;
import cnnworkshop.core.train.TrainingEvent.Reason;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunStoreTest {

  @TempDir
  private Path temporary;

  private Path folder;
  private RunStore store;

  @BeforeEach
  void empty() {
    folder = temporary.resolve("runs");
    store = new RunStore(folder);
  }

  @Test
  void withoutAFolderThereAreNoRuns() throws Exception {
    assertThat(store.list()).isEqualTo(new RunStore.Listing(List.of(), List.of()));
  }

  @Test
  void aRunComesBackAsItWas() throws Exception {
    RunRecord run = run("a").withName("Größer, \"mit\" dropout").withNotes("erste Zeile\nzweite");
    store.save(run);

    assertThat(store.load("a")).isEqualTo(run);
    assertThat(store.list().runs()).containsExactly(run);
  }

  @Test
  void runsThatArePutAsideAreAllThereInAnotherFolder() throws Exception {
    store.save(run("a"));
    Path first = store.putAside("2026-03-01").orElseThrow();
    assertThat(store.list().runs()).isEmpty();
    assertThat(store.putAside("2026-03-01")).as("nothing is left").isEmpty();

    store.save(run("b"));
    Path second = store.putAside("2026-03-01").orElseThrow();
    assertThat(second).isNotEqualTo(first);
    assertThat(new RunStore(first).list().runs()).extracting(RunRecord::id).containsExactly("a");
    assertThat(new RunStore(second).list().runs()).extracting(RunRecord::id).containsExactly("b");
  }

  @Test
  void aRunThatHasNothingYetComesBackAsItWas() throws Exception {
    NetworkSpec network = Presets.byName("keypoints").orElseThrow();
    RunSetup setup = new RunSetup(new RunSetup.Data("faces", 1, 1, 0, 0, -5, null), network, new Updater.Sgd(),
        SampleRuns.settings(3, 1e-7, Long.MAX_VALUE), "turn 11°");
    RunRecord run = RunRecord.begun("b-1", "b", SampleRuns.START, setup);
    store.save(run);

    assertThat(store.load("b-1")).isEqualTo(run);
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void everyScheduleComesBackAsItWas(Schedule schedule) throws Exception {
    RunSetup setup = SampleRuns.setup(Presets.cnn(), new TrainingSettings(15, 64, schedule, 0.5, 3), "");
    store.save(RunRecord.begun("a", "a", SampleRuns.START, setup));

    assertThat(store.load("a").setup().settings().learningRate()).isEqualTo(schedule);
  }

  static Stream<Schedule> schedules() {
    return Stream.of(new Schedule.Constant(0.1), new Schedule.Linear(0.03, 1e-4),
        new Schedule.Cosine(0.01, 1e-5, 0.25), new Schedule.Steps(0.1, 3, 2), new Schedule.OneCycle(0.01, 0.3));
  }

  @ParameterizedTest
  @MethodSource("updaters")
  void everyUpdaterComesBackAsItWas(Updater updater) throws Exception {
    RunSetup one = SampleRuns.setup("cnn", 15);
    store.save(RunRecord.begun("a", "a", SampleRuns.START,
        new RunSetup(one.data(), one.network(), updater, one.settings(), "")));

    assertThat(store.load("a").setup().updater()).isEqualTo(updater);
  }

  static Stream<Updater> updaters() {
    return Stream.of(new Updater.Adam(), new Updater.Nesterov(0.95), new Updater.Sgd(), new Updater.RmsProp());
  }

  @Test
  void noScheduleAndNoUpdaterIsForgottenHere() {
    assertThat(schedules().map(Object::getClass)).hasSameElementsAs(List.of(Schedule.class.getPermittedSubclasses()));
    assertThat(updaters().map(Object::getClass)).hasSameElementsAs(List.of(Updater.class.getPermittedSubclasses()));
  }

  @Test
  void theNewestComesFirst() throws Exception {
    for (int day : new int[] {2, 3, 1}) {
      store.save(RunRecord.begun("run-" + day, "x", SampleRuns.START.plusSeconds(day * 86_400L),
          SampleRuns.setup("cnn", 15)));
    }

    assertThat(store.list().runs()).extracting(RunRecord::id).containsExactly("run-3", "run-2", "run-1");
  }

  @Test
  void hundredsOfRunsAreAllListed() throws Exception {
    for (int i = 0; i < 300; i++) {
      store.save(run("run-" + i));
    }

    assertThat(store.list().runs()).hasSize(300).allMatch(run -> run.curve().points().size() == 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{}", "\u0000\u0000", "{\"version\":1,\"id\":\"x\"}", "no JSON"})
  void aDamagedRunIsToldAndTheOthersAreListed(String content) throws Exception {
    store.save(run("good"));
    Path damaged = Files.createDirectories(folder.resolve("damaged")).resolve("run.json");
    Files.writeString(damaged, content);

    RunStore.Listing listing = store.list();

    assertThat(listing.runs()).extracting(RunRecord::id).containsExactly("good");
    assertThat(listing.unusable()).singleElement().satisfies(failure -> {
      assertThat(failure.kind()).isEqualTo(Kind.DAMAGED);
      assertThat(failure.arguments()).containsExactly(damaged.toString());
    });
  }

  @Test
  void aRunCutShortAnywhereIsDamagedAndNothingWorse() throws Exception {
    store.save(run("a"));
    byte[] whole = Files.readAllBytes(folder.resolve("a/run.json"));
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(folder.resolve("a/run.json"), java.util.Arrays.copyOf(whole, length));
      assertFails(Kind.DAMAGED, () -> store.load("a"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"data", "network", "updater", "settings", "epochs", "bestEpoch", "started", "name"})
  void aRunThatLacksAPartIsDamaged(String part) throws Exception {
    store.save(run("a"));
    change("a", root -> root.remove(part));

    assertFails(Kind.DAMAGED, () -> store.load("a"));
  }

  @Test
  void aRunWithImpossibleValuesIsDamaged() throws Exception {
    List<java.util.function.Consumer<ObjectNode>> changes = List.of(
        root -> root.put("started", "yesterday"),
        root -> root.put("end", "TIRED"),
        root -> root.put("bestEpoch", 77),
        root -> ((ObjectNode) root.get("settings")).put("epochs", 0),
        root -> ((ObjectNode) root.get("settings")).remove("learningRate"),
        root -> ((ObjectNode) root.get("updater")).put("kind", "magic"),
        root -> ((ObjectNode) root.get("epochs")).putArray("testLoss").add(1),
        root -> ((ObjectNode) root.get("epochs")).putArray("testLoss").add("a").add("b").add("c").add("d"),
        root -> ((ObjectNode) root.get("epochs")).putArray("epoch").add(4).add(3).add(2).add(1));
    for (var change : changes) {
      store.save(run("a"));
      change("a", change);
      assertFails(Kind.DAMAGED, () -> store.load("a"));
    }
  }

  @Test
  void aRunOfALaterVersionIsToldAsSuch() throws Exception {
    store.save(run("a"));
    change("a", root -> root.put("version", 2).remove("data"));

    assertFails(Kind.LATER_VERSION, () -> store.load("a"));
    assertThat(store.list().unusable()).hasSize(1);
  }

  @Test
  void aSettingThatIsUnknownOrThatTheFileLacksDoesNotLoseTheRun() throws Exception {
    store.save(run("a"));
    change("a", root -> {
      ObjectNode settings = (ObjectNode) root.get("settings");
      settings.put("brandNew", 3).remove("l2");
      root.put("alsoNew", true);
    });

    assertThat(store.load("a").setup().settings().l2()).isZero();
  }

  @Test
  void aFolderThatWasLeftWhenTheProgramWasKilledIsPassedOver() throws Exception {
    store.save(run("a"));
    Files.createDirectories(folder.resolve("half"));
    Files.writeString(folder.resolve("half/.run.json.1234.part"), "{");
    Files.writeString(folder.resolve("a/.run.json.1234.part"), "{");

    assertThat(store.list().runs()).hasSize(1);
    assertThat(store.list().unusable()).isEmpty();
  }

  @Test
  void aCopiedFolderIsARunOfItsOwn() throws Exception {
    store.save(run("a"));
    Files.createDirectories(folder.resolve("copy"));
    Files.copy(folder.resolve("a/run.json"), folder.resolve("copy/run.json"));
    store.rename("copy", "the copy");

    assertThat(store.list().runs()).extracting(RunRecord::id).containsExactlyInAnyOrder("a", "copy");
    assertThat(store.load("copy").name()).isEqualTo("the copy");
    assertThat(store.load("a").name()).isEqualTo("a");
  }

  @Test
  void aNameAndNotesGivenWhileItRunsStay() throws Exception {
    RunRecord begun = RunRecord.begun("a", "a", SampleRuns.START, SampleRuns.setup("cnn", 15));
    store.save(begun);
    store.rename("a", "  mine ");
    store.note("a", "looks good");
    store.progress("a", run("a").curve(), Optional.of(Reason.STOPPED));

    RunRecord now = store.load("a");
    assertThat(now.name()).isEqualTo("mine");
    assertThat(now.notes()).isEqualTo("looks good");
    assertThat(now.curve()).isEqualTo(run("a").curve());
    assertThat(now.end()).contains(Reason.STOPPED);
  }

  @Test
  void namesGivenAndEpochsWrittenAtTheSameTimeAreBothKept() throws Exception {
    store.save(run("a"));
    Thread trainer = new Thread(() -> {
      for (int i = 0; i < 50; i++) {
        try {
          store.progress("a", run("a").curve(), Optional.of(Reason.COMPLETE));
        } catch (RunFailure e) {
          throw new IllegalStateException(e);
        }
      }
    });
    trainer.start();
    for (int i = 0; i < 50; i++) {
      store.rename("a", "name " + i);
      assertThat(store.load("a").name()).isEqualTo("name " + i);
    }
    trainer.join();

    assertThat(store.load("a").name()).isEqualTo("name 49");
  }

  @Test
  void aNameOfSpacesIsRefused() throws Exception {
    store.save(run("a"));

    assertThatThrownBy(() -> store.rename("a", "  ")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDeletedRunIsGoneWithAllThatIsInItsFolder() throws Exception {
    store.save(run("a"));
    store.save(run("b"));
    Files.writeString(store.weights("a"), "weights");
    Files.writeString(Files.createDirectories(store.folder("a").resolve("snapshots")).resolve("1"), "x");
    store.delete("a");

    assertThat(files(folder)).containsExactly("b");
    assertFails(Kind.MISSING, () -> store.load("a"));
    assertFails(Kind.MISSING, () -> store.delete("a"));
    assertFails(Kind.MISSING, () -> store.rename("a", "x"));
  }

  @Test
  void aDamagedRunCanBeDeletedAndSoIsWhatAnEarlierDeletionLeft() throws Exception {
    Files.writeString(Files.createDirectories(folder.resolve("damaged")).resolve("run.json"), "{");
    Files.writeString(Files.createDirectories(folder.resolve(".deleted-old-1")).resolve("best.zip"), "x");

    assertThat(store.list().unusable()).hasSize(1);
    store.delete("damaged");

    assertThat(files(folder)).isEmpty();
  }

  @Test
  void theWeightsLieInTheRunsFolder() throws Exception {
    store.save(run("a"));
    assertThat(store.hasWeights("a")).isFalse();
    Files.writeString(store.weights("a"), "weights");

    assertThat(store.hasWeights("a")).isTrue();
    assertThat(store.weights("a")).isEqualTo(folder.resolve("a").resolve("best.zip"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "../x", "a/b", "a\\b", ".deleted-a", "ü"})
  void anIdThatIsNoFolderNameIsRefused(String id) {
    assertThatThrownBy(() -> store.load(id)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> run(id)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void newIdsSortByTimeAndAreNeverTheSame() {
    List<String> ids = IntStream.range(0, 3).mapToObj(i -> RunStore.newId(SampleRuns.START)).toList();

    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.startsWith("20260301-091500-"));
  }

  @Test
  void whatCannotBeWrittenIsToldAndLeavesTheOldRun() throws Exception {
    Files.writeString(folder, "a file where the folder should be");

    assertFails(Kind.NOT_WRITTEN, () -> store.save(run("a")));
    assertThat(Files.readString(folder)).startsWith("a file");
    assertFails(Kind.NOT_READ, () -> store.list());
  }

  @Test
  void aNetworkThatCannotBeWrittenIsRefusedBeforeAnythingIsMade() {
    NetworkSpec odd = new NetworkSpec("odd", Presets.cnn().input(), List.of(new LayerSpec.Other("a", "LSTM")),
        NetworkSpec.Loss.CROSS_ENTROPY);
    RunRecord run = RunRecord.begun("a", "a", SampleRuns.START,
        SampleRuns.setup(odd, SampleRuns.settings(3, 0.1, 1), ""));

    assertThatThrownBy(() -> store.save(run)).isInstanceOf(IllegalArgumentException.class);
    assertThat(folder).doesNotExist();
  }

  private static RunRecord run(String id) {
    List<Curve.Point> points = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      points.add(new Curve.Point(i, 2.0 / 3 / i, Double.NaN, Double.NaN, 1e-9 * i, 1 / 7.0, 1e-5, 1234.5678901));
    }
    return RunRecord.begun(id, "a", SampleRuns.START, SampleRuns.setup("sixty_seconds", 12))
        .with(new Curve(points, 3), Optional.of(Reason.OUT_OF_PATIENCE));
  }

  private void change(String id, java.util.function.Consumer<ObjectNode> change) throws IOException {
    Path file = folder.resolve(id).resolve("run.json");
    JsonNode root = new ObjectMapper().readTree(file.toFile());
    change.accept((ObjectNode) root);
    Files.writeString(file, root.toString());
  }

  private static void assertFails(Kind kind, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOfSatisfying(RunFailure.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
