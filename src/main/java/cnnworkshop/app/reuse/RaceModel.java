package cnnworkshop.app.reuse;

import cnnworkshop.app.control.ComparisonLine;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.reuse.Race.Heat;
import cnnworkshop.core.reuse.RaceResults;
import cnnworkshop.core.train.TrainingTask;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Runs the trainings of a plan one after the other, and holds what they have told. Between two of them trainings of
 * other tabs get their turn. On the UI thread; {@link #listen()} is to be called some ten times a second.
 */
final class RaceModel {

  /** What it does. */
  enum State {
    /** Nothing. */
    IDLE,
    /** A plan is being prepared, or waits for another training. */
    WAITING,
    /** A training runs. */
    RUNNING
  }

  private final ReuseTools tools;
  private final ReuseWords words;
  private final RaceCurves curves;
  private final Consumer<TrainedNetwork> trained;
  private final LongSupplier nanoTime;

  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.IDLE);
  private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper(this, "line", "");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", 0);
  private final ReadOnlyObjectWrapper<RaceResults> results =
      new ReadOnlyObjectWrapper<>(this, "results", RaceResults.NONE);
  private final ReadOnlyObjectWrapper<RacePlan> shown = new ReadOnlyObjectWrapper<>(this, "shown");
  private final ReadOnlyObjectWrapper<RacePlan> raced = new ReadOnlyObjectWrapper<>(this, "raced");
  private final ObservableList<ComparisonLine> overSteps = FXCollections.observableArrayList();
  private final ObservableList<ComparisonLine> overPictures = FXCollections.observableArrayList();

  private Running running;

  /** A plan under way. */
  private static final class Running {
    private final RacePlan plan;
    private final Work.Piece piece;
    private float[] weights;
    private TrainingTask task;
    private int done;
    private HeatRun heat;
    private long began;
    private HeatRun.Round last;

    Running(RacePlan plan, Work.Piece piece) {
      this.plan = plan;
      this.piece = piece;
    }
  }

  /**
   * @param nanoTime the time, to tell how long it will take
   * @param trained gets every network that comes of a training
   */
  RaceModel(ReuseTools tools, ReuseWords words, LongSupplier nanoTime, Consumer<TrainedNetwork> trained) {
    this.tools = tools;
    this.words = words;
    this.curves = new RaceCurves(words);
    this.nanoTime = nanoTime;
    this.trained = trained;
    tools.inference().networkProperty().addListener((p, before, now) -> {
      if (running != null && running.weights == null) {
        over(tools.texts().get("reuse.line.other-network", running.plan.base()));
      }
    });
  }

  /** What it does. */
  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** How far it is, or how it ended, in words. */
  ReadOnlyStringProperty lineProperty() {
    return line.getReadOnlyProperty();
  }

  /** How far all of it is, 0..1. */
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** What has come of the last race so far. */
  ReadOnlyObjectProperty<RaceResults> resultsProperty() {
    return results.getReadOnlyProperty();
  }

  /** The plan the results are of; null before the first race. */
  ReadOnlyObjectProperty<RacePlan> racedProperty() {
    return raced.getReadOnlyProperty();
  }

  /** The plan the curves over the steps are of; null before the first one. */
  ReadOnlyObjectProperty<RacePlan> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** How trainings with the present number of pictures go, step by step. */
  ObservableList<ComparisonLine> overSteps() {
    return overSteps;
  }

  /** With how many pictures a class they are; 0 for none. */
  int perClass() {
    return curves.perClass();
  }

  /** What was reached with how many pictures. */
  ObservableList<ComparisonLine> overPictures() {
    return overPictures;
  }

  /** Starts a plan for the network that is loaded; nothing happens while another one runs. */
  void start(RacePlan plan) {
    if (running != null) {
      return;
    }
    Running begun = new Running(plan, tools.work().start(tools.texts().get("reuse.work", plan.base()), this::stop));
    running = begun;
    curves.clear();
    overSteps.clear();
    shown.set(plan);
    if (plan.race()) {
      raced.set(plan);
      results.set(RaceResults.NONE);
      overPictures.clear();
    }
    progress.set(0);
    line.set(tools.texts().get("reuse.line.waiting"));
    state.set(State.WAITING);
    tools.inference().submit(this, network -> network.parameters(0, plan.cut().kept()),
        weights -> prepare(begun, weights), e -> failed(begun, e));
  }

  private void prepare(Running run, float[] weights) {
    if (run != running) {
      return;
    }
    run.weights = weights;
    tools.background().execute(() -> {
      Runnable outcome;
      try {
        TrainingTask task = run.plan.task().pictures();
        outcome = () -> {
          run.task = task;
          next(run);
        };
      } catch (Throwable e) { // also OutOfMemoryError
        outcome = () -> failed(run, e);
      }
      tools.ui().execute(outcome);
    });
  }

  private void next(Running run) {
    if (run != running) {
      return;
    }
    if (run.done == run.plan.heats().size()) {
      over(run.plan.race() ? tools.texts().get("reuse.line.race-done") : line.get());
      return;
    }
    HeatRun heat = new HeatRun(run.plan, run.plan.heats().get(run.done), run.task, run.weights);
    run.heat = heat;
    run.began = run.done == 0 ? nanoTime.getAsLong() : run.began;
    run.last = null;
    curves.begin(heat.heat());
    overSteps.setAll(curves.overSteps());
    tools.trainer().submit(backend -> {
      Optional<TrainedNetwork> result = heat.run(backend);
      tools.ui().execute(() -> done(run, heat, result));
    }, e -> failed(run, e));
  }

  private void done(Running run, HeatRun heat, Optional<TrainedNetwork> result) {
    if (run != running || heat != run.heat) {
      return;
    }
    listen();
    run.done++;
    boolean ended = heat.isEnded();
    if (run.plan.race() && !ended) {
      results.set(results.get().with(new RaceResults.Result(heat.heat(),
          run.plan.task().learned(heat.heat().perClass()), result.map(TrainedNetwork::measure).orElse(Double.NaN),
          result.map(TrainedNetwork::seconds).orElse(Double.NaN), result.map(TrainedNetwork::speedUp).orElse(1.0))));
      overPictures.setAll(curves.overPictures(results.get()));
    }
    // What a race was ended in is no match for the others; a single training's network may still be of use.
    if (!run.plan.race() || !ended) {
      result.ifPresent(trained);
    }
    if (!run.plan.race()) {
      line.set(result.map(words::result)
          .orElse(tools.texts().get(ended ? "reuse.line.stopped" : "reuse.line.diverged")));
    }
    if (ended) {
      over(run.plan.race() || result.isEmpty() ? tools.texts().get("reuse.line.stopped") : line.get());
    } else {
      next(run);
    }
  }

  private void failed(Running run, Throwable e) {
    tools.messages().report(e);
    if (run == running) {
      over(tools.texts().get("reuse.line.failed"));
    }
  }

  private void over(String words) {
    running.piece.done();
    running = null;
    progress.set(0);
    line.set(words);
    state.set(State.IDLE);
  }

  /** Ends what runs; what is left of the plan is left out. */
  void stop() {
    if (running == null) {
      return;
    }
    if (running.heat == null || !running.heat.end()) {
      tools.inference().cancel(this);
      over(tools.texts().get("reuse.line.stopped"));
    } else {
      line.set(tools.texts().get("reuse.line.stopping"));
    }
  }

  /** About how long the rest takes, once each entrant has had a turn; empty before. */
  private String left(Running run) {
    long entrants = run.plan.heats().stream().map(Heat::entrant).distinct().count();
    double seconds = (nanoTime.getAsLong() - run.began) / 1e9;
    return run.done < entrants ? "" : words.left(seconds * (1 - progress.get()) / progress.get());
  }

  /** Takes in what the training has told since the last call. */
  void listen() {
    if (running == null || running.heat == null || running.heat.isEnded() && !running.heat.hasBegun()) {
      return;
    }
    if (!running.heat.hasBegun()) {
      line.set(tools.texts().get("reuse.line.queued"));
      return;
    }
    HeatRun heat = running.heat;
    state.set(State.RUNNING);
    boolean more = false;
    for (HeatRun.Round round = heat.rounds().poll(); round != null; round = heat.rounds().poll()) {
      curves.add(heat.heat(), round);
      running.last = round;
      more = true;
    }
    if (more) {
      overSteps.setAll(curves.overSteps());
    }
    progress.set((running.done + heat.progress()) / running.plan.heats().size());
    running.piece.progress(progress.get());
    if (!heat.isEnded()) {
      line.set((words.progress(running.plan, running.done, heat, running.last) + " " + left(running)).strip());
    }
  }
}
