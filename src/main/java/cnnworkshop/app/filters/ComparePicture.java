package cnnworkshop.app.filters;

import cnnworkshop.app.control.Em;
import cnnworkshop.app.control.PicturePainter;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.Photo;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * What a network sees of a picture, with hard pixels and as large as fits, with points on it; from where other points
 * are, lines lead to them.
 */
final class ComparePicture extends Region {

  private static final double MIN_EM = 9;
  private static final double DARK_LINE_EM = 0.2;
  private static final double LIGHT_LINE_EM = 0.08;

  private final Em em = new Em(this::requestLayout);
  private final Canvas canvas = new Canvas();
  private final PicturePainter painter = new PicturePainter(this::requestLayout);
  private final double prefEm;
  private Image image;
  private Keypoints points;
  private Keypoints origin;

  /** @param prefEm its preferred side, em */
  ComparePicture(double prefEm) {
    this.prefEm = prefEm;
    getStyleClass().add("compare-picture");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    canvas.setManaged(false);
    getChildren().addAll(em, painter, canvas);
  }

  /**
   * Shows a picture.
   *
   * @param photo at most 4096 pixels a side; null for none
   * @param newPoints in its pixels; null for none
   * @param newOrigin other points, from each of which a line leads to its own; null for none
   * @param accessibleText what is seen, for a screen reader
   */
  void show(Photo photo, Keypoints newPoints, Keypoints newOrigin, String accessibleText) {
    image = photo == null ? null : PicturePainter.image(photo);
    points = newPoints;
    origin = newOrigin;
    setAccessibleText(accessibleText);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, getWidth(), getHeight());
    if (image == null || getWidth() < 1 || getHeight() < 1) {
      return;
    }
    double room = Math.min(getWidth() / image.getWidth(), getHeight() / image.getHeight());
    double scale = room >= 2 ? Math.floor(room) : room;
    double left = Math.floor((getWidth() - scale * image.getWidth()) / 2);
    double top = Math.floor((getHeight() - scale * image.getHeight()) / 2);
    painter.paint(g, image, points, left, top, scale * image.getWidth(), scale * image.getHeight());
    if (points != null && origin != null) {
      g.save();
      g.beginPath();
      g.rect(left, top, scale * image.getWidth(), scale * image.getHeight());
      g.clip();
      // A light line on a dark one is seen on any picture.
      lines(g, left, top, scale, Color.BLACK, em.px(DARK_LINE_EM));
      lines(g, left, top, scale, Color.WHITE, em.px(LIGHT_LINE_EM));
      g.restore();
    }
  }

  private void lines(GraphicsContext g, double left, double top, double scale, Color colour, double width) {
    g.setStroke(colour);
    g.setLineWidth(width);
    for (Keypoint point : Keypoint.values()) {
      g.strokeLine(left + (origin.x(point) + 0.5) * scale, top + (origin.y(point) + 0.5) * scale,
          left + (points.x(point) + 0.5) * scale, top + (points.y(point) + 0.5) * scale);
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(prefEm);
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.px(prefEm);
  }

  @Override
  protected double computeMinWidth(double height) {
    return em.px(MIN_EM);
  }

  @Override
  protected double computeMinHeight(double width) {
    return em.px(MIN_EM);
  }
}
