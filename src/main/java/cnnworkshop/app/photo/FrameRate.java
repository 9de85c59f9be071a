package cnnworkshop.app.photo;

import java.util.ArrayDeque;
import java.util.Deque;

/** How many pictures a second have been shown lately. */
final class FrameRate {

  private static final int MOST = 30;
  private static final long MILLIS = 1000;
  /** What lies longer back than this says nothing of the rate now. */
  private static final long LATELY = 3 * MILLIS;

  private final Deque<Long> times = new ArrayDeque<>();

  /** @param millis when a picture was shown; never less than before */
  void shown(long millis) {
    times.addLast(millis);
    while (times.size() > MOST || millis - times.getFirst() > LATELY) {
      times.removeFirst();
    }
  }

  /** Pictures a second; 0 as long as there are too few to tell. */
  double perSecond() {
    if (times.size() < 2 || times.getLast().equals(times.getFirst())) {
      return 0;
    }
    return (times.size() - 1) * (double) MILLIS / (times.getLast() - times.getFirst());
  }
}
