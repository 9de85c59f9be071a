package cnnworkshop.app.filters;

import atlantafx.base.theme.Styles;
import cnnworkshop.core.text.Texts;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Makes controls that say what they are, also to a screen reader. */
record GalleryButtons(Texts texts) {

  /**
   * A button as wide as its place.
   *
   * @param key does the same; null for none
   */
  Button wide(String text, Ikon icon, KeyCombination key, Runnable action) {
    Button button = new Button(text, new FontIcon(icon));
    button.setAccessibleText(text);
    button.setTooltip(new Tooltip(
        key == null ? text : texts.get("filters.gallery.with-key", text, key.getDisplayText())));
    button.setMaxWidth(Double.MAX_VALUE);
    button.setWrapText(true);
    button.setMinHeight(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  /**
   * Two small buttons beside a picture's name: save and copy.
   *
   * @param name what the picture is
   */
  HBox heading(String name, Runnable save, Runnable copy) {
    Label heading = heading(name);
    HBox.setHgrow(heading, Priority.ALWAYS);
    heading.setMaxWidth(Double.MAX_VALUE);
    HBox row = new HBox(heading,
        small(texts.get("filters.gallery.save.this", name), Material2MZ.SAVE_ALT, save),
        small(texts.get("filters.gallery.copy.this", name), Material2AL.CONTENT_COPY, copy));
    row.getStyleClass().add("gallery-heading-row");
    return row;
  }

  /** What stands above a part. */
  Label heading(String text) {
    Label heading = new Label(text);
    heading.getStyleClass().add("gallery-heading");
    return wrapping(heading);
  }

  private static Button small(String text, Ikon icon, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    button.setAccessibleText(text);
    button.setTooltip(new Tooltip(text));
    button.setOnAction(event -> action.run());
    return button;
  }

  /** A label that wraps rather than be cut. */
  static Label wrapping(Label label) {
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** A choice of one of some things, under its name. */
  <T> VBox choice(String name, ObservableList<T> items, ObjectProperty<T> value, Function<T, String> words) {
    ComboBox<T> combo = new ComboBox<>(items);
    combo.setConverter(new StringConverter<>() {
      @Override
      public String toString(T item) {
        return item == null ? "" : words.apply(item);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("not editable");
      }
    });
    combo.valueProperty().bindBidirectional(value);
    combo.setMaxWidth(Double.MAX_VALUE);
    return named(name, combo);
  }

  /** A control under its name. */
  VBox named(String name, Node control) {
    Label label = new Label(name);
    label.setLabelFor(control);
    control.setAccessibleText(name);
    VBox both = new VBox(label, control);
    both.getStyleClass().add("gallery-control");
    return both;
  }

  /** Takes no room while it is not to be seen. */
  static <N extends Node> N shownIf(N node, ObservableBooleanValue condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
    return node;
  }
}
