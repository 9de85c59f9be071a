package cnnworkshop.app.train;

import cnnworkshop.core.train.RunRecord;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A run's line in a table: it stays the same while the run grows, so that what is chosen stays chosen. */
final class RunRow {

  private final String id;
  private final ReadOnlyObjectWrapper<RunRecord> run;

  RunRow(RunRecord run) {
    this.id = run.id();
    this.run = new ReadOnlyObjectWrapper<>(this, "run", run);
  }

  String id() {
    return id;
  }

  RunRecord run() {
    return run.get();
  }

  ReadOnlyObjectProperty<RunRecord> runProperty() {
    return run.getReadOnlyProperty();
  }

  void set(RunRecord now) {
    run.set(now);
  }
}
