package cnnworkshop.app.train;

import cnnworkshop.app.support.Work;
import cnnworkshop.core.UserFailure;
import cnnworkshop.core.data.Progress;
import cnnworkshop.core.text.Texts;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/**
 * Requests for data, answered in the background. A new one overtakes the one before, of which nothing is heard any
 * more. Used on the UI thread.
 *
 * @param <T> what a request brings
 */
final class DataRequests<T> {

  /** Gets what is asked for, in the background. */
  interface Getting<T> {
    T get(DataRequests<T>.Request request) throws UserFailure;
  }

  private final Texts texts;
  private final Work work;
  private final Executor ui;
  private final Consumer<T> answered;
  private final Consumer<Throwable> failed;

  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", Work.UNKNOWN);
  /** Number of the newest request; read by those who answer, to see whether they were overtaken. */
  private final AtomicInteger newest = new AtomicInteger();
  private Request current;

  /**
   * @param answered takes what the newest request brought
   * @param failed takes why it brought nothing
   */
  DataRequests(Texts texts, Work work, Executor ui, Consumer<T> answered, Consumer<Throwable> failed) {
    this.texts = texts;
    this.work = work;
    this.ui = ui;
    this.answered = answered;
    this.failed = failed;
  }

  /** Whether an answer is waited for. */
  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** How far the answer is, 0..1, or {@link Work#UNKNOWN}. */
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** @param when where and when the request is answered */
  void ask(Executor when, Getting<T> getting) {
    cancel();
    Request request = new Request(getting);
    current = request;
    progress.bind(request.piece.progressProperty());
    running.set(true);
    when.execute(request);
  }

  /** Gives up what was asked for. */
  void cancel() {
    newest.incrementAndGet();
    settle();
  }

  private void settle() {
    if (current != null) {
      current.piece.done();
      current = null;
    }
    progress.unbind();
    progress.set(Work.UNKNOWN);
    running.set(false);
  }

  /** One request; its number tells whether it was overtaken. */
  final class Request implements Runnable, Progress {

    private final Getting<T> getting;
    private final int number = newest.get();
    private final Work.Piece piece = work.start(texts.get("train.data.loading"), () -> onUi(DataRequests.this::cancel));

    private Request(Getting<T> getting) {
      this.getting = getting;
    }

    @Override
    public void run() {
      try {
        goOn();
        T got = getting.get(this);
        onUi(() -> {
          settle();
          answered.accept(got);
        });
      } catch (Throwable e) { // also OutOfMemoryError: the person has to hear of it
        onUi(() -> {
          settle();
          failed.accept(e);
        });
      }
    }

    /** @throws CancellationException if nobody waits for the answer any more */
    void goOn() {
      if (number != newest.get()) {
        throw new CancellationException();
      }
    }

    /** Says how far the answer is; as {@link #goOn} does, ends it if nobody waits. */
    @Override
    public void at(long done, long total) {
      goOn();
      piece.progress((double) done / total);
    }

    /** Does something on the UI thread, unless this is overtaken. */
    void onUi(Runnable action) {
      ui.execute(() -> {
        if (number == newest.get()) {
          action.run();
        }
      });
    }
  }
}
