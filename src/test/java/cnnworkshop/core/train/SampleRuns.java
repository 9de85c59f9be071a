package cnnworkshop.core.train;

import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Presets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Setups, curves and runs for tests. */
final class SampleRuns {

  static final Instant START = Instant.parse("2026-03-01T09:15:00Z");
  static final double RATE = 0.001;

  private SampleRuns() {}

  static RunSetup setup(String network, int epochs) {
    return setup(Presets.byName(network).orElseThrow(), settings(epochs, RATE, 1), "");
  }

  static RunSetup setup(NetworkSpec network, TrainingSettings settings, String augmentation) {
    boolean points = network.loss() == NetworkSpec.Loss.MEAN_SQUARED_ERROR;
    return new RunSetup(new RunSetup.Data("Shapes-10", 9000, 9000, 1000, 4000, 1, points ? 3.6 : 0.1), network,
        new Updater.Adam(), settings, augmentation);
  }

  static TrainingSettings settings(int epochs, double rate, long seed) {
    return new TrainingSettings(epochs, 64, new Schedule.Constant(rate), 0, seed);
  }

  /** A curve whose best epoch has the lowest test loss. */
  static Curve curve(double[] training, double[] test) {
    double[] rates = new double[training.length];
    java.util.Arrays.fill(rates, RATE);
    return curve(training, test, rates);
  }

  static Curve curve(double[] training, double[] test, double[] rates) {
    List<Curve.Point> points = new ArrayList<>();
    int best = 0;
    for (int i = 0; i < training.length; i++) {
      best = test[i] < test[best] ? i : best;
      points.add(new Curve.Point(i + 1, training[i], test[i], 0.5, test[i], 0.625, rates[i], 512));
    }
    return new Curve(points, points.isEmpty() ? 0 : best + 1);
  }

  /** A run of one epoch that came to the end and has that test measure. */
  static RunRecord ended(String id, RunSetup setup, double testMeasure) {
    Curve.Point point = new Curve.Point(1, 1, 1, 0.4, 1, testMeasure, RATE, 512);
    return RunRecord.begun(id, id, START, setup)
        .with(new Curve(List.of(point), 1), Optional.of(TrainingEvent.Reason.COMPLETE));
  }
}
