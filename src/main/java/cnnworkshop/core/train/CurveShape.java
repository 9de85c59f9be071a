package cnnworkshop.core.train;

import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.train.TrainingEvent.Reason;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * A curve as {@link Diagnosis} looks at it: the error on pictures learned from and on others, both lower for better
 * and in one unit. That is the loss of a classifier, and of a keypoint network the RMSE in pixels.
 *
 * <p>Where there are test pictures, they are the others; a person sees that line in the chart. Without any, those
 * held out are.
 */
final class CurveShape {

  private final RunSetup setup;
  private final List<Curve.Point> points;
  private final Optional<Reason> end;

  /** @param end why it is over; empty while it runs */
  CurveShape(RunSetup setup, Curve curve, Optional<Reason> end) {
    this.setup = setup;
    this.points = curve.points();
    this.end = end;
  }

  int epochs() {
    return points.size();
  }

  Curve.Point last() {
    return points.get(points.size() - 1);
  }

  boolean isPoints() {
    return setup.measure() == Measure.RMSE_PIXELS;
  }

  boolean isTested() {
    return last().isTested();
  }

  /** Whether all numbers are numbers. */
  boolean isFinite() {
    return points.stream().allMatch(p -> Double.isFinite(p.trainingLoss())
        && (!hasOthers() || Double.isFinite(otherLoss(p))));
  }

  /** Whether there are pictures to judge by that it does not learn from. */
  boolean hasOthers() {
    return isTested() || !Double.isNaN(last().heldOutMeasure());
  }

  Series training() {
    return series(Curve.Point::trainingLoss);
  }

  Series others() {
    return series(this::otherLoss);
  }

  Series rates() {
    return new Series(points.stream().mapToDouble(Curve.Point::learningRate).toArray());
  }

  private double otherLoss(Curve.Point point) {
    return isTested() ? point.testLoss() : point.heldOutLoss();
  }

  private Series series(ToDoubleFunction<Curve.Point> loss) {
    return new Series(points.stream().mapToDouble(point -> error(loss.applyAsDouble(point))).toArray());
  }

  private double error(double loss) {
    return isPoints() ? Math.sqrt(loss) * FaceView.SIZE / 2 : loss;
  }

  /**
   * The error of one who says the same of every picture: ln(classes), or the mean face's. Empty for points if nobody
   * measured it.
   */
  OptionalDouble guessing() {
    if (isPoints()) {
      Double measured = setup.data().guessing();
      return measured == null ? OptionalDouble.empty() : OptionalDouble.of(measured);
    }
    List<LayerSpec> layers = setup.network().layers();
    return !layers.isEmpty() && layers.get(layers.size() - 1) instanceof LayerSpec.Dense dense && dense.units() > 1
        ? OptionalDouble.of(Math.log(dense.units())) : OptionalDouble.empty();
  }

  /** What differences are measured against: the error of guessing, or if that is not known the usual error so far. */
  double scale() {
    return guessing().orElseGet(() -> training().meanOfLast(epochs()));
  }

  /** Epochs that the settings still have. One that was stopped has them too: they are what the settings are worth. */
  int epochsToCome() {
    boolean ranItsCourse = end.filter(reason -> reason != Reason.STOPPED).isPresent();
    return ranItsCourse ? 0 : Math.max(0, setup.settings().epochs() - last().epoch());
  }

  /** How far an error will fall in them at that pace an epoch. */
  double fallToCome(double anEpoch) {
    return Math.max(0, anEpoch) * epochsToCome();
  }

  /** Whether the schedule still goes down to a third of the present rate or further. */
  boolean rateWillFall() {
    return epochsToCome() > 0 && setup.settings().learningRate().at(1) <= last().learningRate() / 3;
  }
}
