package cnnworkshop.app.reuse;

import cnnworkshop.app.control.NumberSetting;
import cnnworkshop.app.control.NumberSetting.Steps;
import cnnworkshop.core.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Builds what the parts of the tab are made of, so that they look alike. */
final class ReuseParts {

  private ReuseParts() {}

  /** A group of the column with its heading. */
  static VBox group(String heading, Node... content) {
    Label label = new Label(heading);
    label.getStyleClass().add("ws-heading");
    label.setWrapText(true);
    VBox box = new VBox(label);
    box.getChildren().addAll(content);
    box.getStyleClass().add("reuse-group");
    return box;
  }

  /** Words that wrap. */
  static Label words(String text, String style) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }

  /** Words that wrap and change; none take no room. */
  static Label words(ObservableStringValue text, String style) {
    Label label = words("", style);
    label.textProperty().bind(text);
    return shownIf(label, Bindings.isNotEmpty(text));
  }

  /** Takes no room while it is not shown. */
  static <N extends Node> N shownIf(N node, ObservableBooleanValue condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
    return node;
  }

  /** A button with its name. */
  static Button button(String text, String hint, Ikon icon, Runnable action) {
    Button button = new Button(text, new FontIcon(icon));
    button.setAccessibleText(text);
    button.setTooltip(new Tooltip(hint));
    button.setOnAction(event -> action.run());
    return button;
  }

  /** A box to check. */
  static CheckBox check(String text, Property<Boolean> property) {
    CheckBox box = new CheckBox(text);
    box.setAccessibleText(text);
    box.selectedProperty().bindBidirectional(property);
    return box;
  }

  /** A number with its slider and exact field. */
  static NumberSetting number(Texts texts, String name, double lowest, double highest, Steps steps,
      Property<Number> property) {
    NumberSetting setting = new NumberSetting(name, lowest, highest, steps, texts.locale());
    setting.valueProperty().bindBidirectional(property);
    return setting;
  }

  /** A row of things that wraps. */
  static FlowPane row(Node... nodes) {
    FlowPane row = new FlowPane(nodes);
    row.getStyleClass().add("reuse-row");
    return row;
  }

  /** Scrolls down what is as wide as there is room. */
  static ScrollPane scroll(Region content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.getStyleClass().add("bounded-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    return scroll;
  }
}
