package cnnworkshop.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.UserFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotWriterTest {

  @TempDir
  Path temporary;

  private final List<UserFailure> failures = new ArrayList<>();
  private final List<TrainingEvent> events = new ArrayList<>();
  private long now;
  private int copies;

  private SnapshotStore store() {
    return new SnapshotStore(temporary.resolve("snapshots"), TinyTraining.SPEC, SnapshotStore.CAP_BYTES);
  }

  private SnapshotWriter writer(Executor executor) {
    return new SnapshotWriter(store(), executor, failures::add, () -> now);
  }

  private void offer(SnapshotWriter writer, int epoch) {
    writer.offer(TinyTraining.inside(epoch), false, () -> copied(epoch, 0), events::add);
  }

  /** @param time how long the copy takes */
  private float[] copied(int epoch, long time) {
    now += time;
    copies++;
    return new float[] {epoch};
  }

  @Test
  void whatCostsNothingIsTakenAfterEveryEpochAndSaid() throws Exception {
    SnapshotWriter writer = writer(Runnable::run);
    for (int epoch = 0; epoch <= 5; epoch++) {
      offer(writer, epoch);
    }

    assertThat(store().list()).extracting(SnapshotStore.Entry::epoch).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(store().read(5).parameters()).containsExactly(5f);
    assertThat(events).hasSize(6).last()
        .isEqualTo(new TrainingEvent.Snapshots(5, store().size(), SnapshotStore.CAP_BYTES));
    assertThat(failures).isEmpty();
  }

  @Test
  void onesThatCostMuchAreTakenSeldomAndTheLastAlways() throws Exception {
    SnapshotWriter writer = writer(Runnable::run);
    // A copy takes 2, an epoch 20 more: one in fifty times 2 is one in 100, so every fifth epoch.
    for (int epoch = 0; epoch <= 12; epoch++) {
      int number = epoch;
      writer.offer(TinyTraining.inside(epoch), false, () -> copied(number, 2), events::add);
      now += 20;
    }
    writer.last(TinyTraining.inside(12), () -> copied(12, 2), events::add);

    assertThat(store().list()).extracting(SnapshotStore.Entry::epoch).containsExactly(0, 5, 10, 12);
    assertThat(copies).as("those passed over are not even copied").isEqualTo(4);
  }

  @Test
  void anEpochIsPassedOverWhileOneIsBeingWritten() throws Exception {
    Deque<Runnable> waiting = new ArrayDeque<>();
    SnapshotWriter writer = writer(waiting::add);
    offer(writer, 0);
    offer(writer, 1);
    assertThat(waiting).hasSize(1);
    waiting.remove().run();
    offer(writer, 2);
    waiting.remove().run();

    assertThat(store().list()).extracting(SnapshotStore.Entry::epoch).containsExactly(0, 2);
  }

  @Test
  void theLastIsNotTakenTwice() throws Exception {
    SnapshotWriter writer = writer(Runnable::run);
    offer(writer, 0);
    offer(writer, 1);
    writer.last(TinyTraining.inside(1), () -> copied(1, 0), events::add);

    assertThat(copies).isEqualTo(2);
  }

  @Test
  void whereNothingCanBeWrittenThatIsSaidOnceAndNoMoreAreTaken() throws Exception {
    Files.writeString(temporary.resolve("snapshots"), "a file where the folder should be");
    SnapshotWriter writer = writer(Runnable::run);
    offer(writer, 0);
    offer(writer, 1);
    writer.last(TinyTraining.inside(2), () -> copied(2, 0), events::add);

    assertThat(failures).singleElement().isInstanceOfSatisfying(SnapshotFailure.class,
        failure -> assertThat(failure.kind()).isEqualTo(SnapshotFailure.Kind.NOT_WRITTEN));
    assertThat(copies).isEqualTo(1);
    assertThat(events).isEmpty();
    try (Stream<Path> files = Files.list(temporary)) {
      assertThat(files).containsExactly(temporary.resolve("snapshots"));
    }
  }
}
