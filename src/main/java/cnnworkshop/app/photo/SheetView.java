package cnnworkshop.app.photo;

import cnnworkshop.app.control.FaceMarkKey;
import cnnworkshop.app.control.FaceSheet;
import cnnworkshop.core.inspect.FaceMark;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The sheet of test faces, over the whole tab, with a way back. */
final class SheetView extends BorderPane {

  private final SheetModel model;
  private final FaceSheet faces;
  private final Label title = new Label();
  private final Label line = new Label();
  private final Label passedOver = new Label();
  private final Button back;
  private final Button others;
  private final FaceMarkKey annotated;
  private Node focusBefore;

  /**
   * @param background where faces are drawn
   * @param save asks where to, and saves
   * @param copy puts the sheet on the clipboard
   */
  SheetView(SheetModel model, Texts texts, Executor background, Runnable save, Runnable copy) {
    this.model = model;
    this.faces = new FaceSheet(background);
    this.annotated = new FaceMarkKey(FaceMark.ANNOTATED, texts.get("photo-tab.sheet.annotated"));
    getStyleClass().add("sheet");
    Labelled labelled = new Labelled(texts);
    back = labelled.button(new Button(), texts.get("photo-tab.full.back"), Material2AL.ARROW_BACK,
        PhotoKeys.BACK.combination(), model::close);
    others = labelled.button(new Button(), texts.get("photo-tab.sheet.others"), Material2MZ.SHUFFLE, null,
        model::showOthers);
    others.disableProperty().bind(model.othersProperty().not());
    title.getStyleClass().add("sheet-title");
    FlowPane row = new FlowPane(back, title);
    row.getStyleClass().add("controls");
    row.setAlignment(Pos.CENTER_LEFT);
    setTop(row);
    setCenter(new StackPane(faces, emptyPlace()));
    setRight(column(texts, save, copy));
    visibleProperty().bind(model.openProperty());
    managedProperty().bind(visibleProperty());
    model.sheetProperty().addListener((p, before, after) -> show(after));
    model.openProperty().addListener((p, before, after) -> moveFocus(after));
  }

  private Node emptyPlace() {
    Label place = new Label();
    place.getStyleClass().add("empty-place");
    place.setWrapText(true);
    place.textProperty().bind(model.messageProperty());
    place.visibleProperty().bind(model.sheetProperty().isNull());
    return place;
  }

  private Node column(Texts texts, Runnable save, Runnable copy) {
    Labelled labelled = new Labelled(texts);
    Button saving = labelled.button(new Button(), texts.get("photo-tab.sheet.save"), Material2MZ.SAVE_ALT,
        PhotoKeys.SAVE.combination(), save);
    Button copying = labelled.button(new Button(), texts.get("photo-tab.sheet.copy"), Material2AL.CONTENT_COPY,
        PhotoKeys.COPY.combination(), copy);
    for (Button button : List.of(saving, copying)) {
      button.disableProperty().bind(model.sheetProperty().isNull());
    }
    for (Button button : List.of(others, saving, copying)) {
      button.setMaxWidth(Double.MAX_VALUE);
    }
    Label message = new Label();
    message.textProperty().bind(model.messageProperty());
    message.getStyleClass().add("picture-message");
    message.visibleProperty().bind(model.sheetProperty().isNotNull().and(model.messageProperty().isNotEmpty()));
    passedOver.getStyleClass().add("picture-message");
    passedOver.visibleProperty().bind(passedOver.textProperty().isNotEmpty());
    FaceMarkKey predicted = new FaceMarkKey(FaceMark.PREDICTED, texts.get("photo-tab.sheet.predicted"));
    predicted.visibleProperty().bind(model.sheetProperty().isNotNull());
    VBox column = new VBox(line, annotated, predicted, others, saving, copying, message, passedOver);
    column.getStyleClass().add("sheet-column");
    for (Label label : List.of(line, message, passedOver)) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
    }
    column.getChildren().forEach(node -> node.managedProperty().bind(node.visibleProperty()));
    ScrollPane scroll = new ScrollPane(column);
    scroll.getStyleClass().add("bounded-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    return scroll;
  }

  private void show(Sheet sheet) {
    faces.setTiles(sheet == null ? List.of() : sheet.tiles());
    title.setText(sheet == null ? "" : sheet.title());
    line.setText(sheet == null ? "" : sheet.line());
    passedOver.setText(sheet == null ? "" : sheet.passedOver());
    annotated.setVisible(sheet != null && sheet.annotated());
  }

  private void moveFocus(boolean opened) {
    if (opened) {
      focusBefore = getScene() == null ? null : getScene().getFocusOwner();
      (others.isDisabled() ? back : others).requestFocus();
    } else if (focusBefore != null) {
      focusBefore.requestFocus();
      focusBefore = null;
    }
  }
}
