package cnnworkshop.app.support;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of the program beside the one of the window. All of them are daemons: a closed window ends the process,
 * whatever still computes.
 */
public final class Threads implements AutoCloseable {

  private static final int SECONDS_TO_SAVE = 5;
  private static final int SECONDS_TO_CLOSE = 1;

  private final ExecutorService inference = Executors.newSingleThreadExecutor(named("inference"));
  private final ExecutorService trainer = Executors.newSingleThreadExecutor(named("trainer"));
  private final ExecutorService lesson = Executors.newSingleThreadExecutor(named("lesson"));
  private final ExecutorService background =
      Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors() / 2), named("background"));
  private final ExecutorService camera = Executors.newSingleThreadExecutor(named("camera"));
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(named("timer"));

  /** One thread, the owner of the network that is looked at. */
  public ExecutorService inference() {
    return inference;
  }

  /** One thread, the owner of the network that learns. */
  public ExecutorService trainer() {
    return trainer;
  }

  /** One thread, the owner of the network that lessons ask. */
  public ExecutorService lesson() {
    return lesson;
  }

  /** A few threads for files and pictures. */
  public ExecutorService background() {
    return background;
  }

  /** One thread, the owner of the camera. */
  public ExecutorService camera() {
    return camera;
  }

  /** One thread for short things that happen later. */
  public ScheduledExecutorService timer() {
    return timer;
  }

  private static ThreadFactory named(String name) {
    AtomicInteger count = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * Takes no more work. What waits on the inference thread is still done if the process lives long enough; a training
   * that was ended has a few seconds to write what it learned.
   */
  @Override
  public void close() {
    background.shutdownNow();
    timer.shutdownNow();
    // What waits there closes the camera.
    camera.shutdown();
    inference.shutdown();
    lesson.shutdownNow();
    trainer.shutdown();
    try {
      // A training that was just ended still writes its best weights.
      trainer.awaitTermination(SECONDS_TO_SAVE, TimeUnit.SECONDS);
      camera.awaitTermination(SECONDS_TO_CLOSE, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
