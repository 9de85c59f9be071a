package cnnworkshop.core.train;

import cnnworkshop.core.inspect.Filters;
import java.util.List;

/**
 * What a training tells while it runs. Immutable; sent from the trainer thread, {@link Snapshots} from the one that
 * writes them.
 */
public sealed interface TrainingEvent {

  /** A step was done: {@code step} of {@code stepsAnEpoch} in {@code epoch}, both from 1; its loss. */
  record Step(int epoch, int step, int stepsAnEpoch, double loss) implements TrainingEvent {}

  /**
   * An epoch is over.
   *
   * @param epoch from 1
   * @param trainingLoss mean loss of its steps, dropout on
   * @param heldOut what the weights are worth on pictures held out; null without a judge
   * @param test what they are worth on the test pictures, which choose nothing; null without any
   * @param best whether no earlier epoch scored better
   * @param learningRate its rate
   * @param picturesPerSecond training speed, judging not counted
   */
  record Epoch(int epoch, double trainingLoss, Verdict heldOut, Verdict test, boolean best, double learningRate,
      double picturesPerSecond) implements TrainingEvent {}

  /**
   * What the network is like inside, once at the start and then after every epoch; only of a session that was told to
   * look. Outputs and filters are those of the weights the epoch is judged by, lengths and movements those of its last
   * step; the two differ only if the settings keep a running mean.
   *
   * @param epoch epochs done, 0 at the start
   * @param pictures how many pictures the layers' outputs were looked at with
   * @param layers the layers with weights, in order
   * @param filters those of the convolution that looks at the picture itself; null if there is none
   */
  record Inside(int epoch, int pictures, List<LayerState> layers, Filters filters) implements TrainingEvent {
    public Inside {
      layers = List.copyOf(layers);
    }
  }

  /**
   * A snapshot was kept.
   *
   * @param kept of how many epochs there are snapshots now, that of the start not counted
   * @param bytes what all of them take
   * @param cap what they may take at most, in bytes
   */
  record Snapshots(int kept, long bytes, long cap) implements TrainingEvent {}

  /** The training is over. */
  record Finished(Reason reason, int bestEpoch, double bestScore) implements TrainingEvent {}

  /** Why a training is over. */
  enum Reason {
    /** All epochs are done. */
    COMPLETE,
    /** No epoch was better for as long as the settings wait. */
    OUT_OF_PATIENCE,
    /** Somebody asked for it. */
    STOPPED,
    /** The loss was no longer a number, or ten thousand times the first one: the rate is too high. The best weights so far are kept. */
    DIVERGED
  }
}
