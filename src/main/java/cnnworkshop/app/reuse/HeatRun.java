package cnnworkshop.app.reuse;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.NetworkSpec.Loss;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.reuse.Race.Heat;
import cnnworkshop.core.reuse.ReuseTraining;
import cnnworkshop.core.reuse.ReuseTraining.Outcome;
import cnnworkshop.core.train.TrainingControl;
import cnnworkshop.core.train.TrainingEvent;
import cnnworkshop.core.train.TrainingEvent.Reason;
import cnnworkshop.core.train.TrainingTask;
import java.io.IOException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One training of a plan. {@link #run} belongs to the trainer thread; all else may be called on any thread.
 */
final class HeatRun implements ReuseTraining.Listener {

  /** How much of a training with frozen layers their pass over the pictures counts, when progress is told. */
  private static final double SHARE_OF_FROZEN = 0.4;

  private final RacePlan plan;
  private final Heat heat;
  private final TrainingTask task;
  private final float[] weights;
  private final TrainingControl control = new TrainingControl();
  private final Queue<Round> rounds = new ConcurrentLinkedQueue<>();
  private boolean begun;
  private boolean ended;
  private volatile TrainingEvent.Step step;
  private volatile FrozenPass frozen;

  /**
   * A round that is over.
   *
   * @param number from 1
   * @param steps done until then
   * @param measure of the test pictures; NaN without any
   */
  record Round(int number, int steps, double measure) {}

  /** How far the frozen layers are. */
  record FrozenPass(int done, int all) {}

  /**
   * @param task the task with its pictures
   * @param weights what the layers that stay have learned
   */
  HeatRun(RacePlan plan, Heat heat, TrainingTask task, float[] weights) {
    this.plan = plan;
    this.heat = heat;
    this.task = task;
    this.weights = weights;
  }

  Heat heat() {
    return heat;
  }

  /** Rounds that are over and that nobody has taken yet. */
  Queue<Round> rounds() {
    return rounds;
  }

  /**
   * Trains.
   *
   * @return empty if it was ended, or its loss was no number any more, before its first round was over
   */
  Optional<TrainedNetwork> run(Backend backend) throws UserFailure, IOException, InterruptedException {
    if (!begin()) {
      return Optional.empty();
    }
    TrainingTask.Part part = task.part(plan.task().learned(heat.perClass()), 0, heat.seed());
    ReuseTraining training = new ReuseTraining(backend, heat.entrant().of(plan.cut()),
        heat.entrant().reuses() ? weights : null, plan.lesson());
    Outcome outcome =
        training.run(task, part, plan.networkName(), heat.seed(), control, this::isEnded, this);
    if (outcome == null) {
      return Optional.empty();
    }
    try (TrainableNetwork network = outcome.network()) {
      LearnedNetwork learned = new LearnedNetwork(network.spec(), network.parameters(), outcome.info());
      return Optional.of(new TrainedNetwork(heat, learned, task.loss() == Loss.MEAN_SQUARED_ERROR,
          outcome.accuracy() == null ? Double.NaN : outcome.accuracy(), outcome.seconds(), outcome.speedUp(),
          outcome.reason() == Reason.COMPLETE));
    }
  }

  private synchronized boolean begin() {
    begun = !ended;
    return begun;
  }

  /**
   * Ends it.
   *
   * @return whether it had begun, so that its thread will still say something
   */
  synchronized boolean end() {
    ended = true;
    control.stop();
    return begun;
  }

  synchronized boolean isEnded() {
    return ended;
  }

  synchronized boolean hasBegun() {
    return begun;
  }

  @Override
  public void frozenLayers(int done, int all) {
    frozen = new FrozenPass(done, all);
  }

  @Override
  public void told(TrainingEvent event) {
    if (event instanceof TrainingEvent.Step now) {
      step = now;
    } else if (event instanceof TrainingEvent.Epoch round) {
      rounds.add(new Round(round.epoch(), round.epoch() * step.stepsAnEpoch(),
          round.test() == null ? Double.NaN : round.test().measure()));
    }
  }

  /** How far the frozen layers are; null once training has begun, or without any. */
  FrozenPass frozenPass() {
    return step == null ? frozen : null;
  }

  /** How far all of it is, 0..1. */
  double progress() {
    TrainingEvent.Step now = step;
    FrozenPass pass = frozen;
    double steps = now == null ? 0
        : (now.epoch() - 1 + (double) now.step() / now.stepsAnEpoch()) / plan.lesson().rounds();
    return pass == null ? steps
        : SHARE_OF_FROZEN * pass.done() / pass.all() + (1 - SHARE_OF_FROZEN) * steps;
  }
}
