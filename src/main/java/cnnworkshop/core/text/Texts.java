package cnnworkshop.core.text;

import cnnworkshop.core.UserFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/**
 * Every text a person reads, by key, from {@code assets/texts.properties} (UTF-8).
 *
 * <p>Texts are {@link MessageFormat} patterns: {@code {0}}, {@code {1}} are filled in, a single quote is
 * written twice. Numbers follow the person's locale.
 */
public final class Texts {

  private static final String RESOURCE = "/assets/texts.properties";

  private final Properties patterns = new Properties();
  private final Locale locale;

  private Texts(Locale locale) {
    this.locale = locale;
  }

  /** The shipped texts, with numbers written as {@code locale} does. */
  public static Texts load(Locale locale) {
    Texts texts = new Texts(locale);
    try (InputStream in = Texts.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      texts.patterns.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /**
   * The text of {@code key}, filled in.
   *
   * @throws IllegalArgumentException if there is no such text; a test keeps that from happening
   */
  public String get(String key, Object... arguments) {
    String pattern = patterns.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text for " + key);
    }
    return new MessageFormat(pattern, locale).format(arguments);
  }

  /** The plain sentence for what could not be done. */
  public String sentence(UserFailure failure) {
    return get(failure.key(), failure.arguments().toArray());
  }

  /** The locale numbers on screen follow. */
  public Locale locale() {
    return locale;
  }

  /** All keys. */
  public Set<String> keys() {
    return patterns.stringPropertyNames();
  }
}
