package cnnworkshop.app.photo;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** Shows its content whole if that takes no more than a share of the column's height, and scrolls it else. */
final class BoundedScroll extends ScrollPane {

  /**
   * @param content as wide as this
   * @param column whose height counts
   * @param share 0..1
   */
  BoundedScroll(Region content, Region column, double share) {
    super(content);
    getStyleClass().add("bounded-scroll");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    // How high the content is depends on its width, which only layout knows: its height as laid out is the answer.
    var height = Bindings.createDoubleBinding(
        () -> Math.ceil(Math.min(content.getHeight(), share * column.getHeight())),
        content.heightProperty(), column.heightProperty());
    minHeightProperty().bind(height);
    prefHeightProperty().bind(height);
    maxHeightProperty().bind(height);
  }
}
