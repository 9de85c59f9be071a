package cnnworkshop.app.train;

import cnnworkshop.app.control.Em;
import cnnworkshop.app.control.PicturePainter;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;

/** One picture, enlarged with hard pixels into a square that grows with the type. */
final class BrowserTile extends Region {

  private final double sideEm;
  private final Em em = new Em(this::requestLayout);
  private final Canvas canvas = new Canvas();
  private final PicturePainter painter = new PicturePainter(this::requestLayout);
  private BrowserPicture picture;
  private Image image;

  /** @param sideEm side of the square */
  BrowserTile(double sideEm) {
    this.sideEm = sideEm;
    getStyleClass().add("browser-tile");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getChildren().addAll(em, painter, canvas);
  }

  /** Shows another picture. */
  void show(BrowserPicture shown) {
    picture = shown;
    image = PicturePainter.image(shown.photo());
    setAccessibleText(shown.caption());
    requestParentLayout();
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    GraphicsContext on = canvas.getGraphicsContext2D();
    on.clearRect(0, 0, getWidth(), getHeight());
    if (picture == null) {
      return;
    }
    double longer = Math.max(image.getWidth(), image.getHeight());
    double scale = PicturePainter.fitted(longer, Math.min(getWidth(), getHeight())) / longer;
    painter.paint(on, image, picture.points(), 0, 0, image.getWidth() * scale, image.getHeight() * scale);
  }

  /** No more than the picture takes. */
  private double side() {
    double room = em.px(sideEm);
    return image == null ? room : PicturePainter.fitted(Math.max(image.getWidth(), image.getHeight()), room);
  }

  @Override
  protected double computePrefWidth(double height) {
    return snapSizeX(side());
  }

  @Override
  protected double computePrefHeight(double width) {
    return snapSizeY(side());
  }

  @Override
  protected double computeMinWidth(double height) {
    return computePrefWidth(height);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMaxWidth(double height) {
    return computePrefWidth(height);
  }

  @Override
  protected double computeMaxHeight(double width) {
    return computePrefHeight(width);
  }
}
