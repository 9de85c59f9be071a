package cnnworkshop.app.filters;

import cnnworkshop.app.control.Em;
import cnnworkshop.core.inspect.WeightHistogram;
import cnnworkshop.core.text.Texts;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** How a filter's weights are spread, as bars, before those of its whole layer, as a line. */
final class GalleryHistogram extends Region {

  private static final double HEIGHT_EM = 9;
  private static final double BELOW_EM = 1.3;
  private static final double ABOVE_EM = 1.3;

  private final Em em = new Em(this::requestLayout);
  private final GalleryPens pens = new GalleryPens(this::requestLayout, "text", "muted", "bar", "grid");
  private final Canvas canvas = new Canvas();
  private final GalleryWords words;
  private final Texts texts;
  private WeightHistogram own;
  private WeightHistogram layer;

  GalleryHistogram(Texts texts) {
    this.texts = texts;
    this.words = new GalleryWords(texts);
    getStyleClass().add("gallery-histogram");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    canvas.setManaged(false);
    getChildren().addAll(em, pens, canvas);
  }

  /** Shows the shares of a filter's and its layer's weights, in the same bins. */
  void show(WeightHistogram newOwn, WeightHistogram newLayer) {
    own = newOwn;
    layer = newLayer;
    setAccessibleText(texts.get("filters.gallery.histogram.accessible", words.number(own.range().low()),
        words.number(own.range().high()), words.percent(highest(own))));
    requestLayout();
  }

  private static double highest(WeightHistogram histogram) {
    double highest = 0;
    for (int bin = 0; bin < histogram.counts().length; bin++) {
      highest = Math.max(highest, histogram.share(bin));
    }
    return highest;
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, getWidth(), getHeight());
    if (own == null || getWidth() < 1) {
      return;
    }
    double highest = Math.max(highest(own), highest(layer));
    double bottom = Math.round(getHeight() - em.px(BELOW_EM));
    double room = bottom - em.px(ABOVE_EM);
    int bins = own.counts().length;
    double width = getWidth() / bins;
    double[] xs = new double[2 * bins];
    double[] ys = new double[2 * bins];
    g.setFill(pens.of("bar"));
    for (int bin = 0; bin < bins && highest > 0; bin++) {
      double height = Math.round(own.share(bin) / highest * room);
      g.fillRect(Math.round(bin * width) + 1, bottom - height, Math.max(1, Math.round(width) - 2), height);
      xs[2 * bin] = bin * width;
      xs[2 * bin + 1] = (bin + 1) * width;
      ys[2 * bin] = ys[2 * bin + 1] = bottom - layer.share(bin) / highest * room;
    }
    g.setStroke(pens.of("text"));
    g.setLineWidth(1.5);
    if (highest > 0) {
      g.strokePolyline(xs, ys, xs.length);
    }
    drawAxis(g, bottom, highest);
  }

  private void drawAxis(GraphicsContext g, double bottom, double highest) {
    float low = own.range().low();
    float high = own.range().high();
    g.setStroke(pens.of("grid"));
    g.setLineWidth(1);
    g.strokeLine(0, bottom + 0.5, getWidth(), bottom + 0.5);
    g.setFont(Font.font("IBM Plex Sans", em.px(0.85)));
    g.setFill(pens.of("muted"));
    g.setTextBaseline(VPos.TOP);
    g.setTextAlign(TextAlignment.LEFT);
    g.fillText(texts.get("filters.gallery.percent", words.percent(highest)), 0, 0);
    double below = bottom + em.px(0.15);
    g.fillText(words.number(low), 0, below);
    g.setTextAlign(TextAlignment.RIGHT);
    g.fillText(words.number(high), getWidth(), below);
    double zero = -low / ((double) high - low) * getWidth();
    if (zero >= 0 && zero <= getWidth()) {
      g.strokeLine(Math.round(zero) + 0.5, em.px(ABOVE_EM), Math.round(zero) + 0.5, bottom);
      if (zero > em.px(4) && zero < getWidth() - em.px(4)) {
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(words.number(0), zero, below);
      }
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(15);
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.px(HEIGHT_EM);
  }

  @Override
  protected double computeMinWidth(double height) {
    return em.px(8);
  }

  @Override
  protected double computeMinHeight(double width) {
    return em.px(HEIGHT_EM);
  }
}
