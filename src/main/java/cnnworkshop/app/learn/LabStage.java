package cnnworkshop.app.learn;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * What the demos with the keypoint network stand on: parts one under the other that fill the room there is, and scroll
 * where it is too low for them. In it a line says what is wrong, if anything is.
 */
final class LabStage extends ScrollPane {

  private final StageRows content = new StageRows();

  /** @param trouble what can't be shown, in words; empty for nothing */
  LabStage(ObservableStringValue trouble) {
    getStyleClass().add("lab-stage");
    getStylesheets().add(LabStage.class.getResource("/assets/styles/learn-keynet.css").toExternalForm());
    setFitToWidth(true);
    setFitToHeight(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    content.getStyleClass().add("lab-content");
    Label line = words(trouble);
    line.getStyleClass().add("lab-trouble");
    hideWhileEmpty(line);
    content.getChildren().add(line);
    setContent(content);
  }

  /** Adds a part below the others, as high as it likes. */
  void add(Node part) {
    content.getChildren().add(part);
  }

  /** Adds the part that takes what height is left. */
  void addGrowing(Node part) {
    VBox.setVgrow(part, Priority.ALWAYS);
    content.getChildren().add(part);
  }

  /** A label that follows a text and breaks into lines. */
  static Label words(ObservableStringValue text) {
    Label label = new Label();
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    label.textProperty().bind(text);
    return label;
  }

  /** A plain label that breaks into lines. */
  static Label words(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }

  /** Takes the room of a label away while it has nothing to say. */
  static void hideWhileEmpty(Label label) {
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
  }

  /** A row of buttons of which one is chosen. */
  static FlowPane choices(String what, List<String> names, IntegerProperty chosen) {
    return choices(new FlowPane(), what, names, chosen);
  }

  /** A few buttons of which one is chosen, side by side in any case. */
  static HBox choicesInLine(String what, List<String> names, IntegerProperty chosen) {
    return choices(new HBox(), what, names, chosen);
  }

  private static <P extends Pane> P choices(P row, String what, List<String> names, IntegerProperty chosen) {
    row.getStyleClass().add("lab-choices");
    row.setAccessibleText(what);
    ToggleGroup group = new ToggleGroup();
    for (int i = 0; i < names.size(); i++) {
      int index = i;
      ToggleButton button = new ToggleButton(names.get(i));
      button.setAccessibleHelp(what);
      button.setToggleGroup(group);
      button.setSelected(chosen.get() == i);
      button.setOnAction(event -> {
        chosen.set(index);
        button.setSelected(true);
      });
      row.getChildren().add(button);
    }
    chosen.addListener((p, before, now) -> {
      if (now.intValue() >= 0) {
        group.selectToggle(group.getToggles().get(now.intValue()));
      }
    });
    return row;
  }

  /** Takes the arrow keys of a node: columns and rows to go, each −1, 0 or 1; others go on. */
  static void arrows(Node node, Steps steps) {
    node.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.isShortcutDown() || event.isAltDown()) {
        return;
      }
      switch (event.getCode()) {
        case LEFT, KP_LEFT -> steps.go(-1, 0, event.isShiftDown());
        case RIGHT, KP_RIGHT -> steps.go(1, 0, event.isShiftDown());
        case UP, KP_UP -> steps.go(0, -1, event.isShiftDown());
        case DOWN, KP_DOWN -> steps.go(0, 1, event.isShiftDown());
        default -> {
          return;
        }
      }
      event.consume();
    });
  }

  /** Takes a step of the arrow keys. */
  interface Steps {
    void go(int columns, int rows, boolean shift);
  }
}
