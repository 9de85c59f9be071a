package cnnworkshop.app.reuse;

import cnnworkshop.app.photo.FileDialogs;
import cnnworkshop.app.photo.SystemFileDialogs;
import cnnworkshop.app.support.Settings;
import cnnworkshop.app.train.Places;
import cnnworkshop.app.train.RunPlaces;
import cnnworkshop.app.train.SystemPlaces;
import cnnworkshop.app.train.SystemRunPlaces;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Window;

/** The operating system's own dialogs and clipboard. */
public final class SystemReusePlaces implements ReusePlaces, TeachPlaces {

  private final Places data;
  private final RunPlaces files;
  private final FileDialogs pictures;
  private final Consumer<NetworkSpec> train;

  /**
   * @param owner the window the dialogs belong to
   * @param train shows layers in the Train tab
   */
  public SystemReusePlaces(Supplier<Window> owner, Settings settings, Texts texts, Consumer<NetworkSpec> train) {
    this.data = new SystemPlaces(owner, texts);
    this.files = new SystemRunPlaces(owner, settings, texts);
    this.pictures = new SystemFileDialogs(owner, settings, texts);
    this.train = train;
  }

  @Override
  public Places data() {
    return data;
  }

  @Override
  public RunPlaces files() {
    return files;
  }

  @Override
  public List<Path> pictures() {
    return pictures.pictures();
  }

  @Override
  public Optional<Path> saveNetwork(String suggestedName) {
    return files.saveAs(suggestedName, "zip");
  }

  @Override
  public void copy(WritableImage picture) {
    ClipboardContent content = new ClipboardContent();
    content.putImage(picture);
    Clipboard.getSystemClipboard().setContent(content);
  }

  @Override
  public void openInTrain(NetworkSpec layers) {
    train.accept(layers);
  }
}
