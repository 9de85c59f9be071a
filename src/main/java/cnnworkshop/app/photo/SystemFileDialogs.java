package cnnworkshop.app.photo;

import cnnworkshop.app.support.Settings;
import cnnworkshop.core.net.ModelEndings;
import cnnworkshop.core.text.Texts;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.StringProperty;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The operating system's own file dialogs; each remembers its folder. */
public final class SystemFileDialogs implements FileDialogs {

  private static final List<String> PICTURES = List.of("*.jpg", "*.jpeg", "*.png", "*.gif", "*.bmp", "*.tif", "*.tiff",
      "*.webp", "*.JPG", "*.JPEG", "*.PNG");

  private final Supplier<Window> owner;
  private final Settings settings;
  private final Texts texts;

  /** @param owner the window the dialogs belong to */
  public SystemFileDialogs(Supplier<Window> owner, Settings settings, Texts texts) {
    this.owner = owner;
    this.settings = settings;
    this.texts = texts;
  }

  @Override
  public List<Path> pictures() {
    FileChooser chooser = chooser("photo-tab.dialog.open", settings.pictureFolderProperty());
    chooser.getExtensionFilters().addAll(
        new ExtensionFilter(texts.get("photo-tab.dialog.all"), "*.*"),
        new ExtensionFilter(texts.get("photo-tab.dialog.pictures"), PICTURES),
        new ExtensionFilter(texts.get("photo-tab.dialog.tables"), "*.csv"));
    List<File> chosen = chooser.showOpenMultipleDialog(owner.get());
    if (chosen == null) {
      return List.of();
    }
    List<Path> files = chosen.stream().map(File::toPath).toList();
    remember(settings.pictureFolderProperty(), files.get(0));
    return files;
  }

  @Override
  public Optional<Path> network() {
    FileChooser chooser = chooser("photo-tab.dialog.network", settings.networkFolderProperty());
    chooser.getExtensionFilters().addAll(new ExtensionFilter(texts.get("photo-tab.dialog.networks"), ModelEndings.patterns()),
        new ExtensionFilter(texts.get("photo-tab.dialog.all"), "*.*"));
    Optional<Path> chosen = Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(File::toPath);
    chosen.ifPresent(file -> remember(settings.networkFolderProperty(), file));
    return chosen;
  }

  @Override
  public Optional<Path> save(Kind kind, String suggestion) {
    FileChooser chooser = chooser("photo-tab.dialog.save", settings.saveFolderProperty());
    chooser.setInitialFileName(suggestion);
    switch (kind) {
      case PICTURE -> chooser.getExtensionFilters().add(new ExtensionFilter("PNG", "*.png"));
      case POINTS -> chooser.getExtensionFilters().addAll(new ExtensionFilter("CSV", "*.csv"),
          new ExtensionFilter("JSON", "*.json"));
    }
    Optional<Path> chosen = Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath)
        .map(file -> withEnding(file, chooser.getSelectedExtensionFilter()));
    chosen.ifPresent(file -> remember(settings.saveFolderProperty(), file));
    return chosen;
  }

  private FileChooser chooser(String titleKey, StringProperty folder) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get(titleKey));
    Settings.path(folder.get()).filter(Files::isDirectory).map(Path::toFile).ifPresent(chooser::setInitialDirectory);
    return chooser;
  }


  private static void remember(StringProperty folder, Path file) {
    folder.set(String.valueOf(file.toAbsolutePath().getParent()));
  }

  /** Not every system's dialog adds the ending itself. */
  private static Path withEnding(Path file, ExtensionFilter filter) {
    if (filter == null || file.getFileName().toString().contains(".")) {
      return file;
    }
    String ending = filter.getExtensions().get(0).substring(1).toLowerCase(Locale.ROOT);
    return file.resolveSibling(file.getFileName() + ending);
  }
}
