package cnnworkshop.core.camera.opencv;

import java.util.concurrent.TimeUnit;

/** Waits as long as a picture lasts, from one picture to the next. */
final class RealTimePace implements VideoPace {

  private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

  private long last = System.nanoTime();

  @Override
  public void await(double picturesPerSecond) {
    long due = last + (long) (NANOS / picturesPerSecond);
    try {
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
    } catch (InterruptedException e) {
      // Whoever ends the thread is not kept waiting.
      Thread.currentThread().interrupt();
    }
    last = Math.max(due, System.nanoTime());
  }
}
