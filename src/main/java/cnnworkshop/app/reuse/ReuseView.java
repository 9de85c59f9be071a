package cnnworkshop.app.reuse;

import atlantafx.base.theme.Styles;
import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * The Reuse tab: with several parts a row of them, and below it the one that is chosen. Alt with a number chooses one.
 */
public final class ReuseView {

  private final BorderPane root = new BorderPane();
  private final StackPane place = new StackPane();
  private final ReuseViewModel model;
  private final List<ReuseSection> sections;
  private final Map<ReuseSection, Parent> contents = new HashMap<>();
  private final Map<ReuseSection, ToggleButton> buttons = new LinkedHashMap<>();

  /** @param sections its parts, in order; at least one, at most nine */
  public ReuseView(ReuseViewModel model, List<ReuseSection> sections, Texts texts) {
    this.model = model;
    this.sections = List.copyOf(sections);
    root.getStyleClass().add("reuse");
    root.getStylesheets().add(ReuseView.class.getResource("/assets/styles/reuse.css").toExternalForm());
    if (sections.size() > 1) {
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
    model.sectionProperty().addListener((p, before, now) -> show(now));
    show(model.sectionProperty().get());
  }

  private Node row(Texts texts) {
    FlowPane row = new FlowPane();
    row.getStyleClass().add("reuse-sections");
    ToggleGroup group = new ToggleGroup();
    for (int i = 0; i < sections.size(); i++) {
      ReuseSection section = sections.get(i);
      ToggleButton button = new ToggleButton(section.name(), new FontIcon(section.icon()));
      button.getStyleClass().addAll(Styles.SMALL, Styles.FLAT, "reuse-section");
      button.setToggleGroup(group);
      button.setAccessibleText(section.name());
      button.setTooltip(new Tooltip(texts.get("reuse.section.tooltip", section.name(), key(i).getDisplayText())));
      button.setOnAction(event -> {
        button.setSelected(true);
        model.show(section.id());
      });
      buttons.put(section, button);
      row.getChildren().add(button);
    }
    return row;
  }

  private static KeyCodeCombination key(int number) {
    return new KeyCodeCombination(KeyCode.valueOf("DIGIT" + (number + 1)), KeyCombination.ALT_DOWN);
  }

  private void key(KeyEvent event) {
    for (int i = 0; sections.size() > 1 && i < sections.size(); i++) {
      if (key(i).match(event)) {
        model.show(sections.get(i).id());
        event.consume();
      }
    }
  }

  private void show(String id) {
    for (ReuseSection section : sections) {
      if (section.id().equals(id)) {
        if (buttons.containsKey(section)) {
          buttons.get(section).setSelected(true);
        }
        place.getChildren().setAll(contents.computeIfAbsent(section, s -> s.content().get()));
      }
    }
  }

  /** What keys do in the tab, for an overview. */
  public static List<ReuseSection.Key> keys(List<ReuseSection> sections, Texts texts) {
    List<ReuseSection.Key> keys = new ArrayList<>();
    for (int i = 0; sections.size() > 1 && i < sections.size(); i++) {
      keys.add(new ReuseSection.Key(key(i).getDisplayText(), texts.get("reuse.section.key", sections.get(i).name())));
    }
    sections.forEach(section -> keys.addAll(section.keys()));
    return keys;
  }

  /** What the tab shows. */
  public Parent root() {
    return root;
  }
}
