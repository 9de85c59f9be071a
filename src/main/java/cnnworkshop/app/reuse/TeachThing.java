package cnnworkshop.app.reuse;

import cnnworkshop.core.image.Photo;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Something a network is to be taught: a name, and pictures of it. On the UI thread. */
final class TeachThing {

  private final StringProperty name;
  private final ObservableList<Photo> pictures = FXCollections.observableArrayList();

  TeachThing(String name) {
    this.name = new SimpleStringProperty(this, "name", name);
  }

  /** What a person calls it. */
  StringProperty nameProperty() {
    return name;
  }

  /** Its pictures, at most {@value TeachPictures#KEPT_PIXELS} pixels a side. */
  ObservableList<Photo> pictures() {
    return pictures;
  }
}
