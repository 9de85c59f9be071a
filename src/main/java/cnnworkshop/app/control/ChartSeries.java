package cnnworkshop.app.control;

import java.util.Arrays;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * A curve of a {@link LiveChart}: points (epoch, value) that come one after the other. Points are only added; another
 * training has other series. Used on the JavaFX thread.
 */
public final class ChartSeries {

  /** Where a curve's values are read. */
  public enum Axis {
    /** Loss, linear or logarithmic. */
    LEFT,
    /** Accuracy or RMSE. */
    RIGHT
  }

  /** What a curve tells; decides its axis, its colour and the shape of its points. */
  public enum Role {
    /** Loss on the pictures the network learns from. */
    TRAINING_LOSS(Axis.LEFT),
    /** Loss on the test pictures. */
    TEST_LOSS(Axis.LEFT),
    /** Loss on the pictures held out to choose the best weights by. */
    HELD_OUT_LOSS(Axis.LEFT),
    /** Accuracy, or RMSE, on the test pictures. */
    MEASURE(Axis.RIGHT),
    /** Accuracy, or RMSE, on the pictures held out. */
    HELD_OUT_MEASURE(Axis.RIGHT);

    private final Axis axis;

    Role(Axis axis) {
      this.axis = axis;
    }

    /** Where its values are read. */
    public Axis axis() {
      return axis;
    }
  }

  private static final int FIRST_ROOM = 64;

  private final String name;
  private final Role role;
  private final ReadOnlyIntegerWrapper size = new ReadOnlyIntegerWrapper(this, "size");
  private double[] epochs = new double[FIRST_ROOM];
  private double[] values = new double[FIRST_ROOM];
  private double spacing = Double.NaN;

  /**
   * A curve without points.
   *
   * @param name what a person calls it
   * @param role what it tells
   */
  public ChartSeries(String name, Role role) {
    this.name = name;
    this.role = role;
  }

  /** What a person calls it. */
  public String name() {
    return name;
  }

  /** What it tells. */
  public Role role() {
    return role;
  }

  /** Where its values are read. */
  public Axis axis() {
    return role.axis();
  }

  /**
   * Adds a point after the last one.
   *
   * @param epoch in epochs since the start, so that 1.5 is the middle of the second; at least 0, not before the last
   * @param value loss; accuracy 0..1; RMSE in pixels. One that is not finite leaves a gap in the curve
   * @throws IllegalArgumentException if the epoch is before the last point's, negative or not finite
   */
  public void add(double epoch, double value) {
    int count = size();
    double last = count == 0 ? 0 : epochs[count - 1];
    if (!(epoch >= last) || Double.isInfinite(epoch)) {
      throw new IllegalArgumentException("epoch " + epoch + " after " + last);
    }
    if (count == epochs.length) {
      epochs = Arrays.copyOf(epochs, 2 * count);
      values = Arrays.copyOf(values, 2 * count);
    }
    if (Double.isNaN(spacing) && count > 0 && epoch > last) {
      spacing = epoch - last;
    }
    epochs[count] = epoch;
    values[count] = value;
    size.set(count + 1);
  }

  /** How many points there are. */
  public int size() {
    return size.get();
  }

  /** How many points there are, to be told of new ones. */
  public ReadOnlyIntegerProperty sizeProperty() {
    return size.getReadOnlyProperty();
  }

  /** When a point is, in epochs. */
  public double epoch(int index) {
    return epochs[index];
  }

  /** A point's value; may be NaN or infinite. */
  public double value(int index) {
    return values[index];
  }

  /** Epochs between its first points that lie apart; NaN as long as there are none. */
  double spacing() {
    return spacing;
  }

  /** The first point at or after an epoch; {@link #size()} if there is none. */
  int from(double epoch) {
    int found = Arrays.binarySearch(epochs, 0, size(), epoch);
    if (found < 0) {
      return -found - 1;
    }
    while (found > 0 && epochs[found - 1] == epoch) {
      found--;
    }
    return found;
  }

  /** The point nearest to an epoch, the earlier of two; −1 without any. */
  int nearest(double epoch) {
    int after = from(epoch);
    if (after == size()) {
      return after - 1;
    }
    return after > 0 && epoch - epochs[after - 1] <= epochs[after] - epoch ? after - 1 : after;
  }
}
