package cnnworkshop.app.filters;

import cnnworkshop.app.control.AnswerGrid;
import cnnworkshop.app.control.AnswerItem;
import cnnworkshop.app.control.Em;
import cnnworkshop.app.control.PhotoPane;
import cnnworkshop.core.text.Texts;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * What excites a unit most: left the choices, right the patches, and beside or below them the whole picture the chosen
 * one is from.
 */
final class PatchesView extends BorderPane {

  private static final AnswerGrid.Look LOOK = new AnswerGrid.Look(4.5, 12, 0);
  private static final double SIDE_BY_SIDE_EM = 50;
  private static final double PATCHES_SHARE = 0.6;

  private final PatchesModel model;
  private final Texts texts;
  private final AnswerGrid grid;
  private final PhotoPane photo;
  private final SplitPane split;
  private final Em em = new Em(this::arrange);

  PatchesView(PatchesModel model, FiltersTools tools, FiltersPlaces places) {
    this.model = model;
    this.texts = tools.texts();
    this.grid = new AnswerGrid(texts, tools.background(), LOOK);
    this.photo = new PhotoPane(texts, tools.background());
    this.split = new SplitPane(patches(), picture());
    getStyleClass().add("patches");
    getStylesheets().add(PatchesView.class.getResource("/assets/styles/filters-patches.css").toExternalForm());
    ScrollPane controls = new ScrollPane(new PatchesControls(model, tools, places));
    controls.getStyleClass().add("patches-column");
    controls.setFitToWidth(true);
    controls.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    controls.setFocusTraversable(false);
    // Without a network there is nothing to choose.
    controls.visibleProperty().bind(tools.inference().networkProperty().isNotNull());
    controls.managedProperty().bind(controls.visibleProperty());
    Label trouble = PatchesButtons.words("patches-empty");
    trouble.textProperty().bind(model.troubleProperty());
    trouble.visibleProperty().bind(model.troubleProperty().isNotEmpty());
    split.visibleProperty().bind(trouble.visibleProperty().not());
    split.setDividerPositions(PATCHES_SHARE);
    setLeft(controls);
    setCenter(new StackPane(split, trouble));
    getChildren().add(em);
    split.widthProperty().addListener((p, before, now) -> arrange());
    addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ESCAPE && model.search().runningProperty().get()) {
        model.search().cancel();
        event.consume();
      }
    });
    model.itemsProperty().addListener((p, before, now) -> show(now));
    model.pictureProperty().addListener((p, before, now) -> show(now));
    show(model.itemsProperty().get());
    show(model.pictureProperty().get());
    sceneProperty().addListener((p, before, now) -> model.shownProperty().set(now != null));
    model.shownProperty().set(getScene() != null);
  }

  private Node patches() {
    Label title = PatchesButtons.words("ws-heading");
    title.textProperty().bind(model.titleProperty());
    Label nothing = PatchesButtons.words("patches-nothing");
    nothing.textProperty().bind(model.nothingProperty());
    grid.setAccessibleHelp(texts.get("filters.patches.grid.help"));
    grid.selectedProperty().addListener((p, before, now) -> {
      if (now != null) {
        model.choose(now.number());
      }
    });
    VBox.setVgrow(grid, Priority.ALWAYS);
    VBox box = new VBox(title, PatchesButtons.onlyIfAny(nothing), grid);
    box.getStyleClass().add("patches-found");
    box.setMinSize(0, 0);
    return box;
  }

  private Node picture() {
    Label words = PatchesButtons.words("patches-note");
    model.pictureProperty().addListener((p, before, now) -> words.setText(now == null ? "" : now.words()));
    words.setText(model.pictureProperty().get() == null ? "" : model.pictureProperty().get().words());
    photo.squareEditableProperty().set(false);
    photo.setMinSize(0, 0);
    VBox.setVgrow(photo, Priority.ALWAYS);
    VBox box = new VBox(PatchesButtons.onlyIfAny(words), photo);
    box.getStyleClass().add("patches-whole");
    box.setMinSize(0, 0);
    return box;
  }

  private void show(List<PatchesItem> items) {
    grid.setItems(items.stream().map(item -> new AnswerItem(item.rank(), item.pixels(), null, item.value(),
        AnswerItem.Mark.NONE, List.of(), item.words())).toList());
  }

  private void show(PatchesPicture picture) {
    if (picture == null) {
      photo.setPhoto(null);
      photo.squareProperty().set(null);
      return;
    }
    if (photo.getPhoto() != picture.photo()) {
      photo.setPhoto(picture.photo());
    }
    photo.squareProperty().set(picture.patch().look().square());
    photo.highlightProperty().set(new Rectangle2D(picture.place().x(), picture.place().y(),
        picture.place().width(), picture.place().height()));
  }

  private void arrange() {
    if (split != null && em != null) {
      split.setOrientation(split.getWidth() >= em.px(SIDE_BY_SIDE_EM) ? Orientation.HORIZONTAL
          : Orientation.VERTICAL);
    }
  }
}
