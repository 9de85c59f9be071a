package cnnworkshop.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cnnworkshop.core.net.Presets;
import cnnworkshop.core.train.SnapshotFailure.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotStoreTest {

  private static final int PARAMETERS = 200_000;
  private static final int NO_BEST = 0;

  @TempDir
  Path temporary;

  private Path folder;

  @BeforeEach
  void place() {
    folder = temporary.resolve("snapshots");
  }

  @Test
  void aSnapshotComesBackAsItWas() throws Exception {
    SnapshotStore store = opened(SnapshotStore.CAP_BYTES);
    assertThat(store.write(snapshot(7), NO_BEST)).isTrue();

    SnapshotStore.Snapshot read = store.read(7);
    assertThat(read.parameters()).isEqualTo(snapshot(7).parameters());
    TinyTraining.assertSame(read.inside(), TinyTraining.inside(7));
    TinyTraining.assertSame(store.inside(7), TinyTraining.inside(7));
    assertThat(store.list()).extracting(SnapshotStore.Entry::epoch).containsExactly(7);
    assertThat(store.size()).isEqualTo(Files.size(only()));
  }

  @Test
  void oneOfANetworkWithoutAConvolutionInFrontComesBackToo() throws Exception {
    SnapshotStore store = opened(SnapshotStore.CAP_BYTES);
    TrainingEvent.Inside inside = new TrainingEvent.Inside(1, 8, TinyTraining.inside(1).layers(), null);
    store.write(new SnapshotStore.Snapshot(inside, new float[3]), NO_BEST);

    assertThat(store.inside(1)).isEqualTo(inside);
  }

  @Test
  void withoutAFolderThereAreNone() throws Exception {
    SnapshotStore store = new SnapshotStore(folder, TinyTraining.SPEC, 1);
    assertThat(store.list()).isEmpty();
    assertThat(store.size()).isZero();
  }

  @Test
  void theCapIsNeverExceededAndTheFirstTheBestAndTheLastStay() throws Exception {
    long one = oneSnapshot();
    long cap = 5 * one + one / 2;
    SnapshotStore store = opened(cap);
    for (int epoch = 0; epoch <= 40; epoch++) {
      int best = Math.min(epoch, 11);
      assertThat(store.write(snapshot(epoch), best)).isTrue();
      assertThat(store.size()).isLessThanOrEqualTo(cap);
      assertThat(epochs(store)).contains(0, best, epoch);
    }
    List<Integer> kept = epochs(store);
    assertThat(kept).hasSize(5).isSorted();
    for (int i = 1; i < kept.size(); i++) {
      assertThat(kept.get(i) - kept.get(i - 1)).as("the whole training is covered: %s", kept).isLessThanOrEqualTo(20);
    }
    TinyTraining.assertSame(store.read(40).inside(), TinyTraining.inside(40));
  }

  @Test
  void oneThatFindsNoRoomIsNotWrittenAndNothingIsGivenUpForIt() throws Exception {
    SnapshotStore store = opened(oneSnapshot() * 3 / 2);
    assertThat(store.write(snapshot(0), NO_BEST)).isTrue();
    assertThat(store.write(snapshot(1), NO_BEST)).isFalse();
    assertThat(epochs(store)).containsExactly(0);
  }

  @Test
  void writingAnEpochAgainReplacesIt() throws Exception {
    SnapshotStore store = opened(oneSnapshot() * 3 / 2);
    store.write(snapshot(0), NO_BEST);
    float[] others = new float[PARAMETERS];
    assertThat(store.write(new SnapshotStore.Snapshot(TinyTraining.inside(0), others), NO_BEST)).isTrue();
    assertThat(store.read(0).parameters()).isEqualTo(others);
  }

  @Test
  void aDamagedOneIsSaidToBeDamagedAndTheOthersAreRead() throws Exception {
    SnapshotStore store = opened(SnapshotStore.CAP_BYTES);
    for (int epoch = 0; epoch < 4; epoch++) {
      store.write(snapshot(epoch), NO_BEST);
    }
    change(0, bytes -> Arrays.copyOf(bytes, bytes.length / 2));
    change(1, bytes -> flipped(bytes, 60));
    change(2, bytes -> flipped(bytes, bytes.length - 100));

    failsWith(Kind.DAMAGED, () -> store.read(0));
    TinyTraining.assertSame(store.inside(0), TinyTraining.inside(0));
    failsWith(Kind.DAMAGED, () -> store.inside(1));
    failsWith(Kind.DAMAGED, () -> store.read(2));
    TinyTraining.assertSame(store.read(3).inside(), TinyTraining.inside(3));
    failsWith(Kind.MISSING, () -> store.read(9));
  }

  @Test
  void anEmptyFileAndOneOfAnotherKindAreDamaged() throws Exception {
    SnapshotStore store = opened(SnapshotStore.CAP_BYTES);
    Files.write(folder.resolve("epoch-00001.snapshot"), new byte[0]);
    Files.writeString(folder.resolve("epoch-00002.snapshot"), "a text that is longer than a head's frame");
    Files.writeString(folder.resolve("notes.txt"), "passed over");

    assertThat(epochs(store)).containsExactly(1, 2);
    failsWith(Kind.DAMAGED, () -> store.inside(1));
    failsWith(Kind.DAMAGED, () -> store.read(2));
  }

  @Test
  void oneOfAnotherNetworkIsDamaged() throws Exception {
    opened(SnapshotStore.CAP_BYTES).write(snapshot(1), NO_BEST);
    SnapshotStore other = new SnapshotStore(folder, Presets.cnn(), SnapshotStore.CAP_BYTES);

    failsWith(Kind.DAMAGED, () -> other.inside(1));
  }

  @Test
  void whatAKilledProgramLeftHalfWrittenGoes() throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(".epoch-00003.snapshot.1b4e28ba.part"), "half");
    opened(SnapshotStore.CAP_BYTES).write(snapshot(0), NO_BEST);

    assertThat(only()).hasFileName("epoch-00000.snapshot");
  }

  @Test
  void whereNothingCanBeWrittenThatIsSaid() throws Exception {
    Files.writeString(folder, "a file where the folder should be");
    SnapshotStore store = new SnapshotStore(folder, TinyTraining.SPEC, SnapshotStore.CAP_BYTES);

    failsWith(Kind.NOT_WRITTEN, store::open);
  }

  private SnapshotStore opened(long cap) throws Exception {
    SnapshotStore store = new SnapshotStore(folder, TinyTraining.SPEC, cap);
    store.open();
    return store;
  }

  private static SnapshotStore.Snapshot snapshot(int epoch) {
    float[] parameters = new float[PARAMETERS];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = i % 1000 * 0.5f - epoch;
    }
    return new SnapshotStore.Snapshot(TinyTraining.inside(epoch), parameters);
  }

  private static long oneSnapshot() throws Exception {
    return SnapshotFile.bytes(SnapshotFile.head(TinyTraining.inside(0)), PARAMETERS);
  }

  private static List<Integer> epochs(SnapshotStore store) throws Exception {
    return new ArrayList<>(store.list().stream().map(SnapshotStore.Entry::epoch).toList());
  }

  private Path only() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  private void change(int epoch, java.util.function.UnaryOperator<byte[]> change) throws Exception {
    Path file = folder.resolve(String.format("epoch-%05d.snapshot", epoch));
    Files.write(file, change.apply(Files.readAllBytes(file)));
  }

  private static byte[] flipped(byte[] bytes, int at) {
    bytes[at] ^= 0x10;
    return bytes;
  }

  private static void failsWith(Kind kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOfSatisfying(SnapshotFailure.class,
        failure -> assertThat(failure.kind()).isEqualTo(kind));
  }
}
