package cnnworkshop.app.photo;

import cnnworkshop.app.support.Settings;
import cnnworkshop.core.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The functions of the Photo tab as buttons; those that do not fit into the width go into an overflow menu. */
final class PhotoToolbar extends ToolBar {

  /** What the buttons do beyond the ViewModel. */
  interface Actions {
    void open();

    void openNetwork();

    void paste();

    void savePhoto();

    void saveMap();

    void saveSheet();

    void savePoints();

    void copyPhoto();

    void copyMap();

    void copySheet();
  }

  private final Texts texts;
  private final Labelled labelled;

  PhotoToolbar(PhotoViewModel model, Settings settings, Texts texts, Actions actions) {
    this.texts = texts;
    this.labelled = new Labelled(texts);
    getStyleClass().add("photo-toolbar");
    SplitMenuButton open = labelled.button(new SplitMenuButton(), texts.get("photo-tab.open"), Material2AL.FOLDER_OPEN,
        PhotoKeys.OPEN.combination(), actions::open);
    recent(open, settings.recentPictures(), file -> model.pictures().open(List.of(file)));
    SplitMenuButton network = labelled.button(new SplitMenuButton(), texts.get("photo-tab.open-network"),
        Material2AL.DEVICE_HUB, PhotoKeys.OPEN_NETWORK.combination(), actions::openNetwork);
    recent(network, settings.recentNetworks(), model::openNetwork);
    Button paste = labelled.button(new Button(), texts.get("photo-tab.paste"), Material2AL.CONTENT_PASTE,
        PhotoKeys.PASTE.combination(), actions::paste);
    ToggleButton points = labelled.button(new ToggleButton(), texts.get("photo-tab.points"), Material2MZ.SCATTER_PLOT,
        PhotoKeys.POINTS.combination(), null);
    points.selectedProperty().bindBidirectional(settings.pointsShownProperty());
    ToggleButton names = labelled.button(new ToggleButton(), texts.get("photo-tab.names"), Material2AL.LABEL,
        PhotoKeys.NAMES.combination(), null);
    names.selectedProperty().bindBidirectional(settings.pointNamesShownProperty());
    names.disableProperty().bind(settings.pointsShownProperty().not());
    getItems().addAll(open, paste, camera(model.camera()), new PictureStepper(model.pictures(), texts),
        sheet(model.sheet()), new Separator(Orientation.VERTICAL), points, names,
        new Separator(Orientation.VERTICAL), save(model, actions), new Separator(Orientation.VERTICAL), network);
  }

  private ToggleButton camera(CameraModel camera) {
    ToggleButton button = labelled.button(new ToggleButton(), texts.get("photo-tab.camera"), Material2AL.CAMERA_ALT,
        PhotoKeys.CAMERA.combination(), camera::toggle);
    // A click selects it before it is known whether there is a camera: what counts is what the camera does.
    camera.stateProperty().addListener((p, before, after) -> button.setSelected(after != CameraModel.State.OFF));
    button.selectedProperty().addListener((p, before, after) ->
        button.setSelected(camera.stateProperty().get() != CameraModel.State.OFF));
    return button;
  }

  /** A button that is off can't say why itself: what it stands in does. */
  private Node sheet(SheetModel sheet) {
    Button button = labelled.button(new Button(), texts.get("photo-tab.sheet"), Material2AL.GRID_ON,
        PhotoKeys.SHEET.combination(), sheet::open);
    button.disableProperty().bind(sheet.obstacleProperty().isNotEmpty());
    button.accessibleHelpProperty().bind(sheet.obstacleProperty());
    StackPane place = new StackPane(button);
    Tooltip why = new Tooltip();
    why.textProperty().bind(sheet.obstacleProperty());
    sheet.obstacleProperty().addListener((p, before, after) -> showReason(place, why, after));
    showReason(place, why, sheet.obstacleProperty().get());
    place.visibleProperty().bind(sheet.offeredProperty());
    place.managedProperty().bind(place.visibleProperty());
    return place;
  }

  private static void showReason(Node place, Tooltip why, String reason) {
    if (reason.isEmpty()) {
      Tooltip.uninstall(place, why);
    } else {
      Tooltip.install(place, why);
    }
  }

  private MenuButton save(PhotoViewModel model, Actions actions) {
    MenuButton menu = labelled.button(new MenuButton(), texts.get("photo-tab.save"), Material2MZ.SAVE_ALT, null, null);
    MenuItem photo = item("photo-tab.save.photo", actions::savePhoto);
    photo.setAccelerator(PhotoKeys.SAVE.combination());
    MenuItem points = item("photo-tab.save.points", actions::savePoints);
    points.setAccelerator(PhotoKeys.SAVE_POINTS.combination());
    points.disableProperty().bind(Bindings.isEmpty(model.faces().faces()));
    MenuItem copyPhoto = item("photo-tab.copy.photo", actions::copyPhoto);
    copyPhoto.setAccelerator(PhotoKeys.COPY.combination());
    List<MenuItem> ofMaps = List.of(item("photo-tab.save.map", actions::saveMap),
        item("photo-tab.save.sheet", actions::saveSheet), item("photo-tab.copy.map", actions::copyMap),
        item("photo-tab.copy.sheet", actions::copySheet));
    ofMaps.forEach(item -> item.disableProperty().bind(model.maps().mapsProperty().isNull()));
    menu.getItems().addAll(photo, ofMaps.get(0), ofMaps.get(1), points, new SeparatorMenuItem(), copyPhoto,
        ofMaps.get(2), ofMaps.get(3));
    menu.disableProperty().bind(model.pictures().pictureProperty().isNull()
        .or(model.camera().frameProperty().isNotNull()));
    return menu;
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(texts.get(key));
    item.setOnAction(event -> action.run());
    return item;
  }

  private void recent(SplitMenuButton button, ObservableList<String> files, Consumer<Path> action) {
    Runnable fill = () -> {
      button.getItems().clear();
      for (String file : files) {
        Settings.path(file).ifPresent(path -> {
          MenuItem item = new MenuItem(file);
          item.setMnemonicParsing(false);
          item.setOnAction(event -> action.accept(path));
          button.getItems().add(item);
        });
      }
      if (button.getItems().isEmpty()) {
        MenuItem none = new MenuItem(texts.get("photo-tab.recent.none"));
        none.setDisable(true);
        button.getItems().add(none);
      }
    };
    files.addListener((ListChangeListener<String>) change -> fill.run());
    fill.run();
  }
}
