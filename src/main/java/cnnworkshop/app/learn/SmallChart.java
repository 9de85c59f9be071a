package cnnworkshop.app.learn;

import cnnworkshop.app.control.Em;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** A few curves over a fixed range, errors on a scale where each tenfold is as high: what is beyond it lies on its edge. */
final class SmallChart extends Region {

  /**
   * A curve.
   *
   * @param pen the pen's name: {@code training}, {@code test} or {@code fit}
   * @param dashed whether it is drawn in dashes
   * @param dots whether each value has a dot
   * @param x ascending
   * @param y as many
   */
  record Line(String pen, boolean dashed, boolean dots, double[] x, double[] y) {}

  /** The room a number on the axis takes, its distance to the next included. */
  private static final double LABEL_EM = 1.6;

  private final Canvas canvas = new Canvas();
  private final Em em = new Em(this::requestLayout);
  private final StagePens pens = new StagePens(this::requestLayout, "grid", "text", "training", "test", "fit",
      "cursor", "right", "focus");
  private final Locale locale;
  private final String xName;
  private final String yName;
  private double xHighest = 1;
  private double xStep = 1;
  private double lowest = 0.01;
  private double highest = 100;
  private List<Line> lines = List.of();
  private double cursor = Double.NaN;
  private double pin = Double.NaN;

  /**
   * @param xName what runs to the right
   * @param yName what runs up, with its unit
   */
  SmallChart(String xName, String yName, Locale locale) {
    this.xName = xName;
    this.yName = yName;
    this.locale = locale;
    getStyleClass().add("small-chart");
    canvas.setManaged(false);
    getChildren().addAll(canvas, em, pens);
    focusedProperty().addListener((p, before, now) -> requestLayout());
  }

  /** From 0 to {@code newHighest} to the right with a number every {@code newStep}, and powers of ten upwards. */
  void range(double newHighest, double newStep, double newLowestY, double newHighestY) {
    xHighest = newHighest;
    xStep = newStep;
    lowest = newLowestY;
    highest = newHighestY;
    requestLayout();
  }

  /**
   * Shows curves.
   *
   * @param newCursor where one looks; NaN for nowhere
   * @param newPin what one guessed; NaN for nothing
   */
  void show(List<Line> newLines, double newCursor, double newPin) {
    lines = newLines;
    cursor = newCursor;
    pin = newPin;
    requestLayout();
  }

  /** Where on the range a place of the chart is, in its pixels. */
  double at(double x) {
    return (x - leftEdge()) / (getWidth() - leftEdge() - em.px(1)) * xHighest;
  }

  private double leftEdge() {
    return em.px(4);
  }

  private double x(double value) {
    return leftEdge() + value / xHighest * (getWidth() - leftEdge() - em.px(1));
  }

  private double y(double value) {
    double share = Math.log(Math.max(lowest, Math.min(highest, value)) / lowest) / Math.log(highest / lowest);
    double bottom = getHeight() - em.px(2.9);
    return bottom - share * (bottom - em.px(1.6));
  }

  @Override
  protected double computeMinHeight(double width) {
    return em.px(10);
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.px(13);
  }

  @Override
  protected double computeMinWidth(double height) {
    return em.px(9);
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(22);
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, getWidth(), getHeight());
    paintScales(g);
    if (!Double.isNaN(cursor)) {
      g.setStroke(pens.of("cursor"));
      g.setLineWidth(1.5);
      g.strokeLine(x(cursor), y(highest), x(cursor), y(lowest));
    }
    if (!Double.isNaN(pin)) {
      g.setStroke(pens.of("right"));
      g.setLineWidth(2);
      g.setLineDashes(6, 4);
      g.strokeLine(x(pin), y(highest), x(pin), y(lowest));
      g.setLineDashes(null);
    }
    lines.forEach(line -> paint(g, line));
    if (isFocused()) {
      g.setStroke(pens.of("focus"));
      g.setLineWidth(2);
      g.strokeRect(1, 1, getWidth() - 2, getHeight() - 2);
    }
  }

  private void paintScales(GraphicsContext g) {
    g.setFont(Font.font("IBM Plex Sans", em.px(0.85)));
    g.setFill(pens.of("text"));
    g.setStroke(pens.of("grid"));
    g.setLineWidth(1);
    g.setTextAlign(TextAlignment.RIGHT);
    g.setTextBaseline(VPos.CENTER);
    for (double power = lowest; power <= highest * 1.001; power *= 10) {
      double at = Math.round(y(power)) + 0.5;
      g.strokeLine(leftEdge(), at, x(xHighest), at);
      g.fillText(String.format(locale, power < 0.999 ? "%." + Math.round(-Math.log10(power)) + "f" : "%.0f", power),
          leftEdge() - em.px(0.4), at);
    }
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.TOP);
    // Numbers need room: every second or third step carries one where the chart is narrow.
    double step = xStep * Math.ceil(em.px(LABEL_EM) / (x(xStep) - x(0)));
    for (double at = 0; at <= xHighest * 1.001; at += step) {
      g.fillText(String.format(locale, "%.0f", at), x(at), y(lowest) + em.px(0.25));
    }
    g.fillText(xName, (x(0) + x(xHighest)) / 2, y(lowest) + em.px(1.4));
    g.setTextAlign(TextAlignment.LEFT);
    g.fillText(yName, em.px(0.4), em.px(0.1));
  }

  private void paint(GraphicsContext g, Line line) {
    g.setStroke(pens.of(line.pen()));
    g.setFill(pens.of(line.pen()));
    g.setLineWidth(2);
    g.setLineDashes(line.dashed() ? new double[] {5, 4} : null);
    double[] xs = new double[line.x().length];
    double[] ys = new double[line.x().length];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = x(line.x()[i]);
      ys[i] = y(line.y()[i]);
    }
    g.strokePolyline(xs, ys, xs.length);
    g.setLineDashes(null);
    double r = em.px(0.22);
    for (int i = 0; line.dots() && i < xs.length; i++) {
      if (line.dashed()) {
        g.fillRect(xs[i] - r, ys[i] - r, 2 * r, 2 * r);
      } else {
        g.fillOval(xs[i] - r, ys[i] - r, 2 * r, 2 * r);
      }
    }
  }
}
