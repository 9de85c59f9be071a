package cnnworkshop.app.shell;

import atlantafx.base.theme.Styles;
import cnnworkshop.core.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** The tabs as a row of buttons, and beside it the place where the chosen one is shown. */
final class TabRow {

  private final HBox buttons = new HBox();
  private final StackPane place = new StackPane();
  private final ToggleGroup group = new ToggleGroup();
  private final Map<ShellTab, Node> contents = new HashMap<>();
  private final ReadOnlyObjectWrapper<ShellTab> selected = new ReadOnlyObjectWrapper<>(this, "selected");

  /** @param tabs in order; at least one */
  TabRow(List<ShellTab> tabs, Texts texts) {
    buttons.getStyleClass().add("tab-row");
    place.getStyleClass().add("tab-place");
    for (int i = 0; i < tabs.size(); i++) {
      ShellTab tab = tabs.get(i);
      ToggleButton button = new ToggleButton(tab.name(), new FontIcon(tab.icon()));
      button.getStyleClass().addAll("tab-button", Styles.FLAT);
      button.setToggleGroup(group);
      button.setUserData(tab);
      button.setAccessibleRole(AccessibleRole.TAB_ITEM);
      button.setAccessibleText(tab.name());
      button.setTooltip(new Tooltip(texts.get("shell.tab.tooltip", tab.name(), ShellKeys.tab(i).getDisplayText())));
      buttons.getChildren().add(button);
    }
    group.selectedToggleProperty().addListener((p, before, now) -> {
      if (now == null) {
        // A tab that is clicked again stays.
        before.setSelected(true);
      } else {
        show((ShellTab) now.getUserData());
      }
    });
  }

  private void show(ShellTab tab) {
    if (tab != selected.get()) {
      place.getChildren().setAll(contents.computeIfAbsent(tab, t -> t.content().get()));
      selected.set(tab);
      takeFocus();
    }
  }

  /** The keyboard goes to what the tab shows, so that its keys work at once. */
  void takeFocus() {
    place.getChildren().get(0).requestFocus();
  }

  /** Shows a tab by number, from 0. */
  void select(int index) {
    group.selectToggle(group.getToggles().get(index));
  }

  /** Shows the tab of that name; the first if there is none. */
  void select(String id) {
    Toggle wanted = group.getToggles().stream().filter(t -> ((ShellTab) t.getUserData()).id().equals(id))
        .findFirst().orElse(group.getToggles().get(0));
    group.selectToggle(wanted);
  }

  /** The tab that is shown. */
  ReadOnlyObjectProperty<ShellTab> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  Node buttons() {
    return buttons;
  }

  Node place() {
    return place;
  }
}
