package cnnworkshop.core.train;

import cnnworkshop.core.UserFailure;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Takes the snapshots of one training without holding it up: the trainer thread only copies the weights, another one
 * writes them.
 *
 * <p>The rule: the start and the last epoch are always taken. Any other epoch is passed over while a snapshot is still
 * being written, and until fifty times as long as the one before cost (copying and writing it) has gone by since that
 * was begun; so all of them together cost at most about 2 % of the time, whatever the network and the disk. Small
 * networks get one an epoch that way, the keypoint network with its 66 MB one every few epochs.
 *
 * <p>When one can't be written, as on a full disk, it is said once, no more are taken, and the training goes on.
 */
public final class SnapshotWriter {

  private static final long TIMES_ITS_COST = 50;

  private final SnapshotStore store;
  private final Executor executor;
  private final Consumer<UserFailure> failures;
  private final LongSupplier nanoTime;

  private CompletableFuture<Void> writing;
  private long begun;
  private int best;
  private int lastTaken = -1;
  private volatile long cost;
  private volatile boolean over;

  /**
   * @param executor where they are written; one at a time
   * @param failures hears once, on that executor, if one could not be written
   */
  public SnapshotWriter(SnapshotStore store, Executor executor, Consumer<UserFailure> failures) {
    this(store, executor, failures, System::nanoTime);
  }

  SnapshotWriter(SnapshotStore store, Executor executor, Consumer<UserFailure> failures, LongSupplier nanoTime) {
    this.store = store;
    this.executor = executor;
    this.failures = failures;
    this.nanoTime = nanoTime;
  }

  /**
   * After an epoch, and at the start. On the trainer thread, as all methods here.
   *
   * @param isBest whether no epoch before was better
   * @param parameters copies them, if a snapshot is taken at all; they must not change any more
   * @param listener hears what is kept when the snapshot is written, on the executor
   */
  void offer(TrainingEvent.Inside inside, boolean isBest, Supplier<float[]> parameters,
      Consumer<TrainingEvent> listener) {
    best = isBest ? inside.epoch() : best;
    boolean due = writing == null
        || writing.isDone() && nanoTime.getAsLong() - begun >= TIMES_ITS_COST * cost;
    if (due) {
      take(inside, parameters, listener);
    }
  }

  /** After the last epoch: waits for those being written, and takes this one if it was not taken yet. */
  void last(TrainingEvent.Inside inside, Supplier<float[]> parameters, Consumer<TrainingEvent> listener)
      throws InterruptedException {
    finish();
    if (inside.epoch() != lastTaken) {
      take(inside, parameters, listener);
    }
    finish();
  }

  /** Waits until what was taken is written. */
  void finish() throws InterruptedException {
    if (writing != null) {
      try {
        writing.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a snapshot could not be written", e.getCause());
      }
    }
  }

  private void take(TrainingEvent.Inside inside, Supplier<float[]> parameters, Consumer<TrainingEvent> listener) {
    if (over) {
      return;
    }
    boolean first = writing == null;
    begun = nanoTime.getAsLong();
    lastTaken = inside.epoch();
    SnapshotStore.Snapshot snapshot = new SnapshotStore.Snapshot(inside, parameters.get());
    long copying = nanoTime.getAsLong() - begun;
    int bestSoFar = best;
    writing = CompletableFuture.runAsync(() -> {
      long start = nanoTime.getAsLong();
      write(snapshot, bestSoFar, first, listener);
      cost = copying + nanoTime.getAsLong() - start;
    }, executor);
  }

  private void write(SnapshotStore.Snapshot snapshot, int bestSoFar, boolean first, Consumer<TrainingEvent> listener) {
    try {
      if (first) {
        store.open();
      }
      store.write(snapshot, bestSoFar);
      var there = store.list();
      listener.accept(new TrainingEvent.Snapshots((int) there.stream().filter(entry -> entry.epoch() > 0).count(),
          there.stream().mapToLong(SnapshotStore.Entry::bytes).sum(), store.cap()));
    } catch (SnapshotFailure e) {
      over = true;
      failures.accept(e);
    }
  }
}
