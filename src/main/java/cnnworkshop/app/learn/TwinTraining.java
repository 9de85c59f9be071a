package cnnworkshop.app.learn;

import cnnworkshop.core.op.DropoutMask;
import cnnworkshop.core.op.SmallNetwork;
import java.util.Random;

/**
 * Two copies of one small network that learn the same points from the same batches, the second with dropout. Immutable:
 * a step makes a new one.
 *
 * <p>It is computed by {@link SmallNetwork} in plain loops, not by DL4J: there the masks are drawn deep inside and
 * can't be seen, and here each of them is to be drawn on the page.
 *
 * @param training points to learn from
 * @param test points that only report
 * @param dropRate the probability of dropping a hidden unit
 * @param seed of weights, batches and masks
 * @param steps batches so far
 * @param plain the copy without dropout
 * @param dropped the copy with dropout
 * @param batch the points of the latest batch; empty before the first
 * @param masks those of the latest batch, [point][hidden layer]
 */
record TwinTraining(NoisyMoons training, NoisyMoons test, double dropRate, long seed, int steps, Twin plain,
    Twin dropped, int[] batch, DropoutMask[][] masks) {

  /** Units of each of the two hidden layers. */
  static final int HIDDEN = 16;

  /** Points in a batch. */
  static final int BATCH = 8;

  private static final double RATE = 0.01;
  private static final double KEEP_SLOPE = 0.9;
  private static final double KEEP_SQUARE = 0.999;

  /**
   * One copy, with what Adam remembers.
   *
   * @param slopes running mean of the gradients
   * @param squares running mean of their squares
   * @param trainingLoss mean loss on the points it learns from, dropout off
   * @param testLoss mean loss on the others, dropout off
   */
  record Twin(SmallNetwork network, double[] slopes, double[] squares, double trainingLoss, double testLoss) {}

  /** Before the first step: both copies have the same random weights. */
  static TwinTraining begin(NoisyMoons training, NoisyMoons test, double dropRate, long seed) {
    SmallNetwork network = SmallNetwork.random(seed, 2, HIDDEN, HIDDEN, 1);
    int count = network.parameters().length;
    Twin both = judged(network, new double[count], new double[count], training, test);
    return new TwinTraining(training, test, dropRate, seed, 0, both, both, new int[0], new DropoutMask[0][]);
  }

  /** Another drop rate from the next step on. */
  TwinTraining withDropRate(double rate) {
    return new TwinTraining(training, test, rate, seed, steps, plain, dropped, batch, masks);
  }

  /** After so many more batches. */
  TwinTraining after(int more) {
    TwinTraining now = this;
    for (int i = 0; i < more; i++) {
      now = now.step(i == more - 1);
    }
    return now;
  }

  private TwinTraining step(boolean judge) {
    Random random = new Random(seed * 1_000_003 + steps);
    int[] next = new int[Math.min(BATCH, training.size())];
    DropoutMask[][] drawn = new DropoutMask[next.length][];
    for (int i = 0; i < next.length; i++) {
      next[i] = random.nextInt(training.size());
      drawn[i] = new DropoutMask[] {DropoutMask.draw(HIDDEN, dropRate, random),
          DropoutMask.draw(HIDDEN, dropRate, random)};
    }
    NoisyMoons some = training.some(next);
    return new TwinTraining(training, test, dropRate, seed, steps + 1, learned(plain, some, null, judge),
        learned(dropped, some, drawn, judge), next, drawn);
  }

  /** One step of Adam (Kingma and Ba, 2015). */
  private Twin learned(Twin twin, NoisyMoons some, DropoutMask[][] drawn, boolean judge) {
    double[] gradient = twin.network.gradient(some.points(), some.labels(), drawn);
    double[] parameters = twin.network.parameters().clone();
    double[] slopes = twin.slopes.clone();
    double[] squares = twin.squares.clone();
    double slopeSoFar = 1 - Math.pow(KEEP_SLOPE, steps + 1);
    double squareSoFar = 1 - Math.pow(KEEP_SQUARE, steps + 1);
    for (int i = 0; i < gradient.length; i++) {
      slopes[i] = KEEP_SLOPE * slopes[i] + (1 - KEEP_SLOPE) * gradient[i];
      squares[i] = KEEP_SQUARE * squares[i] + (1 - KEEP_SQUARE) * gradient[i] * gradient[i];
      parameters[i] -= RATE * slopes[i] / slopeSoFar / (Math.sqrt(squares[i] / squareSoFar) + 1e-8);
    }
    SmallNetwork network = new SmallNetwork(twin.network.sizes(), parameters);
    return judge ? judged(network, slopes, squares, training, test)
        : new Twin(network, slopes, squares, Double.NaN, Double.NaN);
  }

  private static Twin judged(SmallNetwork network, double[] slopes, double[] squares, NoisyMoons training,
      NoisyMoons test) {
    return new Twin(network, slopes, squares, network.loss(training.points(), training.labels()),
        network.loss(test.points(), test.labels()));
  }
}
