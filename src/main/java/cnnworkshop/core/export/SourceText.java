package cnnworkshop.core.export;

import java.util.Locale;

/** Pieces that Java and Python source have in common. */
final class SourceText {

  private final StringBuilder text = new StringBuilder();

  /** Adds a line; {@code {0}} and so on are not replaced, as braces are part of both languages. */
  SourceText line(String line) {
    text.append(line).append('\n');
    return this;
  }

  /** Adds a line as {@link String#format} makes it, with dots in numbers. */
  SourceText line(String format, Object... arguments) {
    return line(String.format(Locale.ROOT, format, arguments));
  }

  /** A text between double quotes, the same in both languages; what is not ASCII as {@code \\uXXXX}. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        // An escape of our own would be one of Java's before its strings are read: only the printable come so.
        quoted.append(c < ' ' ? "?" : String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  /** A name for a comment: in one line, and ending none. */
  static String comment(String text) {
    return text.replaceAll("[\\p{Cntrl}\\\\]", "?").replace("*/", "* /");
  }

  /** A number with as many digits as it needs and no exponent for whole ones. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9 ? String.valueOf((long) value) : String.valueOf(value);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
