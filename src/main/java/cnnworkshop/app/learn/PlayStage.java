package cnnworkshop.app.learn;

import cnnworkshop.app.control.NumberSetting;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * What the demos of pooling, overfitting and dropout stand on: rows one under the other that fill the stage, and scroll
 * where that is too low for them.
 */
final class PlayStage extends ScrollPane {

  private final StageRows rows = new StageRows();

  PlayStage() {
    getStyleClass().add("play-stage");
    getStylesheets().add(PlayStage.class.getResource("/assets/styles/learn-pool.css").toExternalForm());
    rows.getStyleClass().add("play-rows");
    setFitToWidth(true);
    setFitToHeight(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    setContent(rows);
  }

  /** Adds a row as high as it likes. */
  void add(Node row) {
    rows.getChildren().add(row);
  }

  /** Adds the row that takes what height is left. */
  void addGrowing(Node row) {
    VBox.setVgrow(row, Priority.ALWAYS);
    rows.getChildren().add(row);
  }

  /** Controls side by side, in more lines where they don't fit. */
  static FlowPane controls(Node... controls) {
    FlowPane row = new FlowPane(controls);
    row.getStyleClass().add("play-controls");
    return row;
  }

  /** Words that follow a text and break into lines; they take no room while there are none. */
  static Label words(ObservableValue<String> text, String styleClass) {
    Label label = new Label();
    label.getStyleClass().add(styleClass);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.textProperty().bind(text);
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  /** A number to be set, of a property that has to be within the limits. */
  static NumberSetting number(String name, double lowest, double highest, NumberSetting.Steps steps, Locale locale,
      Property<Number> value) {
    NumberSetting setting = new NumberSetting(name, lowest, highest, steps, locale);
    setting.getStyleClass().add("play-number");
    setting.valueProperty().bindBidirectional(value);
    return setting;
  }

  /**
   * A row of buttons of which always one is chosen.
   *
   * @param what is chosen, for a screen reader
   * @param names of what there is, in order
   */
  static <T> HBox choices(String what, Map<T, String> names, Property<T> chosen) {
    ToggleGroup group = new ToggleGroup();
    HBox row = new HBox();
    row.getStyleClass().add("play-choices");
    names.forEach((value, name) -> {
      ToggleButton button = new ToggleButton(name);
      button.setAccessibleText(what + ": " + name);
      button.setUserData(value);
      button.setToggleGroup(group);
      button.setMinWidth(USE_PREF_SIZE);
      int index = row.getChildren().size();
      button.getStyleClass().add(index == 0 ? "left-pill" : index == names.size() - 1 ? "right-pill" : "center-pill");
      button.setOnAction(event -> {
        chosen.setValue(value);
        button.setSelected(true);
      });
      row.getChildren().add(button);
    });
    Runnable follow = () -> group.getToggles().stream()
        .filter(toggle -> toggle.getUserData().equals(chosen.getValue())).findFirst().ifPresent(group::selectToggle);
    chosen.addListener((p, before, now) -> follow.run());
    follow.run();
    return row;
  }
}
