package cnnworkshop.app.filters;

import cnnworkshop.core.train.RunFailure;
import cnnworkshop.core.train.RunRecord;
import cnnworkshop.core.train.SnapshotFailure;
import cnnworkshop.core.train.SnapshotStore;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The runs of which snapshots were kept, and the chosen one of them. Used on the UI thread. */
final class TimeRuns {

  private final FiltersTools tools;
  private final ObservableList<TimeRun> all = FXCollections.observableArrayList();
  private final ObservableList<TimeRun> readOnly = FXCollections.unmodifiableObservableList(all);
  private final ObjectProperty<TimeRun> chosen = new SimpleObjectProperty<>(this, "chosen");
  private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper(this, "read");
  private int asked;

  /** What was read, and what could not be. */
  private record Listing(List<TimeRun> runs, List<Throwable> failures) {}

  TimeRuns(FiltersTools tools) {
    this.tools = tools;
  }

  /** Those with snapshots, the newest first. */
  ObservableList<TimeRun> all() {
    return readOnly;
  }

  /** The run to go back in; null for none. It is replaced by one that says the same when there are more epochs. */
  ObjectProperty<TimeRun> chosenProperty() {
    return chosen;
  }

  /** Whether the runs were read at least once. */
  ReadOnlyBooleanProperty readProperty() {
    return read.getReadOnlyProperty();
  }

  /** Reads the runs anew, in the background. The chosen one stays chosen as long as it is there. */
  void refresh() {
    int mine = ++asked;
    tools.background().execute(() -> {
      Listing listing = list();
      tools.ui().execute(() -> {
        if (mine == asked) {
          take(listing);
        }
      });
    });
  }

  private Listing list() {
    List<TimeRun> runs = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    try {
      // Runs that are damaged are told of by the Train tab, which can do something about them.
      for (RunRecord run : tools.runs().list().runs()) {
        try {
          List<Integer> epochs = SnapshotStore.of(tools.runs(), run).list().stream().map(SnapshotStore.Entry::epoch)
              .toList();
          if (!epochs.isEmpty()) {
            runs.add(new TimeRun(run, epochs));
          }
        } catch (SnapshotFailure e) {
          failures.add(e);
        }
      }
    } catch (RunFailure | RuntimeException e) {
      failures.add(e);
    }
    return new Listing(runs, failures);
  }

  private void take(Listing listing) {
    listing.failures.forEach(tools.messages()::report);
    String before = chosen.get() == null ? "" : chosen.get().record().id();
    if (!all.equals(listing.runs)) {
      all.setAll(listing.runs);
    }
    read.set(true);
    chosen.set(all.stream().filter(run -> run.record().id().equals(before)).findFirst()
        .or(() -> all.stream().findFirst()).orElse(null));
  }
}
