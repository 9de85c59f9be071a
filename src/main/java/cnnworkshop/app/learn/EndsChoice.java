package cnnworkshop.app.learn;

import cnnworkshop.core.text.Texts;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

/** What a filter finds beyond the edges: to be chosen. */
final class EndsChoice extends FlowPane {

  EndsChoice(ObjectProperty<Ends> chosen, Texts texts) {
    getStyleClass().add("conv-choices");
    ToggleGroup group = new ToggleGroup();
    for (Ends ends : Ends.values()) {
      RadioButton choice = new RadioButton(switch (ends) {
        case VALID -> texts.get("learn.conv.edge-valid");
        case ZERO -> texts.get("learn.conv.edge-zero");
        case MIRROR -> texts.get("learn.conv.edge-mirror");
      });
      choice.setToggleGroup(group);
      choice.setSelected(chosen.get() == ends);
      // Arrow keys select without an action event.
      choice.selectedProperty().addListener((p, before, now) -> {
        if (now) {
          chosen.set(ends);
        }
      });
      chosen.addListener((p, before, now) -> choice.setSelected(now == ends));
      getChildren().add(choice);
    }
  }
}
