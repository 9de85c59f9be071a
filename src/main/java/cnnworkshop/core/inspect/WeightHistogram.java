package cnnworkshop.core.inspect;

/**
 * How many numbers lie where between two ends, in bins of equal width. A number on the edge of two bins counts for the
 * upper one, the high end for the last; what is no number or lies beyond the ends is not counted.
 *
 * @param range the ends; where they are the same, all of it is the middle bin
 * @param counts one a bin, from low to high; not to be changed
 */
public record WeightHistogram(ValueRange range, int[] counts) {

  /**
   * Counts some numbers.
   *
   * @param from the first of them
   * @param to one beyond the last
   * @param bins how many, at least 1
   */
  public static WeightHistogram of(float[] numbers, int from, int to, ValueRange range, int bins) {
    int[] counts = new int[bins];
    double width = (double) range.high() - range.low();
    for (int i = from; i < to; i++) {
      if (numbers[i] >= range.low() && numbers[i] <= range.high()) {
        int bin = width > 0 ? (int) Math.min(bins - 1, (numbers[i] - (double) range.low()) / width * bins) : bins / 2;
        counts[bin]++;
      }
    }
    return new WeightHistogram(range, counts);
  }

  /** The share of all counted numbers in a bin, 0..1; 0 if none was counted. */
  public double share(int bin) {
    long all = 0;
    for (int count : counts) {
      all += count;
    }
    return all == 0 ? 0 : (double) counts[bin] / all;
  }
}
