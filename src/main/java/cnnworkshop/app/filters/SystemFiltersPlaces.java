package cnnworkshop.app.filters;

import cnnworkshop.app.control.PicturePainter;
import cnnworkshop.app.support.Settings;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.ModelEndings;
import cnnworkshop.core.text.Texts;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.StringProperty;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The operating system's own dialogs and clipboard; each dialog begins in the folder where it was left. */
public final class SystemFiltersPlaces implements FiltersPlaces {

  private final Supplier<Window> owner;
  private final Settings settings;
  private final Texts texts;

  /** @param owner the window the dialogs belong to */
  public SystemFiltersPlaces(Supplier<Window> owner, Settings settings, Texts texts) {
    this.owner = owner;
    this.settings = settings;
    this.texts = texts;
  }

  @Override
  public Optional<Path> save(Kind kind, String suggestion) {
    String ending = ending(kind);
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("filters.dialog.save"));
    // With the ending in it the dialog asks before it replaces a file.
    chooser.setInitialFileName(suggestion + "." + ending);
    chooser.getExtensionFilters().add(new ExtensionFilter(ending.toUpperCase(Locale.ROOT), "*." + ending));
    beginIn(settings.saveFolderProperty(), chooser);
    File chosen = chooser.showSaveDialog(owner.get());
    if (chosen == null) {
      return Optional.empty();
    }
    Path file = chosen.toPath().toAbsolutePath();
    settings.saveFolderProperty().set(String.valueOf(file.getParent()));
    boolean ends = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith("." + ending);
    return Optional.of(ends ? file : free(file.getParent(), file.getFileName().toString(), ending));
  }

  private static String ending(Kind kind) {
    return switch (kind) {
      case PNG -> "png";
      case SVG -> "svg";
      case CSV -> "csv";
      case NPY -> "npy";
      case NETWORK -> "zip";
    };
  }

  /** Where the dialog did not add the ending, nobody asked whether that file may be replaced: a free name is taken. */
  private static Path free(Path folder, String name, String ending) {
    Path file = folder.resolve(name + "." + ending);
    for (int i = 2; Files.exists(file); i++) {
      file = folder.resolve(name + "-" + i + "." + ending);
    }
    return file;
  }

  @Override
  public Optional<Path> network() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("photo-tab.dialog.network"));
    chooser.getExtensionFilters().addAll(new ExtensionFilter(texts.get("photo-tab.dialog.networks"), ModelEndings.patterns()),
        new ExtensionFilter(texts.get("photo-tab.dialog.all"), "*.*"));
    beginIn(settings.networkFolderProperty(), chooser);
    Optional<Path> chosen = Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(f -> f.toPath().toAbsolutePath());
    chosen.ifPresent(file -> settings.networkFolderProperty().set(String.valueOf(file.getParent())));
    return chosen;
  }

  @Override
  public Optional<Path> folder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(texts.get("filters.dialog.folder"));
    Settings.path(settings.pictureFolderProperty().get()).filter(Files::isDirectory)
        .ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
    Optional<Path> chosen = Optional.ofNullable(chooser.showDialog(owner.get())).map(f -> f.toPath().toAbsolutePath());
    chosen.ifPresent(folder -> settings.pictureFolderProperty().set(folder.toString()));
    return chosen;
  }

  private static void beginIn(StringProperty remembered, FileChooser chooser) {
    Settings.path(remembered.get()).filter(Files::isDirectory)
        .ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
  }

  @Override
  public void copy(Photo picture) {
    ClipboardContent content = new ClipboardContent();
    content.putImage(PicturePainter.image(picture));
    Clipboard.getSystemClipboard().setContent(content);
  }
}
