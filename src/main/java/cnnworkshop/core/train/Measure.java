package cnnworkshop.core.train;

import cnnworkshop.core.net.NetworkSpec;
import java.util.Comparator;

/** What is quoted of a network: {@link Verdict#measure()}. */
public enum Measure {
  /** Share of the pictures whose class is right, 0..1; the more the better. */
  ACCURACY(Comparator.reverseOrder()),
  /** Root mean squared error of the coordinates, in pixels of the 96×96 view; the less the better. */
  RMSE_PIXELS(Comparator.naturalOrder());

  private final Comparator<Double> bestFirst;

  Measure(Comparator<Double> bestFirst) {
    this.bestFirst = bestFirst;
  }

  /** What is quoted of a network that makes this loss small. */
  public static Measure of(NetworkSpec.Loss loss) {
    return loss == NetworkSpec.Loss.CROSS_ENTROPY ? ACCURACY : RMSE_PIXELS;
  }

  /** Sorts the best first. */
  public Comparator<Double> bestFirst() {
    return bestFirst;
  }
}
