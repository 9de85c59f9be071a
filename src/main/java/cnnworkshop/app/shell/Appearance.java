package cnnworkshop.app.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import cnnworkshop.app.support.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.CssParser;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/**
 * How the program looks: the shipped fonts, the theme with our named colours, and the size of type every length
 * follows. Changes with the settings. Used on the JavaFX thread.
 */
public final class Appearance {

  private static final List<String> FONTS = List.of("IBMPlexSans-Regular.woff", "IBMPlexSans-SemiBold.woff",
      "IBMPlexSans-Bold.woff", "IBMPlexSans-Italic.woff", "JetBrainsMono-Regular.ttf");

  private static final double ICON_EM = 1.25;

  private final Settings settings;
  private final BooleanProperty systemIsDark = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");

  /**
   * Loads the fonts.
   *
   * @param settings theme and size of type
   */
  public Appearance(Settings settings) {
    this.settings = settings;
    FONTS.forEach(Appearance::loadFont);
    settings.themeProperty().addListener(change -> chooseTheme());
    systemIsDark.addListener(change -> chooseTheme());
    chooseTheme();
  }

  /**
   * Reads the light theme once and forgets it: the classes that are loaded by it need not be loaded when the window waits
   * for the theme. For another thread, while JavaFX starts.
   */
  public static void readAhead() {
    new CssParser().parse(ScalableTheme.textOf(new PrimerLight()));
  }

  private static void loadFont(String name) {
    try (InputStream in = Appearance.class.getResourceAsStream("/assets/fonts/" + name)) {
      if (in == null || Font.loadFont(in, ScalableTheme.PIXELS_AN_EM) == null) {
        throw new IllegalStateException("the font " + name + " is missing or damaged");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks the system whether it is dark, in the background, and follows it if the settings say so. */
  public void followSystem(Executor background, Executor ui) {
    CompletableFuture<Boolean> answer = SystemTheme.of(System.getProperty("os.name")).isDark(background);
    answer.thenAcceptAsync(systemIsDark::set, ui);
  }

  /** Whether the look is dark now. */
  public ReadOnlyBooleanProperty darkProperty() {
    return dark.getReadOnlyProperty();
  }

  /** Changes to the other look, and keeps that whatever the system has. */
  public void toggleDark() {
    settings.themeProperty().set(dark.get() ? Settings.Theme.LIGHT : Settings.Theme.DARK);
  }

  private void chooseTheme() {
    dark.set(switch (settings.themeProperty().get()) {
      case LIGHT -> false;
      case DARK -> true;
      case SYSTEM -> systemIsDark.get();
    });
    Application.setUserAgentStylesheet(ScalableTheme.styleSheetOf(dark.get() ? new PrimerDark() : new PrimerLight()));
  }

  /** Dresses a scene, now and whenever something changes. Its popups follow it. */
  public void dress(Scene scene) {
    Runnable dress = () -> scene.getStylesheets().setAll(
        resource(dark.get() ? "dark.css" : "light.css"), resource("base.css"),
        resource("control.css"), resource("photo.css"), typeSheet(settings.typePercentProperty().get()));
    dark.addListener(change -> dress.run());
    settings.typePercentProperty().addListener(change -> dress.run());
    dress.run();
  }

  /** Dresses a scene in the light look with type of the usual size, whatever the settings are. On the JavaFX thread. */
  public static void dressLight(Scene scene) {
    FONTS.forEach(Appearance::loadFont);
    Application.setUserAgentStylesheet(ScalableTheme.styleSheetOf(new PrimerLight()));
    scene.getStylesheets().setAll(resource("light.css"), resource("base.css"), resource("control.css"),
        resource("photo.css"), typeSheet(100));
  }

  private static String resource(String name) {
    return Appearance.class.getResource("/assets/styles/" + name).toExternalForm();
  }

  /** The size of type, and of icons, as a sheet: menus and tooltips take over sheets from their window, but no inline style. */
  private static String typeSheet(double percent) {
    double pixels = ScalableTheme.PIXELS_AN_EM * percent / 100;
    String css = String.format(Locale.ROOT,
        ".root { -fx-font-size: %.2fpx; } .ikonli-font-icon { -fx-icon-size: %.2fpx; }", pixels, ICON_EM * pixels);
    return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
  }
}
