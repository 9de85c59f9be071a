package cnnworkshop.app.control;

import cnnworkshop.app.control.SquareDrag.Grip;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView.Point;
import cnnworkshop.core.text.Texts;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/**
 * The face square on a photo, to be moved, resized and turned by mouse and by keys.
 *
 * <p>Mouse: inside moves, a corner resizes with the corner across fixed (with Ctrl or Command: the centre),
 * the knob turns. Keys: arrows move, + and − resize about the centre, [ and ] turn; Shift, or { and }, ten steps.
 * A step is one photo pixel, or a screen pixel where that is more. A short tick marks the square's upper side.
 */
final class SquareEditor extends Group {

  private static final double TURN_STEP_DEGREES = 1;
  private static final int LARGE = 10;

  private final Texts texts;
  private final Em em;
  private final Polygon halo = new Polygon();
  private final Polygon body = new Polygon();
  private final Line tickHalo = new Line();
  private final Line tick = new Line();
  private final Circle knob = new Circle();
  private final Map<Grip, Rectangle> corners = new EnumMap<>(Grip.class);
  private Consumer<FaceSquare> onMoved = square -> {};
  private FaceSquare square;
  private PhotoFit fit;
  private boolean editable = true;
  private SquareDrag drag;

  SquareEditor(Texts texts, Em em) {
    this.texts = texts;
    this.em = em;
    getStyleClass().add("face-square");
    setManaged(false);
    setVisible(false);
    setAccessibleRole(AccessibleRole.NODE);
    setAccessibleRoleDescription(texts.get("control.square.role"));
    setAccessibleHelp(texts.get("control.square.help"));
    halo.getStyleClass().add("square-halo");
    tickHalo.getStyleClass().add("square-halo");
    body.getStyleClass().add("square-line");
    tick.getStyleClass().add("square-line");
    knob.getStyleClass().add("square-handle");
    halo.setMouseTransparent(true);
    tickHalo.setMouseTransparent(true);
    tick.setMouseTransparent(true);
    getChildren().addAll(halo, tickHalo, body, tick, knob);
    grip(body, Grip.INSIDE, Cursor.MOVE);
    grip(knob, Grip.TURN, Cursor.HAND);
    for (Grip grip : Grip.values()) {
      if (grip.isCorner()) {
        Rectangle corner = new Rectangle();
        corner.getStyleClass().add("square-handle");
        corners.put(grip, corner);
        getChildren().add(corner);
        grip(corner, grip, Cursor.SE_RESIZE);
      }
    }
    addEventHandler(KeyEvent.KEY_PRESSED, this::arrow);
    addEventHandler(KeyEvent.KEY_TYPED, this::sign);
  }

  /** What to do with each new square, at every step of a drag and at every key. */
  void setOnMoved(Consumer<FaceSquare> action) {
    onMoved = action;
  }

  /** Whether it can be moved; if not it is only an outline, and no stop of the Tab key. */
  void setEditable(boolean editable) {
    this.editable = editable;
    setMouseTransparent(!editable);
    setFocusTraversable(editable);
    knob.setVisible(editable);
    corners.values().forEach(corner -> corner.setVisible(editable));
  }

  /**
   * Draws the square.
   *
   * @param newSquare the square in photo pixels, or null for none
   * @param paneWidth handles stay within the pane, also where the square reaches beyond it
   */
  void show(FaceSquare newSquare, PhotoFit newFit, double paneWidth, double paneHeight) {
    square = newSquare;
    fit = newFit;
    setVisible(square != null && fit != null);
    if (!isVisible()) {
      return;
    }
    setAccessibleText(texts.get("control.square.accessible", Math.round(square.centerX()),
        Math.round(square.centerY()), Math.round(square.side()), Math.round(square.turnDegrees())));
    double x = fit.paneX(square.centerX());
    double y = fit.paneY(square.centerY());
    double half = square.side() * fit.scale() / 2;
    Turned axes = new Turned(x, y, Math.toRadians(square.turnDegrees()));
    Double[] outline = {axes.x(-half, -half), axes.y(-half, -half), axes.x(half, -half), axes.y(half, -half),
        axes.x(half, half), axes.y(half, half), axes.x(-half, half), axes.y(-half, half)};
    body.getPoints().setAll(outline);
    halo.getPoints().setAll(outline);
    double size = em.px(0.75);
    corners.forEach((grip, corner) -> {
      corner.setWidth(size);
      corner.setHeight(size);
      corner.setX(clip(axes.x(grip.across * half, grip.down * half), size / 2, paneWidth - size / 2) - size / 2);
      corner.setY(clip(axes.y(grip.across * half, grip.down * half), size / 2, paneHeight - size / 2) - size / 2);
      corner.setCursor(resizeCursor(grip));
    });
    double reach = em.px(1.75);
    boolean above = within(axes, -half - reach, size, paneWidth, paneHeight);
    double tip = above ? -half - reach : -half + reach;
    knob.setRadius(size / 2);
    knob.setCenterX(clip(axes.x(0, tip), size / 2, paneWidth - size / 2));
    knob.setCenterY(clip(axes.y(0, tip), size / 2, paneHeight - size / 2));
    double tickTip = editable ? tip : -half - em.px(0.75);
    for (Line line : new Line[] {tickHalo, tick}) {
      line.setStartX(axes.x(0, -half));
      line.setStartY(axes.y(0, -half));
      line.setEndX(axes.x(0, tickTip));
      line.setEndY(axes.y(0, tickTip));
    }
  }

  private boolean within(Turned axes, double down, double margin, double width, double height) {
    double x = axes.x(0, down);
    double y = axes.y(0, down);
    return x > margin && y > margin && x < width - margin && y < height - margin;
  }

  private void grip(Shape shape, Grip grip, Cursor cursor) {
    shape.setCursor(cursor);
    shape.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
      if (event.getButton() == MouseButton.PRIMARY) {
        requestFocus();
        drag = new SquareDrag(square, grip, photoPoint(event));
      }
    });
    shape.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
      if (drag != null && !event.isStillSincePress()) {
        Point to = photoPoint(event);
        moved(drag.to(to.x(), to.y(), event.isShortcutDown()));
        event.consume();
      }
    });
    shape.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> drag = null);
  }

  private void arrow(KeyEvent event) {
    double step = step(event.isShiftDown());
    double dx = 0;
    double dy = 0;
    switch (event.getCode()) {
      case LEFT, KP_LEFT -> dx = -step;
      case RIGHT, KP_RIGHT -> dx = step;
      case UP, KP_UP -> dy = -step;
      case DOWN, KP_DOWN -> dy = step;
      default -> {
        return;
      }
    }
    if (!editable || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    event.consume();
    moved(new FaceSquare(square.centerX() + dx, square.centerY() + dy, square.side(), square.turnDegrees()));
  }

  /** Signs are taken as typed, because keyboards have them on different keys. */
  private void sign(KeyEvent event) {
    // With the shortcut key, + and − are the type size. AltGr reports as Ctrl with Alt on some systems.
    if (!editable || event.isShortcutDown() && !event.isAltDown()) {
      return;
    }
    double grow = 0;
    double turn = 0;
    switch (event.getCharacter()) {
      case "+", "=" -> grow = step(false);
      case "*" -> grow = step(true);
      case "-" -> grow = -step(false);
      case "_" -> grow = -step(true);
      case "]" -> turn = TURN_STEP_DEGREES;
      case "[" -> turn = -TURN_STEP_DEGREES;
      case "}" -> turn = LARGE * TURN_STEP_DEGREES;
      case "{" -> turn = -LARGE * TURN_STEP_DEGREES;
      default -> {
        return;
      }
    }
    event.consume();
    moved(new FaceSquare(square.centerX(), square.centerY(), Math.max(1, square.side() + grow),
        square.turnDegrees() + turn));
  }

  private double step(boolean large) {
    return Math.max(1, Math.round(1 / fit.scale())) * (large ? LARGE : 1);
  }

  private void moved(FaceSquare to) {
    onMoved.accept(new SquareLimits(fit.pictureWidth(), fit.pictureHeight()).keep(to));
  }

  private Point photoPoint(MouseEvent event) {
    var inPane = getParent().sceneToLocal(event.getSceneX(), event.getSceneY());
    return new Point(fit.pictureX(inPane.getX()), fit.pictureY(inPane.getY()));
  }

  private Cursor resizeCursor(Grip grip) {
    double outward = Math.toDegrees(Math.atan2(grip.down, grip.across)) + square.turnDegrees();
    Cursor[] eighths = {Cursor.E_RESIZE, Cursor.SE_RESIZE, Cursor.S_RESIZE, Cursor.SW_RESIZE, Cursor.W_RESIZE,
        Cursor.NW_RESIZE, Cursor.N_RESIZE, Cursor.NE_RESIZE};
    return eighths[Math.floorMod(Math.round((float) outward / 45), eighths.length)];
  }

  private static double clip(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }

  /** The square's own axes in the pane. */
  private record Turned(double centerX, double centerY, double radians) {
    double x(double across, double down) {
      return centerX + Math.cos(radians) * across - Math.sin(radians) * down;
    }

    double y(double across, double down) {
      return centerY + Math.sin(radians) * across + Math.cos(radians) * down;
    }
  }
}
