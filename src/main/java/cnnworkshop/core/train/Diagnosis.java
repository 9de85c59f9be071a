package cnnworkshop.core.train;

import cnnworkshop.core.train.TrainingEvent.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What can be said of a training in plain words, each with its evidence and at most one change to try. Looked at are
 * the errors on the pictures it learns from and on others ({@link CurveShape}): losses, or RMSE in pixels.
 *
 * <p>A curve has noise: one network trained twice differs by a few hundredths, and so does one epoch from the next.
 * Means of at least three epochs are compared, and a difference counts only if it is six times what the noise alone
 * makes of such a mean, so that a level curve is not taken for a rising one. Nothing but a divergence is said before
 * three epochs are over.
 *
 * <p>Errors are measured against that of guessing: ln(classes), or the mean face's. The training error is that of the
 * steps themselves, with dropout and random changes on and with an L2 penalty in it: it is too high rather than too
 * low, so where it is far below the other one, that is no accident of these.
 */
public final class Diagnosis {

  /** What kind of thing was found. */
  public enum Kind {
    /** The loss is no longer a number, or has left all bounds. */
    DIVERGED,
    /** It jumps up and down. */
    RATE_TOO_HIGH,
    /** It is no better than guessing, and stands still. */
    LEARNS_NOTHING,
    /** It falls steadily, but will not get there in the epochs there are. */
    RATE_TOO_LOW,
    /** The pictures learned from are known by heart. */
    OVERFITTING,
    /** Neither pictures learned from nor others are known well, and little changes. */
    UNDERFITTING,
    /** It was over too early. */
    STILL_IMPROVING,
    /** Nothing has changed for some time. */
    PLATEAU,
    /** Nothing is wrong so far. */
    GOING_WELL,
    /** It is over, and nothing was wrong. */
    GOOD
  }

  /**
   * Something found.
   *
   * @param kind of thing it is
   * @param evidence in words
   * @param suggestion the one change to try
   */
  public record Finding(Kind kind, Phrase evidence, Optional<Suggestion> suggestion) {}

  /** Epochs before anything is said. */
  public static final int FEWEST_EPOCHS = 3;

  /** A mean that differs by less, as a share of itself, is the same. */
  private static final double SAME = 0.02;
  /** Likewise, as a share of the error of guessing: nobody minds the rest when all is known. */
  private static final double SAME_OF_GUESSING = 0.01;
  /** Differences of means count from this many standard deviations of a mean. */
  private static final double BEYOND_NOISE = 6;
  /** A training error below this share of the other is far below. */
  private static final double FAR_BELOW = 0.6;
  /** A training error above this share of the other is near it. */
  private static final double NEAR = 0.85;
  /** An error above this share of that of guessing is high. */
  private static final double HIGH = 0.6;
  /** An error above this share of that of guessing is no better. */
  private static final double NO_BETTER = 0.98;
  /** An error above this multiple of that of guessing has left all bounds. */
  private static final double EXPLODED = 10;
  /** Less of a fall an epoch, as a share of the error, is slow. */
  private static final double SLOW = 0.02;
  /** Less of a fall an epoch, as a share of the error, is hardly any. */
  private static final double HARDLY = 0.01;
  /** Less of a fall an epoch, as a share of the error of guessing, is none. */
  private static final double STANDSTILL = 0.001;
  /** A training error that rises by this share of the error of guessing from one epoch to the next jumps. */
  private static final double JUMP = 0.03;
  /** The other error jumps more easily: it is not a mean over all the epoch's steps. */
  private static final double JUMP_OF_OTHERS = 0.1;
  private static final int JUMPS = 2;
  private static final int JUMPS_OF_OTHERS = 3;
  private static final int JUMP_WINDOW = 8;
  private static final int PLATEAU_EPOCHS = 5;

  private final RunSetup setup;
  private final Curve curve;
  private final Optional<Reason> end;
  private final CurveShape shape;
  private final Remedies remedies;

  /**
   * @param curve so far
   * @param end why it is over; empty while it runs
   */
  public Diagnosis(RunSetup setup, Curve curve, Optional<Reason> end) {
    this.setup = setup;
    this.curve = curve;
    this.end = end;
    this.shape = new CurveShape(setup, curve, end);
    this.remedies = new Remedies(setup);
  }

  /** Of a run that is kept. */
  public Diagnosis(RunRecord run) {
    this(run.setup(), run.curve(), run.end());
  }

  /** What was found, the most urgent first; empty before three epochs are over. */
  public List<Finding> findings() {
    if (end.equals(Optional.of(Reason.DIVERGED)) || !curve.points().isEmpty() && hasExploded()) {
      return List.of(diverged());
    }
    if (shape.epochs() < FEWEST_EPOCHS) {
      return List.of();
    }
    Optional<Finding> stuck = learnsNothing().or(this::rateTooLow);
    if (stuck.isPresent()) {
      return List.of(stuck.get());
    }
    List<Finding> found = new ArrayList<>();
    Optional<Finding> jumping = rateTooHigh();
    jumping.ifPresent(found::add);
    overfitting().ifPresent(found::add);
    if (found.isEmpty()) {
      found.add(underfitting().or(this::stillImproving).or(this::plateau).orElseGet(this::good));
    }
    return found;
  }

  private boolean hasExploded() {
    if (!shape.isFinite()) {
      return true;
    }
    Series training = shape.training();
    double bound = EXPLODED * Math.max(shape.scale(), training.lowest(0, training.size()));
    return shape.guessing().isPresent() && training.size() > 1 && training.last() > bound;
  }

  private Finding diverged() {
    return new Finding(Kind.DIVERGED, curve.bestEpoch() == 0 ? Phrase.of("train.diagnosis.diverged-at-once")
        : Phrase.of("train.diagnosis.diverged", curve.bestEpoch()), remedies.lowerRate(0.1));
  }

  /** The last three epochs are no better than guessing on either pictures, and the training error does not fall. */
  private Optional<Finding> learnsNothing() {
    OptionalDouble guessing = shape.guessing();
    if (guessing.isEmpty()) {
      return Optional.empty();
    }
    Series training = shape.training();
    double bound = NO_BETTER * guessing.getAsDouble();
    int n = training.size();
    Series judged = shape.hasOthers() ? shape.others() : training;
    boolean noBetter = training.lowest(n - 3, n) >= bound && judged.lowest(n - 3, n) >= bound;
    if (!noBetter || training.fallOfLast(3) >= STANDSTILL * guessing.getAsDouble()) {
      return Optional.empty();
    }
    return found(Kind.LEARNS_NOTHING, remedies.isRateLow() ? remedies.higherRate(10) : remedies.lowerRate(0.1),
        "train.diagnosis.learns-nothing", shape.last().epoch(), subject(), amount(judged.last()),
        amount(guessing.getAsDouble()));
  }

  /**
   * From the first epoch on the training error falls steadily, but by less than 2 % an epoch, and the epochs to come
   * won't halve it at that pace. Nothing is said while the rate is still on its way up.
   */
  private Optional<Finding> rateTooLow() {
    Series training = shape.training();
    int n = Math.min(training.size(), 6);
    double fall = training.fall(0, n);
    double share = fall / training.get(0);
    int half = n / 2;
    boolean steady = training.fall(n - half - 1, n) >= 0.5 * training.fall(0, half + 1)
        && training.rises(0, 0) == 0;
    boolean stillHigh = training.last() >= 0.7 * shape.scale() && training.get(0) >= 0.9 * shape.scale();
    boolean wontGetThere = shape.fallToCome(fall) < 0.5 * training.last();
    Series rates = shape.rates();
    boolean onItsWayUp = -rates.fallOfLast(2) > 0 && rates.last() < 0.5 * setup.highestRate();
    if (!steady || !(share > 0) || share >= SLOW || !stillHigh || !wontGetThere || onItsWayUp) {
      return Optional.empty();
    }
    return found(Kind.RATE_TOO_LOW, remedies.higherRate(share < SLOW / 4 ? 10 : 3), "train.diagnosis.rate-too-low",
        trainingSubject(), share);
  }

  /**
   * The training error has risen at least twice in the last eight epochs by 3 % of the error of guessing, or the
   * other error three times by 10 %, at no more than twice the present rate: what jumped at a high rate does so no
   * longer. Or the training error has risen on the whole since it was lowest, three epochs ago or more. The last two
   * don't count where the schedule will bring the rate down anyway.
   */
  private Optional<Finding> rateTooHigh() {
    int from = Math.max(1, shape.epochs() - JUMP_WINDOW);
    while (from < shape.epochs() && shape.rates().get(from) > 2 * shape.last().learningRate()) {
      from++;
    }
    Series training = shape.training();
    int jumps = training.rises(from, JUMP * shape.scale());
    if (jumps >= JUMPS) {
      return tooHigh(trainingSubject(), jumps, from);
    }
    if (shape.rateWillFall()) {
      return Optional.empty();
    }
    int since = training.size() - 1 - training.lowest();
    if (since >= 3 && isRising(training)) {
      return found(Kind.RATE_TOO_HIGH, remedies.lowerRate(0.3), "train.diagnosis.rate-too-high-rising",
          trainingSubject(), since, amount(training.get(training.lowest())), amount(training.last()));
    }
    if (shape.hasOthers()) {
      Series others = shape.others();
      int jumpsOfOthers = others.rises(from, JUMP_OF_OTHERS * shape.scale());
      if (jumpsOfOthers >= JUMPS_OF_OTHERS && !isRising(others)) {
        return tooHigh(subject(), jumpsOfOthers, from);
      }
    }
    return Optional.empty();
  }

  private Optional<Finding> tooHigh(Phrase subject, int jumps, int from) {
    return found(Kind.RATE_TOO_HIGH, remedies.lowerRate(0.3), "train.diagnosis.rate-too-high", subject, jumps,
        shape.epochs() - from);
  }

  /**
   * The other error has risen since it was lowest, three epochs ago or more, while the training error fell; or it has
   * not come down for as long, and the training error is less than 0.6 of it.
   */
  private Optional<Finding> overfitting() {
    if (!shape.hasOthers()) {
      return Optional.empty();
    }
    Series others = shape.others();
    Series training = shape.training();
    int lowest = others.lowest();
    int since = others.size() - 1 - lowest;
    if (since < 3) {
      return Optional.empty();
    }
    if (isRising(others) && hasFallenSince(training, lowest)) {
      return found(Kind.OVERFITTING, remedies.againstOverfitting(), "train.diagnosis.overfitting-rising", subject(),
          since, amount(others.get(lowest)), amount(others.last()), trainingName(), amount(training.last()));
    }
    double gap = others.meanOfLast(3) - training.meanOfLast(3);
    if (training.meanOfLast(3) < FAR_BELOW * others.meanOfLast(3) && gap > 0.1 * shape.scale()) {
      return found(Kind.OVERFITTING, remedies.againstOverfitting(), "train.diagnosis.overfitting-gap", subject(),
          since, amount(others.last()), trainingName(), amount(training.last()));
    }
    return Optional.empty();
  }

  /** Whether the last epochs lie above the lowest ones by more than noise explains. */
  private boolean isRising(Series series) {
    int window = window(series);
    double lowest = series.lowestMean(window);
    double rise = series.meanOfLast(window) - lowest;
    return rise > Math.max(Math.max(SAME * lowest, SAME_OF_GUESSING * shape.scale()), beyondNoise(series, window));
  }

  /** Whether the last epochs lie below those about an earlier one by more than noise explains. */
  private static boolean hasFallenSince(Series series, int epoch) {
    double then = series.mean(Math.max(0, epoch - 1), epoch + 2);
    return then - series.meanOfLast(3) > Math.max(SAME * then, beyondNoise(series, 3));
  }

  private static int window(Series series) {
    return Math.max(3, series.size() / 8);
  }

  private static double beyondNoise(Series series, int window) {
    return BEYOND_NOISE * series.noise() / Math.sqrt(window);
  }

  /**
   * Both errors are above 0.6 of that of guessing and near each other after five epochs, the other one falls by less
   * than 1.5 % an epoch, and half that pace over the epochs to come would not bring it down.
   */
  private Optional<Finding> underfitting() {
    OptionalDouble guessing = shape.guessing();
    if (guessing.isEmpty() || !shape.hasOthers() || shape.epochs() < 5 || shape.rateWillFall()) {
      return Optional.empty();
    }
    Series others = shape.others();
    Series training = shape.training();
    double error = others.meanOfLast(3);
    double fall = others.fallOfLast(5);
    boolean high = error - shape.fallToCome(fall) / 2 >= HIGH * guessing.getAsDouble();
    if (!high || training.meanOfLast(3) < NEAR * error || fall >= 0.75 * SLOW * error) {
      return Optional.empty();
    }
    return found(Kind.UNDERFITTING, remedies.againstUnderfitting(), "train.diagnosis.underfitting", subject(),
        amount(others.last()), trainingName(), amount(training.last()), amount(guessing.getAsDouble()));
  }

  /** All epochs are done, one of the last two was the lowest, and the last five fell by 1 % an epoch or more. */
  private Optional<Finding> stillImproving() {
    if (!shape.hasOthers() || end.isPresent() && end.get() != Reason.COMPLETE || shape.epochsToCome() > 0) {
      return Optional.empty();
    }
    Series others = shape.others();
    int count = Math.min(5, others.size());
    double fall = others.fallOfLast(count);
    boolean clear = fall * (count - 1) > Math.max(SAME_OF_GUESSING * shape.scale(), beyondNoise(others, count));
    if (others.lowest() < others.size() - 2 || fall < HARDLY * others.last() || !clear) {
      return Optional.empty();
    }
    return found(Kind.STILL_IMPROVING, remedies.longer(), "train.diagnosis.still-improving", subject(),
        fall / others.last(), amount(others.last()));
  }

  /** In the last quarter of the epochs, at least five, no epoch was lower by 1 % than the lowest before. */
  private Optional<Finding> plateau() {
    int count = Math.max(PLATEAU_EPOCHS, shape.epochs() / 4);
    if (!shape.hasOthers() || shape.epochs() < count + 3 || shape.rateWillFall()) {
      return Optional.empty();
    }
    Series others = shape.others();
    int from = others.size() - count;
    double before = others.lowest(0, from);
    boolean solved = before < 0.05 * shape.scale();
    if (solved || others.lowest(from, others.size()) < (1 - HARDLY) * before) {
      return Optional.empty();
    }
    boolean constant = setup.settings().learningRate() instanceof Schedule.Constant && !remedies.isRateLow();
    boolean near = shape.training().meanOfLast(3) >= NEAR * others.meanOfLast(3);
    Optional<Suggestion> next = constant ? remedies.lowerRate(0.3)
        : near ? remedies.againstUnderfitting() : remedies.againstOverfitting();
    return found(Kind.PLATEAU, next, "train.diagnosis.plateau", subject(), count, amount(others.last()));
  }

  private Finding good() {
    boolean over = end.isPresent() || shape.epochsToCome() == 0;
    Kind kind = over ? Kind.GOOD : Kind.GOING_WELL;
    if (!shape.hasOthers()) {
      Phrase seen = amount(shape.training().last());
      return new Finding(kind, Phrase.of("train.diagnosis.not-judged", trainingSubject(), seen), Optional.empty());
    }
    Curve.Point quoted = over ? curve.best().orElse(shape.last()) : shape.last();
    double measure = shape.isTested() ? quoted.testMeasure() : quoted.heldOutMeasure();
    Phrase result = shape.isPoints() ? amount(measure) : Phrase.of("train.diagnosis.amount.accuracy", measure);
    Phrase pictures = Phrase.of(shape.isTested() ? "train.diagnosis.on.test" : "train.diagnosis.on.held-out");
    return new Finding(kind, over ? Phrase.of("train.diagnosis.good", result, pictures, quoted.epoch())
        : Phrase.of("train.diagnosis.going-well", result, pictures, quoted.epoch()), Optional.empty());
  }

  private static Optional<Finding> found(Kind kind, Optional<Suggestion> suggestion, String key,
      Object... arguments) {
    return Optional.of(new Finding(kind, Phrase.of(key, arguments), suggestion));
  }

  /** The other error, to begin a sentence with. */
  private Phrase subject() {
    if (!shape.hasOthers()) {
      return trainingSubject();
    }
    if (shape.isPoints()) {
      return Phrase.of(
          shape.isTested() ? "train.diagnosis.subject.test-rmse" : "train.diagnosis.subject.held-out-rmse");
    }
    return Phrase.of(
        shape.isTested() ? "train.diagnosis.subject.test-loss" : "train.diagnosis.subject.held-out-loss");
  }

  private Phrase trainingSubject() {
    return Phrase.of(
        shape.isPoints() ? "train.diagnosis.subject.training-rmse" : "train.diagnosis.subject.training-loss");
  }

  /** The training error, within a sentence. */
  private Phrase trainingName() {
    return Phrase.of(shape.isPoints() ? "train.diagnosis.name.training-rmse" : "train.diagnosis.name.training-loss");
  }

  private Phrase amount(double error) {
    return Phrase.of(shape.isPoints() ? "train.diagnosis.amount.rmse" : "train.diagnosis.amount.loss", error);
  }
}
