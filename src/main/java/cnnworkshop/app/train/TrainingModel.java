package cnnworkshop.app.train;

import cnnworkshop.app.support.Messages;
import cnnworkshop.app.support.Trainer;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.Curve;
import cnnworkshop.core.train.LayerProbe;
import cnnworkshop.core.train.RunFailure;
import cnnworkshop.core.train.RunRecord;
import cnnworkshop.core.train.RunSetup;
import cnnworkshop.core.train.RunStore;
import cnnworkshop.core.train.SnapshotStore;
import cnnworkshop.core.train.SnapshotWriter;
import cnnworkshop.core.train.TrainingEvent;
import cnnworkshop.core.train.TrainingEvent.Reason;
import cnnworkshop.core.train.TrainingSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The training that runs, if one does: held, stepped and ended by a person, kept on disk by the trainer thread, its
 * events handed on when the UI thread listens.
 */
public final class TrainingModel {

  /** What the training does. */
  public enum State {
    /** None runs. */
    IDLE,
    /** It is asked for, and waits for the library or for another one. */
    WAITING,
    /** It runs. */
    RUNNING,
    /** It is held. */
    HELD
  }

  /** Hears of a training on the UI thread. */
  interface Listener {
    /** It told something; {@code curve} holds all epochs so far. */
    void told(RunInProgress run, TrainingEvent event, Curve curve);

    /** It is over, whatever became of it. */
    void over(RunInProgress run);
  }

  /** Numbers that change more often can't be read. */
  private static final long SHOWN_EVERY_NANOS = 250_000_000;

  private final Trainer trainer;
  private final RunStore store;
  private final Messages messages;
  private final Work work;
  private final Texts texts;
  private final Executor background;
  private final Executor ui;
  private final LongSupplier nanoTime;
  private final Listener listener;

  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.IDLE);
  private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper(this, "line", "");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", 0);
  private final ReadOnlyDoubleWrapper epochProgress = new ReadOnlyDoubleWrapper(this, "epochProgress", 0);

  private RunInProgress running;
  private Work.Piece piece;
  private Curve curve = Curve.EMPTY;
  private final Pace pictures = new Pace();
  private long epochBegan;
  private long shown;
  private double epochSeconds = Double.NaN;

  /**
   * @param background writes snapshots
   * @param nanoTime the time, to tell how fast it goes
   */
  TrainingModel(Trainer trainer, RunStore store, Messages messages, Work work, Texts texts,
      Executor background, Executor ui, LongSupplier nanoTime, Listener listener) {
    this.trainer = trainer;
    this.store = store;
    this.messages = messages;
    this.work = work;
    this.texts = texts;
    this.background = background;
    this.ui = ui;
    this.nanoTime = nanoTime;
    this.listener = listener;
  }

  /** What the training does. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** How far it is, in words. */
  public ReadOnlyStringProperty lineProperty() {
    return line.getReadOnlyProperty();
  }

  /** How far the whole training is, 0..1. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** How far its epoch is, 0..1. */
  public ReadOnlyDoubleProperty epochProgressProperty() {
    return epochProgress.getReadOnlyProperty();
  }

  /** The training that runs or is held; null for none. */
  RunInProgress running() {
    return running;
  }

  /** Starts a training; none may run. */
  void start(RunInProgress run) {
    running = run;
    curve = Curve.EMPTY;
    pictures.restart();
    epochSeconds = Double.NaN;
    progress.set(0);
    epochProgress.set(0);
    state.set(State.WAITING);
    line.set(texts.get("train.progress.waiting"));
    piece = work.start(texts.get("train.progress.work", run.record().name()), this::stop);
    trainer.submit(backend -> train(backend, run), e -> failed(run, e));
  }

  /** On the trainer thread. */
  private void train(Backend backend, RunInProgress run) throws Exception {
    RunRecord record = run.record();
    RunSetup begun = record.setup();
    store.save(record);
    Keeper keeper = new Keeper(record.id());
    try (TrainableNetwork network = backend.create(begun.network(), begun.updater(), begun.settings().seed())) {
      TrainingSession session = new TrainingSession(network, run.part().data(run.augmentation()),
          run.part().heldOutJudge(), run.part().testJudge(), begun.settings(), run.control(), event -> {
            keeper.keep(event);
            run.events().add(event);
          });
      session.lookInside(LayerProbe.of(run.part().data(run.unchanged())),
          new SnapshotWriter(SnapshotStore.of(store, record), background,
              failure -> ui.execute(() -> messages.report(failure))));
      session.run(null);
      if (session.bestEpoch() > 0) {
        network.save(store.weights(record.id()),
            run.part().describe(network, record.name(), madeBy(begun, session.bestEpoch())));
      }
    }
    ui.execute(() -> over(run));
  }

  /** Writes how far a run is after every epoch, so that nothing is lost whatever ends the program. */
  private final class Keeper {
    private final String id;
    private Curve soFar = Curve.EMPTY;

    Keeper(String id) {
      this.id = id;
    }

    void keep(TrainingEvent event) {
      if (event instanceof TrainingEvent.Epoch epoch) {
        soFar = soFar.with(epoch);
        write(Optional.empty());
      } else if (event instanceof TrainingEvent.Finished finished) {
        write(Optional.of(finished.reason()));
      }
    }

    private void write(Optional<Reason> end) {
      try {
        store.progress(id, soFar, end);
      } catch (RunFailure e) {
        ui.execute(() -> messages.report(e));
      }
    }
  }

  private static Map<String, String> madeBy(RunSetup begun, int bestEpoch) {
    Map<String, String> record = new LinkedHashMap<>();
    record.put("data", begun.data().name());
    record.put("pictures", String.valueOf(begun.data().learned()));
    record.put("epochs", bestEpoch + " of " + begun.settings().epochs());
    record.put("updater", begun.updater().toString());
    record.put("learning rate", begun.settings().learningRate().toString());
    record.put("augmentation", begun.augmentation());
    record.put("seed", String.valueOf(begun.settings().seed()));
    return record;
  }

  private void failed(RunInProgress run, Throwable e) {
    messages.report(e);
    over(run);
  }

  private void over(RunInProgress run) {
    if (running == run) {
      listen();
      running = null;
      piece.done();
      state.set(State.IDLE);
      listener.over(run);
    }
  }

  /** Takes in what the training has told since the last call. */
  void listen() {
    if (running == null) {
      return;
    }
    TrainingEvent.Step last = null;
    for (TrainingEvent event = running.events().poll(); event != null; event = running.events().poll()) {
      if (event instanceof TrainingEvent.Step step) {
        stepped(step);
        last = step;
      } else if (event instanceof TrainingEvent.Epoch epoch) {
        curve = curve.with(epoch);
        epochSeconds = epochBegan == 0 ? Double.NaN : (nanoTime.getAsLong() - epochBegan) / 1e9;
      } else if (event instanceof TrainingEvent.Finished finished) {
        line.set(words(finished));
        progress.set(1);
        last = null;
      }
      listener.told(running, event, curve);
    }
    if (last != null && nanoTime.getAsLong() - shown >= SHOWN_EVERY_NANOS) {
      show(last);
    }
    if (state.get() == State.RUNNING && running.control().isHeld()) {
      hold();
    }
  }

  private void stepped(TrainingEvent.Step step) {
    if (state.get() == State.WAITING) {
      state.set(running.control().isHeld() ? State.HELD : State.RUNNING);
    }
    if (step.step() == 1) {
      epochBegan = nanoTime.getAsLong();
    }
    pictures.mark(nanoTime.getAsLong(), done(step) * running.record().setup().data().learned());
  }

  /** How many epochs are done, with a fraction. */
  private static double done(TrainingEvent.Step step) {
    return step.epoch() - 1 + (double) step.step() / step.stepsAnEpoch();
  }

  private void show(TrainingEvent.Step step) {
    shown = nanoTime.getAsLong();
    RunSetup begun = running.record().setup();
    int epochs = begun.settings().epochs();
    double done = done(step);
    progress.set(done / epochs);
    epochProgress.set((double) step.step() / step.stepsAnEpoch());
    piece.progress(progress.get());
    double left = (epochs - done)
        * (Double.isNaN(epochSeconds) ? begun.data().learned() / pictures.aSecond() : epochSeconds);
    line.set(Double.isNaN(left) || left < 0 ? texts.get("train.progress.first", step.epoch(), epochs, step.loss())
        : texts.get("train.progress.step", step.epoch(), epochs, step.loss(), pictures.aSecond(), Math.round(left),
            left / 60));
  }

  private String words(TrainingEvent.Finished finished) {
    return switch (finished.reason()) {
      case COMPLETE -> texts.get("train.progress.complete", finished.bestEpoch());
      case OUT_OF_PATIENCE -> texts.get("train.progress.out-of-patience", finished.bestEpoch());
      case STOPPED -> texts.get("train.progress.stopped", finished.bestEpoch());
      case DIVERGED -> texts.get("train.progress.diverged", finished.bestEpoch());
    };
  }

  private void hold() {
    state.set(State.HELD);
    pictures.restart();
    // An epoch that was held tells nothing of the time the others need.
    epochBegan = 0;
  }

  /** Holds a training that runs, and lets one go on that is held. */
  public void pauseOrResume() {
    if (running == null) {
      return;
    }
    if (running.control().isHeld()) {
      running.control().resume();
      state.set(State.RUNNING);
    } else {
      running.control().pause();
      hold();
    }
  }

  /** Does one batch more and holds. */
  public void oneBatch() {
    if (running != null) {
      running.control().oneBatch();
      state.set(State.RUNNING);
    }
  }

  /** Goes on to the end of the epoch and holds. */
  public void oneEpoch() {
    if (running != null) {
      running.control().oneEpoch();
      state.set(State.RUNNING);
    }
  }

  /** Ends the training; its best weights are kept. */
  public void stop() {
    if (running != null) {
      running.control().stop();
    }
  }

  /** Says something in place of how far a training is. */
  void say(String words) {
    line.set(words);
  }
}
