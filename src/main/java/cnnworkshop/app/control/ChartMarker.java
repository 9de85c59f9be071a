package cnnworkshop.app.control;

import java.util.stream.IntStream;
import javafx.scene.canvas.GraphicsContext;

/** The shape of a curve's points, so that curves differ in more than colour. All look about equally large. */
enum ChartMarker {

  CIRCLE(IntStream.range(0, 48)
      .mapToDouble(i -> i % 2 == 0 ? Math.cos(Math.PI * i / 24) : Math.sin(Math.PI * (i - 1) / 24)).toArray()),
  SQUARE(-0.9, -0.9, 0.9, -0.9, 0.9, 0.9, -0.9, 0.9),
  TRIANGLE(0, -1.3, 1.15, 0.8, -1.15, 0.8),
  DIAMOND(0, -1.35, 1.35, 0, 0, 1.35, -1.35, 0),
  CROSS(-1.2, -0.4, -0.4, -0.4, -0.4, -1.2, 0.4, -1.2, 0.4, -0.4, 1.2, -0.4, 1.2, 0.4, 0.4, 0.4, 0.4, 1.2, -0.4, 1.2,
      -0.4, 0.4, -1.2, 0.4);

  private final double[] corners;

  /** @param corners x and y of each, for a radius of 1 */
  ChartMarker(double... corners) {
    this.corners = corners;
  }

  static ChartMarker of(ChartSeries.Role role) {
    return switch (role) {
      case TRAINING_LOSS -> CIRCLE;
      case TEST_LOSS -> SQUARE;
      case HELD_OUT_LOSS -> TRIANGLE;
      case MEASURE -> DIAMOND;
      case HELD_OUT_MEASURE -> CROSS;
    };
  }

  /** Its corners around (0, 0): x and y of each, one after the other. */
  double[] corners(double radius) {
    double[] scaled = corners.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= radius;
    }
    return scaled;
  }

  /** Fills it around a point. */
  void fill(GraphicsContext g, double x, double y, double radius) {
    double[] xs = new double[corners.length / 2];
    double[] ys = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = x + corners[2 * i] * radius;
      ys[i] = y + corners[2 * i + 1] * radius;
    }
    g.fillPolygon(xs, ys, xs.length);
  }
}
