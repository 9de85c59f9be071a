package cnnworkshop.app.learn;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/**
 * How far a filter has slid: outputs are computed one after another, forwards and back, and one of those that are
 * there is looked at. Before anything slides all are there.
 */
final class SlideModel {

  /** Steps a second, slowest and fastest. */
  static final double SLOWEST = 0.5;
  static final double FASTEST = 30;

  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");
  private final ReadOnlyIntegerWrapper reached = new ReadOnlyIntegerWrapper(this, "reached");
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(this, "chosen");
  private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing");
  private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", 2);
  private int stride = 1;

  /** How many outputs there are; 0 if the filter fits nowhere. */
  ReadOnlyIntegerProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /** How many of them are computed. */
  ReadOnlyIntegerProperty reachedProperty() {
    return reached.getReadOnlyProperty();
  }

  /** The one looked at; below {@link #reachedProperty()} unless nothing is computed yet, then 0. */
  ReadOnlyIntegerProperty chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Whether it moves by itself. Whoever has a clock calls {@link #step()}. */
  ReadOnlyBooleanProperty playingProperty() {
    return playing;
  }

  /** Steps a second, {@value #SLOWEST}..{@value #FASTEST}. */
  DoubleProperty speedProperty() {
    return speed;
  }

  /**
   * Other outputs: all of them are there.
   *
   * @param outputs how many
   * @param aStep how many a step computes, at least 1
   */
  void begin(int outputs, int aStep) {
    stride = aStep;
    if (count.get() != outputs) {
      playing.set(false);
      count.set(outputs);
      reached.set(outputs);
    }
    chosen.set(Math.max(0, Math.min(chosen.get(), outputs - 1)));
  }

  /** Starts and stops. At the end it begins again. */
  void toggle() {
    if (!playing.get() && count.get() > 0) {
      if (reached.get() == count.get()) {
        go(0);
      }
      playing.set(true);
    } else {
      playing.set(false);
    }
  }

  /** Stops where it is. */
  void pause() {
    playing.set(false);
  }

  /** One step on; the last one ends playing. From the end, by hand, it begins again with the first. */
  void step() {
    if (reached.get() == count.get()) {
      boolean byHand = !playing.get();
      playing.set(false);
      if (byHand) {
        go(Math.min(stride, count.get()));
      }
      return;
    }
    go(Math.min(count.get(), reached.get() + stride));
    if (reached.get() == count.get()) {
      playing.set(false);
    }
  }

  /** One step back. */
  void stepBack() {
    playing.set(false);
    int whole = (reached.get() - 1) / stride * stride;
    go(Math.max(0, whole));
  }

  /** Nothing is computed. */
  void restart() {
    playing.set(false);
    go(0);
  }

  /** All are computed; the one looked at stays. */
  void finish() {
    playing.set(false);
    reached.set(count.get());
  }

  /** Looks at one of those that are there; the nearest of them if it is none. */
  void choose(int output) {
    playing.set(false);
    look(output);
  }

  /** The same without a pause, for whoever changes what slides. */
  void look(int output) {
    chosen.set(Math.max(0, Math.min(output, Math.max(1, reached.get()) - 1)));
  }

  private void go(int outputs) {
    reached.set(outputs);
    chosen.set(Math.max(0, outputs - 1));
  }
}
