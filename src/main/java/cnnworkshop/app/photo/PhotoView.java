package cnnworkshop.app.photo;

import cnnworkshop.app.support.Settings;
import cnnworkshop.core.image.DroppedContent;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.ModelEndings;
import cnnworkshop.core.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** The Photo tab: toolbar, the photo on the left, the maps on the right. Takes drops anywhere, and keys. */
public final class PhotoView implements PhotoToolbar.Actions {

  private static final double PHOTO_SHARE = 0.5;
  /** What is done with a picture that holds still. */
  private static final Set<PhotoKeys> STILL = EnumSet.of(PhotoKeys.COPY, PhotoKeys.SAVE, PhotoKeys.SAVE_POINTS,
      PhotoKeys.PLACE, PhotoKeys.REMOVE, PhotoKeys.FIND);

  private final PhotoViewModel model;
  private final Settings settings;
  private final Texts texts;
  private final FileDialogs dialogs;
  private final Supplier<Clipboard> clipboard;
  private final PictureColumn pictures;
  private final MapsColumn maps;
  private final SheetView sheet;
  private final Label dropTarget = new Label();
  private final StackPane root;
  private final Map<PhotoKeys, Runnable> keys = new EnumMap<>(PhotoKeys.class);
  /** What keys do while the sheet of faces lies over the photo. */
  private final Map<PhotoKeys, Runnable> sheetKeys = new EnumMap<>(PhotoKeys.class);

  /**
   * @param model what is shown
   * @param settings what is remembered: points and names, recent files
   * @param dialogs asks for files
   * @param clipboard the system's clipboard
   * @param background where large photos are made smaller for the screen, and thumbnails are made
   */
  public PhotoView(PhotoViewModel model, Settings settings, Texts texts, FileDialogs dialogs,
      Supplier<Clipboard> clipboard, Executor background) {
    this.model = model;
    this.settings = settings;
    this.texts = texts;
    this.dialogs = dialogs;
    this.clipboard = clipboard;
    pictures = new PictureColumn(model, settings, texts, background, this::open);
    maps = new MapsColumn(model, texts);
    SplitPane split = new SplitPane(pictures, maps);
    split.setDividerPositions(PHOTO_SHARE);
    BorderPane page = new BorderPane(split);
    page.setTop(new PhotoToolbar(model, settings, texts, this));
    sheet = new SheetView(model.sheet(), texts, background, this::saveFaces, this::copyFaces);
    // What lies under the sheet takes no keys.
    page.visibleProperty().bind(sheet.visibleProperty().not());
    dropTarget.setText(texts.get("photo-tab.drop"));
    dropTarget.getStyleClass().add("drop-target");
    dropTarget.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    dropTarget.setAlignment(Pos.CENTER);
    dropTarget.setMouseTransparent(true);
    dropTarget.setVisible(false);
    root = new StackPane(page, sheet, dropTarget);
    root.getStyleClass().add("photo-tab");
    takeDrops();
    defineKeys();
    followCamera();
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /** What keys do in the tab, key by key, for an overview: the key's name and what it does. */
  public static Map<String, String> keys(Texts texts) {
    Map<String, String> keys = new LinkedHashMap<>();
    for (PhotoKeys key : PhotoKeys.values()) {
      keys.put(key.combination().getDisplayText(), texts.get(key.textKey()));
    }
    keys.put(texts.get("photo-tab.keys.square"), texts.get("photo-tab.keys.square.what"));
    keys.put(texts.get("photo-tab.keys.turn"), texts.get("photo-tab.keys.turn.what"));
    keys.put(texts.get("photo-tab.keys.maps"), texts.get("photo-tab.keys.maps.what"));
    return keys;
  }

  /** What goes into the tab. */
  public Parent root() {
    return root;
  }

  /** Where the keyboard goes when the tab is chosen. */
  public void requestFocus() {
    pictures.photo().requestFocus();
  }

  private void followCamera() {
    CameraModel camera = model.camera();
    // Buttons take the space key, which takes the picture as long as it moves.
    camera.stateProperty().addListener((p, before, after) -> {
      if (before == CameraModel.State.OPENING && after == CameraModel.State.LIVE && isBelow(focused(), root)) {
        requestFocus();
      }
    });
    // A tab that is not chosen is in no window: nobody sees the picture, and the camera's light goes off.
    root.sceneProperty().addListener((p, before, after) -> {
      if (after == null) {
        camera.pause();
      } else {
        camera.resume();
      }
    });
  }

  private Node focused() {
    return root.getScene() == null ? null : root.getScene().getFocusOwner();
  }

  private static boolean isBelow(Node node, Node top) {
    return node != null && (node == top || isBelow(node.getParent(), top));
  }

  private void takeDrops() {
    root.setOnDragOver(event -> {
      if (event.getGestureSource() == null && isTaken(event.getDragboard())) {
        event.acceptTransferModes(TransferMode.COPY);
        dropTarget.setVisible(true);
      }
      event.consume();
    });
    root.setOnDragExited(event -> dropTarget.setVisible(false));
    root.setOnDragDropped((DragEvent event) -> {
      dropTarget.setVisible(false);
      event.setDropCompleted(take(event.getDragboard()));
      event.consume();
    });
  }

  private static boolean isTaken(Clipboard content) {
    return content.hasFiles() || content.hasImage() || content.hasUrl() || content.hasHtml() || content.hasString();
  }

  /** Opens what was dropped or pasted; false if there is nothing in it to open. */
  boolean take(Clipboard content) {
    if (content.hasFiles()) {
      openFiles(content.getFiles().stream().map(File::toPath).toList());
      return true;
    }
    DroppedContent dropped = new DroppedContent(content.getUrl(), content.getHtml(), content.getString());
    if (model.pictures().openDropped(dropped)) {
      return true;
    }
    Image image = content.hasImage() ? content.getImage() : null;
    if (image != null && image.getWidth() > 0) {
      model.pictures().open(texts.get("photo-tab.pasted"), ScreenPictures.photo(image));
      return true;
    }
    return false;
  }

  private void openFiles(List<Path> files) {
    if (files.size() == 1 && ModelEndings.has(files.get(0))) {
      model.openNetwork(files.get(0));
    } else {
      model.pictures().open(files);
    }
  }

  private void defineKeys() {
    keys.put(PhotoKeys.OPEN, this::open);
    keys.put(PhotoKeys.OPEN_NETWORK, this::openNetwork);
    keys.put(PhotoKeys.PASTE, this::paste);
    keys.put(PhotoKeys.SAVE_POINTS, this::savePoints);
    keys.put(PhotoKeys.POINTS, () -> settings.pointsShownProperty().set(!settings.pointsShownProperty().get()));
    keys.put(PhotoKeys.NAMES, () ->
        settings.pointNamesShownProperty().set(!settings.pointNamesShownProperty().get()));
    keys.put(PhotoKeys.PLACE, model.faces()::placeNew);
    keys.put(PhotoKeys.WHOLE, () -> {
      // On a moving picture only a classifier's square is for a person to place.
      if (!isMoving() || !model.givesPoints()) {
        model.faces().placeOnWholePicture();
      }
    });
    keys.put(PhotoKeys.REMOVE, model.faces()::remove);
    keys.put(PhotoKeys.FIND, model.faces()::findAgain);
    keys.put(PhotoKeys.NEXT_FACE, () -> model.faces().selectNext(1));
    keys.put(PhotoKeys.PREVIOUS_FACE, () -> model.faces().selectNext(-1));
    keys.put(PhotoKeys.NEXT_PICTURE, () -> model.pictures().step(1));
    keys.put(PhotoKeys.PREVIOUS_PICTURE, () -> model.pictures().step(-1));
    keys.put(PhotoKeys.COPY, this::copyPhoto);
    keys.put(PhotoKeys.SAVE, this::savePhoto);
    keys.put(PhotoKeys.SHEET, model.sheet()::open);
    keys.put(PhotoKeys.CAMERA, model.camera()::toggle);
    keys.put(PhotoKeys.MIRROR, () ->
        model.camera().mirroredProperty().set(!model.camera().mirroredProperty().get()));
    keys.put(PhotoKeys.BACK, () -> model.maps().openedProperty().set(-1));
    sheetKeys.put(PhotoKeys.OPEN, this::open);
    sheetKeys.put(PhotoKeys.OPEN_NETWORK, this::openNetwork);
    sheetKeys.put(PhotoKeys.PASTE, this::paste);
    sheetKeys.put(PhotoKeys.COPY, this::copyFaces);
    sheetKeys.put(PhotoKeys.SAVE, this::saveFaces);
    sheetKeys.put(PhotoKeys.BACK, model.sheet()::close);
  }

  private void key(KeyEvent event) {
    // Menu accelerators exist only while their menu is shown on some systems, so all keys are taken here.
    if (event.getTarget() instanceof TextInputControl) {
      return;
    }
    if (PhotoKeys.TAKE.combination().match(event) && isMoving()) {
      model.camera().take();
      event.consume();
      return;
    }
    Map<PhotoKeys, Runnable> current = model.sheet().openProperty().get() ? sheetKeys : keys;
    for (Map.Entry<PhotoKeys, Runnable> entry : current.entrySet()) {
      if (entry.getKey().combination().match(event) && !(isMoving() && STILL.contains(entry.getKey()))) {
        entry.getValue().run();
        event.consume();
        return;
      }
    }
  }

  @Override
  public void open() {
    model.pictures().open(dialogs.pictures());
  }

  @Override
  public void openNetwork() {
    dialogs.network().ifPresent(model::openNetwork);
  }

  @Override
  public void paste() {
    if (!take(clipboard.get())) {
      model.pictures().nothingToPaste();
    }
  }

  @Override
  public void savePhoto() {
    if (holdsStill()) {
      dialogs.save(FileDialogs.Kind.PICTURE, suggestion("-points.png"))
          .ifPresent(file -> model.export().savePicture(file, ScreenPictures.photo(pictures.photo().picture())));
    }
  }

  @Override
  public void saveMap() {
    if (hasMaps()) {
      int map = model.probe().mapProperty().get();
      dialogs.save(FileDialogs.Kind.PICTURE, suggestion(String.format(Locale.ROOT, "-%s-%02d.png", layer(), map)))
          .ifPresent(file -> model.export().saveMap(file, map));
    }
  }

  @Override
  public void saveSheet() {
    if (hasMaps()) {
      dialogs.save(FileDialogs.Kind.PICTURE, suggestion("-" + layer() + "-sheet.png"))
          .ifPresent(model.export()::saveSheet);
    }
  }

  @Override
  public void savePoints() {
    if (holdsStill() && !model.faces().faces().isEmpty()) {
      dialogs.save(FileDialogs.Kind.POINTS, suggestion("-points.csv")).ifPresent(model::savePoints);
    }
  }

  @Override
  public void copyPhoto() {
    if (holdsStill()) {
      copy(pictures.photo().picture());
    }
  }

  @Override
  public void copyMap() {
    model.export().mapPicture(model.probe().mapProperty().get(), this::copy);
  }

  @Override
  public void copySheet() {
    model.export().sheetPicture(this::copy);
  }

  private void saveFaces() {
    Sheet shown = model.sheet().sheetProperty().get();
    if (shown != null) {
      dialogs.save(FileDialogs.Kind.PICTURE, suggestion("-faces.png"))
          .ifPresent(file -> model.export().saveFaces(file, shown.faces()));
    }
  }

  private void copyFaces() {
    Sheet shown = model.sheet().sheetProperty().get();
    if (shown != null) {
      model.export().facesPicture(shown.faces(), this::copy);
    }
  }

  private void copy(Photo picture) {
    copy(ScreenPictures.image(picture));
  }

  private void copy(Image image) {
    ClipboardContent content = new ClipboardContent();
    content.putImage(image);
    clipboard.get().setContent(content);
    model.export().copied();
  }

  /** Whether there is a picture one can save: menu accelerators work even while their menu is off. */
  private boolean holdsStill() {
    return model.pictures().pictureProperty().get() != null && !isMoving();
  }

  private boolean isMoving() {
    return model.camera().frameProperty().get() != null;
  }

  private boolean hasMaps() {
    return model.maps().mapsProperty().get() != null;
  }

  private String layer() {
    return model.maps().mapsProperty().get().layer().name();
  }

  /** The shown picture's name without its ending, with another. */
  private String suggestion(String ending) {
    String name = model.pictures().pictureProperty().get().name().replaceAll("[\\\\/:*?\"<>|]", "-");
    int dot = name.lastIndexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name) + ending;
  }
}
