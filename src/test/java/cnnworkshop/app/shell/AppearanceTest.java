package cnnworkshop.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import cnnworkshop.app.FxTest;
import cnnworkshop.app.support.Settings;
import cnnworkshop.app.support.SettingsFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

class AppearanceTest extends FxTest {

  @TempDir
  Path folder;

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final FontIcon icon = new FontIcon(Material2OutlinedMZ.PHOTO);
  private final Button button = new Button("Open", icon);
  private final Label heading = new Label("Keys");
  private final VBox page = new VBox(heading, button);
  private Settings settings;
  private Appearance appearance;

  @BeforeEach
  void dress() {
    heading.getStyleClass().add("ws-heading");
    runFx(() -> {
      settings = new Settings(new SettingsFile(folder.resolve("settings.json"), timer, e -> {
        throw new AssertionError(e);
      }));
      settings.themeProperty().set(Settings.Theme.LIGHT);
      appearance = new Appearance(settings);
    });
    StackPane root = new StackPane(page);
    show(root, 400, 300);
    runFx(() -> {
      Scene scene = root.getScene();
      appearance.dress(scene);
      // What show() set on the application is the plain theme.
      settings.themeProperty().set(Settings.Theme.DARK);
      settings.themeProperty().set(Settings.Theme.LIGHT);
    });
    settle();
  }

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  @Test
  void theShippedFontsAreUsedAndTheirDigitsAreOfOneWidth() {
    assertThat(onFx(() -> button.getFont().getFamily())).isEqualTo("IBM Plex Sans");
    assertThat(onFx(() -> heading.getFont().getFamily())).isEqualTo("IBM Plex Sans SmBld");
    for (String family : new String[] {"IBM Plex Sans", "IBM Plex Sans SmBld", "JetBrains Mono"}) {
      assertThat(onFx(() -> "0123456789".chars().mapToObj(c -> width(Character.toString(c), family))
          .collect(Collectors.toSet()))).as(family).hasSize(1);
    }
  }

  @Test
  void everythingGrowsWithTheTypeInTheSameProportion() {
    double type = onFx(() -> button.getFont().getSize());
    double padding = onFx(() -> button.getPadding().getLeft());
    int iconSize = onFx(icon::getIconSize);
    double headingType = onFx(() -> heading.getFont().getSize());

    runFx(() -> settings.typePercentProperty().set(200));
    settle();
    runFx(() -> button.getScene().getRoot().applyCss());

    assertThat(onFx(() -> button.getFont().getSize())).isEqualTo(2 * type);
    assertThat(onFx(() -> heading.getFont().getSize())).isEqualTo(2 * headingType);
    assertThat(onFx(() -> button.getPadding().getLeft())).isBetween(1.9 * padding, 2.1 * padding);
    assertThat(onFx(icon::getIconSize)).isBetween(2 * iconSize - 1, 2 * iconSize + 1);
  }

  @Test
  void theDarkLookIsDarkAndTheLightLookLight() {
    assertThat(onFx(() -> brightness(button))).isLessThan(0.5);
    runFx(appearance::toggleDark);
    settle();
    runFx(() -> button.getScene().getRoot().applyCss());

    assertThat(onFx(() -> brightness(button))).isGreaterThan(0.5);
    assertThat(settings.themeProperty().get()).isEqualTo(Settings.Theme.DARK);
  }

  @Test
  void paddingsOfTheThemeFollowTheTypeAndItsLinesStayThin() {
    assertThat(ScalableTheme.scalable(".a {\n  -fx-padding: 7px 14px 7px 14px;\n  -fx-background-insets: 0, 1px;\n}"))
        .isEqualTo(".a {\n  -fx-padding: 0.5em 1.0em 0.5em 1.0em;\n  -fx-background-insets: 0, 1px;\n}");
    String sheet = ScalableTheme.styleSheetOf(new PrimerDark());
    String css = new String(Base64.getDecoder().decode(sheet.substring(sheet.indexOf(',') + 1)), StandardCharsets.UTF_8);
    assertThat(css).contains("-color-bg-default").doesNotContainPattern("-fx-padding:[^;]* [2-9]px");
  }

  @Test
  void bothLooksNameTheSameColours() throws Exception {
    assertThat(namesIn("light.css")).isEqualTo(namesIn("dark.css")).contains("-ws-train-loss", "-ws-eyes");
  }

  @Test
  void everyColourOfOursThatARuleUsesHasAName() throws Exception {
    for (String rules : new String[] {"base.css", "control.css", "photo.css"}) {
      assertThat(namesIn("light.css")).as(rules).containsAll(namesIn(rules));
    }
  }

  private static TreeSet<String> namesIn(String sheet) throws Exception {
    String css = Files.readString(Path.of("assets", "styles", sheet));
    return Pattern.compile("(?<![\\w.])-ws-[a-z-]+").matcher(css).results().map(r -> r.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static double width(String text, String family) {
    Text node = new Text(text);
    node.setFont(Font.font(family, 20));
    return node.getLayoutBounds().getWidth();
  }

  /** How bright its text is, 0..1. */
  private static double brightness(Button button) {
    return ((Color) button.getTextFill()).getBrightness();
  }
}
