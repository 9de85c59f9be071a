package cnnworkshop.app.filters;

import javafx.scene.control.ListCell;

/** A place, and what happens there. */
final class WhyPlaceCell extends ListCell<WhyPlace> {

  WhyPlaceCell() {
    // A cell as wide as its text would make the list scroll sideways.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(WhyPlace place, boolean empty) {
    super.updateItem(place, empty);
    setText(empty ? null : place.text());
  }
}
