package cnnworkshop.app.train;

import cnnworkshop.app.control.ChartRun;
import cnnworkshop.app.control.ChartSeries;
import cnnworkshop.app.control.ChartSeries.Role;
import cnnworkshop.app.control.LiveChart;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.Curve;
import cnnworkshop.core.train.Measure;
import cnnworkshop.core.train.RunRecord;
import cnnworkshop.core.train.RunSetup;
import cnnworkshop.core.train.TrainingEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The curves to draw over each other. Accuracies and errors in pixels can't share an axis: of runs of another kind it
 * says that they are left out. Used on the UI thread.
 */
final class RunCurves {

  /** Runs drawn at most; more can't be told apart. */
  static final int MOST = 12;

  private static final ChartRun.Dash[] DASHES = ChartRun.Dash.values();

  private final Texts texts;
  private final ObservableList<ChartRun> charted = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<LiveChart.Measure> measure =
      new ReadOnlyObjectWrapper<>(this, "measure", LiveChart.Measure.ACCURACY);
  private final ReadOnlyStringWrapper leftOut = new ReadOnlyStringWrapper(this, "leftOut", "");

  private Map<Role, ChartSeries> live = Map.of();
  private Map<Look, ChartRun> drawn = Map.of();

  /** What decides how a run is drawn; what stays the same is not drawn anew, so that the chart keeps what is hidden. */
  private record Look(String id, String name, ChartRun.Dash dash, Curve curve, Map<Role, ChartSeries> live) {}

  RunCurves(Texts texts) {
    this.texts = texts;
  }

  ObservableList<ChartRun> charted() {
    return charted;
  }

  ReadOnlyObjectProperty<LiveChart.Measure> measureProperty() {
    return measure.getReadOnlyProperty();
  }

  ReadOnlyStringProperty leftOutProperty() {
    return leftOut.getReadOnlyProperty();
  }

  /** Another run is drawn while it grows. */
  void begin(RunSetup setup) {
    live = series(setup);
  }

  void add(TrainingEvent.Step step) {
    add(live, Role.TRAINING_LOSS, step.epoch() - 1 + (double) step.step() / step.stepsAnEpoch(), step.loss());
  }

  void add(Curve.Point point) {
    add(live, point);
  }

  /**
   * Draws runs over each other.
   *
   * @param compared those a person chose
   * @param current the one whose curves grow or grew last, drawn on top if it runs or nothing else is chosen; or null
   * @param runs whether it runs
   */
  void draw(List<RunRecord> compared, RunRecord current, boolean runs) {
    boolean withCurrent = current != null
        && (runs || compared.isEmpty() || compared.stream().anyMatch(run -> run.id().equals(current.id())));
    List<RunRecord> wanted = compared.stream().filter(run -> current == null || !run.id().equals(current.id()))
        .sorted(Comparator.comparing(RunRecord::started).thenComparing(RunRecord::id))
        .collect(Collectors.toCollection(ArrayList::new));
    if (withCurrent) {
      wanted.add(current);
    }
    if (!wanted.isEmpty()) {
      measure.set(measureOf(wanted, runs));
    }
    List<RunRecord> alike = wanted.stream().filter(run -> chartMeasure(run) == measure.get()).toList();
    List<RunRecord> shown = alike.subList(Math.max(0, alike.size() - MOST), alike.size());
    leftOut.set(leftOut(wanted, alike, shown));

    Map<Look, ChartRun> now = new HashMap<>();
    List<ChartRun> all = new ArrayList<>();
    // The first kind of line is for the one whose curves grow.
    int dash = withCurrent ? 1 : 0;
    for (RunRecord run : shown) {
      boolean grows = withCurrent && run == current;
      Look look = grows ? new Look(run.id(), run.name(), ChartRun.Dash.SOLID, Curve.EMPTY, live)
          : new Look(run.id(), run.name(), DASHES[dash++ % DASHES.length], run.curve(), Map.of());
      ChartRun chart = drawn.containsKey(look) ? drawn.get(look)
          : new ChartRun(run.name(), look.dash(), List.copyOf((grows ? live : series(run)).values()));
      now.put(look, chart);
      all.add(chart);
    }
    drawn = now;
    if (!charted.equals(all)) {
      charted.setAll(all);
    }
  }

  /** That of the run that runs; else the present one as long as any run has it. */
  private LiveChart.Measure measureOf(List<RunRecord> wanted, boolean lastRuns) {
    RunRecord last = wanted.get(wanted.size() - 1);
    boolean stays = !lastRuns && wanted.stream().anyMatch(run -> chartMeasure(run) == measure.get());
    return stays ? measure.get() : chartMeasure(last);
  }

  private String leftOut(List<RunRecord> wanted, List<RunRecord> alike, List<RunRecord> shown) {
    List<String> sentences = new ArrayList<>();
    if (alike.size() < wanted.size()) {
      String names = wanted.stream().filter(run -> !alike.contains(run)).limit(MOST).map(RunRecord::name)
          .collect(Collectors.joining(", "));
      sentences.add(measure.get() == LiveChart.Measure.ACCURACY ? texts.get("train.runs.other-measure.points", names)
          : texts.get("train.runs.other-measure.classes", names));
    }
    if (shown.size() < alike.size()) {
      sentences.add(texts.get("train.runs.too-many", shown.size(), alike.size()));
    }
    return String.join(" ", sentences);
  }

  private static LiveChart.Measure chartMeasure(RunRecord run) {
    return run.setup().measure() == Measure.ACCURACY ? LiveChart.Measure.ACCURACY : LiveChart.Measure.PIXELS;
  }

  private Map<Role, ChartSeries> series(RunRecord run) {
    Map<Role, ChartSeries> series = series(run.setup());
    for (Curve.Point point : run.curve().points()) {
      add(series, Role.TRAINING_LOSS, point.epoch(), point.trainingLoss());
      add(series, point);
    }
    return series;
  }

  /** The curves of a run, without points: what it is judged by are test pictures, without any those held out. */
  private Map<Role, ChartSeries> series(RunSetup setup) {
    Map<Role, ChartSeries> series = new LinkedHashMap<>();
    boolean points = setup.measure() == Measure.RMSE_PIXELS;
    put(series, Role.TRAINING_LOSS, texts.get("train.curve.training-loss"));
    if (setup.data().tested() > 0) {
      put(series, Role.TEST_LOSS, texts.get("train.curve.test-loss"));
      put(series, Role.MEASURE, points ? texts.get("train.curve.test-rmse") : texts.get("train.curve.test-accuracy"));
    } else if (setup.data().heldOut() > 0) {
      put(series, Role.HELD_OUT_LOSS, texts.get("train.curve.held-out-loss"));
      put(series, Role.HELD_OUT_MEASURE,
          points ? texts.get("train.curve.held-out-rmse") : texts.get("train.curve.held-out-accuracy"));
    }
    return series;
  }

  private static void put(Map<Role, ChartSeries> series, Role role, String name) {
    series.put(role, new ChartSeries(name, role));
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
}
