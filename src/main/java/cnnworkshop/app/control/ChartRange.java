package cnnworkshop.app.control;

/**
 * A part of the epochs.
 *
 * @param from its beginning, epochs
 * @param to its end, above {@code from}
 */
record ChartRange(double from, double to) {

  /** The narrowest part that can be looked at, epochs. */
  private static final double NARROWEST = 1e-3;

  double length() {
    return to - from;
  }

  boolean holds(double epoch) {
    return epoch >= from && epoch <= to;
  }

  /** As much of it as fits into {@code whole}, moved there if it lies beyond. */
  ChartRange within(ChartRange whole) {
    double length = Math.min(whole.length(), Math.max(NARROWEST, length()));
    double start = Math.max(whole.from, Math.min(whole.to - length, from));
    return new ChartRange(start, start + length);
  }

  /** A part {@code factor} times as long in which an epoch stays at its place. */
  ChartRange scaled(double factor, double around) {
    double length = Math.max(NARROWEST, length() * factor);
    double share = (around - from) / length();
    return new ChartRange(around - share * length, around + (1 - share) * length);
  }

  ChartRange moved(double epochs) {
    return new ChartRange(from + epochs, to + epochs);
  }

  /** Moved just so far that an epoch is in it. */
  ChartRange revealing(double epoch) {
    return epoch < from ? moved(epoch - from) : epoch > to ? moved(epoch - to) : this;
  }
}
