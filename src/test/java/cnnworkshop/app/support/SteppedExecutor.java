package cnnworkshop.app.support;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;

/** Runs what it was given only when the test says so: orders of events without threads and without sleeping. */
public final class SteppedExecutor implements Executor {

  private final Deque<Runnable> waiting = new ArrayDeque<>();

  @Override
  public void execute(Runnable task) {
    waiting.add(task);
  }

  /** Runs the oldest task. */
  public void runOne() {
    waiting.remove().run();
  }

  /** Runs any one of the tasks, as of a pool of threads any can be the first to end. */
  public void runAny(Random random) {
    List<Runnable> inOrder = new ArrayList<>(waiting);
    Runnable chosen = inOrder.get(random.nextInt(inOrder.size()));
    waiting.removeFirstOccurrence(chosen);
    chosen.run();
  }

  /** Runs tasks, also those added meanwhile, until none is left. */
  public void runAll() {
    while (!waiting.isEmpty()) {
      runOne();
    }
  }

  /** How many tasks wait. */
  public int size() {
    return waiting.size();
  }
}
