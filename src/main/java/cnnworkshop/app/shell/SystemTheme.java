package cnnworkshop.app.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the operating system whether the person has chosen a dark look. JavaFX 21 can't say. */
final class SystemTheme {

  private static final Logger LOG = LoggerFactory.getLogger(SystemTheme.class);
  private static final int PATIENCE_SECONDS = 2;

  private final List<String> question;
  private final String darkAnswer;

  private SystemTheme(List<String> question, String darkAnswer) {
    this.question = question;
    this.darkAnswer = darkAnswer;
  }

  /** @param osName as in the system property {@code os.name} */
  static SystemTheme of(String osName) {
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      return new SystemTheme(List.of("reg", "query",
          "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize", "/v", "AppsUseLightTheme"),
          "0x0");
    }
    if (os.contains("mac")) {
      return new SystemTheme(List.of("defaults", "read", "-g", "AppleInterfaceStyle"), "dark");
    }
    return new SystemTheme(List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme"), "prefer-dark");
  }

  /** Whether it is dark; false as well where the question can't be asked. */
  CompletableFuture<Boolean> isDark(Executor background) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return isDark(ask());
      } catch (IOException e) {
        LOG.debug("the system does not say whether it is dark", e);
        return false;
      }
    }, background);
  }

  boolean isDark(String answer) {
    return answer.toLowerCase(Locale.ROOT).contains(darkAnswer);
  }

  private String ask() throws IOException {
    Process process = new ProcessBuilder(question).redirectErrorStream(true).start();
    try (InputStream answer = process.getInputStream()) {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return "";
      }
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      return "";
    }
  }
}
