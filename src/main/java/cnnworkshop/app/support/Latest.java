package cnnworkshop.app.support;

import java.util.function.Consumer;

/**
 * Sends one request at a time; of those that come while it is under way only the newest is sent after it. So something
 * that follows a moving hand always shows answers, and never lags by more than one.
 *
 * @param <R> the request
 */
public final class Latest<R> {

  private final Consumer<R> send;
  private R waiting;
  private boolean underWay;

  /** @param send sends a request; {@link #answered} has to follow */
  public Latest(Consumer<R> send) {
    this.send = send;
  }

  /** Sends a request now or as soon as the one under way is answered. */
  public void ask(R request) {
    if (underWay) {
      waiting = request;
    } else {
      underWay = true;
      send.accept(request);
    }
  }

  /** The request under way was answered, or failed. */
  public void answered() {
    underWay = false;
    R next = waiting;
    waiting = null;
    if (next != null) {
      ask(next);
    }
  }

  /** Forgets everything: no answer will come to what is under way. */
  public void reset() {
    underWay = false;
    waiting = null;
  }
}
