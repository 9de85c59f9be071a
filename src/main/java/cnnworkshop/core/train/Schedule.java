package cnnworkshop.core.train;

/** A setting over the length of a training, such as the learning rate. */
public sealed interface Schedule {

  /**
   * The value at a point of the training.
   *
   * @param progress 0 at the start, 1 at the end
   */
  double at(double progress);

  /** The same throughout. */
  record Constant(double value) implements Schedule {
    @Override
    public double at(double progress) {
      return value;
    }
  }

  /** From one value to another in a straight line, as in the workshop. */
  record Linear(double from, double to) implements Schedule {
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
    public double at(double progress) {
      if (progress < warmUp) {
        // The first step is not of rate 0: it would be a wasted epoch.
        return peak * Math.max(0.1, progress / warmUp);
      }
      double down = (progress - warmUp) / (1 - warmUp);
      return end + (peak - end) * (1 + Math.cos(Math.PI * down)) / 2;
    }
  }
}
