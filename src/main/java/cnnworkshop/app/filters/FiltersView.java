package cnnworkshop.app.filters;

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

/** The Filters tab: a row of its parts, and below it the one that is chosen. Alt with a number chooses one. */
public final class FiltersView {

  private final BorderPane root = new BorderPane();
  private final StackPane place = new StackPane();
  private final FiltersViewModel model;
  private final List<FiltersSection> sections;
  private final Map<FiltersSection, Parent> contents = new HashMap<>();
  private final Map<FiltersSection, ToggleButton> buttons = new LinkedHashMap<>();

  /** @param sections its parts, in order; at least one, at most nine */
  public FiltersView(FiltersViewModel model, List<FiltersSection> sections, Texts texts) {
    this.model = model;
    this.sections = List.copyOf(sections);
    root.getStyleClass().add("filters");
    root.getStylesheets().add(FiltersView.class.getResource("/assets/styles/filters.css").toExternalForm());
    place.getStyleClass().add("filters-place");
    root.setTop(row(texts));
    root.setCenter(place);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    model.sectionProperty().addListener((p, before, now) -> show(now));
    show(model.sectionProperty().get());
  }

  private Node row(Texts texts) {
    FlowPane row = new FlowPane();
    row.getStyleClass().add("filters-sections");
    ToggleGroup group = new ToggleGroup();
    for (int i = 0; i < sections.size(); i++) {
      FiltersSection section = sections.get(i);
      ToggleButton button = new ToggleButton(section.name(), new FontIcon(section.icon()));
      button.getStyleClass().addAll(Styles.SMALL, Styles.FLAT, "filters-section");
      button.setToggleGroup(group);
      button.setAccessibleText(section.name());
      button.setTooltip(new Tooltip(
          texts.get("filters.section.tooltip", section.name(), key(i).getDisplayText())));
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
    for (int i = 0; i < sections.size(); i++) {
      if (key(i).match(event)) {
        model.show(sections.get(i).id());
        event.consume();
      }
    }
  }

  private void show(String id) {
    for (FiltersSection section : sections) {
      if (section.id().equals(id)) {
        buttons.get(section).setSelected(true);
        place.getChildren().setAll(contents.computeIfAbsent(section, s -> s.content().get()));
      }
    }
  }

  /** What keys do in the tab, for an overview. */
  public static List<FiltersSection.Key> keys(List<FiltersSection> sections, Texts texts) {
    List<FiltersSection.Key> keys = new ArrayList<>();
    for (int i = 0; i < sections.size(); i++) {
      keys.add(new FiltersSection.Key(key(i).getDisplayText(),
          texts.get("filters.section.key", sections.get(i).name())));
    }
    sections.forEach(section -> keys.addAll(section.keys()));
    return keys;
  }

  public Parent root() {
    return root;
  }
}
