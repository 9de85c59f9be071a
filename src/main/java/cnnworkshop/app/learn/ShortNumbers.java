package cnnworkshop.app.learn;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import java.util.OptionalDouble;

/** Writes numbers of lessons as short as can be and reads them back: 3, −1.5, 0.06; as the locale has it. */
final class ShortNumbers {

  private final DecimalFormat format;
  private final DecimalFormat whole;

  ShortNumbers(Locale locale) {
    format = format(locale);
    format.setMaximumFractionDigits(2);
    format.setGroupingUsed(false);
    whole = format(locale);
    whole.setMaximumFractionDigits(0);
  }

  private static DecimalFormat format(Locale locale) {
    DecimalFormat format = (DecimalFormat) NumberFormat.getNumberInstance(locale);
    DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
    symbols.setMinusSign('−');
    format.setDecimalFormatSymbols(symbols);
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    return format;
  }

  /** A value, with at most two decimals. */
  String of(double value) {
    String text = format.format(value);
    return text.equals("−0") ? "0" : text;
  }

  /** A value as a factor: in brackets if it is negative. */
  String factor(double value) {
    String text = of(value);
    return text.startsWith("−") ? "(" + text + ")" : text;
  }

  /** A count, with its thousands apart. */
  String count(long value) {
    return whole.format(value);
  }

  /** What a person typed, with either minus, a dot or the locale's own sign; nothing if it is no number. */
  OptionalDouble read(String typed) {
    String text = typed.strip().replace('-', '−').replace("+", "");
    ParsePosition end = new ParsePosition(0);
    Number number = whole.parse(text, end);
    if (number != null && end.getIndex() == text.length()) {
      return OptionalDouble.of(number.doubleValue());
    }
    try {
      double plain = Double.parseDouble(text.replace('−', '-'));
      return Double.isFinite(plain) ? OptionalDouble.of(plain) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty(); // said to the person by whoever asked
    }
  }
}
