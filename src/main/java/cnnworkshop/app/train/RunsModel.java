package cnnworkshop.app.train;

import cnnworkshop.app.control.ChartRun;
import cnnworkshop.app.control.ChartSeries;
import cnnworkshop.app.control.ChartSeries.Role;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.Curve;
import cnnworkshop.core.train.RunFailure;
import cnnworkshop.core.train.RunRecord;
import cnnworkshop.core.train.RunStore;
import cnnworkshop.core.train.TrainingEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The runs that were kept, and the curves of those that are looked at; the one that runs is always among them. */
public final class RunsModel {

  private static final ChartRun.Dash[] DASHES = ChartRun.Dash.values();

  private final RunStore store;
  private final Texts texts;
  private final Executor background;
  private final Executor ui;
  private final Consumer<Throwable> failures;

  private final ObservableList<RunRecord> runs = FXCollections.observableArrayList();
  private final ObservableList<ChartRun> charted = FXCollections.observableArrayList();

  private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);
  private RunRecord current;
  private Map<Role, ChartSeries> live = Map.of();
  private List<RunRecord> compared = List.of();

  RunsModel(RunStore store, Texts texts, Executor background, Executor ui, Consumer<Throwable> failures) {
    this.store = store;
    this.texts = texts;
    this.background = background;
    this.ui = ui;
    this.failures = failures;
  }

  /** All runs, the newest first. */
  public ObservableList<RunRecord> runs() {
    return runs;
  }

  /** The curves to draw. */
  public ObservableList<ChartRun> charted() {
    return charted;
  }

  /** Whether a run's weights can be used. */
  public boolean hasWeights(RunRecord run) {
    return store.hasWeights(run.id());
  }

  /** Reads the runs anew, in the background. */
  public void reload() {
    writing = writing.thenRunAsync(() -> {
      try {
        RunStore.Listing listing = store.list();
        ui.execute(() -> {
          runs.setAll(listing.runs());
          listing.unusable().forEach(failures);
        });
      } catch (RunFailure e) {
        ui.execute(() -> failures.accept(e));
      }
    }, background);
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
    live = series(run.setup().data().tested() > 0);
    chart();
  }

  private Map<Role, ChartSeries> series(boolean tested) {
    Map<Role, ChartSeries> series = new LinkedHashMap<>();
    series.put(Role.TRAINING_LOSS, new ChartSeries(texts.get("train.curve.training-loss"), Role.TRAINING_LOSS));
    if (tested) {
      series.put(Role.TEST_LOSS, new ChartSeries(texts.get("train.curve.test-loss"), Role.TEST_LOSS));
      series.put(Role.MEASURE, new ChartSeries(texts.get("train.curve.test-accuracy"), Role.MEASURE));
    } else {
      series.put(Role.HELD_OUT_LOSS, new ChartSeries(texts.get("train.curve.held-out-loss"), Role.HELD_OUT_LOSS));
      series.put(Role.HELD_OUT_MEASURE,
          new ChartSeries(texts.get("train.curve.held-out-accuracy"), Role.HELD_OUT_MEASURE));
    }
    return series;
  }

  void add(TrainingEvent.Step step) {
    add(live, Role.TRAINING_LOSS, step.epoch() - 1 + (double) step.step() / step.stepsAnEpoch(), step.loss());
  }

  void add(TrainingEvent.Epoch epoch) {
    add(live, Curve.Point.of(epoch));
  }

  private static void add(Map<Role, ChartSeries> series, Curve.Point point) {
    add(series, Role.TEST_LOSS, point.epoch(), point.testLoss());
    add(series, Role.MEASURE, point.epoch(), point.testMeasure());
    add(series, Role.HELD_OUT_LOSS, point.epoch(), point.heldOutLoss());
    add(series, Role.HELD_OUT_MEASURE, point.epoch(), point.heldOutMeasure());
  }

  private static void add(Map<Role, ChartSeries> series, Role role, double epoch, double value) {
    if (series.containsKey(role)) {
      series.get(role).add(epoch, value);
    }
  }

  /** Keeps how far a run is, in the background. */
  void keep(String id, Curve curve, Optional<TrainingEvent.Reason> end) {
    // One after the other: what is written last must be what came last.
    writing = writing.thenRunAsync(() -> {
      try {
        store.progress(id, curve, end);
      } catch (RunFailure e) {
        ui.execute(() -> failures.accept(e));
      }
    }, background);
  }

  /** Lays the curves of these runs over each other, with those of the one that runs or ran last on top. */
  public void compare(List<RunRecord> others) {
    compared = List.copyOf(others);
    chart();
  }

  private void chart() {
    List<ChartRun> all = new ArrayList<>();
    int dash = 1;
    for (RunRecord run : compared) {
      if (current == null || !run.id().equals(current.id())) {
        Map<Role, ChartSeries> series = series(run.setup().data().tested() > 0);
        for (Curve.Point point : run.curve().points()) {
          add(series, Role.TRAINING_LOSS, point.epoch(), point.trainingLoss());
          add(series, point);
        }
        all.add(new ChartRun(run.name(), DASHES[dash++ % DASHES.length], List.copyOf(series.values())));
      }
    }
    if (current != null) {
      all.add(new ChartRun(current.name(), ChartRun.Dash.SOLID, List.copyOf(live.values())));
    }
    charted.setAll(all);
  }

  /** Deletes a run with its weights. */
  public void delete(RunRecord run) {
    background.execute(() -> {
      try {
        store.delete(run.id());
      } catch (RunFailure e) {
        ui.execute(() -> failures.accept(e));
      }
      reload();
    });
  }
}
