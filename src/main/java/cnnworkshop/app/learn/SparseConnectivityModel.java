package cnnworkshop.app.learn;

import cnnworkshop.core.op.SlidingAxis;
import cnnworkshop.core.op.WeightCount;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/** How many weights a dense layer and filters need for a picture, and which inputs a unit looks at. */
final class SparseConnectivityModel {

  static final int LARGEST_SIDE = 200;
  static final int MOST_UNITS = 256;
  /** A side of the picture that is drawn. */
  static final int DRAWN_SIDE = 7;

  private final Texts texts;
  private final ShortNumbers numbers;
  private final RandomGenerator random;
  private final IntegerProperty side = new SimpleIntegerProperty(this, "side", 100);
  private final IntegerProperty units = new SimpleIntegerProperty(this, "units", 64);
  private final IntegerProperty filter = new SimpleIntegerProperty(this, "filter", 3);
  private final ReadOnlyIntegerWrapper unit = new ReadOnlyIntegerWrapper(this, "unit");
  private final ReadOnlyStringWrapper denseWords = new ReadOnlyStringWrapper(this, "denseWords");
  private final ReadOnlyStringWrapper sparseWords = new ReadOnlyStringWrapper(this, "sparseWords");
  private final ReadOnlyStringWrapper comparison = new ReadOnlyStringWrapper(this, "comparison");
  private final ReadOnlyStringWrapper drawing = new ReadOnlyStringWrapper(this, "drawing");
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper(this, "reading");
  private final PredictModel predict;

  SparseConnectivityModel(Texts texts) {
    this(texts, new Random());
  }

  /** @param random chooses what is asked */
  SparseConnectivityModel(Texts texts, RandomGenerator random) {
    this.texts = texts;
    this.random = random;
    this.numbers = new ShortNumbers(texts.locale());
    this.predict = new PredictModel(texts);
    side.addListener((p, before, now) -> {
      if (filter.get() > now.intValue()) {
        filter.set(now.intValue());
      }
      changed();
    });
    units.addListener((p, before, now) -> changed());
    filter.addListener((p, before, now) -> {
      keepUnit();
      changed();
    });
    unit.addListener((p, before, now) -> say());
    predict.hiddenProperty().addListener((p, before, now) -> say());
    unit.set(drawnUnits() * drawnUnits() / 2);
    say();
  }

  /** Rows and columns of the picture, 1..{@value #LARGEST_SIDE}. */
  IntegerProperty sideProperty() {
    return side;
  }

  /** Units of the layer, 1..{@value #MOST_UNITS}. */
  IntegerProperty unitsProperty() {
    return units;
  }

  /** Rows and columns of a filter, 1..side. */
  IntegerProperty filterProperty() {
    return filter;
  }

  /** The drawn unit whose connections are shown, row by row. */
  ReadOnlyIntegerProperty unitProperty() {
    return unit.getReadOnlyProperty();
  }

  ReadOnlyStringProperty denseWordsProperty() {
    return denseWords.getReadOnlyProperty();
  }

  ReadOnlyStringProperty sparseWordsProperty() {
    return sparseWords.getReadOnlyProperty();
  }

  /** How the two compare, or that they are the same. */
  ReadOnlyStringProperty comparisonProperty() {
    return comparison.getReadOnlyProperty();
  }

  /** What the drawing shows of it. */
  ReadOnlyStringProperty drawingProperty() {
    return drawing.getReadOnlyProperty();
  }

  ReadOnlyStringProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  PredictModel predict() {
    return predict;
  }

  long inputs() {
    return (long) side.get() * side.get();
  }

  long denseWeights() {
    return WeightCount.dense(inputs(), units.get());
  }

  long sparseWeights() {
    return WeightCount.convolution(units.get(), (long) filter.get() * filter.get());
  }

  /** Whether a filter spans the whole picture. */
  boolean isDense() {
    return filter.get() == side.get();
  }

  /** Rows and columns of the picture drawn. */
  int drawnSide() {
    return Math.min(DRAWN_SIDE, side.get());
  }

  /** Rows and columns of the filter drawn; it spans the drawn picture only if it really spans its own. */
  int drawnFilter() {
    return isDense() ? drawnSide() : Math.min(filter.get(), drawnSide() - 1);
  }

  /** Rows and columns of the units drawn: as many as places the filter has. */
  int drawnUnits() {
    return SlidingAxis.valid(drawnFilter()).outputs(drawnSide());
  }

  /** The inputs a unit looks at, row by row. */
  List<Integer> connections(int whichUnit, boolean dense) {
    int n = drawnSide();
    int row = whichUnit / drawnUnits();
    int column = whichUnit % drawnUnits();
    int k = drawnFilter();
    return IntStream.range(0, n * n).filter(i -> dense
        || i / n >= row && i / n < row + k && i % n >= column && i % n < column + k).boxed().toList();
  }

  /** Looks at a drawn unit. */
  void choose(int row, int column) {
    int n = drawnUnits();
    unit.set(Math.max(0, Math.min(n - 1, row)) * n + Math.max(0, Math.min(n - 1, column)));
  }

  /** Asks how many weights another picture takes; the sliders go there, the numbers hide. */
  void askDense() {
    predict.drop();
    int newSide = 10 * random.nextInt(1, 11);
    filter.set(Math.min(3, newSide));
    side.set(newSide);
    units.set(new int[] {5, 10, 20, 50, 100}[random.nextInt(5)]);
    predict.ask(texts.get("learn.sparse.ask-dense", side.get(), units.get()), denseWeights(), 0,
        denseFormula());
  }

  /** The same for filters. */
  void askSparse() {
    predict.drop();
    side.set(10 * random.nextInt(2, 11));
    filter.set(new int[] {2, 3, 5}[random.nextInt(3)]);
    units.set(new int[] {4, 8, 10, 20, 32}[random.nextInt(5)]);
    predict.ask(texts.get("learn.sparse.ask-sparse", side.get(), units.get(), filter.get()), sparseWeights(), 0,
        sparseFormula());
  }

  private void changed() {
    predict.drop();
    say();
  }

  private void keepUnit() {
    int n = drawnUnits();
    if (unit.get() >= n * n) {
      unit.set(n * n / 2);
    }
  }

  private String denseFormula() {
    return texts.get("learn.sparse.dense-formula", side.get(), units.get(), numbers.count(denseWeights()));
  }

  private String sparseFormula() {
    return texts.get("learn.sparse.sparse-formula", filter.get(), units.get(), numbers.count(sparseWeights()));
  }

  private String times() {
    double times = (double) denseWeights() / sparseWeights();
    return times >= 10 ? numbers.count(Math.round(times)) : numbers.of(times);
  }

  private void say() {
    keepUnit();
    boolean hidden = predict.hiddenProperty().get();
    String unknown = texts.get("learn.conv.hidden");
    denseWords.set(hidden ? unknown : denseFormula());
    sparseWords.set(hidden ? unknown : sparseFormula());
    comparison.set(hidden ? unknown : isDense()
        ? texts.get("learn.sparse.is-dense", filter.get(), numbers.count(inputs()))
        : texts.get("learn.sparse.fewer", times()));
    int n = drawnUnits();
    drawing.set(texts.get(drawnSide() == side.get() && drawnFilter() == filter.get() ? "learn.sparse.drawn"
        : "learn.sparse.drawn-small", drawnSide(), drawnFilter()));
    reading.set(texts.get("learn.sparse.reading", denseWords.get(), sparseWords.get(), comparison.get(),
        unit.get() / n + 1, unit.get() % n + 1, drawnSide() * drawnSide(), drawnFilter() * drawnFilter()));
  }
}
