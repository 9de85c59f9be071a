package cnnworkshop.core.train;

import cnnworkshop.core.data.TrainingData;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.train.TrainingEvent.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One training from its first epoch to its last. It runs on the thread that calls {@link #run}, which owns the
 * network; {@link #stop} may come from any thread.
 */
public final class TrainingSession {

  /** Judges weights after an epoch. */
  @FunctionalInterface
  public interface Judge {
    /** The network has the weights to be judged; dropout is off when it predicts. */
    Verdict judge(Network network);
  }

  /** A loss so many times the first one comes of weights without use. */
  private static final double EXPLODED = 1e4;

  private final TrainableNetwork network;
  private final TrainingData data;
  private final Judge heldOut;
  private final Judge test;
  private final TrainingSettings settings;
  private final TrainingControl control;
  private final Consumer<TrainingEvent> listener;

  private double firstLoss = Double.NaN;
  private int doneEpochs;
  private float[] mean;
  private float[] bestWeights;
  private double bestScore = Double.POSITIVE_INFINITY;
  private int bestEpoch;
  private LayerWatch watch;
  private SnapshotWriter snapshots;
  private TrainingEvent.Inside lastSeen;

  /**
   * @param heldOut chooses the best epoch, by pictures that results are not quoted on; null takes the last one
   * @param test only reports; null for none
   * @param listener hears of every step and epoch, on the trainer thread: it must be quick
   */
  public TrainingSession(TrainableNetwork network, TrainingData data, Judge heldOut, Judge test,
      TrainingSettings settings, Consumer<TrainingEvent> listener) {
    this(network, data, heldOut, test, settings, new TrainingControl(), listener);
  }

  /** The same under somebody's control. */
  public TrainingSession(TrainableNetwork network, TrainingData data, Judge heldOut, Judge test,
      TrainingSettings settings, TrainingControl control, Consumer<TrainingEvent> listener) {
    if (data.size() == 0) {
      throw new IllegalArgumentException("no pictures to train on");
    }
    this.network = network;
    this.data = data;
    this.heldOut = heldOut;
    this.test = test;
    this.settings = settings;
    this.control = control;
    this.listener = listener;
  }

  /**
   * Goes on where a checkpoint was written.
   *
   * @throws IOException if the file can't be read
   * @throws IllegalArgumentException if it is of another network
   */
  public void resume(Path checkpoint) throws IOException {
    Checkpoint saved = Checkpoint.read(checkpoint);
    network.restore(saved.state());
    doneEpochs = saved.doneEpochs();
    mean = saved.mean();
    bestWeights = saved.bestWeights();
    bestScore = saved.bestScore();
    bestEpoch = saved.bestEpoch();
  }

  /**
   * Looks inside the network too, at the start and after every epoch, and tells of it. What is trained stays the same
   * to the last bit.
   *
   * @param probe the pictures to look with
   * @param writer keeps what the network is like; null for nobody
   */
  public void lookInside(LayerProbe probe, SnapshotWriter writer) {
    watch = new LayerWatch(network, probe);
    snapshots = writer;
  }

  /**
   * Trains. Afterwards the network has the best weights; if it diverged before there were any, those it began with.
   *
   * @param checkpoint written after every epoch, for {@link #resume}; null for none
   * @return why it ended
   */
  public Reason run(Path checkpoint) throws IOException, InterruptedException {
    float[] start = network.parameters();
    Reason reason = Reason.COMPLETE;
    if (watch != null && doneEpochs < settings.epochs()) {
      watch.afterStep();
      told(withJudgedWeights(() -> watch.look(doneEpochs)), false);
    }
    while (doneEpochs < settings.epochs() && reason == Reason.COMPLETE) {
      reason = epoch(doneEpochs + 1);
      boolean done = reason == Reason.COMPLETE;
      if (done && checkpoint != null) {
        new Checkpoint(doneEpochs, network.trainingState(), mean, bestWeights, bestScore, bestEpoch).write(checkpoint);
      }
      if (done && settings.patience() > 0 && doneEpochs - bestEpoch >= settings.patience()) {
        reason = Reason.OUT_OF_PATIENCE;
      }
    }
    if (snapshots != null && lastSeen != null) {
      if (reason == Reason.COMPLETE || reason == Reason.OUT_OF_PATIENCE) {
        snapshots.last(lastSeen, this::judgedWeights, listener);
      }
      snapshots.finish();
    }
    if (bestWeights != null) {
      network.setParameters(bestWeights);
    } else if (reason == Reason.DIVERGED) {
      network.setParameters(start);
    }
    listener.accept(new TrainingEvent.Finished(reason, bestEpoch, bestScore));
    return reason;
  }

  /** Ends the training after the step that runs now; the best weights so far are kept. */
  public void stop() {
    control.stop();
  }

  /** The epoch whose weights are the best so far, from 1; 0 before the first is over. */
  public int bestEpoch() {
    return bestEpoch;
  }

  /** What the judge said of the best epoch; infinite before the first is over, NaN without a judge. */
  public double bestScore() {
    return bestScore;
  }

  private Reason epoch(int epoch) throws InterruptedException {
    network.reseed(settings.seed() + epoch);
    long start = System.nanoTime();
    double losses = 0;
    double rateNow = Double.NaN;
    try (BatchQueue batches = new BatchQueue(data, settings.batchSize(), settings.seed() * 31 + epoch)) {
      for (int step = 1; step <= batches.batches(); step++) {
        TrainingControl.Moved moved = control.awaitStep();
        if (moved == null) {
          return Reason.STOPPED;
        }
        double stepsDone = (double) (step - 1) / batches.batches();
        rateNow = moved.learningRate() == null ? now(settings.learningRate(), epoch, stepsDone) : moved.learningRate();
        network.setLearningRate(rateNow);
        network.setMomentum(moved.momentum() == null ? now(settings.momentum(), epoch, stepsDone) : moved.momentum());
        network.setL2(moved.l2() == null ? settings.l2() : moved.l2());
        TrainingData.Batch batch = batches.next();
        if (watch != null && step == batches.batches()) {
          watch.beforeStep();
        }
        double loss = network.fit(batch.inputs(), batch.targets(), batch.mask(), batch.count());
        if (hasExploded(loss)) {
          return Reason.DIVERGED;
        }
        losses += loss * batch.count();
        average(epoch, step, batches.batches());
        listener.accept(new TrainingEvent.Step(epoch, step, batches.batches(), loss));
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (watch != null) {
      watch.afterStep();
    }
    Verdicts verdicts = verdicts(epoch);
    if (heldOut != null && !Double.isFinite(verdicts.heldOut.score())) {
      return Reason.DIVERGED;
    }
    doneEpochs = epoch;
    double score = heldOut == null ? Double.NaN : verdicts.heldOut.score();
    boolean better = heldOut == null || score < bestScore;
    if (better) {
      bestScore = score;
      bestEpoch = epoch;
      bestWeights = judgedWeights();
    }
    listener.accept(new TrainingEvent.Epoch(epoch, losses / data.size(), verdicts.heldOut, verdicts.test, better, rateNow,
        data.size() / seconds));
    told(verdicts.inside, better);
    control.epochEnded();
    return Reason.COMPLETE;
  }

  private double now(Schedule schedule, int epoch, double stepsDone) {
    return schedule.at(schedule.isOfSteps() ? (epoch - 1 + stepsDone) / settings.epochs()
        : (double) (epoch - 1) / Math.max(1, settings.epochs() - 1));
  }

  /** Whether a loss is no number any more, or so far above the first one that no step will bring it back. */
  private boolean hasExploded(double loss) {
    firstLoss = Double.isNaN(firstLoss) ? loss : firstLoss;
    return !Double.isFinite(loss) || loss > EXPLODED * Math.max(1, firstLoss);
  }

  /**
   * Takes the step's weights into the running mean. Early on the mean keeps less, or it would remember the random
   * weights of the start.
   */
  private void average(int epoch, int step, int stepsAnEpoch) {
    if (settings.averaging() == 0) {
      return;
    }
    if (mean == null) {
      mean = network.parameters();
      return;
    }
    long steps = (long) (epoch - 1) * stepsAnEpoch + step;
    float keep = (float) Math.min(settings.averaging(), (1.0 + steps) / (10.0 + steps));
    network.intoMean(mean, keep);
  }

  /** What is said of the weights: by the judges, and by the watch; each may be null. */
  private record Verdicts(Verdict heldOut, Verdict test, TrainingEvent.Inside inside) {}

  private Verdicts verdicts(int epoch) {
    if (heldOut == null && test == null && watch == null) {
      return new Verdicts(null, null, null);
    }
    return withJudgedWeights(() -> new Verdicts(heldOut == null ? null : heldOut.judge(network),
        test == null ? null : test.judge(network), watch == null ? null : watch.look(epoch)));
  }

  /** Looks at the network while it has the weights that are judged and kept. */
  private <T> T withJudgedWeights(Supplier<T> look) {
    if (mean == null) {
      return look.get();
    }
    float[] own = network.parameters();
    network.setParameters(mean);
    T seen = look.get();
    network.setParameters(own);
    return seen;
  }

  /** A copy of the weights that are judged and kept. */
  private float[] judgedWeights() {
    return mean != null ? mean.clone() : network.parameters();
  }

  /** @param inside null if nobody looks inside */
  private void told(TrainingEvent.Inside inside, boolean best) {
    lastSeen = inside;
    if (inside == null) {
      return;
    }
    listener.accept(inside);
    if (snapshots != null) {
      // The best weights are a copy already.
      snapshots.offer(inside, best, best ? () -> bestWeights : this::judgedWeights, listener);
    }
  }
}
