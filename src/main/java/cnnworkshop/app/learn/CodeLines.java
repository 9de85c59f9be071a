package cnnworkshop.app.learn;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;

/** Lines of code, which are scrolled sideways where they are wider than the place they have. */
final class CodeLines extends ScrollPane {

  CodeLines(String code) {
    Label lines = new Label(code);
    lines.getStyleClass().add("code-text");
    lines.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setContent(lines);
    getStyleClass().add("code-lines");
    setVbarPolicy(ScrollBarPolicy.NEVER);
    setMinWidth(0);
    setMinHeight(USE_PREF_SIZE);
    setAccessibleText(code);
  }
}
