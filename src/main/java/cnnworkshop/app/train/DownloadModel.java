package cnnworkshop.app.train;

import cnnworkshop.app.support.Work;
import cnnworkshop.core.data.Cifar10Download;
import cnnworkshop.core.data.DataFailure;
import cnnworkshop.core.text.Texts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The archive of CIFAR-10 in the program's cache folder, and its download: begun because a person asks for it, on a
 * thread of its own. What has come of one that ended early is kept, and the next goes on from there.
 */
public final class DownloadModel {

  /** What there is of the archive. */
  public enum State {
    /** Nothing. */
    ABSENT,
    /** A beginning. */
    BEGUN,
    /** It is being downloaded. */
    RUNNING,
    /** All of it. */
    THERE
  }

  private static final double MEGABYTE = 1e6;
  private static final double NANOSECONDS = 1e9;
  /** Before that an estimate jumps about. */
  private static final double SECONDS_TO_ESTIMATE = 1;

  private final Texts texts;
  private final Cifar10Download.Source official;
  private final Path archive;
  private final Work work;
  private final Executor thread;
  private final Executor ui;
  private final LongSupplier nanoTime;
  private final Consumer<Throwable> failures;

  private final StringProperty address = new SimpleStringProperty(this, "address");
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.ABSENT);
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
  private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper(this, "line", "");

  private Runnable onThere = () -> {};
  private boolean doubted;
  private Attempt running;

  /**
   * @param official where the archive is published, its size and check sum
   * @param archive where it goes
   * @param thread where it is downloaded, for minutes
   * @param nanoTime tells how much time goes by
   */
  DownloadModel(Texts texts, Cifar10Download.Source official, Path archive, Work work, Executor thread, Executor ui,
      LongSupplier nanoTime, Consumer<Throwable> failures) {
    this.texts = texts;
    this.official = official;
    this.archive = archive;
    this.work = work;
    this.thread = thread;
    this.ui = ui;
    this.nanoTime = nanoTime;
    this.failures = failures;
    address.set(official.address().toString());
    refresh();
  }

  /** Where it comes from; the official address at first. */
  public StringProperty addressProperty() {
    return address;
  }

  /** Puts the official address back. */
  public void resetAddress() {
    address.set(official.address().toString());
  }

  /** What there is of the archive. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** How much has come, 0..1. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** How much has come, in words, with the time left; or why it ended. */
  public ReadOnlyStringProperty lineProperty() {
    return line.getReadOnlyProperty();
  }

  /** The archive's file, whether it is there or not. */
  Path archive() {
    return archive;
  }

  /** What to do when a download is over and the archive is there. */
  void setOnThere(Runnable action) {
    onThere = action;
  }

  /** Looks what is there: another program may have put it there or taken it away. */
  void refresh() {
    if (running != null) {
      return;
    }
    long come = sizeOf(archive.resolveSibling(archive.getFileName() + ".part"));
    if (!doubted && sizeOf(archive) == official.size()) {
      state.set(State.THERE);
      progress.set(1);
      line.set(texts.get("train.download.there", official.size() / MEGABYTE, archive.toString()));
    } else if (come > 0) {
      state.set(State.BEGUN);
      progress.set(Math.min(1, (double) come / official.size()));
      line.set(texts.get("train.download.begun", come / MEGABYTE, official.size() / MEGABYTE));
    } else {
      state.set(State.ABSENT);
      progress.set(0);
      line.set(texts.get("train.download.absent", official.size() / MEGABYTE));
    }
  }

  private static long sizeOf(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0; // gone between the two questions, or not to be seen: the same as not there
    }
  }

  /** The archive turned out to be no good: it may be downloaded again, which checks it and replaces it. */
  void doubt() {
    doubted = true;
    refresh();
  }

  /** Begins, or goes on from where an earlier download ended. Nothing happens while one runs. */
  public void start() {
    if (running != null) {
      return;
    }
    Attempt attempt;
    try {
      attempt = new Attempt(new Cifar10Download(official.at(URI.create(address.get().strip()))));
    } catch (IllegalArgumentException e) {
      failed(new DataFailure("data.failure.cifar-download-address", e, address.get()));
      return;
    }
    running = attempt;
    state.set(State.RUNNING);
    line.set(texts.get("train.download.calling"));
    thread.execute(attempt);
  }

  /** Ends a download that runs; what has come is kept. */
  public void cancel() {
    if (running != null) {
      running.cancel();
    }
  }

  private void ended(Attempt attempt, Throwable failure) {
    attempt.piece.done();
    running = null;
    if (failure == null) {
      doubted = false;
    }
    refresh();
    if (failure == null) {
      onThere.run();
    } else if (!attempt.cancelled) {
      failed(failure);
    }
  }

  private void failed(Throwable failure) {
    if (failure instanceof DataFailure known) {
      line.set(texts.sentence(known));
    }
    failures.accept(failure);
  }

  private void come(Attempt attempt, long done, long total) {
    if (running != attempt) {
      return;
    }
    progress.set((double) done / total);
    if (done == total) {
      line.set(texts.get("train.download.checking"));
      return;
    }
    double seconds = (nanoTime.getAsLong() - attempt.begun) / NANOSECONDS;
    long sinceThen = done - attempt.before;
    line.set(seconds < SECONDS_TO_ESTIMATE || sinceThen <= 0
        ? texts.get("train.download.come", done / MEGABYTE, total / MEGABYTE)
        : texts.get("train.download.come-left", done / MEGABYTE, total / MEGABYTE,
            left((total - done) * seconds / sinceThen)));
  }

  private String left(double seconds) {
    return seconds < 90 ? texts.get("train.download.seconds", Math.max(1, Math.round(seconds)))
        : texts.get("train.download.minutes", Math.round(seconds / 60));
  }

  /** One download, on the thread for it. */
  private final class Attempt implements Runnable {

    private final Cifar10Download download;
    private final Work.Piece piece;
    private final AtomicBoolean posted = new AtomicBoolean();
    private volatile long done;
    /** Of the UI thread. */
    private boolean cancelled;
    /** When the first bytes came, and how many were there; written before it is posted. */
    private volatile long begun;
    private volatile long before = -1;

    Attempt(Cifar10Download download) {
      this.download = download;
      this.piece = work.start(texts.get("train.download.work"), () -> ui.execute(this::cancel));
    }

    void cancel() {
      cancelled = true;
      download.cancel();
    }

    @Override
    public void run() {
      try {
        download.fetch(archive, this::tell);
        ui.execute(() -> ended(this, null));
      } catch (Throwable e) { // also what nobody foresaw: the person would wait for ever
        ui.execute(() -> ended(this, e));
      }
    }

    private void tell(long now, long total) {
      done = now;
      if (before < 0) {
        begun = nanoTime.getAsLong();
        before = now;
      }
      piece.progress((double) now / total);
      // One message at a time is enough: it takes along the newest number when its turn comes.
      if (posted.compareAndSet(false, true)) {
        ui.execute(() -> {
          posted.set(false);
          come(this, done, total);
        });
      }
    }
  }
}
