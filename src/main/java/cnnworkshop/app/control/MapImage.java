package cnnworkshop.app.control;

import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;

/**
 * A picture of a map or of a part of it under a {@link MapZoom}. Only its pixels in sight are drawn: far beyond
 * the window, drawing would lose exactness.
 */
final class MapImage extends ImageView {

  private Image picture;

  MapImage() {
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
  }

  /** Takes another picture; null for none. */
  void setPicture(Image newPicture) {
    picture = newPicture;
    if (picture == null) {
      setVisible(false);
      setImage(null);
    }
  }

  /** The picture, or null. */
  Image picture() {
    return picture;
  }

  /**
   * Draws the picture, which is there.
   *
   * @param part the part of the map it shows
   * @param pixelsPerColumn its pixels a column of the map
   * @param pixelsPerRow its pixels a row of the map
   */
  void show(MapZoom zoom, MapRegion part, double pixelsPerColumn, double pixelsPerRow) {
    MapRegion seen = zoom.visible(1);
    double x0 = Math.max(0, Math.floor((seen.x() - part.x()) * pixelsPerColumn));
    double y0 = Math.max(0, Math.floor((seen.y() - part.y()) * pixelsPerRow));
    double x1 = Math.min(picture.getWidth(), Math.ceil((seen.x() + seen.width() - part.x()) * pixelsPerColumn));
    double y1 = Math.min(picture.getHeight(), Math.ceil((seen.y() + seen.height() - part.y()) * pixelsPerRow));
    setVisible(x1 > x0 && y1 > y0);
    if (!isVisible()) {
      return;
    }
    draw(new Rectangle2D(x0, y0, x1 - x0, y1 - y0), zoom.scale() / pixelsPerColumn * ScreenScale.of(this));
    setX(zoom.left() + (part.x() + x0 / pixelsPerColumn) * zoom.scale());
    setY(zoom.top() + (part.y() + y0 / pixelsPerRow) * zoom.scale());
    setFitWidth((x1 - x0) / pixelsPerColumn * zoom.scale());
    setFitHeight((y1 - y0) / pixelsPerRow * zoom.scale());
  }

  private void draw(Rectangle2D part, double scale) {
    if (scale <= 1) {
      setImage(picture);
      setViewport(part);
    } else {
      setViewport(null);
      setImage(HardPixels.enlarged(picture, (int) part.getMinX(), (int) part.getMinY(), (int) part.getWidth(),
          (int) part.getHeight(), scale));
    }
  }
}
