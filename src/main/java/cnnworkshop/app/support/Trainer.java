package cnnworkshop.app.support;

import cnnworkshop.core.net.Backend;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Trains one network after another, on the one thread that may touch them while they learn. */
public final class Trainer {

  /** One training, from a new network to the last word on it. */
  @FunctionalInterface
  public interface Task {
    /** Runs on the trainer thread; gives nothing that belongs to it to other threads. */
    void run(Backend backend) throws Exception;
  }

  private final Supplier<Backend> backend;
  private final Executor trainerThread;
  private final Executor ui;

  /**
   * @param backend gives the numerical library; may block until it is there
   * @param trainerThread runs one thing after another, in order, always on the same thread
   * @param ui where failures are told
   */
  public Trainer(Supplier<Backend> backend, Executor trainerThread, Executor ui) {
    this.backend = backend;
    this.trainerThread = trainerThread;
    this.ui = ui;
  }

  /**
   * Queues a training behind those there are.
   *
   * @param onFailure told on the UI thread what it threw
   */
  public void submit(Task task, Consumer<Throwable> onFailure) {
    trainerThread.execute(() -> {
      try {
        task.run(backend.get());
      } catch (Throwable e) { // also OutOfMemoryError: it must not end the thread other trainings wait for
        ui.execute(() -> onFailure.accept(e));
      }
    });
  }
}
