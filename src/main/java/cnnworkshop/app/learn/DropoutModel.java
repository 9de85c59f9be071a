package cnnworkshop.app.learn;

import cnnworkshop.app.support.Trainer;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.op.DropoutMask;
import cnnworkshop.core.op.SmallNetwork;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;

/**
 * A small network that learns on the page, once with and once without dropout. Playing goes through the trainer and
 * so behind a training that runs elsewhere; a single batch takes no time and is done at once.
 */
final class DropoutModel {

  /** Where the training is. */
  enum Phase { IDLE, WAITING, RUNNING, DONE }

  /** Batches until it is done. */
  static final int LAST = 3000;

  /** How often a playing training tells what it is like. */
  private static final long REST_MILLIS = 50;

  private static final int TEST_POINTS = 400;
  private static final long TEST_SEED = 1000;

  /** Losses after some batches. */
  record Loss(int steps, double plainTraining, double plainTest, double droppedTraining, double droppedTest) {}

  private final Texts texts;
  private final Trainer trainer;
  private final Work work;
  private final Executor ui;
  private final Consumer<Throwable> failures;
  private final long restMillis;
  private final DoubleProperty dropRate = new SimpleDoubleProperty(this, "dropRate", 0.5);
  private final IntegerProperty points = new SimpleIntegerProperty(this, "points", 40);
  private final DoubleProperty noise = new SimpleDoubleProperty(this, "noise", 0.35);
  private final IntegerProperty seed = new SimpleIntegerProperty(this, "seed", 3);
  private final DoubleProperty pace = new SimpleDoubleProperty(this, "pace", 200);
  private final IntegerProperty example = new SimpleIntegerProperty(this, "example", 1);
  private final ReadOnlyObjectWrapper<TwinTraining> state = new ReadOnlyObjectWrapper<>(this, "state");
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(this, "phase", Phase.IDLE);
  private final List<Loss> losses = new ArrayList<>();
  private final DropoutBet bet;
  private final DropoutWords words;
  private DropoutRun run;
  private volatile double dropRateNow = dropRate.get();
  private volatile double paceNow = pace.get();
  private volatile TwinTraining latest;

  /** @param tools trainer, list of work, and where properties change */
  DropoutModel(DemoTools tools) {
    this(tools.texts(), tools.trainer(), tools.work(), tools.ui(), tools.failures(), REST_MILLIS);
  }

  /** @param restMillis how long a playing training rests between what it tells */
  DropoutModel(Texts texts, Trainer trainer, Work work, Executor ui, Consumer<Throwable> failures, long restMillis) {
    this.texts = texts;
    this.trainer = trainer;
    this.work = work;
    this.ui = ui;
    this.failures = failures;
    this.restMillis = restMillis;
    this.bet = new DropoutBet(texts);
    this.words = new DropoutWords(texts);
    for (Observable setting : List.of(points, noise, seed)) {
      setting.addListener(change -> reset());
    }
    dropRate.addListener((p, before, now) -> {
      dropRateNow = now.doubleValue();
      say();
    });
    pace.addListener((p, before, now) -> paceNow = now.doubleValue());
    phase.addListener((p, before, now) -> say());
    reset();
  }

  /** The probability of dropping a hidden unit, 0..0.9; from the next batch on. */
  DoubleProperty dropRateProperty() {
    return dropRate;
  }

  /** How many points it learns from. */
  IntegerProperty pointsProperty() {
    return points;
  }

  /** Standard deviation of the noise on both coordinates. */
  DoubleProperty noiseProperty() {
    return noise;
  }

  /** Of points, weights, batches and masks. */
  IntegerProperty seedProperty() {
    return seed;
  }

  /** Batches a second while it plays. */
  DoubleProperty paceProperty() {
    return pace;
  }

  /** Which point of the batch one looks at, from 1. */
  IntegerProperty exampleProperty() {
    return example;
  }

  ReadOnlyObjectProperty<TwinTraining> stateProperty() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** The losses so far; changes with the state. */
  List<Loss> losses() {
    return Collections.unmodifiableList(losses);
  }

  DropoutBet bet() {
    return bet;
  }

  DropoutWords words() {
    return words;
  }

  /** Whether a training waits or runs. */
  boolean isBusy() {
    return run != null;
  }

  /** Begins anew: other weights, no batch yet. */
  void reset() {
    stop();
    losses.clear();
    bet.reset();
    phase.set(Phase.IDLE);
    take(TwinTraining.begin(NoisyMoons.draw(points.get(), noise.get(), seed.get()),
        NoisyMoons.draw(TEST_POINTS, noise.get(), seed.get() + TEST_SEED), dropRate.get(), seed.get()));
  }

  /** One batch, at once; not while it plays. */
  void step() {
    if (phase.get() != Phase.RUNNING && state.get().steps() < LAST) {
      take(state.get().withDropRate(dropRate.get()).after(1));
      if (state.get().steps() == LAST) {
        phase.set(Phase.DONE);
      }
    }
  }

  /** Trains on to the last batch, when it is its turn. */
  void play() {
    if (run != null || state.get().steps() >= LAST) {
      return;
    }
    DropoutRun mine = new DropoutRun(restMillis);
    run = mine;
    phase.set(Phase.WAITING);
    Work.Piece piece = work.start(texts.get("learn.dropout.work"), () -> ui.execute(() -> {
      if (run == mine) {
        stop();
      }
    }));
    AtomicReference<TwinTraining> newest = new AtomicReference<>();
    trainer.submit(backend -> {
      try {
        train(mine, piece, newest);
      } finally {
        piece.done();
        ui.execute(() -> ended(mine));
      }
    }, failures);
  }

  /** On the trainer's thread. */
  private void train(DropoutRun mine, Work.Piece piece, AtomicReference<TwinTraining> newest)
      throws InterruptedException {
    if (mine.isStopped()) {
      return;
    }
    // What was done batch by batch while it waited counts.
    TwinTraining from = latest;
    ui.execute(() -> {
      if (run == mine) {
        phase.set(Phase.RUNNING);
      }
    });
    mine.run(from, LAST, () -> Math.max(1, (int) Math.round(paceNow * Math.max(1, restMillis) / 1000)),
        () -> dropRateNow, now -> {
          piece.progress((double) now.steps() / LAST);
          // Only the newest is taken: the window may be slower than the training.
          if (newest.getAndSet(now) == null) {
            ui.execute(() -> {
              TwinTraining taken = newest.getAndSet(null);
              if (run == mine) {
                take(taken);
              }
            });
          }
        });
  }

  private void ended(DropoutRun mine) {
    if (run == mine) {
      run = null;
      phase.set(state.get().steps() >= LAST ? Phase.DONE : Phase.IDLE);
    }
  }

  /** Ends what plays or waits; what was learned stays. */
  void stop() {
    if (run != null) {
      run.stop();
      run = null;
      phase.set(Phase.IDLE);
    }
  }

  private void take(TwinTraining next) {
    latest = next;
    losses.add(new Loss(next.steps(), next.plain().trainingLoss(), next.plain().testLoss(),
        next.dropped().trainingLoss(), next.dropped().testLoss()));
    state.set(next);
    say();
  }

  private void say() {
    TwinTraining now = state.get();
    if (now != null) {
      bet.judge(now, phase.get() == Phase.DONE);
      words.say(now, phase.get(), bet);
    }
  }

  /** The point one looks at: of the batch, or the first of all before there was one. */
  int point() {
    int[] batch = state.get().batch();
    return batch.length == 0 ? 0 : batch[Math.min(batch.length, example.get()) - 1];
  }

  /** The masks for that point, one a hidden layer; all units there before the first batch. */
  DropoutMask[] masks() {
    TwinTraining now = state.get();
    if (now.masks().length > 0) {
      return now.masks()[Math.min(now.masks().length, example.get()) - 1];
    }
    boolean[] all = new boolean[TwinTraining.HIDDEN];
    Arrays.fill(all, true);
    DropoutMask none = new DropoutMask(all, dropRate.get());
    return new DropoutMask[] {none, none};
  }

  /** What the output unit of the copy with dropout is given for that point. */
  DropoutScaling scaling() {
    TwinTraining now = state.get();
    return DropoutScaling.of(now.dropped().network(), now.training().points()[point()], masks()[1]);
  }

  /** The loss once one unit of the last hidden layer is missing: the one it leans on most. */
  static double lossWithoutOne(SmallNetwork network, NoisyMoons points) {
    double worst = 0;
    for (int unit = 0; unit < TwinTraining.HIDDEN; unit++) {
      worst = Math.max(worst, network.without(2, unit).loss(points.points(), points.labels()));
    }
    return worst;
  }
}
