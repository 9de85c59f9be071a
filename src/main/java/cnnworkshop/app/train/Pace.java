package cnnworkshop.app.train;

import java.util.ArrayDeque;
import java.util.Deque;

/** How fast something goes on, by the last few seconds of it. */
final class Pace {

  private static final double WINDOW_SECONDS = 4;
  private static final double SHORTEST_SECONDS = 0.3;

  private final Deque<Mark> marks = new ArrayDeque<>();

  private record Mark(long nanos, double done) {}

  /** So much was done at that time. */
  void mark(long nanos, double done) {
    marks.addLast(new Mark(nanos, done));
    while (marks.size() > 2 && seconds(marks.peekFirst(), marks.peekLast()) > WINDOW_SECONDS) {
      marks.removeFirst();
    }
  }

  /** Forgets what was: it was held, and that time shall not count. */
  void restart() {
    marks.clear();
  }

  /** What is done a second; NaN while that can't be said. */
  double aSecond() {
    if (marks.size() < 2 || seconds(marks.peekFirst(), marks.peekLast()) < SHORTEST_SECONDS) {
      return Double.NaN;
    }
    return (marks.peekLast().done() - marks.peekFirst().done()) / seconds(marks.peekFirst(), marks.peekLast());
  }

  private static double seconds(Mark from, Mark to) {
    return (to.nanos() - from.nanos()) / 1e9;
  }
}
