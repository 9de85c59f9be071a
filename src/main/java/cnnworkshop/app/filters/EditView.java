package cnnworkshop.app.filters;

import cnnworkshop.core.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Kernel transplant: the filters of the loaded network's first layer, edited, and what that does. */
final class EditView {

  static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
  static final KeyCombination REDO = KeyCombination.valueOf("Shortcut+Y");
  static final KeyCombination REDO_TOO = KeyCombination.valueOf("Shortcut+Shift+Z");

  private final StackPane root = new StackPane();
  private final EditNetworkModel network;
  private final EditModel edited;
  private final Texts texts;
  private final FiltersPlaces places;

  EditView(EditNetworkModel network, EditModel edited, EditControls controls, EditLookPane look,
      EditLookModel looks, Texts texts, FiltersPlaces places) {
    this.network = network;
    this.edited = edited;
    this.texts = texts;
    this.places = places;
    root.getStyleClass().add("edit-view");
    root.getStylesheets().add(EditView.class.getResource("/assets/styles/filters-edit.css").toExternalForm());
    ScrollPane column = scroll(controls);
    column.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    column.getStyleClass().add("edit-column");
    Node place = sentence(looks.emptyProperty());
    look.visibleProperty().bind(looks.emptyProperty().isEmpty().and(looks.lookProperty().isNotNull()));
    StackPane pictures = new StackPane(look, place);
    ScrollPane right = scroll(pictures);
    right.setFitToHeight(true);
    VBox.setVgrow(right, Priority.ALWAYS);
    VBox main = new VBox(actions(), aside(), right);
    main.getStyleClass().add("edit-main");
    BorderPane both = new BorderPane(main);
    both.setLeft(column);
    both.visibleProperty().bind(network.emptyProperty().isEmpty());
    // Until its copy is there, what is edited could not be shown.
    both.disableProperty().bind(network.readyProperty().not());
    root.getChildren().addAll(both, new VBox(sentence(network.emptyProperty()), asideWhereEmpty()));
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    network.shownProperty().bind(root.sceneProperty().isNotNull());
  }

  private static ScrollPane scroll(Node content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("edit-scroll");
    return scroll;
  }

  private static Node sentence(ObservableStringValue text) {
    Label sentence = new Label();
    sentence.setWrapText(true);
    sentence.getStyleClass().add("empty-place");
    sentence.textProperty().bind(text);
    var any = Bindings.isNotEmpty(text);
    sentence.visibleProperty().bind(any);
    sentence.managedProperty().bind(any);
    return sentence;
  }

  private Node actions() {
    Button undo = icon(Material2MZ.UNDO, texts.get("filters.edit.undo", UNDO.getDisplayText()), edited::undo);
    undo.disableProperty().bind(edited.undoableProperty().not());
    Button redo = icon(Material2MZ.REDO, texts.get("filters.edit.redo", REDO.getDisplayText()), edited::redo);
    redo.disableProperty().bind(edited.redoableProperty().not());
    var none = edited.editsProperty().map(edits -> edits.changed() == 0).orElse(true);
    Button reset = EditControls.button(texts, "filters.edit.reset-all", "filters.edit.reset-all.long",
        edited::resetAll);
    Button save = EditControls.button(texts, "filters.edit.save", "filters.edit.save.long", this::save);
    Button use = EditControls.button(texts, "filters.edit.use", "filters.edit.use.long", network::use);
    for (Button button : new Button[] {reset, save, use}) {
      button.disableProperty().bind(none);
    }
    FlowPane actions = new FlowPane(undo, redo, reset, save, use);
    actions.getStyleClass().add("edit-buttons");
    return actions;
  }

  private static Button icon(Ikon icon, String text, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.setAccessibleText(text);
    button.setTooltip(new Tooltip(text));
    button.setOnAction(event -> action.run());
    return button;
  }

  private void save() {
    places.save(FiltersPlaces.Kind.NETWORK, network.suggestion()).ifPresent(network::save);
  }

  private Node aside() {
    Label sentence = new Label();
    sentence.setWrapText(true);
    sentence.textProperty().bind(network.putAsideProperty());
    FlowPane bar = new FlowPane(sentence,
        EditControls.button(texts, "filters.edit.aside.back", "filters.edit.aside.back.long", network::takeBack),
        icon(Material2AL.CLOSE, texts.get("filters.edit.aside.forget"), network::letGo));
    bar.getStyleClass().addAll("edit-buttons", "edit-aside");
    shownIf(bar, network.putAsideProperty().isNotEmpty());
    return bar;
  }

  private Node asideWhereEmpty() {
    VBox place = new VBox(aside());
    shownIf(place, network.emptyProperty().isNotEmpty());
    return place;
  }

  private static void shownIf(Node node, ObservableBooleanValue condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
  }

  /** Undo and redo of edits, unless what is being typed can be undone first. */
  private void key(KeyEvent event) {
    boolean undo = UNDO.match(event);
    boolean redo = REDO.match(event) || REDO_TOO.match(event);
    if (!undo && !redo
        || event.getTarget() instanceof TextField field && (undo ? field.isUndoable() : field.isRedoable())) {
      return;
    }
    if (undo) {
      edited.undo();
    } else {
      edited.redo();
    }
    event.consume();
  }

  Parent root() {
    return root;
  }
}
