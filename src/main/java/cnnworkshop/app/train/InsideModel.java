package cnnworkshop.app.train;

import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.RunRecord;
import cnnworkshop.core.train.SnapshotFailure;
import cnnworkshop.core.train.SnapshotStore;
import cnnworkshop.core.train.TrainingEvent;
import cnnworkshop.core.train.TrainingEvent.Inside;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * A look inside the network of a training, the one that runs or an earlier one: the filters of its first convolution
 * and its layers, now or after an earlier epoch. It follows the training until a person looks back. Used on the UI
 * thread.
 */
public final class InsideModel {

  private static final double GIGA = 1e9;

  private final Texts texts;
  private final InsideWords words;
  private final Executor background;
  private final Executor ui;
  private final InsideHistory history = new InsideHistory();

  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count", 0);
  private final IntegerProperty position = new SimpleIntegerProperty(this, "position", 0);
  private final BooleanProperty following = new SimpleBooleanProperty(this, "following", true);
  private final BooleanProperty change = new SimpleBooleanProperty(this, "change", false);
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper(this, "reading", false);
  private final ReadOnlyIntegerWrapper epoch = new ReadOnlyIntegerWrapper(this, "epoch", 0);
  private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper(this, "line", "");
  private final ReadOnlyStringWrapper snapshotLine = new ReadOnlyStringWrapper(this, "snapshotLine", "");
  private final ReadOnlyObjectWrapper<InsideFilters> filters = new ReadOnlyObjectWrapper<>(this, "filters");
  private final ObservableList<InsideRow> rows = FXCollections.observableArrayList();

  private RunRecord run;
  private TrainingEvent.Snapshots snapshots;
  private boolean moving;

  /**
   * @param background reads the snapshots of earlier runs
   * @param ui where all properties change
   */
  InsideModel(Texts texts, Executor background, Executor ui) {
    this.texts = texts;
    this.words = new InsideWords(texts);
    this.background = background;
    this.ui = ui;
    position.addListener((p, before, now) -> {
      if (!moving) {
        following.set(now.intValue() >= history.size() - 1);
        show();
      }
    });
    following.addListener((p, before, now) -> {
      if (now && history.size() > 0) {
        move(history.size() - 1);
      }
    });
    change.addListener((p, before, now) -> show());
  }

  /** How many epochs can be looked at, the start counted; 0 if there is nothing to see yet. */
  public ReadOnlyIntegerProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /** Which of them is looked at, from 0, the start, to {@code count} − 1, the last. */
  public IntegerProperty positionProperty() {
    return position;
  }

  /** The epoch at that position; 0 for the start, or if there is nothing. */
  public ReadOnlyIntegerProperty epochProperty() {
    return epoch.getReadOnlyProperty();
  }

  /** Whether the last epoch is looked at, and the next one as soon as it is over. */
  public BooleanProperty followingProperty() {
    return following;
  }

  /** Whether filters are seen as what changed since the start, in place of as they are. */
  public BooleanProperty changeProperty() {
    return change;
  }

  /** Whether the snapshots of an earlier run are being read. */
  public ReadOnlyBooleanProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** Whose inside after which epoch is seen, in words; empty for nothing. */
  public ReadOnlyStringProperty lineProperty() {
    return line.getReadOnlyProperty();
  }

  /** What is kept for looking back later, in words; empty if nothing is. */
  public ReadOnlyStringProperty snapshotLineProperty() {
    return snapshotLine.getReadOnlyProperty();
  }

  /** The first convolution's filters; null for nothing. */
  public ReadOnlyObjectProperty<InsideFilters> filtersProperty() {
    return filters.getReadOnlyProperty();
  }

  /** The layers with weights, in order. */
  public ObservableList<InsideRow> rows() {
    return rows;
  }

  /** A training begins; what was seen before goes. */
  void begin(RunRecord begun) {
    forget(begun);
    show();
  }

  private void forget(RunRecord next) {
    run = next;
    snapshots = null;
    snapshotLine.set("");
    reading.set(false);
    history.clear();
    count.set(0);
    move(0);
    following.set(true);
  }

  /** The training told something; most of that says nothing about its inside. Nothing happens before one began. */
  void told(TrainingEvent event) {
    if (run == null) {
      return;
    }
    if (event instanceof Inside inside) {
      int looked = history.size() == 0 ? 0 : history.get(position.get()).epoch();
      history.add(inside);
      count.set(history.size());
      move(following.get() ? history.size() - 1 : history.positionOf(looked));
      saySnapshots();
    } else if (event instanceof TrainingEvent.Snapshots kept) {
      snapshots = kept;
      saySnapshots();
    }
  }

  /**
   * Looks at an earlier run, as far as snapshots of it were kept. They are read in the background; if a training begins
   * meanwhile, or another run is looked at, they are not shown.
   */
  public void lookBack(RunRecord earlier, SnapshotStore store) {
    forget(earlier);
    reading.set(true);
    show();
    background.execute(() -> {
      List<Inside> read = new ArrayList<>();
      long bytes = 0;
      int damaged = 0;
      try {
        for (SnapshotStore.Entry entry : store.list()) {
          bytes += entry.bytes();
          try {
            read.add(store.inside(entry.epoch()));
          } catch (SnapshotFailure e) {
            damaged++;
          }
        }
      } catch (SnapshotFailure e) {
        damaged++;
      }
      int unread = damaged;
      TrainingEvent.Snapshots kept = new TrainingEvent.Snapshots(
          (int) read.stream().filter(inside -> inside.epoch() > 0).count(), bytes, store.cap());
      ui.execute(() -> take(earlier, read, kept, unread));
    });
  }

  private void take(RunRecord earlier, List<Inside> read, TrainingEvent.Snapshots kept, int unread) {
    if (run != earlier || !reading.get()) {
      return;
    }
    reading.set(false);
    read.forEach(history::add);
    count.set(history.size());
    snapshots = kept;
    move(Math.max(0, history.size() - 1));
    saySnapshots();
    if (read.isEmpty() || unread > 0) {
      snapshotLine.set(unread > 0 ? texts.get("train.inside.unread", unread) : texts.get("train.inside.none-kept"));
    }
  }

  /** Goes to a position of its own accord, not a person's. */
  private void move(int to) {
    moving = true;
    position.set(to);
    moving = false;
    show();
  }

  private void show() {
    if (history.size() == 0) {
      line.set("");
      epoch.set(0);
      filters.set(null);
      rows.clear();
      return;
    }
    int at = Math.max(0, Math.min(history.size() - 1, position.get()));
    Inside inside = history.get(at);
    epoch.set(inside.epoch());
    line.set(inside.epoch() == 0 ? texts.get("train.inside.start", run.name(), inside.pictures())
        : texts.get("train.inside.after", run.name(), inside.epoch(), epochs(), inside.pictures()));
    filters.set(words.filters(inside, history.get(0), change.get()));
    rows.setAll(words.rows(history, at));
  }

  private int epochs() {
    return Math.max(run.setup().settings().epochs(), history.get(history.size() - 1).epoch());
  }

  private void saySnapshots() {
    if (snapshots != null && history.size() > 0) {
      snapshotLine.set(texts.get("train.inside.snapshots", snapshots.kept(),
          history.get(history.size() - 1).epoch(), snapshots.bytes() / GIGA, snapshots.cap() / GIGA));
    }
  }
}
