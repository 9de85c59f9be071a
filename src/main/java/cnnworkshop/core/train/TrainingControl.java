package cnnworkshop.core.train;

/**
 * What a person does to a training while it runs: hold it, let it go on by a step or an epoch, end it, and move its
 * learning rate, momentum and L2. Any thread may call it; the training asks before every step.
 */
public final class TrainingControl {

  private static final int UNLIMITED = Integer.MAX_VALUE;

  private int stepsAllowed = UNLIMITED;
  private boolean untilEpochEnds;
  private boolean stopping;
  private Double learningRate;
  private Double momentum;
  private Double l2;

  /** What the next step is done with; a value that is null follows the settings. */
  record Moved(Double learningRate, Double momentum, Double l2) {}

  /** Holds the training after the step that runs now. */
  public synchronized void pause() {
    stepsAllowed = 0;
    untilEpochEnds = false;
  }

  /** Lets a held training go on. */
  public synchronized void resume() {
    stepsAllowed = UNLIMITED;
    untilEpochEnds = false;
    notifyAll();
  }

  /** Lets it go on by one batch, then holds it. */
  public synchronized void oneBatch() {
    stepsAllowed = 1;
    untilEpochEnds = false;
    notifyAll();
  }

  /** Lets it go on to the end of the epoch, then holds it. */
  public synchronized void oneEpoch() {
    stepsAllowed = UNLIMITED;
    untilEpochEnds = true;
    notifyAll();
  }

  /** Ends the training after the step that runs now, held or not. */
  public synchronized void stop() {
    stopping = true;
    notifyAll();
  }

  /** Whether no further step is allowed: it is held, or will be after the step that runs now. */
  public synchronized boolean isHeld() {
    return stepsAllowed == 0;
  }

  /** Another learning rate from the next step on; null follows the schedule again. */
  public synchronized void setLearningRate(Double rate) {
    learningRate = rate;
  }

  /** Another momentum from the next step on; null follows the schedule again. */
  public synchronized void setMomentum(Double value) {
    momentum = value;
  }

  /** Another L2 from the next step on; null takes that of the settings again. */
  public synchronized void setL2(Double value) {
    l2 = value;
  }

  /**
   * Waits until a step may be done.
   *
   * @return what was moved; null if the training is to end
   */
  synchronized Moved awaitStep() throws InterruptedException {
    while (stepsAllowed == 0 && !stopping) {
      wait();
    }
    if (stopping) {
      return null;
    }
    if (stepsAllowed != UNLIMITED) {
      stepsAllowed--;
    }
    return new Moved(learningRate, momentum, l2);
  }

  /** An epoch is over: holds if that was asked for. */
  synchronized void epochEnded() {
    if (untilEpochEnds) {
      pause();
    }
  }
}
