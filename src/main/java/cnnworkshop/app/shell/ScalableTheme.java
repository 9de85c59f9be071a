package cnnworkshop.app.shell;

import atlantafx.base.theme.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An AtlantaFX theme whose lengths follow the size of type. The theme as it ships has paddings and gaps in pixels
 * that fit type of 14 pixels; here they are the same part of an em.
 */
final class ScalableTheme {

  /** The size of type the themes are drawn for. */
  static final double PIXELS_AN_EM = 14;

  /**
   * Lengths that grow. Borders stay as thin as they are. An icon's size can't be in em: an icon is type itself, so its
   * em is the very size that is set.
   */
  private static final Pattern GROWING = Pattern.compile(
      "-fx-(?:padding|label-padding|graphic-text-gap|spacing|[hv]gap|cell-size|background-insets"
          + "|background-radius|(?:min|pref|max)-(?:width|height))\\s*:[^;]*px[^;]*;");
  private static final Pattern FIXED_TYPE = Pattern.compile("(\\.tooltip \\{[^}]*-fx-font-size: )14px");
  private static final Pattern PIXELS = Pattern.compile("(\\d+(?:\\.\\d+)?)px");

  private ScalableTheme() {}

  /** The theme's style sheet as a data URI, for {@code Application.setUserAgentStylesheet}. */
  static String styleSheetOf(Theme theme) {
    return "data:text/css;base64," + Base64.getEncoder().encodeToString(textOf(theme).getBytes(StandardCharsets.UTF_8));
  }

  /** The theme's style sheet. */
  static String textOf(Theme theme) {
    // AtlantaFX names a compiled sheet; the text it was compiled from lies beside it.
    String resource = theme.getUserAgentStylesheet().replaceAll("\\.bss$", ".css");
    try (InputStream in = Theme.class.getResourceAsStream(resource)) {
      return scalable(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String scalable(String css) {
    String grown = GROWING.matcher(css).replaceAll(
        declaration -> Matcher.quoteReplacement(PIXELS.matcher(declaration.group()).replaceAll(ScalableTheme::inEm)));
    return FIXED_TYPE.matcher(grown).replaceAll("$11em");
  }

  private static String inEm(MatchResult length) {
    double pixels = Double.parseDouble(length.group(1));
    return pixels < 2 ? length.group() : Math.round(pixels / PIXELS_AN_EM * 1e4) / 1e4 + "em";
  }
}
