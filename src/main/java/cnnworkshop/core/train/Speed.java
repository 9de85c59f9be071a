package cnnworkshop.core.train;

import cnnworkshop.core.data.TrainingData;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.TrainableNetwork;
import java.util.function.BooleanSupplier;

/**
 * How fast this machine is with a network, in pictures a second.
 *
 * @param training steps of training, pictures read and changed beside them
 * @param judging predicting in batches
 */
public record Speed(double training, double judging) {

  private static final int WARM_UP_STEPS = 2;
  private static final double SECONDS_TRAINING = 1.5;
  private static final double SECONDS_JUDGING = 0.3;

  public Speed {
    if (!(training > 0) || !(judging > 0)) {
      throw new IllegalArgumentException(training + " and " + judging + " pictures/s");
    }
  }

  /**
   * Measures for some two seconds, on a network made for that; at most one step beyond.
   *
   * @param data pictures to train on, as the training will have them
   * @param batch pictures a step
   * @param given up when it says so; the speed is then that of the steps done
   */
  public static Speed measure(Backend backend, NetworkSpec spec, Updater updater, TrainingData data, int batch,
      BooleanSupplier given) throws InterruptedException {
    try (TrainableNetwork network = backend.create(spec, updater, 1);
        BatchQueue batches = new BatchQueue(data, batch, 1)) {
      TrainingData.Batch some = batches.next();
      for (int i = 0; i < WARM_UP_STEPS; i++) {
        network.fit(some.inputs(), some.targets(), some.mask(), some.count());
      }
      int left = batches.batches() - 1;
      int pictures = 0;
      long start = System.nanoTime();
      do {
        // A small set is over soon: its last batch stands for those to come.
        some = left-- > 0 ? batches.next() : some;
        network.fit(some.inputs(), some.targets(), some.mask(), some.count());
        pictures += some.count();
      } while (seconds(start) < SECONDS_TRAINING && !given.getAsBoolean());
      double training = pictures / seconds(start);
      network.predict(some.inputs(), some.count());
      pictures = 0;
      start = System.nanoTime();
      do {
        network.predict(some.inputs(), some.count());
        pictures += some.count();
      } while (seconds(start) < SECONDS_JUDGING && !given.getAsBoolean());
      return new Speed(training, pictures / seconds(start));
    }
  }

  private static double seconds(long since) {
    return Math.max(1, System.nanoTime() - since) / 1e9;
  }
}
