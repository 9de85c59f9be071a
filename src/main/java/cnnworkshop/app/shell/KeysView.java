package cnnworkshop.app.shell;

import cnnworkshop.app.shell.ShellTab.KeyHint;
import cnnworkshop.core.text.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** The overview of keys: those of the window, then those of each tab. */
final class KeysView {

  private final GridPane grid = new GridPane();
  private final ScrollPane root = new ScrollPane(grid);

  KeysView(Texts texts, List<ShellTab> tabs) {
    grid.getStyleClass().add("keys-grid");
    root.getStyleClass().add("overlay-content");
    root.setFitToWidth(true);
    root.setAccessibleText(texts.get("shell.keys.title"));
    add(texts.get("shell.keys.window"), ShellKeys.hints(texts, tabs));
    for (ShellTab tab : tabs) {
      List<ShellTab.KeyHint> keys = tab.keys().get();
      if (!keys.isEmpty()) {
        add(tab.name(), keys);
      }
    }
  }

  private void add(String heading, List<KeyHint> hints) {
    Label label = new Label(heading);
    label.getStyleClass().add("ws-heading");
    grid.add(label, 0, grid.getRowCount(), 2, 1);
    for (KeyHint hint : hints) {
      Label keys = new Label(hint.keys());
      keys.getStyleClass().add("key");
      keys.setMinWidth(Region.USE_PREF_SIZE);
      Label what = new Label(hint.what());
      what.setWrapText(true);
      grid.addRow(grid.getRowCount(), keys, what);
    }
  }

  Region root() {
    return root;
  }
}
