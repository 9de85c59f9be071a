package cnnworkshop.core.image;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the address of the first picture in a piece of a web page. */
final class HtmlImage {

  private static final String VALUE = "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))";
  /** Any attribute, also one whose value has a > in it. */
  private static final String ATTRIBUTE = "[^\\s=>]+(?:\\s*=\\s*(?:\"[^\"]*\"|'[^']*'|[^\\s>]*))?";
  private static final Pattern IMAGE = attribute("img", "src");
  private static final Pattern BASE = attribute("base", "href");
  private static final Pattern ABSOLUTE = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*", Pattern.DOTALL);

  private HtmlImage() {}

  /** The absolute address of the first picture that has one; a relative one counts only if the piece names its base. */
  static Optional<String> firstIn(String html) {
    Matcher images = IMAGE.matcher(html);
    while (images.find()) {
      String source = value(images);
      if (ABSOLUTE.matcher(source).matches()) {
        return Optional.of(source);
      }
      Optional<String> resolved = resolved(html, source);
      if (resolved.isPresent()) {
        return resolved;
      }
    }
    return Optional.empty();
  }

  private static Pattern attribute(String element, String name) {
    return Pattern.compile("<" + element + "(?:\\s+" + ATTRIBUTE + ")*?\\s+" + name + VALUE, Pattern.CASE_INSENSITIVE);
  }

  private static Optional<String> resolved(String html, String relative) {
    Matcher base = BASE.matcher(html);
    if (!base.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(URI.create(value(base)).resolve(relative).toString());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String value(Matcher attribute) {
    for (int group = 1; group <= 3; group++) {
      if (attribute.group(group) != null) {
        return unescaped(attribute.group(group)).strip();
      }
    }
    return "";
  }

  private static String unescaped(String html) {
    return html.replace("&quot;", "\"").replace("&#39;", "'").replace("&#x27;", "'").replace("&lt;", "<")
        .replace("&gt;", ">").replace("&amp;", "&");
  }
}
