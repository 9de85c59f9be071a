package cnnworkshop.app.photo;

import cnnworkshop.core.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Gives controls their text, icon, tooltip with the key, and a name for screen readers. */
record Labelled(Texts texts) {

  /** A button with an icon and a text. */
  <B extends ButtonBase> B button(B button, String text, Ikon icon, KeyCombination key, Runnable action) {
    button.setText(text);
    button.setAccessibleText(text);
    if (icon != null) {
      button.setGraphic(new FontIcon(icon));
    }
    tooltip(button, text, key);
    if (action != null) {
      button.setOnAction(event -> action.run());
    }
    return button;
  }

  /** A tooltip that names what it is and its key. */
  void tooltip(Control control, String text, KeyCombination key) {
    control.setTooltip(new Tooltip(
        key == null ? text : texts.get("photo-tab.with-key", text, key.getDisplayText())));
  }

  /** A label that names a control, also to a screen reader. */
  Label label(String text, Node control) {
    Label label = new Label(text);
    label.setLabelFor(control);
    label.setMinWidth(Label.USE_PREF_SIZE);
    control.setAccessibleText(text);
    return label;
  }
}
