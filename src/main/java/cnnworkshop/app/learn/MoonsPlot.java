package cnnworkshop.app.learn;

import cnnworkshop.app.control.Em;
import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.op.SmallNetwork;
import cnnworkshop.core.text.Texts;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

/**
 * What a copy of the network says everywhere: blue for class A, orange for class B, white where it can't tell; with
 * the points it learns from, circles and squares, and a ring around the one whose mask is looked at.
 */
final class MoonsPlot extends Region {

  /** Both axes go from minus to plus this. */
  private static final double REACH = 2.2;
  private static final int CELLS = 72;

  private final DropoutModel model;
  private final boolean dropped;
  private final String name;
  private final Texts texts;
  private final Canvas canvas = new Canvas();
  private final Em em = new Em(this::requestLayout);
  private final StagePens pens =
      new StagePens(this::requestLayout, "edge", "class-a", "class-b", "frame");
  private final WritableImage picture = new WritableImage(CELLS, CELLS);

  /**
   * @param dropped whether the copy with dropout is seen
   * @param name of the copy
   */
  MoonsPlot(DropoutModel model, boolean dropped, String name, Texts texts) {
    this.model = model;
    this.dropped = dropped;
    this.name = name;
    this.texts = texts;
    getStyleClass().add("moons-plot");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    canvas.setManaged(false);
    getChildren().addAll(canvas, em, pens);
    model.stateProperty().addListener((p, before, now) -> predict());
    model.exampleProperty().addListener((p, before, now) -> requestLayout());
    predict();
  }

  private TwinTraining.Twin twin() {
    return dropped ? model.stateProperty().get().dropped() : model.stateProperty().get().plain();
  }

  private void predict() {
    SmallNetwork network = twin().network();
    float[] side = new float[CELLS * CELLS];
    for (int row = 0; row < CELLS; row++) {
      for (int column = 0; column < CELLS; column++) {
        double x = REACH * (2 * (column + 0.5) / CELLS - 1);
        double y = REACH * (1 - 2 * (row + 0.5) / CELLS);
        side[row * CELLS + column] = (float) (2 * network.probability(x, y) - 1);
      }
    }
    // Half strength: points have to be seen on it.
    picture.getPixelWriter().setPixels(0, 0, CELLS, CELLS, PixelFormat.getIntArgbInstance(),
        ColourScale.SIGNED.paint(side, -1.6f, 1.6f), 0, CELLS);
    setAccessibleText(texts.get("learn.dropout.plot.accessible", name, model.stateProperty().get().training().size(),
        twin().trainingLoss(), twin().testLoss()));
    requestLayout();
  }

  @Override
  protected double computeMinHeight(double width) {
    return em.px(12);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  /** Square: higher than wide it would be empty. */
  @Override
  protected double computePrefHeight(double width) {
    return Math.max(em.px(12), width);
  }

  @Override
  protected double computeMaxHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    double side = Math.min(getWidth(), getHeight());
    double left = (getWidth() - side) / 2;
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, getWidth(), getHeight());
    g.setImageSmoothing(true);
    g.drawImage(picture, left, 0, side, side);
    NoisyMoons points = model.stateProperty().get().training();
    double r = em.px(0.32);
    g.setLineWidth(1.2);
    g.setStroke(pens.of("edge"));
    for (int i = 0; i < points.size(); i++) {
      double x = left + (points.points()[i][0] + REACH) / (2 * REACH) * side;
      double y = (REACH - points.points()[i][1]) / (2 * REACH) * side;
      if (points.labels()[i] == 0) {
        g.setFill(pens.of("class-a"));
        g.fillOval(x - r, y - r, 2 * r, 2 * r);
        g.strokeOval(x - r, y - r, 2 * r, 2 * r);
      } else {
        g.setFill(pens.of("class-b"));
        g.fillRect(x - r, y - r, 2 * r, 2 * r);
        g.strokeRect(x - r, y - r, 2 * r, 2 * r);
      }
      if (i == model.point()) {
        g.setLineWidth(3);
        g.strokeOval(x - 2 * r, y - 2 * r, 4 * r, 4 * r);
        g.setLineWidth(1.2);
      }
    }
  }
}
