package cnnworkshop.app.filters;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import java.util.OptionalDouble;

/** Writes and reads the numbers of a filter as the locale has them. */
final class EditNumbers {

  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);
  private static final int MOST_DECIMALS = 4;
  private static final int ALL_DECIMALS = 50;

  private final DecimalFormat few;
  private final DecimalFormat all;

  EditNumbers(Locale locale) {
    few = format(locale, MOST_DECIMALS);
    all = format(locale, ALL_DECIMALS);
  }

  private static DecimalFormat format(Locale locale, int decimals) {
    DecimalFormat format = (DecimalFormat) NumberFormat.getNumberInstance(locale);
    DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
    symbols.setMinusSign('−');
    format.setDecimalFormatSymbols(symbols);
    format.setGroupingUsed(false);
    format.setMaximumFractionDigits(decimals);
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    return format;
  }

  /** A number with three digits that count, and no more than four decimals. */
  String of(float value) {
    if (!Float.isFinite(value)) {
      return few.format(value);
    }
    String text = few.format(new BigDecimal(Float.toString(value)).round(THREE_DIGITS));
    return text.equals("−0") ? "0" : text;
  }

  /** A number with all its digits: what is read back is the very same. */
  String exact(float value) {
    return Float.isFinite(value) ? all.format(new BigDecimal(Float.toString(value))) : all.format(value);
  }

  /** What a person typed, with either minus, a dot or the locale's own sign; nothing if it is no number. */
  OptionalDouble read(String typed) {
    String text = typed.strip().replace('-', '−').replace("+", "");
    ParsePosition end = new ParsePosition(0);
    Number number = all.parse(text, end);
    if (number != null && end.getIndex() == text.length() && Double.isFinite(number.doubleValue())) {
      return OptionalDouble.of(number.doubleValue());
    }
    try {
      double plain = Double.parseDouble(text.replace('−', '-'));
      return Double.isFinite(plain) ? OptionalDouble.of(plain) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty(); // the number before comes back, which the person sees
    }
  }
}
