package cnnworkshop.app.train;

import cnnworkshop.core.train.RunFailure;
import cnnworkshop.core.train.RunRecord;
import cnnworkshop.core.train.RunStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Reads and writes runs in the background, one thing after the other in the order asked for: what is written last is
 * what came last. Called on the UI thread, which is also where answers come.
 */
final class RunFiles {

  private static final int SECONDS_TO_SAVE = 5;

  private final RunStore store;
  private final Executor background;
  private final Executor ui;
  private final Consumer<Throwable> failures;
  /** What was told already: a damaged folder stays as it is, and is read with every other. */
  private final Set<String> told = new HashSet<>();

  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

  /** Something done with files. */
  private interface Task {
    void run() throws RunFailure;
  }

  RunFiles(RunStore store, Executor background, Executor ui, Consumer<Throwable> failures) {
    this.store = store;
    this.background = background;
    this.ui = ui;
    this.failures = failures;
  }

  boolean hasWeights(String id) {
    return store.hasWeights(id);
  }

  /** Reads all runs, the newest first. What can't be read is told once. */
  void list(Consumer<List<RunRecord>> then) {
    inTurn(() -> {
      RunStore.Listing listing = store.list();
      ui.execute(() -> {
        listing.unusable().stream().filter(failure -> told.add(failure.getMessage())).forEach(failures);
        then.accept(listing.runs());
      });
    }, failures);
  }

  /**
   * Keeps what a person wrote.
   *
   * @param then told once it is written
   * @param failed told if it could not be
   */
  void write(String id, RunEdit edit, Runnable then, Consumer<Throwable> failed) {
    inTurn(() -> {
      if (edit.name().isPresent()) {
        store.rename(id, edit.name().get());
      }
      if (edit.notes().isPresent()) {
        store.note(id, edit.notes().get());
      }
      ui.execute(then);
    }, failed);
  }

  /** Deletes a run with its weights; {@code then} is told whether it worked or not. */
  void delete(String id, Runnable then) {
    inTurn(() -> {
      store.delete(id);
      ui.execute(then);
    }, e -> {
      failures.accept(e);
      then.run();
    });
  }

  /** Puts all runs into a folder beside; {@code then} is told which, if there were any. */
  void putAside(Consumer<Path> then) {
    inTurn(() -> {
      Optional<Path> folder = store.putAside(LocalDate.now().toString());
      ui.execute(() -> folder.ifPresent(then));
    }, failures);
  }

  private void inTurn(Task task, Consumer<Throwable> failed) {
    last = last.thenRunAsync(() -> {
      try {
        task.run();
      } catch (RunFailure | RuntimeException e) {
        // Caught here, whatever it is: a link that breaks would end the chain, and nothing would be kept any more.
        ui.execute(() -> failed.accept(e));
      }
    }, background);
  }

  /** Waits some seconds at most until all that was asked for is done. */
  void await() {
    try {
      last.get(SECONDS_TO_SAVE, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      failures.accept(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
