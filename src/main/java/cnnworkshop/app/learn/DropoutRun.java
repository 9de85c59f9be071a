package cnnworkshop.app.learn;

import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;

/** One stretch of training, on the trainer's thread, at a pace one can watch. May be stopped from any thread. */
final class DropoutRun {

  private final long restMillis;
  private boolean stopped;

  /** @param restMillis how long it rests between what it tells, 0 for no rest */
  DropoutRun(long restMillis) {
    this.restMillis = restMillis;
  }

  /** Ends it after the batches that are computed now. */
  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  synchronized boolean isStopped() {
    return stopped;
  }

  /**
   * Trains until {@code last} batches are done or it is stopped.
   *
   * @param batches how many to do before the next telling
   * @param dropRate as it is set now
   * @param told hears of each new state
   */
  void run(TwinTraining from, int last, IntSupplier batches, DoubleSupplier dropRate, Consumer<TwinTraining> told)
      throws InterruptedException {
    TwinTraining now = from;
    while (!isStopped() && now.steps() < last) {
      now = now.withDropRate(dropRate.getAsDouble()).after(Math.min(batches.getAsInt(), last - now.steps()));
      told.accept(now);
      rest();
    }
  }

  private synchronized void rest() throws InterruptedException {
    if (restMillis > 0 && !stopped) {
      wait(restMillis);
    }
  }
}
