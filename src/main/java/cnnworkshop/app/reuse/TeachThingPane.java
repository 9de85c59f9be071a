package cnnworkshop.app.reuse;

import atlantafx.base.theme.Styles;
import cnnworkshop.app.control.PhotoThumbnail;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.text.Texts;
import java.io.File;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** One thing to be taught: its name, its pictures, and ways to get more of them. */
final class TeachThingPane extends VBox {

  private final TeachThing thing;
  private final Texts texts;
  private final FlowPane pictures = new FlowPane();

  TeachThingPane(TeachThing thing, TeachModel model, TeachLookModel look, TeachPlaces places, Texts texts) {
    this.thing = thing;
    this.texts = texts;
    getStyleClass().add("teach-thing");
    pictures.getStyleClass().add("teach-pictures");
    getChildren().addAll(head(model), pictures, buttons(model, look, places));
    thing.pictures().addListener((ListChangeListener<Photo>) change -> take(change));
    thing.pictures().forEach(photo -> pictures.getChildren().add(thumbnail(photo)));
    takeDrops(model);
    model.runningProperty().addListener((p, before, now) -> setDisable(now));
    setDisable(model.runningProperty().get());
  }

  private Node head(TeachModel model) {
    TextField name = new TextField();
    name.textProperty().bindBidirectional(thing.nameProperty());
    name.setAccessibleText(texts.get("reuse.teach.name"));
    HBox.setHgrow(name, Priority.ALWAYS);
    Label count = new Label();
    count.textProperty().bind(Bindings.createStringBinding(
        () -> texts.get("reuse.teach.count", thing.pictures().size(), TeachModel.GOOD), thing.pictures()));
    count.setMinWidth(USE_PREF_SIZE);
    Button remove = new Button(null, new FontIcon(Material2AL.CLOSE));
    remove.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL);
    remove.setAccessibleText(texts.get("reuse.teach.remove"));
    remove.setTooltip(new Tooltip(texts.get("reuse.teach.remove")));
    remove.setOnAction(event -> model.removeThing(thing));
    remove.disableProperty().bind(Bindings.size(model.things()).lessThan(3));
    HBox head = new HBox(name, count, remove);
    head.getStyleClass().add("teach-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private Node buttons(TeachModel model, TeachLookModel look, TeachPlaces places) {
    Button open = new Button(texts.get("reuse.teach.open"), new FontIcon(Material2AL.FOLDER_OPEN));
    open.getStyleClass().add(Styles.SMALL);
    open.setOnAction(event -> model.open(thing, places.pictures()));
    Button take = new Button(texts.get("reuse.teach.take"), new FontIcon(Material2MZ.PHOTO_CAMERA));
    take.getStyleClass().add(Styles.SMALL);
    take.setTooltip(new Tooltip(texts.get("reuse.teach.take.tip")));
    take.setOnAction(event -> model.add(thing, look.photoProperty().get()));
    take.disableProperty().bind(look.photoProperty().isNull());
    FlowPane row = new FlowPane(open, take);
    row.getStyleClass().add("teach-buttons");
    return row;
  }

  private void take(ListChangeListener.Change<? extends Photo> change) {
    while (change.next()) {
      pictures.getChildren().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
      for (int i = change.getFrom(); change.wasAdded() && i < change.getTo(); i++) {
        pictures.getChildren().add(i, thumbnail(thing.pictures().get(i)));
      }
    }
  }

  private Node thumbnail(Photo photo) {
    PhotoThumbnail picture = new PhotoThumbnail(photo, "");
    picture.setAccessibleRole(AccessibleRole.BUTTON);
    picture.setAccessibleText(texts.get("reuse.teach.picture"));
    picture.setFocusTraversable(true);
    picture.setOnMousePressed(event -> picture.requestFocus());
    picture.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
        thing.pictures().remove(pictures.getChildren().indexOf(picture));
        event.consume();
      }
    });
    Tooltip.install(picture, new Tooltip(texts.get("reuse.teach.picture.tip")));
    return picture;
  }

  private void takeDrops(TeachModel model) {
    addEventHandler(DragEvent.DRAG_OVER, event -> {
      if (event.getDragboard().hasFiles()) {
        event.acceptTransferModes(TransferMode.COPY);
        event.consume();
      }
    });
    addEventHandler(DragEvent.DRAG_DROPPED, event -> {
      List<File> files = event.getDragboard().getFiles();
      model.open(thing, files.stream().map(File::toPath).toList());
      event.setDropCompleted(true);
      event.consume();
    });
  }
}
