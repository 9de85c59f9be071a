package cnnworkshop.app.filters;

import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes controls with their names, also for a screen reader, and tooltips. */
record PatchesButtons(Texts texts) {

  /**
   * A button with an icon.
   *
   * @param key of its text
   * @param longKey of its tooltip, which says more
   */
  Button button(String key, String longKey, Ikon icon, Runnable action) {
    Button button = new Button(texts.get(key), new FontIcon(icon));
    button.setAccessibleText(texts.get(key));
    button.setTooltip(new Tooltip(texts.get(longKey)));
    button.setOnAction(event -> action.run());
    return button;
  }

  /** A choice under its name; as wide as its column. */
  <T> VBox choice(String key, ObservableList<T> items, Property<T> value, Function<T, String> name) {
    ComboBox<T> combo = new ComboBox<>(items);
    combo.setConverter(new StringConverter<>() {
      @Override
      public String toString(T item) {
        return item == null ? "" : name.apply(item);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("not editable");
      }
    });
    combo.valueProperty().bindBidirectional(value);
    combo.setMaxWidth(Double.MAX_VALUE);
    combo.setAccessibleText(texts.get(key));
    Label label = new Label(texts.get(key));
    label.setLabelFor(combo);
    VBox box = new VBox(label, combo);
    box.getStyleClass().add("patches-choice");
    return box;
  }

  /** The same with a few fixed things to choose from. */
  <T> VBox choice(String key, List<T> items, Property<T> value, Function<T, String> name) {
    return choice(key, FXCollections.observableArrayList(items), value, name);
  }

  /** Words that wrap and are never cut. */
  static Label words(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }

  /** Takes no room while it says nothing. */
  static Label onlyIfAny(Label label) {
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  /** Shows a node, or takes its room away. */
  static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
