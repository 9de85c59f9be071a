package cnnworkshop.app.learn;

import cnnworkshop.app.learn.OverfittingCurve.Point;
import cnnworkshop.core.op.CurveFit;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A polynomial through noisy points, and what each degree is worth on them and on points it has not seen. */
final class OverfittingModel {

  static final int HIGHEST_DEGREE = 15;
  static final int MOST_POINTS = 40;

  /** Points stay within ±1 to the right and ±{@value} upwards. */
  static final double TOP = 2;

  private static final int TEST_POINTS = 300;
  private static final long TEST_SEED = 7_919;

  /**
   * What is seen.
   *
   * @param fit the polynomial of the chosen degree
   * @param training error on the points for each degree, in units of y
   * @param test error on new points of the same curve with the same noise, for each degree
   */
  record Seen(CurveFit fit, double[] training, double[] test) {

    /** The degree with the least test error. */
    int best() {
      int best = 0;
      for (int degree = 1; degree < test.length; degree++) {
        best = test[degree] < test[best] ? degree : best;
      }
      return best;
    }
  }

  private final Texts texts;
  private final ObjectProperty<OverfittingCurve> curve =
      new SimpleObjectProperty<>(this, "curve", OverfittingCurve.LINE);
  private final IntegerProperty count = new SimpleIntegerProperty(this, "count", 12);
  private final DoubleProperty noise = new SimpleDoubleProperty(this, "noise", 0.25);
  private final IntegerProperty seed = new SimpleIntegerProperty(this, "seed", 1);
  private final IntegerProperty degree = new SimpleIntegerProperty(this, "degree", 1);
  private final BooleanProperty regularised = new SimpleBooleanProperty(this, "regularised");
  private final DoubleProperty regularisation = new SimpleDoubleProperty(this, "regularisation", 0.01);
  private final List<Point> points = new ArrayList<>();
  private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
  private final ReadOnlyObjectWrapper<Seen> seen = new ReadOnlyObjectWrapper<>(this, "seen");
  private final ReadOnlyBooleanWrapper guessing = new ReadOnlyBooleanWrapper(this, "guessing");
  private final IntegerProperty guess = new SimpleIntegerProperty(this, "guess", -1);
  private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper(this, "verdict", "");
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper(this, "reading", "");
  private Point[] test = new Point[0];

  OverfittingModel(Texts texts) {
    this.texts = texts;
    for (Observable source : List.of(curve, count, noise, seed)) {
      source.addListener(change -> draw());
    }
    for (Observable setting : List.of(degree, regularised, regularisation)) {
      setting.addListener(change -> compute());
    }
    draw();
  }

  ObjectProperty<OverfittingCurve> curveProperty() {
    return curve;
  }

  /** How many points are drawn, 2..{@value #MOST_POINTS}. */
  IntegerProperty countProperty() {
    return count;
  }

  /** Standard deviation of the noise, in units of y, 0..1. */
  DoubleProperty noiseProperty() {
    return noise;
  }

  /** The same seed draws the same points. */
  IntegerProperty seedProperty() {
    return seed;
  }

  /** Of the polynomial, 0..{@value #HIGHEST_DEGREE}. */
  IntegerProperty degreeProperty() {
    return degree;
  }

  /** Whether coefficients are pulled towards 0. */
  BooleanProperty regularisedProperty() {
    return regularised;
  }

  /** How strongly, λ, above 0. */
  DoubleProperty regularisationProperty() {
    return regularisation;
  }

  /** The points to learn from; changed only through this model, and with {@link #seenProperty}. */
  List<Point> points() {
    return points;
  }

  /** The points that only report. */
  Point[] testPoints() {
    return test;
  }

  /** The point one works on, −1 for none. */
  IntegerProperty selectedProperty() {
    return selected;
  }

  ReadOnlyObjectProperty<Seen> seenProperty() {
    return seen.getReadOnlyProperty();
  }

  /** Whether one guesses the best degree: the test errors are hidden. */
  ReadOnlyBooleanProperty guessingProperty() {
    return guessing.getReadOnlyProperty();
  }

  /** The degree that was guessed, −1 for none. */
  IntegerProperty guessProperty() {
    return guess;
  }

  /** What to do, or how good the guess was; empty without one. */
  ReadOnlyStringProperty verdictProperty() {
    return verdict.getReadOnlyProperty();
  }

  ReadOnlyStringProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** Draws the points anew; what was moved by hand is gone. */
  void draw() {
    points.clear();
    points.addAll(Arrays.asList(curve.get().draw(count.get(), noise.get(), seed.get())));
    points.replaceAll(point -> inside(point.x(), point.y()));
    test = curve.get().draw(TEST_POINTS, noise.get(), seed.get() + TEST_SEED);
    selected.set(-1);
    compute();
  }

  /** Adds a point and works on it, as far as there may be more. */
  void add(double x, double y) {
    if (points.size() < MOST_POINTS) {
      points.add(inside(x, y));
      selected.set(points.size() - 1);
      compute();
    }
  }

  /** Adds a point near the one that is worked on, or in the middle. */
  void addNearby() {
    int at = selected.get();
    add(at < 0 ? 0 : points.get(at).x() + (points.get(at).x() < 0.9 ? 0.1 : -0.1), at < 0 ? 0 : points.get(at).y());
  }

  /** Moves the point one works on to a place. */
  void place(double x, double y) {
    if (selected.get() >= 0) {
      points.set(selected.get(), inside(x, y));
      compute();
    }
  }

  /** Moves the point one works on by so much. */
  void move(double right, double up) {
    if (selected.get() >= 0) {
      Point point = points.get(selected.get());
      place(point.x() + right, point.y() + up);
    }
  }

  /** Takes the point away that one works on; the last one stays. */
  void delete() {
    if (selected.get() >= 0 && points.size() > 1) {
      points.remove(selected.get());
      selected.set(Math.min(selected.get(), points.size() - 1));
      compute();
    }
  }

  /** Goes to the next point to the right, or to the left. */
  void selectNext(boolean toTheRight) {
    Integer[] order = new Integer[points.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(points.get(a).x(), points.get(b).x()));
    int at = Arrays.asList(order).indexOf(selected.get());
    int next = at < 0 ? (toTheRight ? 0 : order.length - 1) : at + (toTheRight ? 1 : -1);
    selected.set(order[Math.max(0, Math.min(order.length - 1, next))]);
    say();
  }

  /** Asks which degree has the least test error. */
  void beginGuess() {
    guess.set(degree.get());
    guessing.set(true);
    verdict.set(texts.get("learn.overfitting.guess.how"));
    say();
  }

  /** Shows the test errors and compares. */
  void endGuess() {
    if (!guessing.get()) {
      return;
    }
    Seen now = seen.get();
    int best = now.best();
    guess.set(degree.get());
    guessing.set(false);
    verdict.set(guess.get() == best ? texts.get("learn.overfitting.guess.right", best, now.test()[best])
        : texts.get("learn.overfitting.guess.wrong", best, now.test()[best], guess.get(), now.test()[guess.get()]));
    say();
  }

  private static Point inside(double x, double y) {
    return new Point(Math.max(-1, Math.min(1, x)), Math.max(-TOP, Math.min(TOP, y)));
  }

  private void compute() {
    double[] x = points.stream().mapToDouble(Point::x).toArray();
    double[] y = points.stream().mapToDouble(Point::y).toArray();
    double[] testX = Arrays.stream(test).mapToDouble(Point::x).toArray();
    double[] testY = Arrays.stream(test).mapToDouble(Point::y).toArray();
    double[] training = new double[HIGHEST_DEGREE + 1];
    double[] tested = new double[HIGHEST_DEGREE + 1];
    CurveFit chosen = null;
    for (int k = 0; k <= HIGHEST_DEGREE; k++) {
      CurveFit fit = CurveFit.of(x, y, k, regularised.get() ? regularisation.get() : 0);
      training[k] = fit.error(x, y);
      tested[k] = fit.error(testX, testY);
      chosen = k == degree.get() ? fit : chosen;
    }
    if (!guessing.get()) {
      guess.set(-1);
      verdict.set("");
    }
    seen.set(new Seen(chosen, training, tested));
    say();
  }

  private void say() {
    Seen now = seen.get();
    int k = degree.get();
    String errors = guessing.get() ? texts.get("learn.overfitting.reading.guessing", k, points.size(), now.training()[k])
        : texts.get("learn.overfitting.reading", k, points.size(), now.training()[k], now.test()[k], now.best(),
            now.test()[now.best()]);
    String point = selected.get() < 0 ? "" : " " + point();
    reading.set(verdict.get().isEmpty() ? errors + point : verdict.get() + " " + errors + point);
  }

  /** The point one works on, in words; empty for none. */
  String point() {
    if (selected.get() < 0) {
      return "";
    }
    Point point = points.get(selected.get());
    return texts.get("learn.overfitting.point", points.size(), point.x(), point.y());
  }
}
