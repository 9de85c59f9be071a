package cnnworkshop.app.shell;

import cnnworkshop.core.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What this program is, the promise that photos stay on the machine, and the licences of all it is made of. */
final class AboutView {

  private static final double ICON_PIXELS = 64;

  /** Whole licence texts by name, in the order of the names. */
  private static final Map<String, String> LICENCES = new TreeMap<>(Map.of(
      "Apache License 2.0", "/assets/licences/LICENSE",
      "BSD 3-Clause License", "/assets/licences/BSD-3-Clause.txt",
      "Eclipse Public License 1.0", "/assets/licences/EPL-1.0.txt",
      "GNU General Public License 2", "/assets/licences/GPL-2.0.txt",
      "Intel License Agreement", "/assets/licences/OpenCV-cascade.txt",
      "MIT License", "/assets/licences/MIT.txt",
      "SIL Open Font License 1.1: IBM Plex Sans", "/assets/fonts/IBMPlexSans-OFL.txt",
      "SIL Open Font License 1.1: JetBrains Mono", "/assets/fonts/JetBrainsMono-OFL.txt"));

  private final ScrollPane root;

  AboutView(Texts texts) {
    Label promise = wrapped(texts.get("shell.about.promise"));
    promise.getStyleClass().add("about-promise");
    VBox page = new VBox(program(texts), promise);
    page.getStyleClass().add("about-page");
    page.getChildren().addAll(new PlainMarkdown(read("/assets/licences/THIRD-PARTY.md")).blocks());
    Label heading = new Label(texts.get("shell.about.licence-texts"));
    heading.getStyleClass().add("ws-heading");
    page.getChildren().add(heading);
    LICENCES.forEach((name, resource) -> page.getChildren().add(licence(name, resource)));
    root = new ScrollPane(page);
    root.setFitToWidth(true);
    root.getStyleClass().add("overlay-content");
    root.setAccessibleText(texts.get("shell.about.title"));
  }

  private static Region program(Texts texts) {
    ImageView icon = new ImageView(new Image(AboutView.class.getResourceAsStream("/assets/icons/icon-128.png")));
    icon.setFitWidth(ICON_PIXELS);
    icon.setFitHeight(ICON_PIXELS);
    Label name = new Label(texts.get("shell.title"));
    name.getStyleClass().add("ws-title");
    VBox names = new VBox(name);
    // In the jar's manifest; there is none when the program runs from folders of classes.
    String version = AboutView.class.getPackage().getImplementationVersion();
    if (version != null) {
      names.getChildren().add(new Label(texts.get("shell.about.version", version)));
    }
    names.getChildren().add(wrapped(texts.get("shell.about.what")));
    HBox box = new HBox(icon, names);
    box.getStyleClass().add("about-top");
    return box;
  }

  /** A licence's text, folded; read when it is unfolded. */
  private static TitledPane licence(String name, String resource) {
    TitledPane pane = new TitledPane(name, null);
    pane.setExpanded(false);
    pane.setAnimated(false);
    pane.setAccessibleText(name);
    pane.expandedProperty().addListener((p, was, is) -> {
      if (is && pane.getContent() == null) {
        Label text = wrapped(read(resource));
        text.getStyleClass().add("licence-text");
        pane.setContent(text);
      }
    });
    return pane;
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private static String read(String resource) {
    try (InputStream in = AboutView.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Region root() {
    return root;
  }
}
