package cnnworkshop.app.control;

import cnnworkshop.core.text.Texts;
import java.text.NumberFormat;

/** Writes the numbers of a chart as the person's locale does. */
final class ChartNumbers {

  private static final double LARGEST_PLAIN = 1e4;
  private static final double SMALLEST_PLAIN = 1e-4;
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final int EPOCH_DECIMALS = 2;
  private static final double ROUNDING = 1e-9;

  private final Texts texts;
  private final NumberFormat wholePercent;
  private final NumberFormat percent;

  ChartNumbers(Texts texts) {
    this.texts = texts;
    this.wholePercent = NumberFormat.getPercentInstance(texts.locale());
    this.percent = NumberFormat.getPercentInstance(texts.locale());
    percent.setMinimumFractionDigits(1);
    percent.setMaximumFractionDigits(1);
  }

  /** The label of a mark. */
  String tick(ChartScale scale, double tick) {
    double largest = Math.max(Math.abs(scale.low()), Math.abs(scale.high()));
    if (scale.logarithmic() || largest >= LARGEST_PLAIN) {
      return isPlain(tick) ? plain(tick, Math.max(0, -magnitude(tick))) : power(tick);
    }
    return largest < SMALLEST_PLAIN ? power(tick) : plain(tick, scale.decimals());
  }

  /** The label of a mark of the axis for accuracies. */
  String percentTick(double share) {
    return wholePercent.format(share);
  }

  /** A loss. */
  String loss(double value) {
    return !Double.isFinite(value) ? texts.get("chart.readout.not-a-number")
        : isPlain(value) ? NumberText.fitting(texts.locale(), value).of(value) : power(value);
  }

  /** An accuracy (0..1) or an RMSE in pixels. */
  String measure(LiveChart.Measure measure, double value) {
    if (!Double.isFinite(value)) {
      return texts.get("chart.readout.not-a-number");
    }
    return measure == LiveChart.Measure.ACCURACY ? percent.format(value)
        : texts.get("chart.readout.pixels", loss(value));
  }

  /** When something was, in epochs. */
  String epoch(double epoch) {
    boolean whole = Math.abs(epoch - Math.rint(epoch)) < ROUNDING;
    return plain(epoch, whole ? 0 : EPOCH_DECIMALS);
  }

  private String plain(double value, int decimals) {
    return new NumberText(texts.locale(), decimals).of(value);
  }

  private static boolean isPlain(double value) {
    return value == 0 || Math.abs(value) >= SMALLEST_PLAIN && Math.abs(value) < LARGEST_PLAIN;
  }

  private static int magnitude(double value) {
    return value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value)) + ROUNDING);
  }

  /** A number as 2·10⁻⁵, with as many digits before the point as it needs, at most three. */
  private String power(double value) {
    if (value == 0) {
      return plain(0, 0);
    }
    int exponent = magnitude(value);
    double digits = value / Math.pow(10, exponent);
    double tenths = Math.abs(digits * 10 - Math.rint(digits * 10));
    int decimals = Math.abs(digits - Math.rint(digits)) < ROUNDING ? 0 : tenths < ROUNDING ? 1 : 2;
    String factor = digits == 1 ? "" : plain(digits, decimals) + "·";
    return factor + "10" + superscript(exponent);
  }

  private static String superscript(int exponent) {
    StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
    String.valueOf(Math.abs(exponent)).chars().forEach(digit -> text.append(SUPERSCRIPTS.charAt(digit - '0')));
    return text.toString();
  }
}
