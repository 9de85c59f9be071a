package cnnworkshop.app.learn;

import cnnworkshop.app.control.Em;
import cnnworkshop.app.learn.OverfittingCurve.Point;
import cnnworkshop.core.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Points, the curve they come from and the polynomial through them, −1..1 to the right and always ±2 upwards.
 *
 * <p>Mouse: a drag moves a point, a double click adds one, the other button takes one away. Keys: ← and → choose a
 * point, Enter takes hold of it and arrows then move it (Shift: ten steps), Enter or Esc let go; with Ctrl or Command
 * arrows move it at once. Insert adds one, Delete takes one away.
 */
final class OverfittingPlot extends Region {

  private static final double STEP = 0.02;
  private static final int LARGE = 10;

  private final OverfittingModel model;
  private final Texts texts;
  private final Canvas canvas = new Canvas();
  private final Em em = new Em(this::requestLayout);
  private final StagePens pens = new StagePens(this::requestLayout, "grid", "text", "cursor", "training", "test",
      "fit", "focus", "ground");
  private boolean held;
  private boolean testPoints;

  OverfittingPlot(OverfittingModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("overfitting-plot");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.NODE);
    canvas.setManaged(false);
    getChildren().addAll(canvas, em, pens);
    model.seenProperty().addListener((p, before, now) -> requestLayout());
    model.selectedProperty().addListener((p, before, now) -> requestLayout());
    focusedProperty().addListener((p, before, now) -> {
      held &= now;
      requestLayout();
    });
    setOnMousePressed(this::press);
    setOnMouseDragged(event -> {
      if (event.isPrimaryButtonDown()) {
        model.place(unitsX(event.getX()), unitsY(event.getY()));
      }
    });
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /** Whether the points that only report are seen too. */
  void setTestPoints(boolean seen) {
    testPoints = seen;
    requestLayout();
  }

  private double margin() {
    return em.px(2.2);
  }

  private double x(double units) {
    return margin() + (units + 1.04) / 2.08 * (getWidth() - margin() - em.px(0.5));
  }

  private double y(double units) {
    return em.px(0.5) + (OverfittingModel.TOP + 0.08 - units) / (2 * OverfittingModel.TOP + 0.16)
        * (getHeight() - margin() - em.px(0.5));
  }

  private double unitsX(double pixels) {
    return (pixels - margin()) / (getWidth() - margin() - em.px(0.5)) * 2.08 - 1.04;
  }

  private double unitsY(double pixels) {
    return OverfittingModel.TOP + 0.08
        - (pixels - em.px(0.5)) / (getHeight() - margin() - em.px(0.5)) * (2 * OverfittingModel.TOP + 0.16);
  }

  private void press(MouseEvent event) {
    requestFocus();
    held = false;
    int near = -1;
    double nearest = em.px(1);
    for (int i = 0; i < model.points().size(); i++) {
      Point point = model.points().get(i);
      double distance = Math.hypot(x(point.x()) - event.getX(), y(point.y()) - event.getY());
      if (distance < nearest) {
        nearest = distance;
        near = i;
      }
    }
    model.selectedProperty().set(near);
    if (near >= 0 && event.getButton() == MouseButton.SECONDARY) {
      model.delete();
    } else if (near < 0 && event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      model.add(unitsX(event.getX()), unitsY(event.getY()));
    }
  }

  private void key(KeyEvent event) {
    double step = event.isShiftDown() ? LARGE * STEP : STEP;
    boolean moves = held || event.isShortcutDown();
    if (event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case LEFT, KP_LEFT -> go(moves, -step, 0);
      case RIGHT, KP_RIGHT -> go(moves, step, 0);
      case UP, KP_UP -> go(moves, 0, step);
      case DOWN, KP_DOWN -> go(moves, 0, -step);
      case ENTER, SPACE -> held = !held && model.selectedProperty().get() >= 0;
      case INSERT, PLUS, ADD -> model.addNearby();
      case DELETE, BACK_SPACE -> {
        held = false;
        model.delete();
      }
      case ESCAPE -> {
        if (!held) {
          return;
        }
        held = false;
      }
      default -> {
        return;
      }
    }
    event.consume();
    requestLayout();
  }

  private void go(boolean moves, double right, double up) {
    if (moves) {
      model.move(right, up);
    } else {
      model.selectNext(right > 0 || up > 0);
    }
  }

  @Override
  protected double computeMinHeight(double width) {
    return em.px(13);
  }

  @Override
  protected double computeMinWidth(double height) {
    return em.px(14);
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.px(18);
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(28);
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, getWidth(), getHeight());
    paintScales(g);
    g.save();
    g.beginPath();
    g.rect(x(-1.04), y(OverfittingModel.TOP + 0.08), x(1.04) - x(-1.04),
        y(-OverfittingModel.TOP - 0.08) - y(OverfittingModel.TOP + 0.08));
    g.clip();
    if (testPoints) {
      g.setFill(pens.of("test"));
      double r = em.px(0.16);
      for (Point point : model.testPoints()) {
        g.fillRect(x(point.x()) - r, y(point.y()) - r, 2 * r, 2 * r);
      }
    }
    g.setStroke(pens.of("cursor"));
    g.setLineWidth(2.5);
    paintCurve(g, model.curveProperty().get()::at);
    g.setStroke(pens.of("fit"));
    g.setLineWidth(3.5);
    paintCurve(g, model.seenProperty().get().fit()::at);
    g.restore();
    paintPoints(g, model.points());
    if (isFocused()) {
      g.setStroke(pens.of("focus"));
      g.setLineWidth(2);
      g.strokeRect(1, 1, getWidth() - 2, getHeight() - 2);
    }
    String point = model.point();
    setAccessibleText(texts.get("learn.overfitting.plot.accessible", model.points().size(),
        model.degreeProperty().get()) + (point.isEmpty() ? "" : " " + point));
    setAccessibleHelp(texts.get("learn.overfitting.plot.help"));
  }

  private void paintScales(GraphicsContext g) {
    g.setFont(Font.font("IBM Plex Sans", em.px(0.85)));
    g.setStroke(pens.of("grid"));
    g.setFill(pens.of("text"));
    g.setLineWidth(1);
    Locale locale = texts.locale();
    g.setTextAlign(TextAlignment.RIGHT);
    g.setTextBaseline(VPos.CENTER);
    for (int at = -2; at <= 2; at++) {
      g.strokeLine(x(-1.04), Math.round(y(at)) + 0.5, x(1.04), Math.round(y(at)) + 0.5);
      g.fillText(at < 0 ? "−" + -at : String.format(locale, "%d", at), margin() - em.px(0.4), y(at));
    }
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.TOP);
    for (int half = -2; half <= 2; half++) {
      double at = half / 2.0;
      g.strokeLine(Math.round(x(at)) + 0.5, y(2.08), Math.round(x(at)) + 0.5, y(-2.08));
      g.fillText((at < 0 ? "−" : "") + String.format(locale, half % 2 == 0 ? "%.0f" : "%.1f", Math.abs(at)), x(at),
          y(-2.08) + em.px(0.3));
    }
    g.setTextAlign(TextAlignment.LEFT);
    g.fillText(texts.get("learn.overfitting.y"), x(-1.02), y(2.0));
    g.setTextAlign(TextAlignment.RIGHT);
    g.setTextBaseline(VPos.BOTTOM);
    g.fillText(texts.get("learn.overfitting.x"), x(1.02), y(-2.0));
  }

  /** A height far outside is cut: strokes of a million pixels take long. */
  private void paintCurve(GraphicsContext g, DoubleUnaryOperator curve) {
    int steps = (int) Math.max(100, (x(1) - x(-1)) / 2);
    double[] xs = new double[steps + 1];
    double[] ys = new double[steps + 1];
    for (int i = 0; i <= steps; i++) {
      double at = -1 + 2.0 * i / steps;
      xs[i] = x(at);
      ys[i] = y(Math.max(-3 * OverfittingModel.TOP, Math.min(3 * OverfittingModel.TOP, curve.applyAsDouble(at))));
    }
    g.strokePolyline(xs, ys, steps + 1);
  }

  private void paintPoints(GraphicsContext g, List<Point> points) {
    double r = em.px(0.36);
    for (int i = 0; i < points.size(); i++) {
      double px = x(points.get(i).x());
      double py = y(points.get(i).y());
      g.setFill(pens.of("ground"));
      g.fillOval(px - r - 1.5, py - r - 1.5, 2 * r + 3, 2 * r + 3);
      g.setFill(pens.of("training"));
      g.fillOval(px - r, py - r, 2 * r, 2 * r);
      if (i == model.selectedProperty().get()) {
        double ring = r * (held ? 2.1 : 1.6);
        g.setStroke(pens.of("focus"));
        g.setLineWidth(held ? 3.5 : 2);
        g.strokeOval(px - ring, py - ring, 2 * ring, 2 * ring);
      }
    }
  }
}
