package cnnworkshop.app.filters;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes the controls of a column beside pictures: with a name for a screen reader, and nothing cut off. */
final class CompareControls {

  private CompareControls() {}

  /** Words that wrap. */
  static Label words(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    // Below their wrapped height, labels cut themselves short.
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** Words that wrap and change; none take no room. */
  static Label words(ObservableStringValue text, String style) {
    Label label = words("");
    label.getStyleClass().add(style);
    label.textProperty().bind(text);
    shownIf(label, Bindings.isNotEmpty(text));
    return label;
  }

  /** The heading of a group. */
  static Label heading(String text) {
    Label label = words(text);
    label.getStyleClass().add("compare-heading");
    return label;
  }

  /** Takes no room while it is not shown. */
  static <N extends Node> N shownIf(N node, ObservableBooleanValue condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
    return node;
  }

  /** A button as wide as its column. */
  static Button button(String text, String hint, Ikon icon, Runnable action) {
    Button button = new Button(text, new FontIcon(icon));
    button.setAccessibleText(text);
    button.setTooltip(new Tooltip(hint));
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinWidth(0);
    button.setWrapText(true);
    button.setMinHeight(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  /** Things to choose one of, one below the other. */
  static <T> VBox choices(ObjectProperty<T> chosen, T[] all, Function<T, String> text) {
    VBox box = new VBox();
    box.getStyleClass().add("compare-choices");
    ToggleGroup group = new ToggleGroup();
    for (T one : all) {
      RadioButton choice = new RadioButton(text.apply(one));
      choice.setAccessibleText(text.apply(one));
      choice.setWrapText(true);
      choice.setMinHeight(Region.USE_PREF_SIZE);
      choice.setToggleGroup(group);
      choice.setSelected(chosen.get() == one);
      choice.selectedProperty().addListener((p, before, now) -> {
        if (now) {
          chosen.set(one);
        }
      });
      chosen.addListener((p, before, now) -> {
        if (now == one) {
          choice.setSelected(true);
        }
      });
      box.getChildren().add(choice);
    }
    return box;
  }

  /** A name that every system takes for a file. */
  static String fileName(String wanted) {
    return wanted.replaceAll("[^\\p{L}\\p{N} ._-]", "_");
  }

  /** A row of things that wraps. */
  static FlowPane row(Node... nodes) {
    FlowPane row = new FlowPane(Orientation.HORIZONTAL, nodes);
    row.getStyleClass().add("compare-row");
    return row;
  }

  /** Puts two things beside each other, each on half of the width. */
  static void halves(GridPane grid, Node left, Node right) {
    for (Node node : List.of(left, right)) {
      ColumnConstraints half = new ColumnConstraints();
      half.setPercentWidth(50);
      grid.getColumnConstraints().add(half);
      GridPane.setVgrow(node, Priority.ALWAYS);
    }
    grid.addRow(0, left, right);
  }

  /** The column of controls: scrolls down, never across. */
  static ScrollPane column(Node... nodes) {
    VBox column = new VBox(nodes);
    column.getStyleClass().add("compare-column");
    ScrollPane scroll = scroll(column);
    scroll.getStyleClass().add("compare-side");
    return scroll;
  }

  /** Scrolls down what is as wide as there is room; it is at least as high as its place. */
  static ScrollPane filling(Region content) {
    ScrollPane scroll = scroll(content);
    // Told by height alone, a scroll pane forgets that words wrap.
    content.minHeightProperty().bind(Bindings.createDoubleBinding(() -> scroll.getViewportBounds().getHeight(),
        scroll.viewportBoundsProperty()));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    return scroll;
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
