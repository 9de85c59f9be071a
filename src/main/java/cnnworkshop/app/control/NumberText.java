package cnnworkshop.app.control;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;

/** Writes numbers for a person: as their locale does, with a true minus sign, and no minus before a zero. */
public final class NumberText {

  private static final int SIGNIFICANT = 3;

  private final String zero;
  private final DecimalFormat format;

  /**
   * @param locale decides the decimal sign
   * @param decimals digits after it
   */
  public NumberText(Locale locale, int decimals) {
    this.format = (DecimalFormat) NumberFormat.getNumberInstance(locale);
    DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
    symbols.setMinusSign('−');
    format.setDecimalFormatSymbols(symbols);
    format.setGroupingUsed(false);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    this.zero = format.format(0);
  }

  /** A format with as many decimals as show three digits of {@code largest}, at most six and at least none. */
  public static NumberText fitting(Locale locale, double largest) {
    double magnitude = Math.abs(largest);
    int whole = magnitude > 0 && Double.isFinite(magnitude) ? (int) Math.floor(Math.log10(magnitude)) + 1 : 1;
    return new NumberText(locale, Math.max(0, Math.min(6, SIGNIFICANT - whole)));
  }

  /** A number as text. */
  public String of(double value) {
    String text = format.format(value);
    return text.equals("−" + zero) ? zero : text;
  }
}
