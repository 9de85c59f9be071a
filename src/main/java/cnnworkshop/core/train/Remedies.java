package cnnworkshop.core.train;

import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.LayerSpec;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/** The one change to try next, by what a run has not yet. */
final class Remedies {

  private static final double USUAL_DROPOUT = 0.5;
  private static final double FIRST_L2 = 1e-4;
  /** Half as many pictures again are worth a training. */
  private static final double MORE = 1.5;

  private final RunSetup setup;

  Remedies(RunSetup setup) {
    this.setup = setup;
  }

  /** Against knowing the pictures by heart: dropout, then random changes, more pictures, an L2 penalty. */
  Optional<Suggestion> againstOverfitting() {
    RunSetup.Data data = setup.data();
    if (dropoutBeforeLast() < USUAL_DROPOUT) {
      return Optional.of(new Suggestion.DropoutBeforeLast(USUAL_DROPOUT));
    }
    if (!setup.isAugmented()) {
      return Optional.of(new Suggestion.Augmentation());
    }
    if (data.available() >= MORE * data.learned()) {
      return Optional.of(new Suggestion.Pictures((int) Math.min(data.available(), 2L * data.learned())));
    }
    if (setup.settings().l2() == 0) {
      return Optional.of(new Suggestion.L2(0, FIRST_L2));
    }
    return Optional.empty();
  }

  private double dropoutBeforeLast() {
    List<LayerSpec> layers = setup.network().layers();
    return layers.size() > 1 && layers.get(layers.size() - 2) instanceof LayerSpec.Dropout there
        ? there.dropRate() : 0;
  }

  /** Against knowing too little: less of a penalty if there is one, else a larger network. */
  Optional<Suggestion> againstUnderfitting() {
    double l2 = setup.settings().l2();
    return Optional.of(l2 > 0 ? new Suggestion.L2(l2, rounded(l2 / 10)) : new Suggestion.Enlarge());
  }

  /** A rate that is a share of the highest so far. */
  Optional<Suggestion> lowerRate(double share) {
    double now = setup.highestRate();
    return Optional.of(new Suggestion.LearningRate(now, rounded(share * now)));
  }

  /** A rate so many times as high, but none that is too high for nearly every network; then twice the epochs. */
  Optional<Suggestion> higherRate(double times) {
    double now = setup.highestRate();
    double to = rounded(Math.min(times * now, highestSensibleRate()));
    return to > now ? Optional.of(new Suggestion.LearningRate(now, to)) : longer();
  }

  /** Whether the rate is one at which a network that learns nothing hardly moves. */
  boolean isRateLow() {
    return setup.highestRate() < highestSensibleRate() / 30;
  }

  private double highestSensibleRate() {
    return setup.updater() instanceof Updater.Sgd || setup.updater() instanceof Updater.Nesterov ? 0.1 : 0.01;
  }

  /** Twice the epochs. */
  Optional<Suggestion> longer() {
    return Optional.of(new Suggestion.Epochs(2 * setup.settings().epochs()));
  }

  private static double rounded(double value) {
    return new BigDecimal(value).round(new MathContext(2)).doubleValue();
  }
}
