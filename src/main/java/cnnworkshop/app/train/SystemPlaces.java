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

/** The operating system's own dialogs for folders, archives and tables; each begins where the last one ended. */
public final class SystemPlaces implements Places {

  private final Supplier<Window> owner;
  private final Texts texts;
  private File last;

  /** @param owner the window the dialogs belong to */
  public SystemPlaces(Supplier<Window> owner, Texts texts) {
    this.owner = owner;
    this.texts = texts;
  }

  @Override
  public Optional<Path> folder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(texts.get("train.data.dialog.folder"));
    chooser.setInitialDirectory(beginning());
    return chosen(chooser.showDialog(owner.get()));
  }

  @Override
  public Optional<Path> archive() {
    return file(texts.get("train.data.dialog.archive"),
        new ExtensionFilter(texts.get("train.data.dialog.archives"), "*.tar.gz", "*.tgz", "*.tar"));
  }

  @Override
  public Optional<Path> table() {
    return file(texts.get("train.data.dialog.table"),
        new ExtensionFilter(texts.get("train.data.dialog.tables"), "*.csv"));
  }

  private Optional<Path> file(String title, ExtensionFilter filter) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().add(filter);
    chooser.setInitialDirectory(beginning());
    return chosen(chooser.showOpenDialog(owner.get()));
  }

  /** A folder that is gone would keep the dialog from opening on some systems. */
  private File beginning() {
    return last != null && last.isDirectory() ? last : null;
  }

  private Optional<Path> chosen(File file) {
    if (file != null) {
      last = file.getParentFile();
    }
    return Optional.ofNullable(file).map(File::toPath);
  }
}
