package cnnworkshop.app.support;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Something made when it is first asked for, and only once. Used on one thread.
 *
 * @param <T> what it is
 */
public final class Once<T> implements Supplier<T> {

  private final Supplier<T> maker;
  private T made;

  /** @param maker makes it, never null */
  public Once(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    if (made == null) {
      made = maker.get();
    }
    return made;
  }

  /** Does something with it if it was made already. */
  public void ifMade(Consumer<T> action) {
    if (made != null) {
      action.accept(made);
    }
  }
}
