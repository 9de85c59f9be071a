package cnnworkshop.app.train;

import cnnworkshop.app.control.NumberSetting;
import cnnworkshop.app.control.NumberSetting.Steps;
import cnnworkshop.core.data.Augmentation;
import cnnworkshop.core.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/**
 * What there is to learn: the source, beneath it what belongs to that source alone, and a line of what there is. Files
 * and folders can be dropped on it.
 */
public final class DataPane extends VBox {

  private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

  private final DataModel model;
  private final Texts texts;
  private final Places places;
  private final ObservableBooleanValue locked;
  private final Supplier<? extends Augmentation> augmentation;
  private final VBox own = new VBox();
  private BrowserWindow browser;

  /**
   * @param places asks a person for a folder or file
   * @param locked whether what there is must stay, as while it is trained on
   * @param augmentation what a training would change now
   */
  public DataPane(DataModel model, Texts texts, Places places, ObservableBooleanValue locked,
      Supplier<? extends Augmentation> augmentation) {
    this.model = model;
    this.texts = texts;
    this.places = places;
    this.locked = locked;
    this.augmentation = augmentation;
    model.lockedProperty().bind(locked);
    getStyleClass().add("data-pane");
    getStylesheets().add(DataPane.class.getResource("/assets/styles/train-data.css").toExternalForm());
    own.getStyleClass().add("data-own");
    getChildren().addAll(chooser(), own, state(), failure(), look());
    model.chosenProperty().addListener((p, before, now) -> showOwn(now));
    showOwn(model.chosenProperty().get());
    model.taskProperty().addListener((p, before, now) -> {
      if (browser != null && browser.isShowing()) {
        browser.show(now);
      }
    });
    setOnDragOver(this::dragged);
    setOnDragExited(event -> pseudoClassStateChanged(DROP, false));
    setOnDragDropped(this::dropped);
  }

  private Node chooser() {
    ComboBox<DataSource> chooser = new ComboBox<>();
    chooser.getItems().setAll(DataSource.values());
    chooser.setCellFactory(list -> new SourceCell());
    chooser.setButtonCell(new SourceCell());
    chooser.setMaxWidth(Double.MAX_VALUE);
    chooser.setVisibleRowCount(DataSource.values().length);
    chooser.setAccessibleText(texts.get("train.data.source"));
    chooser.setValue(model.chosenProperty().get());
    chooser.valueProperty().addListener((p, before, now) -> {
      if (now != model.chosenProperty().get()) {
        model.choose(now);
      }
    });
    model.chosenProperty().addListener((p, before, now) -> chooser.setValue(now));
    chooser.disableProperty().bind(locked);
    return chooser;
  }

  /** A source with its icon. */
  private final class SourceCell extends ListCell<DataSource> {

    @Override
    protected void updateItem(DataSource source, boolean empty) {
      super.updateItem(source, empty);
      setText(empty || source == null ? null : texts.get(source.textKey()));
      setGraphic(empty || source == null ? null : new FontIcon(icon(source)));
    }
  }

  private static Ikon icon(DataSource source) {
    return switch (source) {
      case SHAPES10 -> Material2AL.CATEGORY;
      case CIFAR10 -> Material2AL.COLLECTIONS;
      case DRAWN_FACES -> Material2AL.BRUSH;
      case FACES -> Material2AL.FACE;
      case PICTURES -> Material2MZ.PHOTO_CAMERA;
    };
  }

  private void showOwn(DataSource source) {
    own.getChildren().setAll(switch (source) {
      case SHAPES10 -> List.of(about("train.data.about-shapes10"), difficulty());
      case CIFAR10 -> List.of(about("train.data.about-cifar10"),
          buttons(opening("train.data.open-archive", Material2AL.ARCHIVE, source, places::archive),
              opening("train.data.open-folder", Material2AL.FOLDER_OPEN, source, places::folder)),
          new Separator(), new DownloadPane(model.download(), texts), useDownload());
      case DRAWN_FACES -> List.of(about("train.data.about-drawn-faces"));
      case FACES -> List.of(about("train.data.about-faces"),
          buttons(opening("train.data.open-table", Material2AL.DESCRIPTION, source, places::table),
              opening("train.data.open-folder", Material2AL.FOLDER_OPEN, source, places::folder)));
      case PICTURES -> List.of(about("train.data.about-pictures"),
          buttons(opening("train.data.open-folder", Material2AL.FOLDER_OPEN, source, places::folder)));
    });
  }

  private Node about(String key) {
    Label about = new Label(texts.get(key));
    about.setWrapText(true);
    about.getStyleClass().add("ws-muted");
    return about;
  }

  private Node difficulty() {
    NumberSetting setting = new NumberSetting(texts.get("train.data.difficulty"), 0, 1, Steps.EVEN, texts.locale());
    setting.valueProperty().set(model.difficultyProperty().get());
    setting.valueProperty().bindBidirectional(model.difficultyProperty());
    setting.disableProperty().bind(locked);
    return setting;
  }

  private static Node buttons(Button... buttons) {
    FlowPane row = new FlowPane(buttons);
    row.getStyleClass().add("data-buttons");
    return row;
  }

  private Button opening(String key, Ikon icon, DataSource source, Supplier<Optional<Path>> ask) {
    Button button = new Button(texts.get(key), new FontIcon(icon));
    button.setOnAction(event -> ask.get().ifPresent(place -> model.take(source, place)));
    button.disableProperty().bind(locked);
    return button;
  }

  private Node useDownload() {
    Button use = new Button(texts.get("train.download.use"), new FontIcon(Material2AL.CHECK));
    use.setOnAction(event -> model.useDownload());
    use.disableProperty().bind(locked);
    use.visibleProperty().bind(model.downloadUnusedProperty());
    use.managedProperty().bind(use.visibleProperty());
    return use;
  }

  private Node state() {
    Label line = new Label();
    line.setWrapText(true);
    line.textProperty().bind(Bindings.createStringBinding(this::words, model.lineProperty(), model.chosenProperty(),
        model.sourceProperty()));
    line.setMaxWidth(Double.MAX_VALUE);
    line.setMinHeight(Region.USE_PREF_SIZE);
    line.getStyleClass().add("data-line");
    HBox.setHgrow(line, Priority.ALWAYS);
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(model.progressProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(texts.get("train.data.loading"));
    HBox.setHgrow(bar, Priority.ALWAYS);
    Button cancel = new Button(null, new FontIcon(Material2AL.CLOSE));
    cancel.getStyleClass().addAll("flat", "data-cancel");
    cancel.setAccessibleText(texts.get("train.data.cancel"));
    cancel.setTooltip(new Tooltip(texts.get("train.data.cancel")));
    cancel.setOnAction(event -> model.cancel());
    HBox row = new HBox(bar, cancel);
    row.getStyleClass().add("data-progress");
    // Its room is kept, or all below would jump each time the slider is moved.
    row.visibleProperty().bind(model.loadingProperty());
    return new VBox(row, line);
  }

  /** Of another source than the chosen one it is said that it stays until then. */
  private String words() {
    boolean still = model.taskProperty().get() != null && model.chosenProperty().get() != model.sourceProperty().get();
    return still ? texts.get("train.data.still", model.lineProperty().get()) : model.lineProperty().get();
  }

  private Node failure() {
    Label failure = new Label();
    failure.setWrapText(true);
    failure.textProperty().bind(model.failureProperty());
    failure.getStyleClass().add("data-failure");
    failure.visibleProperty().bind(model.failureProperty().isNotEmpty());
    failure.managedProperty().bind(failure.visibleProperty());
    return failure;
  }

  private Node look() {
    Button look = new Button(texts.get("train.data.look"), new FontIcon(Material2AL.GRID_ON));
    look.disableProperty().bind(model.taskProperty().isNull());
    look.setOnAction(event -> browse());
    return look;
  }

  private void browse() {
    if (browser == null || !browser.isShowing()) {
      browser = new BrowserWindow(getScene().getWindow(),
          new BrowserModel(texts, model.taskProperty().get(), augmentation), texts);
    }
    browser.show();
  }

  private void dragged(DragEvent event) {
    if (event.getDragboard().hasFiles() && !locked.get()) {
      event.acceptTransferModes(TransferMode.COPY);
      pseudoClassStateChanged(DROP, true);
    }
    event.consume();
  }

  private void dropped(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    boolean taken = !locked.get() && !files.isEmpty();
    if (taken) {
      model.open(files.get(0).toPath());
    }
    event.setDropCompleted(taken);
    event.consume();
  }
}
