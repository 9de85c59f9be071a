package cnnworkshop.app.support;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The longer pieces of work that are under way, for the status bar. */
public final class Work {

  /** Progress of work nobody can say how far it is. */
  public static final double UNKNOWN = -1;

  private final Executor ui;
  private final ObservableList<Piece> running = FXCollections.observableArrayList();

  /** @param ui where the list and the progress are changed */
  public Work(Executor ui) {
    this.ui = ui;
  }

  /** What is under way, the oldest first. Changed on the UI thread. */
  public ObservableList<Piece> running() {
    return running;
  }

  /**
   * Announces work. On any thread.
   *
   * @param name what is done, such as "Loading the network"
   * @param stop asks the work to end early; null if it can't
   */
  public Piece start(String name, Runnable stop) {
    Piece piece = new Piece(name, stop);
    ui.execute(() -> running.add(piece));
    return piece;
  }

  /** One piece of work. Whoever does it calls {@link #progress} and {@link #done} on any thread. */
  public final class Piece {

    private final String name;
    private final Runnable stop;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", UNKNOWN);
    private final AtomicBoolean posted = new AtomicBoolean();
    private volatile double latest = UNKNOWN;

    private Piece(String name, Runnable stop) {
      this.name = name;
      this.stop = stop;
    }

    /** What is done. */
    public String name() {
      return name;
    }

    /** How far it is, 0..1, or {@link #UNKNOWN}. Changed on the UI thread. */
    public ReadOnlyDoubleProperty progressProperty() {
      return progress.getReadOnlyProperty();
    }

    /** Whether it can be ended early. */
    public boolean canBeStopped() {
      return stop != null;
    }

    /** Asks it to end early; it goes away when it has. */
    public void stop() {
      if (stop != null) {
        stop.run();
      }
    }

    /** Says how far it is, 0..1; may be called as often as one likes. */
    public void progress(double fraction) {
      latest = fraction;
      // One message at a time is enough: it takes along the newest value when its turn comes.
      if (posted.compareAndSet(false, true)) {
        ui.execute(() -> {
          posted.set(false);
          progress.set(latest);
        });
      }
    }

    /** Says that it has ended, in whatever way. */
    public void done() {
      ui.execute(() -> running.remove(this));
    }
  }
}
