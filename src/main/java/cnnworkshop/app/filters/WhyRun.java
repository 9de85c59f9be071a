package cnnworkshop.app.filters;

import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.Messages;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.net.Network;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Puts a {@link WhyTask} to the loaded network, a few pictures at a time: each turn is short, so that other tabs get
 * theirs, and the next is asked for when the last is answered. To be used on the UI thread.
 */
final class WhyRun {

  private static final String CHANNEL = "filters: why";
  /** What a turn is meant to take: far less than a person notices when they ask for something else. */
  private static final double TURN_MILLIS = 80;
  /** A few pictures at once hardly take longer than one: as few are asked for in any case, unless they are slow. */
  private static final int FEW = 4;
  private static final double SLOW_PICTURE_MILLIS = 50;
  private static final int LARGEST_TURN = 64;

  private final Inference inference;
  private final Messages messages;
  private final Work work;
  private final LongSupplier nanos;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
  private int turn = FEW;
  private WhyTask asked;
  private Work.Piece piece;

  /** What a turn brought and how long it took. */
  private record Turn(Runnable taken, double millis) {}

  /** @param nanos a clock */
  WhyRun(Inference inference, Messages messages, Work work, LongSupplier nanos) {
    this.inference = inference;
    this.messages = messages;
    this.work = work;
    this.nanos = nanos;
  }

  /** Whether something is being asked. */
  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /**
   * Asks, from the beginning or from where the task has been left. What was being asked before is given up.
   *
   * @param name what the status bar says
   * @param changed told after every turn, and when it has ended
   * @param onStop what to do when a person stops it in the status bar
   */
  void start(WhyTask task, String name, Runnable changed, Runnable onStop) {
    stop();
    asked = task;
    running.set(true);
    piece = work.start(name, onStop);
    next(task, changed);
  }

  private void next(WhyTask task, Runnable changed) {
    int count = Math.min(turn, task.total() - task.done());
    if (count == 0) {
      stop();
      changed.run();
      return;
    }
    Function<Network, Runnable> question = task.ask(count);
    inference.submit(CHANNEL, network -> {
      long before = nanos.getAsLong();
      Runnable taken = question.apply(network);
      return new Turn(taken, (nanos.getAsLong() - before) / 1e6);
    }, answered -> {
      answered.taken.run();
      turn = next(count, answered.millis);
      piece.progress((double) task.done() / task.total());
      changed.run();
      // Whoever was told may have asked something else.
      if (asked == task) {
        next(task, changed);
      }
    }, failure -> {
      stop();
      messages.report(failure);
      changed.run();
    });
  }

  /** How many pictures the next turn takes: what fits its time, but never many more than were tried. */
  private static int next(int count, double millis) {
    int fitting = (int) (count * TURN_MILLIS / Math.max(millis, 1e-3));
    int least = millis / count > SLOW_PICTURE_MILLIS ? 1 : FEW;
    return Math.max(least, Math.min(Math.min(fitting, 2 * count), LARGEST_TURN));
  }

  /** Gives up what is being asked. */
  void stop() {
    inference.cancel(CHANNEL);
    asked = null;
    if (piece != null) {
      piece.done();
      piece = null;
    }
    running.set(false);
  }
}
