package cnnworkshop.core.train;

/** A setting over the length of a training, such as the learning rate. */
public sealed interface Schedule {

  /**
   * The value at a point of the training.
   *
   * @param progress 0 at the start, 1 at the end
   */
  double at(double progress);

  /** The highest value. */
  double highest();

  /** The same form, with every value multiplied so that this is the highest. {@code highest} is above 0. */
  Schedule withHighest(double highest);

  /** Whether it changes with every step; else with every epoch. */
  default boolean isOfSteps() {
    return false;
  }

  /** The same throughout. */
  record Constant(double value) implements Schedule {
    @Override
    public double highest() {
      return value;
    }

    @Override
    public Schedule withHighest(double highest) {
      return new Constant(highest);
    }

    @Override
    public double at(double progress) {
      return value;
    }
  }

  /** From one value to another in a straight line, as in the workshop. */
  record Linear(double from, double to) implements Schedule {
    @Override
    public double highest() {
      return Math.max(from, to);
    }

    @Override
    public Schedule withHighest(double highest) {
      return from >= to ? new Linear(highest, highest * (to / from)) : new Linear(highest * (from / to), highest);
    }

    @Override
    public double at(double progress) {
      return from + (to - from) * progress;
    }
  }

  /**
   * Up in a straight line, then down along half a cosine.
   *
   * @param peak the highest value
   * @param end the last value
   * @param warmUp share of the training spent going up, 0..1
   */
  record Cosine(double peak, double end, double warmUp) implements Schedule {
    @Override
    public double highest() {
      return peak;
    }

    @Override
    public Schedule withHighest(double highest) {
      return new Cosine(highest, highest * (end / peak), warmUp);
    }

    @Override
    public double at(double progress) {
      if (progress < warmUp) {
        // The first step is not of rate 0: it would be a wasted epoch.
        return peak * Math.max(0.1, progress / warmUp);
      }
      double down = (progress - warmUp) / (1 - warmUp);
      return end + (peak - end) * (1 + Math.cos(Math.PI * down)) / 2;
    }
  }

  /**
   * Divided by the same factor several times, after equal parts of the training.
   *
   * @param from the first value
   * @param factor what it is divided by, above 1
   * @param times how often, at least 1
   */
  record Steps(double from, double factor, int times) implements Schedule {
    @Override
    public double highest() {
      return from;
    }

    @Override
    public Schedule withHighest(double highest) {
      return new Steps(highest, factor, times);
    }

    @Override
    public double at(double progress) {
      int done = Math.min(times, (int) (progress * (times + 1)));
      return from / Math.pow(factor, done);
    }
  }

  /**
   * Up in a straight line and down in another, step by step, to almost nothing: a high rate in the middle, and small
   * steps to settle at the end.
   *
   * @param peak the highest value; it begins with a tenth of it and ends with a hundredth
   * @param warmUp share of the training spent going up, 0..1
   * @see "Smith and Topin, Super-convergence, 2017"
   */
  record OneCycle(double peak, double warmUp) implements Schedule {

    private static final double FIRST = 0.1;
    private static final double LAST = 0.01;

    @Override
    public double highest() {
      return peak;
    }

    @Override
    public Schedule withHighest(double highest) {
      return new OneCycle(highest, warmUp);
    }

    @Override
    public double at(double progress) {
      if (progress < warmUp) {
        return peak * (FIRST + (1 - FIRST) * progress / warmUp);
      }
      return peak * (1 - (1 - LAST) * (progress - warmUp) / (1 - warmUp));
    }

    @Override
    public boolean isOfSteps() {
      return true;
    }
  }
}
