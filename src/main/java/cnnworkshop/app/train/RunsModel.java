package cnnworkshop.app.train;

import cnnworkshop.app.control.ChartRun;
import cnnworkshop.app.control.LiveChart;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.Curve;
import cnnworkshop.core.train.RunComparison;
import cnnworkshop.core.train.RunFailure;
import cnnworkshop.core.train.RunRecord;
import cnnworkshop.core.train.RunStore;
import cnnworkshop.core.train.TrainingEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The runs that were kept, what a person writes about them, and the curves of those that are chosen; the one that runs
 * is always among them. What is changed is seen at once and written in the background. Used on the UI thread.
 */
public final class RunsModel {

  private final RunFiles files;
  private final RunCurves curves;
  private final Consumer<Throwable> failures;

  private final ObservableList<RunRecord> runs = FXCollections.observableArrayList();
  private final ObservableList<RunRecord> selected = FXCollections.observableArrayList();
  private final ObservableList<RunRecord> readOnlySelected = FXCollections.unmodifiableObservableList(selected);
  private final Map<String, RunEdit> unsaved = new HashMap<>();
  private final Set<String> deleting = new HashSet<>();

  private RunRecord current;
  private boolean running;

  RunsModel(RunStore store, Texts texts, Executor background, Executor ui, Consumer<Throwable> failures) {
    this.files = new RunFiles(store, background, ui, failures);
    this.curves = new RunCurves(texts);
    this.failures = failures;
  }

  /** All runs, the newest first; the one that runs has its curve so far. */
  public ObservableList<RunRecord> runs() {
    return runs;
  }

  /** Those a person chose, as they are now; changed by {@link #compare}. It also changes when weights may be new. */
  public ObservableList<RunRecord> selected() {
    return readOnlySelected;
  }

  /** The curves to draw: of those that are chosen, and of the one that runs, or ran last if none are. */
  public ObservableList<ChartRun> charted() {
    return curves.charted();
  }

  /** What the right axis of the chart says. */
  public ReadOnlyObjectProperty<LiveChart.Measure> measureProperty() {
    return curves.measureProperty();
  }

  /** Which of the chosen runs are not drawn, and why; empty if all are. */
  public ReadOnlyStringProperty leftOutProperty() {
    return curves.leftOutProperty();
  }

  /** Whether a run's weights can be used. */
  public boolean hasWeights(RunRecord run) {
    return files.hasWeights(run.id());
  }

  /** The run that is trained now, or else the last one since the program began that is still there. */
  public Optional<RunRecord> current() {
    return Optional.ofNullable(current);
  }

  /** Whether it is the run that is trained now. */
  public boolean isRunning(RunRecord run) {
    return running && run.id().equals(current.id());
  }

  /** The best runs, a board for each set of pictures. */
  List<RunComparison.Board> boards() {
    return new RunComparison(runs).boards();
  }

  /** Runs that differ in their seeds alone. */
  List<RunComparison.Spread> spreads() {
    return new RunComparison(runs).spreads();
  }

  /** Reads the runs anew, in the background. */
  public void reload() {
    files.list(this::show);
  }

  private void show(List<RunRecord> listed) {
    if (running && listed.stream().anyMatch(run -> run.id().equals(current.id()) && run.end().isPresent())) {
      running = false;
    }
    List<RunRecord> all = new ArrayList<>();
    for (RunRecord run : listed) {
      if (!deleting.contains(run.id())) {
        // The file may be an epoch or a letter behind.
        all.add(isRunning(run) ? current : unsaved.getOrDefault(run.id(), RunEdit.NONE).appliedTo(run));
      }
    }
    if (running && all.stream().noneMatch(this::isRunning)) {
      all.add(0, current);
    }
    if (!runs.equals(all)) {
      runs.setAll(all);
    }
    refresh();
  }

  /** Takes over what the runs are now, and draws them. */
  private void refresh() {
    if (current != null) {
      // A run whose file is gone is no longer the one that ran last.
      current = running ? current : find(current.id()).orElse(null);
    }
    selected.setAll(selected.stream().flatMap(run -> find(run.id()).stream()).toList());
    curves.draw(selected, current, running);
  }

  private Optional<RunRecord> find(String id) {
    return runs.stream().filter(run -> run.id().equals(id)).findFirst();
  }

  /** A name no run has yet: the network's and a number. */
  String newName(String network) {
    int number = 1;
    while (hasName(network + " " + number)) {
      number++;
    }
    return network + " " + number;
  }

  private boolean hasName(String name) {
    return runs.stream().anyMatch(run -> run.name().equals(name)) || current != null && current.name().equals(name);
  }

  /** A run begins: its curves are drawn from now on. */
  void begin(RunRecord run) {
    current = run;
    running = true;
    curves.begin(run.setup());
    runs.add(0, run);
    refresh();
  }

  /** The training is over, however it ended; what was kept of it is read. */
  void ended() {
    running = false;
    if (current != null) {
      write(current.id());
    }
    refresh();
    reload();
  }

  void add(TrainingEvent.Step step) {
    curves.add(step);
  }

  /** The run that is trained is an epoch further. Whoever trains it keeps that. */
  void add(TrainingEvent.Epoch epoch) {
    curves.add(Curve.Point.of(epoch));
    if (running) {
      change(current.id(), run -> run.with(run.curve().with(epoch), run.end()));
      // It may not have had a file yet when it was written about.
      write(current.id());
    }
  }

  /** Chooses runs and lays their curves over each other. */
  public void compare(List<RunRecord> others) {
    List<RunRecord> now = others.stream().flatMap(run -> find(run.id()).stream()).distinct().toList();
    if (!ids(now).equals(ids(selected))) {
      selected.setAll(now);
      curves.draw(selected, current, running);
    }
  }

  private static List<String> ids(List<RunRecord> some) {
    return some.stream().map(RunRecord::id).toList();
  }

  /** Gives a run another name; a blank one changes nothing. */
  public void rename(String id, String name) {
    String stripped = name.strip();
    if (!stripped.isEmpty() && find(id).filter(run -> !run.name().equals(stripped)).isPresent()) {
      edit(id, unsaved.getOrDefault(id, RunEdit.NONE).withName(stripped));
    }
  }

  /** Gives a run other notes. */
  public void note(String id, String notes) {
    if (find(id).filter(run -> !run.notes().equals(notes)).isPresent()) {
      edit(id, unsaved.getOrDefault(id, RunEdit.NONE).withNotes(notes));
    }
  }

  private void edit(String id, RunEdit edit) {
    unsaved.put(id, edit);
    change(id, edit::appliedTo);
    write(id);
  }

  private void change(String id, UnaryOperator<RunRecord> change) {
    for (int i = 0; i < runs.size(); i++) {
      if (runs.get(i).id().equals(id)) {
        RunRecord changed = change.apply(runs.get(i));
        if (current != null && current.id().equals(id)) {
          current = changed;
        }
        runs.set(i, changed);
        refresh();
        return;
      }
    }
  }

  /** Writes what is not written yet. What can't be written stays on screen, and is tried again with the next change. */
  private void write(String id) {
    RunEdit edit = unsaved.get(id);
    if (edit != null) {
      files.write(id, edit, () -> unsaved.remove(id, edit), e -> {
        // A run that waits for its turn has no file yet; it is tried again when it is an epoch further.
        boolean waits = running && current.id().equals(id) && e instanceof RunFailure failure
            && failure.kind() == RunFailure.Kind.MISSING;
        if (!waits) {
          failures.accept(e);
        }
      });
    }
  }

  /** Deletes a run with its weights; not the one that runs. */
  public void delete(RunRecord run) {
    if (isRunning(run)) {
      return;
    }
    deleting.add(run.id());
    unsaved.remove(run.id());
    runs.removeIf(other -> other.id().equals(run.id()));
    refresh();
    files.delete(run.id(), () -> {
      deleting.remove(run.id());
      reload();
    });
  }

  /**
   * Takes all runs out of the list and keeps them in a folder beside.
   *
   * @param then told which, if there were any
   */
  public void putAside(Consumer<Path> then) {
    files.putAside(folder -> {
      current = null;
      running = false;
      unsaved.clear();
      runs.clear();
      refresh();
      then.accept(folder);
    });
  }

  /** Waits some seconds at most until all changes are written. To be called before the background threads are ended. */
  public void await() {
    files.await();
  }
}
