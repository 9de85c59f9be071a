package cnnworkshop.app.control;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis: which numbers it runs over and which of them are marked. Marks are at 1, 2 or 5 times a power of ten apart,
 * those of a logarithmic axis at round numbers of each decade.
 *
 * @param low the number at its beginning
 * @param high the number at its end, above {@code low}
 * @param logarithmic whether equal ratios are equally long; {@code low} is above 0 then
 * @param ticks numbers with a label, rising, within the axis
 * @param minorTicks numbers with a mark alone, rising, within the axis
 */
record ChartScale(double low, double high, boolean logarithmic, List<Double> ticks, List<Double> minorTicks) {

  private static final double ROUNDING = 1e-9;
  /** Below this ratio of its ends a logarithmic axis is nearly linear, and so are its marks. */
  private static final double NEARLY_LINEAR = 2;
  private static final int MOST_MINOR_TICKS = 40;
  private static final int[] ALL_DIGITS = {1, 2, 3, 4, 5, 6, 7, 8, 9};
  private static final int[] ROUND_DIGITS = {1, 2, 5};
  private static final int[] ONE = {1};

  /**
   * A linear axis that begins and ends at a mark. Where no number is below 0 and 0 is near, it begins there.
   *
   * @param least the least number it has to hold
   * @param most the greatest, at least {@code least}
   * @param intervals how many there may be between marks, at least 1
   */
  static ChartScale linear(double least, double most, int intervals) {
    double low = least >= 0 && (least <= most / 2 || least == most) ? 0 : least;
    double high = most > low ? most : low + 1;
    Step step = Step.atLeast((high - low) / intervals);
    while (step.ceil(high) - step.floor(low) > intervals) {
      step = step.next();
    }
    return between(step.times(step.floor(low)), step.times(step.ceil(high)), step);
  }

  /** A linear axis with just these ends, and as many marks as there may be intervals, at least 1. */
  static ChartScale between(double low, double high, int intervals) {
    return between(low, high, Step.atLeast((high - low) / intervals));
  }

  /** A linear axis with just these ends and a label at whole numbers only. */
  static ChartScale whole(double low, double high, int intervals) {
    Step step = Step.atLeast((high - low) / intervals);
    return between(low, high, step.exponent < 0 ? new Step(1, 0) : step);
  }

  private static ChartScale between(double low, double high, Step step) {
    List<Double> ticks = new ArrayList<>();
    double tolerance = ROUNDING * (high - low);
    for (long i = step.ceil(low - tolerance); step.times(i) <= high + tolerance; i++) {
      ticks.add(step.times(i));
    }
    return new ChartScale(low, high, false, List.copyOf(ticks), List.of());
  }

  /**
   * A logarithmic axis.
   *
   * @param least the least number it has to hold, above 0
   * @param most the greatest, at least {@code least}
   * @param intervals how many would fit between labels if they were of equal length, at least 1
   */
  static ChartScale logarithmic(double least, double most, int intervals) {
    if (most / least <= NEARLY_LINEAR) {
      double high = most > least ? most : least * NEARLY_LINEAR;
      Step step = Step.atLeast((high - least) / intervals);
      while (step.ceil(high) - Math.max(1, step.floor(least)) > intervals) {
        step = step.next();
      }
      double low = step.floor(least) > 0 ? step.times(step.floor(least)) : least;
      ChartScale linear = between(low, step.times(step.ceil(high)), step);
      return new ChartScale(linear.low, linear.high, true, linear.ticks, List.of());
    }
    double low = digitBelow(least);
    double high = -digitBelow(-most);
    List<Double> all = digits(low, high, ALL_DIGITS, 1);
    List<Double> minor = all.size() > MOST_MINOR_TICKS ? List.of() : all;
    for (int[] digits : new int[][] {ALL_DIGITS, ROUND_DIGITS}) {
      List<Double> ticks = digits(low, high, digits, 1);
      if (narrowest(ticks) * intervals >= Math.log(high / low)) {
        return new ChartScale(low, high, true, ticks, minor);
      }
    }
    int decades = 1;
    while (digits(low, high, ONE, decades).size() > intervals + 1) {
      decades++;
    }
    return new ChartScale(low, high, true, digits(low, high, ONE, decades), minor);
  }

  /** The largest number with one digit other than 0 that is not above {@code value}; below 0 as above it. */
  private static double digitBelow(double value) {
    int exponent = (int) Math.floor(Math.log10(Math.abs(value)) + ROUNDING);
    double digit = value / power(exponent);
    return scaled(Math.floor(digit + ROUNDING), exponent);
  }

  private static List<Double> digits(double low, double high, int[] digits, int everyDecade) {
    List<Double> numbers = new ArrayList<>();
    int first = (int) Math.floor(Math.log10(low) + ROUNDING);
    int last = (int) Math.floor(Math.log10(high) + ROUNDING);
    for (int exponent = first; exponent <= last; exponent++) {
      for (int digit : digits) {
        double number = scaled(digit, exponent);
        if (exponent % everyDecade == 0 && number >= low * (1 - ROUNDING) && number <= high * (1 + ROUNDING)) {
          numbers.add(number);
        }
      }
    }
    return List.copyOf(numbers);
  }

  private static double narrowest(List<Double> ticks) {
    double narrowest = Double.POSITIVE_INFINITY;
    for (int i = 1; i < ticks.size(); i++) {
      narrowest = Math.min(narrowest, Math.log(ticks.get(i) / ticks.get(i - 1)));
    }
    return narrowest;
  }

  private static double power(int exponent) {
    return scaled(1, exponent);
  }

  /** A number times a power of ten; divided by the inverse power, which is exact, so that 3·10⁻¹ is 0.3. */
  private static double scaled(double number, int exponent) {
    return exponent < 0 ? number / Math.pow(10, -exponent) : number * Math.pow(10, exponent);
  }

  /**
   * Where a number is on the axis: 0 at its beginning, 1 at its end, also beyond. What is not above 0 is infinitely
   * far below a logarithmic axis.
   */
  double position(double value) {
    if (!logarithmic) {
      return (value - low) / (high - low);
    }
    return value > 0 ? Math.log(value / low) / Math.log(high / low) : Double.NEGATIVE_INFINITY;
  }

  /** The number at a place of the axis: the inverse of {@link #position}. */
  double value(double position) {
    return logarithmic ? low * Math.pow(high / low, position) : low + position * (high - low);
  }

  /** Digits after the decimal sign that tell the labels of a linear axis apart. */
  int decimals() {
    double step = ticks.size() < 2 ? high - low : ticks.get(1) - ticks.get(0);
    return Math.max(0, (int) -Math.floor(Math.log10(step) + ROUNDING));
  }

  /** A distance between marks: 1, 2 or 5 times a power of ten. */
  private record Step(int digit, int exponent) {

    static Step atLeast(double length) {
      int exponent = (int) Math.floor(Math.log10(length));
      double digits = length / power(exponent);
      Step step = new Step(1, exponent);
      while (step.times(1) / power(exponent) < digits * (1 - ROUNDING)) {
        step = step.next();
      }
      return step;
    }

    Step next() {
      return switch (digit) {
        case 1 -> new Step(2, exponent);
        case 2 -> new Step(5, exponent);
        default -> new Step(1, exponent + 1);
      };
    }

    double times(long count) {
      return scaled((double) count * digit, exponent);
    }

    long floor(double value) {
      return (long) Math.floor(value / times(1) + ROUNDING);
    }

    long ceil(double value) {
      return (long) Math.ceil(value / times(1) - ROUNDING);
    }
  }
}
