package cnnworkshop.app.learn;

import cnnworkshop.core.op.Edge;
import cnnworkshop.core.op.LineConvolution;
import cnnworkshop.core.op.SlidingAxis;
import cnnworkshop.core.op.WeightCount;
import cnnworkshop.core.text.Texts;
import java.util.Random;
import java.util.random.RandomGenerator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * A filter of three weights at all its places along nine numbers: all places share the weights, or each has its own.
 * Numbers run from −{@value #REACH} to {@value #REACH}.
 */
final class WeightSharingModel {

  static final int INPUTS = 9;
  static final int WEIGHTS = 3;
  static final int REACH = 9;
  private static final int PICTURE_SIDE = 100;
  private static final SlidingAxis AXIS = SlidingAxis.valid(WEIGHTS);
  /** How many places the filter has. */
  static final int UNITS = AXIS.outputs(INPUTS);

  private final Texts texts;
  private final ShortNumbers numbers;
  private final RandomGenerator random;
  private final float[] signal = {0, 1, 1, 4, 5, 5, 2, 1, 0};
  private final float[][] weights = new float[UNITS][];
  private final BooleanProperty ownWeights = new SimpleBooleanProperty(this, "ownWeights");
  private final ReadOnlyIntegerWrapper unit = new ReadOnlyIntegerWrapper(this, "unit", 2);
  private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper(this, "version");
  private final ReadOnlyStringWrapper sum = new ReadOnlyStringWrapper(this, "sum");
  private final ReadOnlyStringWrapper cost = new ReadOnlyStringWrapper(this, "cost");
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper(this, "reading");
  private final PredictModel predict;

  WeightSharingModel(Texts texts) {
    this(texts, new Random());
  }

  /** @param random chooses what is asked */
  WeightSharingModel(Texts texts, RandomGenerator random) {
    this.texts = texts;
    this.random = random;
    this.numbers = new ShortNumbers(texts.locale());
    this.predict = new PredictModel(texts);
    for (int i = 0; i < UNITS; i++) {
      weights[i] = new float[] {-1, 0, 1};
    }
    ownWeights.addListener((p, before, now) -> {
      predict.drop();
      if (!now) {
        share(weights[unit.get()].clone());
      }
      changed();
    });
    unit.addListener((p, before, now) -> {
      predict.leave();
      changed();
    });
    predict.hiddenProperty().addListener((p, before, now) -> changed());
    changed();
  }

  /** Whether each place has weights of its own; sharing again, all take those of the chosen one. */
  BooleanProperty ownWeightsProperty() {
    return ownWeights;
  }

  /** The unit looked at, 0..{@link #UNITS} − 1. */
  ReadOnlyIntegerProperty unitProperty() {
    return unit.getReadOnlyProperty();
  }

  /** Changes whenever any number does. */
  ReadOnlyIntegerProperty versionProperty() {
    return version.getReadOnlyProperty();
  }

  /** How the chosen unit's value comes about. */
  ReadOnlyStringProperty sumProperty() {
    return sum.getReadOnlyProperty();
  }

  /** How many weights there are, and how many there would be. */
  ReadOnlyStringProperty costProperty() {
    return cost.getReadOnlyProperty();
  }

  ReadOnlyStringProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  PredictModel predict() {
    return predict;
  }

  /** Looks at a unit; the nearest one if there is no such. */
  void choose(int newUnit) {
    unit.set(Math.max(0, Math.min(UNITS - 1, newUnit)));
  }

  float input(int index) {
    return signal[index];
  }

  /** Changes an input by so much, within what numbers may be. */
  void changeInput(int index, int by) {
    predict.drop();
    signal[index] = Math.max(-REACH, Math.min(REACH, signal[index] + by));
    changed();
  }

  float weight(int ofUnit, int place) {
    return weights[ofUnit][place];
  }

  /** Sets a weight: of all units, or of the chosen one if each has its own. */
  void setWeight(int place, double value) {
    float now = (float) Math.max(-REACH, Math.min(REACH, value));
    if (weights[unit.get()][place] == now) {
      return;
    }
    predict.drop();
    if (ownWeights.get()) {
      weights[unit.get()][place] = now;
    } else {
      float[] shared = weights[unit.get()].clone();
      shared[place] = now;
      share(shared);
    }
    changed();
  }

  private void share(float[] shared) {
    for (int i = 0; i < UNITS; i++) {
      weights[i] = shared.clone();
    }
  }

  private LineConvolution filter(int ofUnit) {
    return new LineConvolution(weights[ofUnit], 0, AXIS, Edge.ZERO);
  }

  /** A unit's value. */
  float output(int ofUnit) {
    return filter(ofUnit).at(signal, ofUnit);
  }

  /** Whether a unit's value must not be seen. */
  boolean isHidden(int ofUnit) {
    return predict.hiddenProperty().get() && ofUnit == unit.get();
  }

  /** How many weights this layer has. */
  long count() {
    return ownWeights.get() ? WeightCount.unshared(1, WEIGHTS, UNITS) : WeightCount.convolution(1, WEIGHTS);
  }

  /** Asks what a unit's value is with other weights. */
  void ask() {
    predict.drop();
    choose(random.nextInt(UNITS));
    float[] fresh = new float[WEIGHTS];
    for (int place = 0; place < WEIGHTS; place++) {
      fresh[place] = random.nextInt(-2, 4);
    }
    ownWeights.set(false);
    share(fresh);
    changed();
    int asked = unit.get();
    predict.ask(texts.get("learn.sharing.question", asked + 1), output(asked), 0.005, spelledOut(asked));
  }

  private String spelledOut(int ofUnit) {
    StringBuilder words = new StringBuilder();
    for (int place = 0; place < WEIGHTS; place++) {
      words.append(place == 0 ? "" : " + ").append(numbers.factor(weights[ofUnit][place])).append(" · ")
          .append(numbers.factor(signal[ofUnit + place]));
    }
    return words + " = " + numbers.of(output(ofUnit));
  }

  private void changed() {
    int now = unit.get();
    String value = predict.hiddenProperty().get() ? texts.get("learn.conv.hidden") : spelledOut(now);
    sum.set(texts.get("learn.sharing.sum", now + 1, value));
    long side = SlidingAxis.valid(WEIGHTS).outputs(PICTURE_SIDE);
    long perFilter = (long) WEIGHTS * WEIGHTS;
    String large = numbers.count(WeightCount.unshared(1, perFilter, side * side));
    cost.set(ownWeights.get() ? texts.get("learn.sharing.cost-own", numbers.count(count()), UNITS, large)
        : texts.get("learn.sharing.cost-shared", numbers.count(count()), UNITS, large));
    StringBuilder map = new StringBuilder();
    for (int i = 0; i < UNITS; i++) {
      map.append(i == 0 ? "" : "; ").append(isHidden(i) ? texts.get("learn.conv.hidden") : numbers.of(output(i)));
    }
    reading.set(texts.get("learn.sharing.reading", sum.get(), map, cost.get()));
    version.set(version.get() + 1);
  }
}
