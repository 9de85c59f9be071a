package cnnworkshop.app.control;

import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/** One map in a {@link MapGrid}: its picture, its number under it, the marker on it. */
final class MapTile extends Region {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  /** No picture is drawn narrower, or the maps of a 1×1000 photo could not be seen. */
  private static final double THINNEST = 6;

  private final ImageView picture = new ImageView();
  private final Label label = new Label();
  private final Region box = new Region();
  private final PixelFrame marker = new PixelFrame("marker");
  private int mapWidth = 1;
  private int mapHeight = 1;
  private double boxHeight;
  private Image image;
  private Image shownImage;
  private double shownPixels;

  MapTile() {
    getStyleClass().add("map-tile");
    setManaged(false);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    box.getStyleClass().add("map-box");
    label.getStyleClass().add("map-label");
    label.setAlignment(Pos.CENTER);
    picture.setManaged(false);
    getChildren().addAll(box, picture, label, marker);
  }

  void show(String text, String accessibleText, Image newImage, int columns, int rows, boolean selected) {
    label.setText(text);
    setAccessibleText(accessibleText);
    image = newImage;
    mapWidth = columns;
    mapHeight = rows;
    pseudoClassStateChanged(SELECTED, selected);
  }

  void place(double x, double y, TileLayout layout) {
    boxHeight = layout.boxHeight();
    resizeRelocate(x, y, layout.boxWidth(), layout.tileHeight());
    requestLayout();
    layout();
  }

  /** The place under a point of this tile, as fractions of the map; null beside the picture. */
  Point2D fractionAt(double x, double y) {
    double x01 = (x - picture.getX()) / picture.getFitWidth();
    double y01 = (y - picture.getY()) / picture.getFitHeight();
    return x01 >= 0 && y01 >= 0 && x01 < 1 && y01 < 1 ? new Point2D(x01, y01) : null;
  }

  /** Frames the value of the map at some fractions of its size; null for none. */
  void mark(Point2D fraction) {
    if (fraction == null) {
      marker.setVisible(false);
      return;
    }
    double cellWidth = picture.getFitWidth() / mapWidth;
    double cellHeight = picture.getFitHeight() / mapHeight;
    marker.frame(picture.getX() + Math.floor(fraction.getX() * mapWidth) * cellWidth,
        picture.getY() + Math.floor(fraction.getY() * mapHeight) * cellHeight, cellWidth, cellHeight);
  }

  @Override
  protected void layoutChildren() {
    PhotoFit fit = PhotoFit.within(getWidth(), boxHeight, mapWidth, mapHeight);
    double width = Math.min(getWidth(), Math.max(THINNEST, fit.width()));
    double height = Math.min(boxHeight, Math.max(THINNEST, fit.height()));
    picture.setX((getWidth() - width) / 2);
    picture.setY((boxHeight - height) / 2);
    picture.setFitWidth(width);
    picture.setFitHeight(height);
    double pixels = image == null ? 1 : width / image.getWidth() * ScreenScale.of(this);
    if (image != shownImage || pixels > 1 && pixels != shownPixels) {
      shownImage = image;
      shownPixels = pixels;
      picture.setImage(image == null ? null : HardPixels.enlarged(image, pixels));
    }
    box.resizeRelocate(picture.getX(), picture.getY(), width, height);
    label.resizeRelocate(0, boxHeight, getWidth(), getHeight() - boxHeight);
  }
}
