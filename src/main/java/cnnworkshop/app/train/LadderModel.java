package cnnworkshop.app.train;

import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.train.Curve;
import cnnworkshop.core.train.Measure;
import cnnworkshop.core.train.RunRecord;
import cnnworkshop.core.train.TrainingTask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The workshop's way from 57 to 67 % as an exercise: what was reached on each rung with the pictures that are there
 * now. A rung is reached by any run of its network on these pictures, however a person set it up.
 */
public final class LadderModel {

  /**
   * A rung and what was reached on it.
   *
   * @param rung which
   * @param accuracy of the best run, 0..1; NaN before there is one
   * @param gain its accuracy less that of the first rung, NaN if either is missing
   * @param trainingLoss of that run's last epoch, NaN before there is one
   * @param testLoss likewise
   * @param isNext whether it is the one to do now
   */
  public record Step(Rung rung, double accuracy, double gain, double trainingLoss, double testLoss, boolean isNext) {

    /** Whether there is a run. */
    public boolean isDone() {
      return !Double.isNaN(accuracy);
    }
  }

  private final ObservableList<Step> steps = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper available = new ReadOnlyBooleanWrapper(this, "available");

  private TrainingTask task;
  private List<RunRecord> runs = List.of();

  LadderModel() {
    build();
  }

  /** The rungs, the lowest first. */
  public ObservableList<Step> steps() {
    return steps;
  }

  /** Whether the pictures are of classes: the ladder is made for such. */
  public ReadOnlyBooleanProperty availableProperty() {
    return available.getReadOnlyProperty();
  }

  /** Other pictures. */
  void show(TrainingTask now) {
    task = now;
    available.set(now.loss() == cnnworkshop.core.net.NetworkSpec.Loss.CROSS_ENTROPY);
    build();
  }

  /** Other runs. */
  void show(List<RunRecord> now) {
    runs = List.copyOf(now);
    build();
  }

  private void build() {
    List<Step> built = new ArrayList<>();
    Optional<RunRecord> first = best(Rung.OVERFIT);
    boolean allDone = true;
    for (Rung rung : Rung.values()) {
      Optional<RunRecord> best = best(rung);
      double accuracy = best.map(LadderModel::accuracy).orElse(Double.NaN);
      Optional<Curve.Point> last = best.map(run -> run.curve().points().get(run.curve().points().size() - 1));
      built.add(new Step(rung, accuracy, accuracy - first.map(LadderModel::accuracy).orElse(Double.NaN),
          last.map(Curve.Point::trainingLoss).orElse(Double.NaN), last.map(Curve.Point::testLoss).orElse(Double.NaN),
          allDone && best.isEmpty()));
      allDone &= best.isPresent();
    }
    // Runs change with every epoch, the ladder seldom does.
    if (!built.equals(steps)) {
      steps.setAll(built);
    }
  }

  private Optional<RunRecord> best(Rung rung) {
    if (task == null || !available.get()) {
      return Optional.empty();
    }
    List<LayerSpec> layers = rung.network().fitted(task.input(), task.outputs()).layers();
    return runs.stream().filter(run -> run.setup().data().name().equals(task.name())
            && run.setup().measure() == Measure.ACCURACY && run.ranItsCourse() && run.result().isPresent()
            && run.setup().network().layers().equals(layers))
        .max(Comparator.comparingDouble(LadderModel::accuracy));
  }

  private static double accuracy(RunRecord run) {
    return run.result().orElse(Double.NaN);
  }
}
