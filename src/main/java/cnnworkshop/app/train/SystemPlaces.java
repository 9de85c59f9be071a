package cnnworkshop.app.train;

import cnnworkshop.core.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** The operating system's own dialogs for folders and archives. */
public final class SystemPlaces implements Places {

  private final Supplier<Window> owner;
  private final Texts texts;

  /** @param owner the window the dialogs belong to */
  public SystemPlaces(Supplier<Window> owner, Texts texts) {
    this.owner = owner;
    this.texts = texts;
  }

  @Override
  public Optional<Path> folder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(texts.get("train.data.dialog.folder"));
    return Optional.ofNullable(chooser.showDialog(owner.get())).map(File::toPath);
  }

  @Override
  public Optional<Path> archive() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("train.data.dialog.archive"));
    chooser.getExtensionFilters().add(new ExtensionFilter(texts.get("train.data.dialog.archives"), "*.tar.gz", "*.tgz", "*.tar"));
    return Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(File::toPath);
  }
}
