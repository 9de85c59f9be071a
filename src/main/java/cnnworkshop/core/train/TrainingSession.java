package cnnworkshop.core.train;

import cnnworkshop.core.data.TrainingData;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.train.TrainingEvent.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * One training from its first epoch to its last. It runs on the thread that calls {@link #run}, which owns the
 * network; {@link #stop} may come from any thread.
 */
public final class TrainingSession {

  /** Judges weights after an epoch. */
  @FunctionalInterface
  public interface Judge {
    /** The network has the weights to be judged; dropout is off when it predicts. */
    Verdict judge(TrainableNetwork network);
  }

  private final TrainableNetwork network;
  private final TrainingData data;
  private final Judge heldOut;
  private final Judge test;
  private final TrainingSettings settings;
  private final TrainingControl control;
  private final Consumer<TrainingEvent> listener;

  private int doneEpochs;
  private float[] mean;
  private float[] bestWeights;
  private double bestScore = Double.POSITIVE_INFINITY;
  private int bestEpoch;

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
   * Trains. Afterwards the network has the best weights; if it diverged before there were any, those it began with.
   *
   * @param checkpoint written after every epoch, for {@link #resume}; null for none
   * @return why it ended
   */
  public Reason run(Path checkpoint) throws IOException, InterruptedException {
    float[] start = network.parameters();
    Reason reason = Reason.COMPLETE;
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
    double progress = (double) (epoch - 1) / Math.max(1, settings.epochs() - 1);
    double rate = settings.learningRate().at(progress);
    double momentum = settings.momentum().at(progress);
    network.reseed(settings.seed() + epoch);
    long start = System.nanoTime();
    double losses = 0;
    double rateNow = rate;
    try (BatchQueue batches = new BatchQueue(data, settings.batchSize(), settings.seed() * 31 + epoch)) {
      for (int step = 1; step <= batches.batches(); step++) {
        TrainingControl.Moved moved = control.awaitStep();
        if (moved == null) {
          return Reason.STOPPED;
        }
        rateNow = moved.learningRate() == null ? rate : moved.learningRate();
        network.setLearningRate(rateNow);
        network.setMomentum(moved.momentum() == null ? momentum : moved.momentum());
        network.setL2(moved.l2() == null ? settings.l2() : moved.l2());
        TrainingData.Batch batch = batches.next();
        double loss = network.fit(batch.inputs(), batch.targets(), batch.mask(), batch.count());
        if (!Double.isFinite(loss)) {
          return Reason.DIVERGED;
        }
        losses += loss * batch.count();
        average(epoch, step, batches.batches());
        listener.accept(new TrainingEvent.Step(epoch, step, batches.batches(), loss));
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Verdicts verdicts = judged();
    if (heldOut != null && !Double.isFinite(verdicts.heldOut.score())) {
      return Reason.DIVERGED;
    }
    doneEpochs = epoch;
    double score = heldOut == null ? Double.NaN : verdicts.heldOut.score();
    boolean better = heldOut == null || score < bestScore;
    if (better) {
      bestScore = score;
      bestEpoch = epoch;
      bestWeights = mean != null ? mean.clone() : network.parameters();
    }
    listener.accept(new TrainingEvent.Epoch(epoch, losses / data.size(), verdicts.heldOut, verdicts.test, better, rateNow,
        data.size() / seconds));
    control.epochEnded();
    return Reason.COMPLETE;
  }

  /**
   * Takes the step's weights into the running mean. Early on the mean keeps less, or it would remember the random
   * weights of the start.
   */
  private void average(int epoch, int step, int stepsAnEpoch) {
    if (settings.averaging() == 0) {
      return;
    }
    float[] now = network.parameters();
    if (mean == null) {
      mean = now;
      return;
    }
    long steps = (long) (epoch - 1) * stepsAnEpoch + step;
    float keep = (float) Math.min(settings.averaging(), (1.0 + steps) / (10.0 + steps));
    for (int i = 0; i < mean.length; i++) {
      mean[i] = keep * mean[i] + (1 - keep) * now[i];
    }
  }

  private record Verdicts(Verdict heldOut, Verdict test) {}

  private Verdicts judged() {
    if (mean == null || heldOut == null && test == null) {
      return verdicts();
    }
    float[] own = network.parameters();
    network.setParameters(mean);
    Verdicts verdicts = verdicts();
    network.setParameters(own);
    return verdicts;
  }

  private Verdicts verdicts() {
    return new Verdicts(heldOut == null ? null : heldOut.judge(network), test == null ? null : test.judge(network));
  }
}
