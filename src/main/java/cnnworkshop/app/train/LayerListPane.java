package cnnworkshop.app.train;

import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The layers of a network as a list to edit, with mouse or keys: one row is a stop for Tab, arrows go from row to row. */
final class LayerListPane extends VBox {

  static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
  static final KeyCombination REDO = KeyCombination.valueOf("Shortcut+Y");
  static final KeyCombination REDO_TOO = KeyCombination.valueOf("Shortcut+Shift+Z");
  private static final KeyCombination ADD = new KeyCodeCombination(KeyCode.INSERT);
  private static final KeyCombination REMOVE = new KeyCodeCombination(KeyCode.DELETE);
  private static final KeyCombination UP = KeyCombination.valueOf("Alt+Up");
  private static final KeyCombination DOWN = KeyCombination.valueOf("Alt+Down");

  private final NetworkModel model;
  private final Texts texts;
  private final VBox list = new VBox();
  private final List<LayerRowView> views = new ArrayList<>();
  private final MenuButton add;
  private final Button remove;
  private final Button up;
  private final Button down;

  LayerListPane(NetworkModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    add = button(new MenuButton(), "train.network.add", Material2AL.ADD, ADD, null);
    remove = button(new Button(), "train.network.remove", Material2AL.DELETE_OUTLINE, REMOVE, this::removeSelected);
    up = button(new Button(), "train.network.up", Material2AL.ARROW_UPWARD, UP, () -> move(-1));
    down = button(new Button(), "train.network.down", Material2AL.ARROW_DOWNWARD, DOWN, () -> move(1));
    for (LayerKind kind : LayerKind.toAdd()) {
      MenuItem item = new MenuItem(texts.get(kind.textKey()), new FontIcon(LayerRowView.icon(kind)));
      item.setOnAction(event -> {
        model.addAfterSelected(kind);
        focusSelected();
      });
      add.getItems().add(item);
    }
    getStyleClass().add("layer-list-pane");
    list.getStyleClass().add("layer-rows");
    list.setAccessibleText(texts.get("train.network.layers"));
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    getChildren().addAll(toolbar(), list);
    model.rows().addListener((ListChangeListener<LayerRow>) change -> sync());
    model.selectedProperty().addListener((p, before, now) -> sync());
    sync();
  }

  private Node toolbar() {
    Button undo = button(new Button(), "train.network.undo", Material2MZ.UNDO, UNDO, model::undo);
    Button redo = button(new Button(), "train.network.redo", Material2MZ.REDO, REDO, model::redo);
    undo.disableProperty().bind(model.canUndoProperty().not());
    redo.disableProperty().bind(model.canRedoProperty().not());
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    HBox toolbar = new HBox(add, remove, up, down, between, undo, redo);
    toolbar.getStyleClass().add("layer-toolbar");
    return toolbar;
  }

  private <B extends ButtonBase> B button(B button, String key, Ikon icon, KeyCombination keys, Runnable action) {
    String text = texts.get(key);
    button.setGraphic(new FontIcon(icon));
    button.setAccessibleText(text);
    button.setTooltip(new Tooltip(texts.get("train.network.with-key", text, keys.getDisplayText())));
    if (action != null) {
      button.setOnAction(event -> action.run());
    }
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private void sync() {
    boolean focused = list.isFocusWithin();
    int selected = model.selectedProperty().get();
    while (views.size() > model.rows().size()) {
      list.getChildren().remove(views.remove(views.size() - 1));
    }
    for (LayerRow row : model.rows()) {
      if (row.index() == views.size()) {
        views.add(new LayerRowView(model, texts));
        list.getChildren().add(views.get(row.index()));
      }
      boolean tabStop = row.index() == Math.max(0, selected);
      views.get(row.index()).show(row, row.index() == selected, tabStop);
    }
    remove.setDisable(!model.canRemove(selected));
    up.setDisable(!model.canMove(selected, -1));
    down.setDisable(!model.canMove(selected, 1));
    if (focused && !list.isFocusWithin()) {
      // What had the focus is gone; the keys stay with the list.
      focusSelected();
    }
  }

  private void key(KeyEvent event) {
    if (UP.match(event) || DOWN.match(event)) {
      move(UP.match(event) ? -1 : 1);
      event.consume();
      return;
    }
    if (views.stream().noneMatch(LayerRowView::hasFocus) || event.isAltDown() || event.isShortcutDown()) {
      return;
    }
    int selected = model.selectedProperty().get();
    switch (event.getCode()) {
      case UP -> select(Math.max(0, selected - 1));
      case DOWN -> select(Math.min(views.size() - 1, selected + 1));
      case HOME -> select(0);
      case END -> select(views.size() - 1);
      case DELETE -> removeSelected();
      case INSERT -> add.show();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void select(int index) {
    model.selectedProperty().set(index);
    focusSelected();
  }

  private void removeSelected() {
    int selected = model.selectedProperty().get();
    if (model.canRemove(selected)) {
      model.remove(selected);
      focusSelected();
    }
  }

  private void move(int places) {
    int selected = model.selectedProperty().get();
    if (model.canMove(selected, places)) {
      model.move(selected, places);
      focusSelected();
    }
  }

  private void focusSelected() {
    int index = Math.max(0, model.selectedProperty().get());
    if (index < views.size()) {
      views.get(index).focusHead();
      reveal(views.get(index));
    }
  }

  /** Scrolls what the list stands in so far that a row, or its beginning, is seen. */
  private void reveal(Node row) {
    Node ancestor = getParent();
    while (ancestor != null && !(ancestor instanceof ScrollPane)) {
      ancestor = ancestor.getParent();
    }
    if (!(ancestor instanceof ScrollPane scroll) || scroll.getContent() == null) {
      return;
    }
    scroll.layout();
    Node content = scroll.getContent();
    Bounds there = content.sceneToLocal(row.localToScene(row.getLayoutBounds()));
    double room = scroll.getViewportBounds().getHeight();
    double over = content.getLayoutBounds().getHeight() - room;
    double now = scroll.getVvalue() * over;
    double top = there.getMinY();
    double to = top < now ? top : Math.max(now, Math.min(top, there.getMaxY() - room));
    if (over > 0 && to != now) {
      scroll.setVvalue(Math.max(0, Math.min(1, to / over)));
    }
  }
}
