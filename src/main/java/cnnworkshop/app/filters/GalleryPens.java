package cnnworkshop.app.filters;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;

/**
 * The colours of a canvas, which knows no style sheet: those of invisible marks with the style classes
 * {@code gallery-pen} and {@code NAME}. Has to be a child of what is painted on.
 */
final class GalleryPens extends Group {

  private final Map<String, Rectangle> pens = new HashMap<>();

  /**
   * @param changed what to do when a colour changes
   * @param names of the pens, as in the style sheet
   */
  GalleryPens(Runnable changed, String... names) {
    setManaged(false);
    setVisible(false);
    for (String name : names) {
      Rectangle pen = new Rectangle();
      pen.getStyleClass().addAll("gallery-pen", name);
      pen.fillProperty().addListener((p, before, after) -> changed.run());
      pens.put(name, pen);
      getChildren().add(pen);
    }
  }

  /** The colour of a pen that was named. */
  Paint of(String name) {
    return pens.get(name).getFill();
  }
}
