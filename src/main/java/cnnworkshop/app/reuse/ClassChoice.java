package cnnworkshop.app.reuse;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** A class of pictures that may be part of the new task. */
final class ClassChoice {

  private final String name;
  private final BooleanProperty chosen = new SimpleBooleanProperty(this, "chosen", true);

  ClassChoice(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  BooleanProperty chosenProperty() {
    return chosen;
  }
}
