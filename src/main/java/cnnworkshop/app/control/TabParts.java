package cnnworkshop.app.control;

import atlantafx.base.theme.Styles;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A tab with several parts: a row of them, and below it the one that is chosen. Alt with a number chooses one. A part is
 * made when it is first shown; a single one has no row.
 */
public final class TabParts {

  private final BorderPane root = new BorderPane();
  private final StackPane place = new StackPane();
  private final Consumer<String> choose;
  private final List<TabPart> parts;
  private final Map<TabPart, Parent> contents = new HashMap<>();
  private final Map<TabPart, ToggleButton> buttons = new LinkedHashMap<>();

  /**
   * @param chosen the id of the part that is shown
   * @param choose asks for another one to be chosen, by its id
   * @param parts the parts, in order; at least one, at most nine
   */
  public TabParts(ReadOnlyStringProperty chosen, Consumer<String> choose, List<TabPart> parts, Texts texts) {
    this.choose = choose;
    this.parts = List.copyOf(parts);
    if (parts.size() > 1) {
      root.setTop(row(texts));
    }
    root.setCenter(place);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    // Keys of the part that is shown work at once, also when the window gives the focus to the tab.
    root.focusedProperty().addListener((p, before, focused) -> {
      if (focused) {
        place.getChildren().get(0).requestFocus();
      }
    });
    chosen.addListener((p, before, now) -> show(now));
    show(chosen.get());
  }

  private Node row(Texts texts) {
    FlowPane row = new FlowPane();
    row.getStyleClass().add("tab-parts");
    ToggleGroup group = new ToggleGroup();
    for (int i = 0; i < parts.size(); i++) {
      TabPart part = parts.get(i);
      ToggleButton button = new ToggleButton(part.name(), new FontIcon(part.icon()));
      button.getStyleClass().addAll(Styles.SMALL, Styles.FLAT, "tab-part");
      button.setToggleGroup(group);
      button.setAccessibleText(part.name());
      button.setTooltip(new Tooltip(texts.get("control.parts.tooltip", part.name(), key(i).getDisplayText())));
      button.setOnAction(event -> {
        button.setSelected(true);
        choose.accept(part.id());
      });
      buttons.put(part, button);
      row.getChildren().add(button);
    }
    return row;
  }

  private static KeyCodeCombination key(int number) {
    return new KeyCodeCombination(KeyCode.valueOf("DIGIT" + (number + 1)), KeyCombination.ALT_DOWN);
  }

  private void key(KeyEvent event) {
    for (int i = 0; parts.size() > 1 && i < parts.size(); i++) {
      if (key(i).match(event)) {
        choose.accept(parts.get(i).id());
        event.consume();
      }
    }
  }

  private void show(String id) {
    for (TabPart part : parts) {
      if (part.id().equals(id)) {
        if (buttons.containsKey(part)) {
          buttons.get(part).setSelected(true);
        }
        place.getChildren().setAll(contents.computeIfAbsent(part, s -> s.content().get()));
      }
    }
  }

  /** What keys do in the tab, for an overview. */
  public static List<TabPart.Key> keys(List<TabPart> parts, Texts texts) {
    List<TabPart.Key> keys = new ArrayList<>();
    for (int i = 0; parts.size() > 1 && i < parts.size(); i++) {
      keys.add(new TabPart.Key(key(i).getDisplayText(), texts.get("control.parts.key", parts.get(i).name())));
    }
    parts.forEach(part -> keys.addAll(part.keys()));
    return keys;
  }

  /** What the tab shows. */
  public Parent root() {
    return root;
  }
}
