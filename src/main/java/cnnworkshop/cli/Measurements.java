package cnnworkshop.cli;

import cnnworkshop.core.UserFailure;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Numbers measured so far. */
final class Measurements {

  private static final double NANOS_PER_MILLI = 1e6;

  private final Map<Part, Double> values = new EnumMap<>(Part.class);

  /** Something that takes time. */
  @FunctionalInterface
  interface Task {
    void run() throws UserFailure, IOException;
  }

  /** All numbers, in the parts' order. */
  Map<Part, Double> values() {
    return Collections.unmodifiableMap(values);
  }

  void put(Part part, double value) {
    values.put(part, value);
  }

  /** How long {@code task} takes, in milliseconds. */
  static double milliseconds(Task task) throws UserFailure, IOException {
    long start = System.nanoTime();
    task.run();
    return (System.nanoTime() - start) / NANOS_PER_MILLI;
  }

  /** The middle one: a round that something else disturbed does not count. */
  static double median(double... numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
