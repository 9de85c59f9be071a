package cnnworkshop.app.learn;

import cnnworkshop.core.net.Network;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The shipped keypoint network for lessons: opened when it is first needed, owned by one thread. What is asked later
 * with the same key takes the place of what still waits.
 */
public final class KeypointLab implements AutoCloseable {

  private final Supplier<Network> open;
  private final Executor thread;
  private final Executor ui;
  private final java.util.Map<Object, Long> newest = new java.util.concurrent.ConcurrentHashMap<>();
  private final java.util.concurrent.atomic.AtomicLong count = new java.util.concurrent.atomic.AtomicLong();
  private Network network;

  /** Asks the network something, on the thread that owns it. */
  @FunctionalInterface
  public interface Question<T> {
    /** Gives nothing that belongs to the network away. */
    T ask(Network network) throws Exception;
  }

  /**
   * @param open opens the network; called once, on {@code thread}
   * @param thread runs one thing after another
   * @param ui where answers arrive
   */
  public KeypointLab(Supplier<Network> open, Executor thread, Executor ui) {
    this.open = open;
    this.thread = thread;
    this.ui = ui;
  }

  /**
   * Asks.
   *
   * @param key who asks: of several questions with the same key that wait, the newest is answered
   * @param answer told on the UI thread
   * @param failure told on the UI thread what the question threw
   */
  public <T> void ask(Object key, Question<T> question, Consumer<T> answer, Consumer<Throwable> failure) {
    long mine = count.incrementAndGet();
    newest.put(key, mine);
    thread.execute(() -> {
      if (newest.get(key) != mine) {
        return;
      }
      try {
        if (network == null) {
          network = open.get();
        }
        T got = question.ask(network);
        ui.execute(() -> {
          if (newest.get(key) == mine) {
            answer.accept(got);
          }
        });
      } catch (Throwable e) { // also OutOfMemoryError: the thread must live, and the person has to hear of it
        ui.execute(() -> failure.accept(e));
      }
    });
  }

  /** Gives the network back once nothing asks it any more. */
  @Override
  public void close() {
    thread.execute(() -> {
      if (network != null) {
        network.close();
        network = null;
      }
    });
  }
}
