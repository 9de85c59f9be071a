package cnnworkshop.core.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a training went, epoch by epoch. Immutable.
 *
 * @param points one for each epoch that is over, in their order
 * @param bestEpoch the epoch whose weights are kept, from 1; 0 if none is over
 */
public record Curve(List<Point> points, int bestEpoch) {

  /** Before the first epoch is over. */
  public static final Curve EMPTY = new Curve(List.of(), 0);

  /**
   * What one epoch came to.
   *
   * @param epoch from 1
   * @param trainingLoss mean loss of its steps, dropout on
   * @param heldOutLoss loss on pictures held out, NaN if there are none
   * @param heldOutMeasure what is quoted, on them; NaN if there are none
   * @param testLoss loss on the test pictures, NaN if there are none
   * @param testMeasure what is quoted, on them; NaN if there are none
   * @param learningRate its rate
   * @param picturesPerSecond training speed, judging not counted
   */
  public record Point(int epoch, double trainingLoss, double heldOutLoss, double heldOutMeasure, double testLoss,
      double testMeasure, double learningRate, double picturesPerSecond) {

    /** What a training tells of an epoch. */
    public static Point of(TrainingEvent.Epoch event) {
      Verdict heldOut = event.heldOut();
      Verdict test = event.test();
      return new Point(event.epoch(), event.trainingLoss(),
          heldOut == null ? Double.NaN : heldOut.loss(), heldOut == null ? Double.NaN : heldOut.measure(),
          test == null ? Double.NaN : test.loss(), test == null ? Double.NaN : test.measure(),
          event.learningRate(), event.picturesPerSecond());
    }

    /** Whether there were test pictures. */
    public boolean isTested() {
      return !Double.isNaN(testMeasure);
    }

    /** What is quoted: on the test pictures, without any on those held out, NaN without either. */
    public double measure() {
      return isTested() ? testMeasure : heldOutMeasure;
    }
  }

  /** @throws IllegalArgumentException if the epochs are not in order or the best is none of them */
  public Curve {
    points = List.copyOf(points);
    int before = 0;
    boolean hasBest = bestEpoch == 0;
    for (Point point : points) {
      if (point.epoch() <= before) {
        throw new IllegalArgumentException("epoch " + point.epoch() + " after " + before);
      }
      before = point.epoch();
      hasBest |= before == bestEpoch;
    }
    if (!hasBest) {
      throw new IllegalArgumentException("no epoch " + bestEpoch + " among " + points.size());
    }
  }

  /**
   * This and one epoch more. If a training is taken up at an earlier epoch, what came after that is forgotten.
   */
  public Curve with(TrainingEvent.Epoch event) {
    List<Point> all = new ArrayList<>(points);
    all.removeIf(point -> point.epoch() >= event.epoch());
    all.add(Point.of(event));
    boolean bestIsThere = bestEpoch < event.epoch();
    return new Curve(all, event.best() || !bestIsThere ? event.epoch() : bestEpoch);
  }

  /** The epoch whose weights are kept. */
  public Optional<Point> best() {
    return points.stream().filter(point -> point.epoch() == bestEpoch).findFirst();
  }
}
