package cnnworkshop.app.train;

import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.train.Curve;
import cnnworkshop.core.train.RunRecord;
import cnnworkshop.core.train.RunSetup;
import cnnworkshop.core.train.Schedule;
import cnnworkshop.core.train.TrainingEvent;
import cnnworkshop.core.train.TrainingEvent.Reason;
import cnnworkshop.core.train.TrainingSettings;
import cnnworkshop.core.train.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs for tests: the higher their number, the newer they are. */
final class TrainedRuns {

  private static final Instant START = Instant.parse("2026-03-01T09:15:00Z");

  private TrainedRuns() {}

  /** A classifier's run of two epochs that came to the end; its number is its seed. */
  static RunRecord classes(int number, double accuracy) {
    return ended(begun(number, "cnn " + number, Presets.cnn(), 4000), accuracy);
  }

  /** A keypoint network's run, likewise. */
  static RunRecord points(int number, double rmse) {
    return ended(begun(number, "keypoints " + number, Presets.byName("keypoints").orElseThrow(), 200), rmse);
  }

  /** A run before its first epoch is over. {@code tested}: test pictures */
  static RunRecord begun(int number, String name, NetworkSpec network, int tested) {
    RunSetup.Data data = new RunSetup.Data("Shapes-10", 9000, 9000, 1000, tested, number, null);
    TrainingSettings settings = new TrainingSettings(2, 64, new Schedule.Constant(0.001), 0, number);
    return RunRecord.begun("run-" + number, name, START.plusSeconds(60L * number),
        new RunSetup(data, network, new Updater.Adam(), settings, ""));
  }

  private static RunRecord ended(RunRecord run, double measure) {
    List<Curve.Point> points = new ArrayList<>();
    for (int epoch = 1; epoch <= 2; epoch++) {
      points.add(new Curve.Point(epoch, 2.0 / epoch, 1.5, 0.25, 1.75, measure, 0.001, 1000));
    }
    return run.with(new Curve(points, 2), Optional.of(Reason.COMPLETE));
  }

  /** What a training tells of an epoch. */
  static TrainingEvent.Epoch epoch(int epoch, double accuracy) {
    Verdict verdict = new Verdict(1, 1, accuracy, new float[0]);
    return new TrainingEvent.Epoch(epoch, 1.5, verdict, verdict, true, 0.001, 1000);
  }
}
