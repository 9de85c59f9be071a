package cnnworkshop.app.photo;

import cnnworkshop.core.text.Texts;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** What can be done with the moving picture, and how fast it moves; there as long as the camera is on. */
final class CameraBar extends FlowPane {

  CameraBar(CameraModel camera, Texts texts) {
    Labelled labelled = new Labelled(texts);
    getStyleClass().add("camera-bar");
    setRowValignment(VPos.CENTER);
    setAlignment(Pos.CENTER_LEFT);
    Label line = new Label();
    line.getStyleClass().add("camera-line");
    line.setGraphic(new FontIcon(Material2AL.FIBER_MANUAL_RECORD));
    line.textProperty().bind(camera.lineProperty());
    line.setMinWidth(USE_PREF_SIZE);
    Button take = labelled.button(new Button(), texts.get("photo-tab.camera.take"), Material2MZ.PHOTO_CAMERA,
        PhotoKeys.TAKE.combination(), camera::take);
    take.disableProperty().bind(camera.stateProperty().isNotEqualTo(CameraModel.State.LIVE));
    ToggleButton mirror = labelled.button(new ToggleButton(), texts.get("photo-tab.camera.mirror"),
        Material2AL.FLIP, PhotoKeys.MIRROR.combination(), null);
    mirror.selectedProperty().bindBidirectional(camera.mirroredProperty());
    mirror.setAccessibleHelp(texts.get("photo-tab.camera.mirror.help"));
    Button stop = labelled.button(new Button(), texts.get("photo-tab.camera.stop"), Material2MZ.STOP,
        PhotoKeys.CAMERA.combination(), camera::stop);
    getChildren().addAll(take, stop, mirror, line);
    visibleProperty().bind(camera.stateProperty().isNotEqualTo(CameraModel.State.OFF));
    managedProperty().bind(visibleProperty());
  }
}
