package cnnworkshop.app.control;

import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.shape.Rectangle;

/** A frame around some pixels of an enlarged or reduced picture; never so small that it can't be seen. */
final class PixelFrame extends Group {

  private static final double SMALLEST = 6;

  private final Rectangle halo = new Rectangle();
  private final Rectangle line = new Rectangle();

  /** @param styleClass decides its colour */
  PixelFrame(String styleClass) {
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
    halo.getStyleClass().add("frame-halo");
    line.getStyleClass().addAll("frame-line", styleClass);
    getChildren().addAll(halo, line);
  }

  /**
   * Frames whole pixels.
   *
   * @param pixels first column and row, and how many columns and rows; null for no frame
   */
  void show(Rectangle2D pixels, PhotoFit fit) {
    setVisible(pixels != null && fit != null);
    if (isVisible()) {
      frame(fit.left() + pixels.getMinX() * fit.scale(), fit.top() + pixels.getMinY() * fit.scale(),
          pixels.getWidth() * fit.scale(), pixels.getHeight() * fit.scale());
    }
  }

  /** Frames a rectangle of the pane, and shows. */
  void frame(double x, double y, double width, double height) {
    setVisible(true);
    double w = Math.max(SMALLEST, width);
    double h = Math.max(SMALLEST, height);
    for (Rectangle rectangle : new Rectangle[] {halo, line}) {
      rectangle.setX(Math.round(x + (width - w) / 2) + 0.5);
      rectangle.setY(Math.round(y + (height - h) / 2) + 0.5);
      rectangle.setWidth(Math.round(w) - 1);
      rectangle.setHeight(Math.round(h) - 1);
    }
  }
}
