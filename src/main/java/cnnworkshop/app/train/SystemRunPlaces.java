package cnnworkshop.app.train;

import cnnworkshop.app.support.Settings;
import cnnworkshop.core.text.Texts;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** The operating system's own dialog for saving; it begins in the folder where something was saved last. */
public final class SystemRunPlaces implements RunPlaces {

  private final Supplier<Window> owner;
  private final Settings settings;
  private final Texts texts;

  /** @param owner the window the dialog belongs to */
  public SystemRunPlaces(Supplier<Window> owner, Settings settings, Texts texts) {
    this.owner = owner;
    this.settings = settings;
    this.texts = texts;
  }

  @Override
  public Optional<Path> saveAs(String suggestedName, String extension) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("train.runs.export.dialog"));
    chooser.setInitialFileName(suggestedName);
    chooser.getExtensionFilters().add(new ExtensionFilter(extension.toUpperCase(Locale.ROOT), "*." + extension));
    Settings.path(settings.saveFolderProperty().get()).filter(Files::isDirectory)
        .ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
    File chosen = chooser.showSaveDialog(owner.get());
    if (chosen == null) {
      return Optional.empty();
    }
    Path file = chosen.toPath().toAbsolutePath();
    settings.saveFolderProperty().set(String.valueOf(file.getParent()));
    return hasEnding(file, extension) ? Optional.of(file) : withEnding(file, extension);
  }

  private static boolean hasEnding(Path file, String extension) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith("." + extension);
  }

  /** Not every system's dialog adds the ending itself; none has then asked whether that file may be replaced. */
  private Optional<Path> withEnding(Path file, String extension) {
    Path named = file.resolveSibling(file.getFileName() + "." + extension);
    boolean may = !Files.exists(named)
        || new Question(texts.get("train.runs.export.replace", named.getFileName()), texts.get("train.runs.export.yes"))
            .isAnsweredYes(owner.get().getScene().getRoot());
    return may ? Optional.of(named) : Optional.empty();
  }
}
