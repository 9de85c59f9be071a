package cnnworkshop.app.reuse;

import atlantafx.base.theme.Styles;
import cnnworkshop.app.control.ClassBars;
import cnnworkshop.app.control.EditPicture;
import cnnworkshop.app.support.CameraFeed;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.text.Texts;
import java.io.File;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The picture that is looked at, from a file or the camera, and what the taught network says of it. */
final class TeachLookPane extends VBox {

  private static final PseudoClass NEITHER = PseudoClass.getPseudoClass("neither");

  private final TeachLookModel model;
  private final Texts texts;
  private final EditPicture picture = new EditPicture();
  private final ClassBars bars;
  private final Label verdict = new Label();

  TeachLookPane(TeachLookModel model, TeachPlaces places, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.bars = new ClassBars(texts);
    getStyleClass().add("teach-look");
    Label title = new Label(texts.get("reuse.teach.look"));
    title.getStyleClass().add(Styles.TITLE_4);
    picture.setAccessibleText(texts.get("reuse.teach.look.picture"));
    Label empty = new Label(texts.get("reuse.teach.look.empty"));
    empty.setWrapText(true);
    empty.getStyleClass().add("teach-empty");
    empty.visibleProperty().bind(model.photoProperty().isNull());
    picture.visibleProperty().bind(model.photoProperty().isNotNull());
    StackPane place = new StackPane(picture, empty);
    place.getStyleClass().add("teach-place");
    VBox.setVgrow(place, Priority.ALWAYS);
    Label trouble = new Label();
    trouble.setWrapText(true);
    trouble.setMinHeight(USE_PREF_SIZE);
    trouble.getStyleClass().add("teach-trouble");
    trouble.textProperty().bind(model.troubleProperty());
    trouble.managedProperty().bind(model.troubleProperty().isNotEmpty());
    verdict.setWrapText(true);
    verdict.setMinHeight(USE_PREF_SIZE);
    verdict.getStyleClass().add("teach-verdict");
    getChildren().addAll(title, buttons(places), place, trouble, bars, verdict);
    model.photoProperty().addListener((p, before, now) -> show(now));
    model.answerProperty().addListener((p, before, now) -> say(now));
    show(model.photoProperty().get());
    say(model.answerProperty().get());
    takeDrops();
  }

  private Node buttons(TeachPlaces places) {
    Button open = new Button(texts.get("reuse.teach.look.open"), new FontIcon(Material2AL.FOLDER_OPEN));
    open.getStyleClass().add(Styles.SMALL);
    open.setOnAction(event -> places.pictures().stream().findFirst().ifPresent(model::open));
    Button camera = new Button(null, new FontIcon(Material2MZ.VIDEOCAM));
    camera.getStyleClass().add(Styles.SMALL);
    camera.textProperty().bind(Bindings.createStringBinding(() -> texts.get(switch (model.cameraProperty().get()) {
      case OFF -> "reuse.teach.camera.start";
      case OPENING -> "reuse.teach.camera.opening";
      case RUNNING -> "reuse.teach.camera.stop";
    }), model.cameraProperty()));
    camera.setOnAction(event -> model.toggleCamera());
    ToggleButton mirror = new ToggleButton(texts.get("reuse.teach.camera.mirror"));
    mirror.getStyleClass().add(Styles.SMALL);
    mirror.setTooltip(new Tooltip(texts.get("reuse.teach.camera.mirror.tip")));
    mirror.selectedProperty().bindBidirectional(model.mirroredProperty());
    mirror.visibleProperty().bind(model.cameraProperty().isNotEqualTo(CameraFeed.State.OFF));
    mirror.managedProperty().bind(mirror.visibleProperty());
    FlowPane row = new FlowPane(open, camera, mirror);
    row.getStyleClass().add("teach-buttons");
    return row;
  }

  /** What the network sees of it: the middle square. */
  private void show(Photo photo) {
    if (photo != null) {
      int side = Math.min(photo.width(), photo.height());
      picture.show(side, side,
          photo.argb((photo.width() - side) / 2, (photo.height() - side) / 2, side, side));
    }
  }

  private void say(TeachLookModel.Answer answer) {
    bars.show(answer == null ? List.of() : answer.names(), answer == null ? new float[0] : answer.probabilities());
    verdict.pseudoClassStateChanged(NEITHER, answer != null && answer.neither());
    if (answer == null) {
      verdict.setText(texts.get("reuse.teach.look.untaught"));
    } else if (answer.neither()) {
      verdict.setText(texts.get("reuse.teach.look.neither", answer.distance(), answer.names().get(answer.best())));
    } else {
      verdict.setText(texts.get("reuse.teach.look.best", answer.names().get(answer.best()),
          (double) answer.probabilities()[answer.best()], answer.distance()));
    }
  }

  private void takeDrops() {
    addEventHandler(DragEvent.DRAG_OVER, event -> {
      if (event.getDragboard().hasFiles()) {
        event.acceptTransferModes(TransferMode.COPY);
        event.consume();
      }
    });
    addEventHandler(DragEvent.DRAG_DROPPED, event -> {
      event.getDragboard().getFiles().stream().map(File::toPath).findFirst().ifPresent(model::open);
      event.setDropCompleted(true);
      event.consume();
    });
  }
}
