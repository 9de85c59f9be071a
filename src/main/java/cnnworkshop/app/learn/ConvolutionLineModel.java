package cnnworkshop.app.learn;

import cnnworkshop.core.op.LineConvolution;
import cnnworkshop.core.op.SlidingAxis;
import cnnworkshop.core.text.Texts;
import java.util.Random;
import java.util.random.RandomGenerator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A filter of three weights that slides along a signal of {@value #LENGTH} numbers, with the sum it prints. */
final class ConvolutionLineModel {

  static final int LENGTH = 10;
  static final int SIZE = 3;
  static final int REACH = 9;

  /** Filters that have names. */
  enum Filter {
    STEP(-1, 0, 1), MEAN(1 / 3f, 1 / 3f, 1 / 3f), SHARPEN(-1, 3, -1), SHIFT(0, 0, 1), COUNTING(1, 2, 3);

    private final float[] weights;

    Filter(float... weights) {
      this.weights = weights;
    }
  }

  private final Texts texts;
  private final ShortNumbers numbers;
  private final RandomGenerator random;
  private final float[] signal = {0, 0, 2, 5, 5, 5, 3, 0, 1, 0};
  private float[] weights = Filter.STEP.weights.clone();
  private final ObjectProperty<Ends> ends = new SimpleObjectProperty<>(this, "ends", Ends.VALID);
  private final BooleanProperty flipped = new SimpleBooleanProperty(this, "flipped");
  private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper(this, "version");
  private final ReadOnlyStringWrapper sum = new ReadOnlyStringWrapper(this, "sum");
  private final ReadOnlyStringWrapper shape = new ReadOnlyStringWrapper(this, "shape");
  private final ReadOnlyStringWrapper kind = new ReadOnlyStringWrapper(this, "kind");
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper(this, "reading");
  private final SlideModel slide = new SlideModel();
  private final PredictModel predict;
  private LineConvolution convolution;
  private float[] outputs;
  private boolean valueAsked;

  ConvolutionLineModel(Texts texts) {
    this(texts, new Random());
  }

  /** @param random chooses what is asked */
  ConvolutionLineModel(Texts texts, RandomGenerator random) {
    this.texts = texts;
    this.random = random;
    this.numbers = new ShortNumbers(texts.locale());
    this.predict = new PredictModel(texts);
    ends.addListener((p, before, now) -> settingsChanged());
    flipped.addListener((p, before, now) -> settingsChanged());
    slide.chosenProperty().addListener((p, before, now) -> {
      predict.leave();
      say();
    });
    slide.reachedProperty().addListener((p, before, now) -> {
      predict.leave();
      say();
    });
    predict.hiddenProperty().addListener((p, before, now) -> say());
    compute();
  }

  ObjectProperty<Ends> endsProperty() {
    return ends;
  }

  /** Whether the filter is read backwards, as mathematics' convolution does. */
  BooleanProperty flippedProperty() {
    return flipped;
  }

  /** Changes whenever what is seen does. */
  ReadOnlyIntegerProperty versionProperty() {
    return version.getReadOnlyProperty();
  }

  /** The chosen output's sum, spelled out. */
  ReadOnlyStringProperty sumProperty() {
    return sum.getReadOnlyProperty();
  }

  /** How many outputs there are, and why. */
  ReadOnlyStringProperty shapeProperty() {
    return shape.getReadOnlyProperty();
  }

  /** Which of the two operations it is, with its formula. */
  ReadOnlyStringProperty kindProperty() {
    return kind.getReadOnlyProperty();
  }

  ReadOnlyStringProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  SlideModel slide() {
    return slide;
  }

  PredictModel predict() {
    return predict;
  }

  /** Cells beyond each end of the signal that the filter reaches. */
  int margin() {
    return ends.get() == Ends.VALID ? 0 : SIZE / 2;
  }

  /** What the filter finds at a place: 0..LENGTH − 1 in the signal, before and behind it what the ends give. */
  float at(int place) {
    int source = ends.get().edge().source(place, LENGTH);
    return source < 0 ? 0 : signal[source];
  }

  /** A weight as it was set. */
  float weight(int place) {
    return weights[place];
  }

  /** A weight as it is laid on: from behind if flipped. */
  float laidWeight(int place) {
    return convolution.weights()[place];
  }

  float output(int index) {
    return outputs[index];
  }

  /** Whether an output's value is there to be seen. */
  boolean isShown(int index) {
    return index < slide.reachedProperty().get() && !(isValueHidden() && index == chosen());
  }

  /** Whether the chosen output must not be seen. */
  boolean isValueHidden() {
    return valueAsked && predict.hiddenProperty().get();
  }

  int outputs() {
    return outputs.length;
  }

  /** The output looked at. */
  int chosen() {
    return slide.chosenProperty().get();
  }

  /** The first place under the filter, below 0 if it lies before the signal. */
  int firstPlace() {
    return convolution.axis().first(chosen(), LENGTH);
  }

  /** What is added up for the chosen output. */
  float[] products() {
    return convolution.products(signal, chosen());
  }

  void setWeight(int place, double value) {
    if (weights[place] != (float) value) {
      weights[place] = (float) Math.max(-REACH, Math.min(REACH, value));
      settingsChanged();
    }
  }

  void setWeights(Filter filter) {
    weights = filter.weights.clone();
    settingsChanged();
  }

  /** Changes a number of the signal. */
  void changeSignal(int place, int by) {
    signal[place] = Math.max(-REACH, Math.min(REACH, signal[place] + by));
    settingsChanged();
  }

  /** Asks the value of an output with whole numbers as weights. */
  void askValue() {
    predict.drop();
    weights = Filter.values()[new int[] {0, 2, 4}[random.nextInt(3)]].weights.clone();
    compute();
    slide.finish();
    slide.choose(random.nextInt(outputs.length));
    valueAsked = true;
    predict.ask(texts.get("learn.line.ask-value", chosen()), outputs[chosen()], 0.005, spelledOut());
  }

  /** Asks how many outputs there are for another length. */
  void askLength() {
    predict.drop();
    int length = random.nextInt(12, 101);
    int size = new int[] {3, 5, 7}[random.nextInt(3)];
    Ends now = Ends.values()[random.nextInt(2)];
    int padding = now == Ends.VALID ? 0 : random.nextInt(1, 4);
    int outputsThere = new SlidingAxis(size, 1, 1, false, padding).outputs(length);
    valueAsked = false;
    predict.ask(texts.get("learn.line.ask-length", size, length, padding), outputsThere, 0,
        texts.get("learn.line.length-formula", length, padding, size, outputsThere));
  }

  private void settingsChanged() {
    predict.drop();
    compute();
  }

  private void compute() {
    SlidingAxis axis = new SlidingAxis(SIZE, 1, 1, false, margin());
    LineConvolution asSet = new LineConvolution(weights.clone(), 0, axis, ends.get().edge());
    convolution = flipped.get() ? asSet.flipped() : asSet;
    outputs = convolution.apply(signal);
    slide.begin(outputs.length, 1);
    say();
  }

  private String spelledOut() {
    StringBuilder words = new StringBuilder();
    for (int place = 0; place < SIZE; place++) {
      words.append(place == 0 ? "" : " + ").append(numbers.factor(laidWeight(place))).append(" · ")
          .append(numbers.factor(at(firstPlace() + place)));
    }
    return words + " = " + numbers.of(outputs[chosen()]);
  }

  private void say() {
    if (chosen() >= outputs.length) {
      return; // the slide is about to be told of fewer outputs
    }
    boolean nothing = slide.reachedProperty().get() == 0;
    String value = isValueHidden() ? texts.get("learn.conv.hidden") : spelledOut();
    sum.set(nothing ? texts.get("learn.line.nothing") : texts.get("learn.line.sum", chosen(), value));
    shape.set(texts.get("learn.line.length-formula", LENGTH, margin(), SIZE, outputs.length));
    kind.set(flipped.get() ? texts.get("learn.line.convolution") : texts.get("learn.line.correlation"));
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < slide.reachedProperty().get(); i++) {
      row.append(i == 0 ? "" : "; ").append(isShown(i) ? numbers.of(outputs[i]) : texts.get("learn.conv.hidden"));
    }
    reading.set(texts.get("learn.line.reading", kind.get(), sum.get(), row, outputs.length));
    version.set(version.get() + 1);
  }
}
