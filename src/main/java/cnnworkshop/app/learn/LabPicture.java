package cnnworkshop.app.learn;

import cnnworkshop.app.control.Em;
import cnnworkshop.app.control.PicturePainter;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.Photo;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/**
 * A picture or map with hard pixels, as large as fits, with a frame around some of its pixels and the points of a
 * face on it. Where a cell can be chosen, a press or drag of the mouse and the arrow keys choose it.
 */
final class LabPicture extends Region {

  /** Told which cell a person wants; may lie outside the picture after an arrow key. */
  interface Cells {
    void choose(int row, int column);
  }

  private static final double HALO = 4;
  private static final double LINE = 2;
  private static final double SMALLEST_FRAME = 8;
  private static final double PALE = 0.45;

  private final Em em = new Em(this::requestLayout);
  private final Canvas canvas = new Canvas();
  private final PicturePainter painter = new PicturePainter(this::requestLayout);
  private final Rectangle line = new Rectangle();
  private final ObjectProperty<Rectangle2D> frame = new SimpleObjectProperty<>(this, "frame");
  private final double prefEm;
  private final double minEm;
  private Image image;
  /** Points are painted together with a picture: one of the same size that lets everything through. */
  private Image glass;
  private int columns = 1;
  private int rows = 1;
  private Keypoints points;
  private Keypoints before;
  private int margin;
  private double left;
  private double top;
  private double scale = 1;

  /** @param prefEm its preferred side in em */
  LabPicture(double prefEm) {
    this(prefEm, Math.min(prefEm, 6));
  }

  /**
   * @param prefEm its preferred side in em
   * @param minEm its smallest side in em
   */
  LabPicture(double prefEm, double minEm) {
    this.prefEm = prefEm;
    this.minEm = minEm;
    getStyleClass().add("lab-picture");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    line.getStyleClass().add("lab-trace-pen");
    line.setVisible(false);
    line.setManaged(false);
    canvas.setManaged(false);
    getChildren().addAll(em, painter, line, canvas);
    frame.addListener((p, old, now) -> requestLayout());
    line.fillProperty().addListener((p, old, now) -> requestLayout());
  }

  /**
   * Shows a picture.
   *
   * @param argb {@code 0xFFRRGGBB}, [row, column]; taken over
   */
  void show(int newColumns, int newRows, int[] argb) {
    show(Photo.ofRgb(newColumns, newRows, argb));
  }

  /** Shows a photo of at most 4096 pixels a side. */
  void show(Photo photo) {
    columns = photo.width();
    rows = photo.height();
    image = PicturePainter.image(photo);
    glass = new WritableImage(columns + 2 * margin, rows + 2 * margin);
    requestLayout();
  }

  /** Nothing is shown. */
  void clear() {
    image = null;
    requestLayout();
  }

  /**
   * Points on it, in its pixels.
   *
   * @param now null for none
   * @param origin where they were, drawn pale with a line to where they are; null for nothing
   */
  void setPoints(Keypoints now, Keypoints origin) {
    points = now;
    before = origin;
    requestLayout();
  }

  /** Leaves room around the picture, in its pixels, for points that lie outside. */
  void setMargin(int pixels) {
    margin = pixels;
    glass = new WritableImage(columns + 2 * margin, rows + 2 * margin);
    requestLayout();
  }

  /** The pixels framed: first column and row, columns and rows; null for none. */
  ObjectProperty<Rectangle2D> frameProperty() {
    return frame;
  }

  /** Lets a person choose cells. The cell now is the frame's first one. */
  void setOnCell(Cells cells) {
    setFocusTraversable(true);
    getStyleClass().add("lab-cells");
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
      requestFocus();
      pick(event, cells);
    });
    addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> pick(event, cells));
    LabStage.arrows(this, (right, down, shift) -> {
      int by = shift ? 10 : 1;
      Rectangle2D at = frame.get();
      if (at != null) {
        cells.choose((int) Math.floor(at.getMinY() + at.getHeight() / 2) + by * down,
            (int) Math.floor(at.getMinX() + at.getWidth() / 2) + by * right);
      }
    });
  }

  private void pick(MouseEvent event, Cells cells) {
    int column = (int) Math.floor((event.getX() - left) / scale);
    int row = (int) Math.floor((event.getY() - top) / scale);
    if (image != null && column >= 0 && row >= 0 && column < columns && row < rows) {
      cells.choose(row, column);
    }
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
    double room = Math.min(getWidth() / (columns + 2 * margin), getHeight() / (rows + 2 * margin));
    scale = room >= 2 ? Math.floor(room) : room;
    left = Math.floor((getWidth() - scale * columns) / 2);
    top = Math.floor((getHeight() - scale * rows) / 2);
    painter.paint(g, image, null, left, top, scale * columns, scale * rows);
    if (before != null && points != null) {
      trace(g);
    }
    if (points != null) {
      points(g, points);
    }
    drawFrame(g);
  }

  private void points(GraphicsContext g, Keypoints some) {
    painter.paint(g, glass, some.shifted(margin, margin), left - margin * scale, top - margin * scale,
        scale * (columns + 2 * margin), scale * (rows + 2 * margin));
  }

  private void trace(GraphicsContext g) {
    g.setGlobalAlpha(PALE);
    points(g, before);
    g.setGlobalAlpha(1);
    g.save();
    g.beginPath();
    g.rect(left - margin * scale, top - margin * scale, scale * (columns + 2 * margin), scale * (rows + 2 * margin));
    g.clip();
    for (int pass = 0; pass < 2; pass++) {
      g.setStroke(pass == 0 ? Color.BLACK : line.getFill());
      g.setLineWidth(pass == 0 ? LINE + 1 : LINE / 2 + 0.5);
      for (Keypoint point : Keypoint.values()) {
        g.strokeLine(x(before.x(point)), y(before.y(point)), x(points.x(point)), y(points.y(point)));
      }
    }
    g.restore();
  }

  private double x(double column) {
    return left + (column + 0.5) * scale;
  }

  private double y(double row) {
    return top + (row + 0.5) * scale;
  }

  private void drawFrame(GraphicsContext g) {
    Rectangle2D at = frame.get();
    if (at == null) {
      return;
    }
    double width = Math.max(SMALLEST_FRAME, at.getWidth() * scale);
    double height = Math.max(SMALLEST_FRAME, at.getHeight() * scale);
    double x = left + (at.getMinX() + at.getWidth() / 2) * scale - width / 2;
    double y = top + (at.getMinY() + at.getHeight() / 2) * scale - height / 2;
    g.setStroke(Color.BLACK);
    g.setLineWidth(HALO);
    g.strokeRect(x, y, width, height);
    g.setStroke(painter.selection());
    g.setLineWidth(LINE);
    g.strokeRect(x, y, width, height);
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(prefEm);
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.px(prefEm) * Math.min(1.5, (double) rows / columns);
  }

  @Override
  protected double computeMinWidth(double height) {
    return em.px(minEm);
  }

  @Override
  protected double computeMinHeight(double width) {
    return em.px(minEm);
  }
}
