package cnnworkshop.app.filters;

import cnnworkshop.app.control.Em;
import cnnworkshop.app.control.PicturePainter;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.PatchGrid;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;

/**
 * What the network sees, with hard pixels, under what explains its answer: its points, a ring around the one that is
 * explained, the patch in one place, and an arrow from each point towards where the patch pushes it. The pointer looks
 * at places, a click chooses one, arrow keys go from one to the next.
 */
final class WhyPicture extends Region {

  private static final double HALO_EM = 0.3;
  private static final double LINE_EM = 0.15;
  private static final double OTHERS = 0.55;
  private static final double HEAD_EM = 0.75;
  private static final double HEAD_ANGLE = Math.toRadians(28);
  /** Arrows shorter than this share of an em are drawn without a head, which would hide them. */
  private static final double SHORTEST_EM = 0.3;
  private static final double LABEL_EM = 1.5;
  private static final double RING_SHARE = 0.036;
  private static final double RING_LINE = 0.15;
  private static final int FAR = 5;

  private final WhyPlaceModel places;
  private final Em em = new Em(this::requestLayout);
  private final Canvas canvas = new Canvas();
  private final PicturePainter painter = new PicturePainter(this::requestLayout);
  private final Rectangle halo = pen("why-pen-halo");
  private final Rectangle frame = pen("why-pen-frame");
  private final Rectangle arrow = pen("why-pen-arrow");
  private final Label push = new Label();
  private Image image;
  /** Points are painted together with a picture: one of the same size that lets everything through. */
  private Image glass;
  private int columns = 1;
  private int rows = 1;
  private Keypoints points;
  private Keypoint explained;
  private double times = 1;
  private double left;
  private double top;
  private double scale = 1;

  WhyPicture(WhyPlaceModel places) {
    this.places = places;
    getStyleClass().add("why-picture");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    canvas.setManaged(false);
    push.getStyleClass().add("point-name");
    push.setManaged(false);
    push.setMouseTransparent(true);
    push.textProperty().bind(places.pushProperty());
    getChildren().addAll(em, painter, halo, frame, arrow, canvas, push);
    places.placeProperty().addListener((p, before, now) -> requestLayout());
    places.pushedProperty().addListener((p, before, now) -> requestLayout());
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
      requestFocus();
      if (isInside(event)) {
        places.choose(row(event), column(event));
      }
    });
    addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
      if (isInside(event)) {
        places.choose(row(event), column(event));
      }
    });
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
      if (isInside(event)) {
        places.hover(row(event), column(event));
      } else {
        places.leave();
      }
    });
    addEventHandler(MouseEvent.MOUSE_EXITED, event -> places.leave());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private Rectangle pen(String style) {
    Rectangle pen = new Rectangle();
    pen.getStyleClass().add(style);
    pen.setManaged(false);
    pen.setVisible(false);
    pen.fillProperty().addListener((p, before, now) -> requestLayout());
    return pen;
  }

  /**
   * Shows a picture.
   *
   * @param picture null for none
   * @param newPoints in its pixels; null for none
   * @param newExplained the point that is explained; null for none
   */
  void show(Photo picture, Keypoints newPoints, Keypoint newExplained) {
    image = picture == null ? null : PicturePainter.image(picture);
    if (picture != null && (glass == null || columns != picture.width() || rows != picture.height())) {
      columns = picture.width();
      rows = picture.height();
      glass = new WritableImage(columns, rows);
    }
    points = newPoints;
    explained = newExplained;
    requestLayout();
  }

  /** How many times as long as pushes are their arrows are drawn. */
  void setArrows(double newTimes) {
    times = newTimes;
    requestLayout();
  }

  private void key(KeyEvent event) {
    int by = event.isShiftDown() ? FAR : 1;
    if (event.isAltDown() || event.isShortcutDown()) {
      return;
    }
    switch (event.getCode()) {
      case LEFT -> places.move(0, -by);
      case RIGHT -> places.move(0, by);
      case UP -> places.move(-by, 0);
      case DOWN -> places.move(by, 0);
      case HOME -> places.strongest().stream().findFirst().ifPresent(strongest -> places.choose(strongest.place()));
      case ESCAPE -> places.choose(WhyPlaceModel.NONE);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private boolean isInside(MouseEvent event) {
    return image != null && column(event) >= 0 && row(event) >= 0 && column(event) < columns && row(event) < rows;
  }

  private int column(MouseEvent event) {
    return (int) Math.floor((event.getX() - left) / scale);
  }

  private int row(MouseEvent event) {
    return (int) Math.floor((event.getY() - top) / scale);
  }

  private double x(double column) {
    return left + (column + 0.5) * scale;
  }

  private double y(double row) {
    return top + (row + 0.5) * scale;
  }

  @Override
  protected void layoutChildren() {
    push.setVisible(false);
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, getWidth(), getHeight());
    if (image == null || getWidth() < 1 || getHeight() < 1) {
      return;
    }
    double room = Math.min((getWidth() - snappedLeftInset() - snappedRightInset()) / columns,
        (getHeight() - snappedTopInset() - snappedBottomInset()) / rows);
    scale = room >= 2 ? Math.floor(room) : Math.max(room, 1e-3);
    left = Math.floor((getWidth() - scale * columns) / 2);
    top = Math.floor((getHeight() - scale * rows) / 2);
    painter.paint(g, image, null, left, top, scale * columns, scale * rows);
    drawPatch(g);
    if (points != null) {
      painter.paint(g, glass, points, left, top, scale * columns, scale * rows);
      drawRing(g);
      drawArrows(g);
    }
  }

  private void drawPatch(GraphicsContext g) {
    int place = places.placeProperty().get();
    PatchGrid grid = places.grid();
    if (place == WhyPlaceModel.NONE) {
      return;
    }
    double x = left + grid.left(place) * scale;
    double y = top + grid.top(place) * scale;
    double side = grid.patch() * scale;
    g.setStroke(halo.getFill());
    g.setLineWidth(em.px(HALO_EM));
    g.strokeRect(x, y, side, side);
    g.setStroke(frame.getFill());
    g.setLineWidth(em.px(LINE_EM));
    g.strokeRect(x, y, side, side);
  }

  /** Around the point that is explained. */
  private void drawRing(GraphicsContext g) {
    if (explained == null) {
      return;
    }
    double radius = RING_SHARE * scale * Math.max(columns, rows);
    double x = x(points.x(explained)) - radius;
    double y = y(points.y(explained)) - radius;
    double width = Math.min(em.px(LINE_EM), RING_LINE * radius);
    g.setStroke(halo.getFill());
    g.setLineWidth(2 * width);
    g.strokeOval(x, y, 2 * radius, 2 * radius);
    g.setStroke(frame.getFill());
    g.setLineWidth(width);
    g.strokeOval(x, y, 2 * radius, 2 * radius);
  }

  private void drawArrows(GraphicsContext g) {
    Keypoints pushed = places.pushedProperty().get();
    if (pushed == null) {
      return;
    }
    for (Keypoint point : Keypoint.values()) {
      if (point != explained) {
        drawArrow(g, point, pushed, OTHERS);
      }
    }
    if (explained != null) {
      drawArrow(g, explained, pushed, 1);
      if (!push.getText().isEmpty()) {
        placeLabel(pushed);
      }
    }
  }

  /** Beyond the arrow's end, inside the picture. */
  private void placeLabel(Keypoints pushed) {
    push.setVisible(true);
    push.applyCss();
    push.autosize();
    double right = pushed.x(explained) - points.x(explained);
    double down = pushed.y(explained) - points.y(explained);
    double gap = em.px(LABEL_EM);
    double x = x(points.x(explained)) + times * scale * right + (right < 0 ? -gap - push.getWidth() : gap);
    double y = y(points.y(explained)) + times * scale * down + (down < 0 ? -push.getHeight() : 0);
    push.relocate(Math.round(Math.max(0, Math.min(getWidth() - push.getWidth(), x))),
        Math.round(Math.max(0, Math.min(getHeight() - push.getHeight(), y))));
  }

  private void drawArrow(GraphicsContext g, Keypoint point, Keypoints pushed, double weight) {
    double x0 = x(points.x(point));
    double y0 = y(points.y(point));
    double x1 = x0 + times * scale * (pushed.x(point) - points.x(point));
    double y1 = y0 + times * scale * (pushed.y(point) - points.y(point));
    line(g, halo.getFill(), weight * em.px(HALO_EM), x0, y0, x1, y1, weight);
    line(g, arrow.getFill(), weight * em.px(LINE_EM), x0, y0, x1, y1, weight);
  }

  private void line(GraphicsContext g, Paint paint, double width, double x0, double y0, double x1, double y1,
      double weight) {
    g.setStroke(paint);
    g.setLineWidth(width);
    g.strokeLine(x0, y0, x1, y1);
    double length = Math.hypot(x1 - x0, y1 - y0);
    if (length < em.px(SHORTEST_EM)) {
      return;
    }
    double head = Math.min(weight * em.px(HEAD_EM), length);
    double back = Math.atan2(y0 - y1, x0 - x1);
    for (int side = -1; side <= 1; side += 2) {
      double angle = back + side * HEAD_ANGLE;
      g.strokeLine(x1, y1, x1 + head * Math.cos(angle), y1 + head * Math.sin(angle));
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(30);
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.px(30);
  }

  @Override
  protected double computeMinWidth(double height) {
    return em.px(12);
  }

  @Override
  protected double computeMinHeight(double width) {
    return em.px(12);
  }
}
