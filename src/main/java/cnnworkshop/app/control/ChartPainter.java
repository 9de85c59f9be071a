package cnnworkshop.app.control;

import cnnworkshop.app.control.ChartPens.Part;
import cnnworkshop.core.text.Texts;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Paints axes and curves. All lengths are in em of the chart's type. */
final class ChartPainter {

  static final double LINE_EM = 0.14;
  static final double MARKER_EM = 0.24;
  private static final double RAW_LINE_EM = 0.08;
  private static final double RAW_OPACITY = 0.4;
  private static final double OLDER_OPACITY = 0.8;
  private static final double OLDER_LINE_EM = 0.11;
  private static final double NEW_MARKER_EM = 0.3;
  /** Where points are closer than this, a broad line would run together. */
  private static final double DENSE_EM = 0.2;
  private static final double DENSE_LINE_EM = 0.09;
  /** Points at least so far apart are marked. */
  private static final double MARKED_EM = 1.2;
  private static final double SMALL_TYPE = 0.85;
  private static final double TICK_EM = 0.3;
  private static final double EPOCH_TICK_GAP_EM = 0.35;
  /** Between the texts and the edge, where the frame around a focused chart is. */
  private static final double MARGIN_EM = 0.4;
  private static final double TITLE_ROW_EM = 1.6;
  private static final double NUMBER_ROW_EM = 1.5;
  private static final double TITLE_GAP_EM = 0.75;
  private static final double LOSS_LABEL_EM = 2.4;
  private static final double EPOCH_LABEL_EM = 3.4;
  private static final int PERCENT_INTERVALS = 5;

  private final Texts texts;
  private final ChartNumbers numbers;
  private final ChartPens pens;
  private final Em em;
  private final Text ruler = new Text();

  ChartPainter(Texts texts, ChartNumbers numbers, ChartPens pens, Em em) {
    this.texts = texts;
    this.numbers = numbers;
    this.pens = pens;
    this.em = em;
  }

  /**
   * Finds the axes and the place that is left for the curves.
   *
   * @param curves those to be seen
   * @param range the epochs to be seen
   * @param whole all epochs; the place stays while one zooms
   */
  ChartFrame frame(double width, double height, List<ChartCurve> curves, ChartRange range, ChartRange whole,
      boolean logarithmic, LiveChart.Measure measured) {
    double top = Math.round(em.px(TITLE_ROW_EM));
    double inside = Math.max(1, height - top - Math.round(em.px(NUMBER_ROW_EM)));
    int intervals = Math.max(1, (int) (inside / em.px(LOSS_LABEL_EM)));
    ChartScale loss = loss(ChartFrame.Limits.of(curves, ChartSeries.Axis.LEFT, range, logarithmic), logarithmic,
        intervals);
    ChartScale measure = measured == LiveChart.Measure.ACCURACY
        ? ChartScale.between(0, 1, Math.min(PERCENT_INTERVALS, intervals))
        : loss(ChartFrame.Limits.of(curves, ChartSeries.Axis.RIGHT, range, false), false, intervals);
    double gap = em.px(2 * TICK_EM);
    double margin = em.px(MARGIN_EM);
    double left = Math.round(margin + gap + loss.ticks().stream().mapToDouble(tick -> width(numbers.tick(loss, tick)))
        .reduce(width(numbers.loss(0.5)), Math::max));
    // The last epoch's number reaches half its width to where the axis's name is.
    double epochRoom = width(texts.get("chart.axis.epoch")) + em.px(TITLE_GAP_EM)
        + width(numbers.epoch(whole.to())) / 2;
    double right = Math.round(margin + measure.ticks().stream()
        .mapToDouble(tick -> gap + width(measureTick(measure, measured, tick))).reduce(epochRoom, Math::max));
    double across = Math.max(1, width - left - right);
    int epochLabels = Math.max(1, (int) (across / em.px(EPOCH_LABEL_EM)));
    ChartScale epochs = range.length() >= 2 ? ChartScale.whole(range.from(), range.to(), epochLabels)
        : ChartScale.between(range.from(), range.to(), epochLabels);
    return new ChartFrame(left, top, across, inside, width - margin, epochs, loss, measure);
  }

  private static ChartScale loss(ChartFrame.Limits limits, boolean logarithmic, int intervals) {
    if (limits == null) {
      return logarithmic ? ChartScale.logarithmic(0.1, 1, intervals) : ChartScale.linear(0, 1, intervals);
    }
    return logarithmic ? ChartScale.logarithmic(limits.least(), limits.most(), intervals)
        : ChartScale.linear(limits.least(), limits.most(), intervals);
  }

  private String measureTick(ChartScale scale, LiveChart.Measure measured, double tick) {
    return measured == LiveChart.Measure.ACCURACY ? numbers.percentTick(tick) : numbers.tick(scale, tick);
  }

  private double width(String text) {
    ruler.setFont(smallType());
    ruler.setText(text);
    return ruler.getLayoutBounds().getWidth();
  }

  private Font smallType() {
    return Font.font(em.getFont().getFamily(), SMALL_TYPE * em.getFont().getSize());
  }

  /** Paints all of it. */
  void paint(GraphicsContext g, ChartFrame frame, List<ChartCurve> curves, LiveChart.Measure measured) {
    boolean hasLoss = curves.stream().anyMatch(curve -> curve.axis() == ChartSeries.Axis.LEFT);
    boolean hasMeasure = curves.stream().anyMatch(curve -> curve.axis() == ChartSeries.Axis.RIGHT);
    paintGrid(g, frame, hasLoss || !hasMeasure ? frame.loss() : frame.measure());
    g.setFont(smallType());
    g.setTextBaseline(VPos.CENTER);
    paintEpochs(g, frame);
    if (hasLoss) {
      paintLosses(g, frame);
    }
    if (hasMeasure) {
      paintMeasures(g, frame, measured);
    }
    paintCurves(g, frame, curves);
  }

  private void paintGrid(GraphicsContext g, ChartFrame frame, ChartScale rows) {
    g.setLineWidth(1);
    g.setStroke(pens.of(Part.MINOR_GRID));
    rows.minorTicks().forEach(tick -> horizontal(g, frame, rows, tick));
    g.setStroke(pens.of(Part.GRID));
    rows.ticks().forEach(tick -> horizontal(g, frame, rows, tick));
    for (double epoch : frame.epochs().ticks()) {
      double x = crisp(frame.x(epoch));
      g.strokeLine(x, frame.top(), x, frame.bottom());
    }
  }

  private static void horizontal(GraphicsContext g, ChartFrame frame, ChartScale scale, double tick) {
    double y = crisp(row(frame, scale, tick));
    g.strokeLine(frame.left(), y, frame.right(), y);
  }

  private static double row(ChartFrame frame, ChartScale scale, double tick) {
    return frame.top() + frame.height() * (1 - scale.position(tick));
  }

  /** The middle of a pixel: a line of one pixel there is not smeared over two. */
  private static double crisp(double pixel) {
    return Math.floor(pixel) + 0.5;
  }

  private void paintEpochs(GraphicsContext g, ChartFrame frame) {
    ChartScale epochs = frame.epochs();
    double bottom = crisp(frame.bottom());
    double tick = em.px(TICK_EM);
    g.setStroke(pens.of(Part.AXIS));
    g.strokeLine(frame.left(), bottom, frame.right(), bottom);
    boolean each = frame.width() / frame.range().length() >= em.px(EPOCH_TICK_GAP_EM);
    if (each) {
      for (double epoch = Math.ceil(epochs.low()); epoch <= epochs.high(); epoch++) {
        double x = crisp(frame.x(epoch));
        // Looked at from near, where an epoch ends is more than a mark.
        boolean near = frame.range().length() < 2 && epoch > epochs.low() && epoch < epochs.high();
        g.strokeLine(x, near ? frame.top() : bottom, x, bottom + tick);
      }
    }
    String title = texts.get("chart.axis.epoch");
    double numberRow = frame.bottom() + em.px(0.95);
    g.setFill(pens.of(Part.TEXT));
    g.setTextAlign(TextAlignment.CENTER);
    for (double epoch : epochs.ticks()) {
      double x = crisp(frame.x(epoch));
      g.strokeLine(x, bottom, x, bottom + (each ? 1.6 : 1) * tick);
      String number = numbers.tick(epochs, epoch);
      if (x + width(number) / 2 + em.px(TITLE_GAP_EM) <= frame.edge() - width(title) + 1) {
        g.fillText(number, x, numberRow);
      }
    }
    g.setTextAlign(TextAlignment.RIGHT);
    g.fillText(title, frame.edge(), numberRow);
  }

  private void paintLosses(GraphicsContext g, ChartFrame frame) {
    ChartScale loss = frame.loss();
    g.setTextAlign(TextAlignment.RIGHT);
    for (double tick : loss.ticks()) {
      g.fillText(numbers.tick(loss, tick), frame.left() - em.px(TICK_EM), row(frame, loss, tick));
    }
    g.setTextAlign(TextAlignment.LEFT);
    g.fillText(texts.get(loss.logarithmic() ? "chart.axis.loss-log" : "chart.axis.loss"), em.px(MARGIN_EM), titleRow());
  }

  private void paintMeasures(GraphicsContext g, ChartFrame frame, LiveChart.Measure measured) {
    ChartScale measure = frame.measure();
    g.setTextAlign(TextAlignment.LEFT);
    for (double tick : measure.ticks()) {
      double y = row(frame, measure, tick);
      g.strokeLine(frame.right(), crisp(y), frame.right() + em.px(TICK_EM), crisp(y));
      g.fillText(measureTick(measure, measured, tick), frame.right() + em.px(1.7 * TICK_EM), y);
    }
    g.setTextAlign(TextAlignment.RIGHT);
    g.fillText(texts.get(measured == LiveChart.Measure.ACCURACY ? "chart.axis.accuracy" : "chart.axis.rmse"),
        frame.edge(), titleRow());
  }

  private double titleRow() {
    return em.px(0.6);
  }

  private void paintCurves(GraphicsContext g, ChartFrame frame, List<ChartCurve> curves) {
    ChartRun newest = curves.isEmpty() ? null : curves.get(curves.size() - 1).run();
    double column = frame.range().length() / frame.width();
    g.save();
    g.setLineJoin(StrokeLineJoin.ROUND);
    g.setGlobalAlpha(RAW_OPACITY);
    g.setLineWidth(em.px(RAW_LINE_EM));
    for (ChartCurve curve : curves) {
      if (curve.isSmoothed() && curve.run() == newest) {
        g.setStroke(pens.of(curve.series().role()));
        stroke(g, frame, curve.axis(), curve.line(frame.range(), column, false));
      }
    }
    for (ChartCurve curve : curves) {
      boolean isNewest = curve.run() == newest;
      ChartThinning.Line line = curve.line(frame.range(), column, true);
      boolean dense = inSight(frame, line) * em.px(DENSE_EM) > frame.width() && !curve.isSmoothed();
      double width = em.px(dense ? DENSE_LINE_EM : isNewest ? LINE_EM : OLDER_LINE_EM);
      double[] dashes = curve.run().dash().lengths(width);
      g.setGlobalAlpha(isNewest ? 1 : OLDER_OPACITY);
      g.setLineWidth(width);
      g.setLineDashes(dashes);
      g.setLineCap(dashes.length == 0 ? StrokeLineCap.ROUND : StrokeLineCap.BUTT);
      g.setStroke(pens.of(curve.series().role()));
      g.setFill(pens.of(curve.series().role()));
      stroke(g, frame, curve.axis(), line);
      mark(g, frame, curve.series(), line);
    }
    g.restore();
  }

  private void stroke(GraphicsContext g, ChartFrame frame, ChartSeries.Axis axis, ChartThinning.Line line) {
    g.save();
    g.beginPath();
    g.rect(frame.left(), frame.top() - 1, frame.width(), frame.height() + 2);
    g.clip();
    g.beginPath();
    boolean joined = false;
    for (int i = 0; i < line.size(); i++) {
      if (Double.isNaN(line.y()[i])) {
        joined = false;
        continue;
      }
      double x = frame.x(line.x()[i]);
      double y = frame.y(axis, line.y()[i]);
      if (joined) {
        lineTo(g, frame, axis, line, i, x, y);
      } else {
        moveTo(g, frame, axis, line, i, x, y);
        joined = true;
      }
    }
    g.stroke();
    g.restore();
  }

  /** Begins a line; one that comes from far outside begins near the frame, or dashes would be laid all the way. */
  private void moveTo(GraphicsContext g, ChartFrame frame, ChartSeries.Axis axis, ChartThinning.Line line, int i,
      double x, double y) {
    double edge = frame.left() - em.px(1);
    if (x < edge && i + 1 < line.size() && !Double.isNaN(line.y()[i + 1])) {
      double nextX = frame.x(line.x()[i + 1]);
      double nextY = frame.y(axis, line.y()[i + 1]);
      g.moveTo(edge, y + (nextY - y) * (edge - x) / (nextX - x));
    } else {
      g.moveTo(x, y);
    }
  }

  private void lineTo(GraphicsContext g, ChartFrame frame, ChartSeries.Axis axis, ChartThinning.Line line, int i,
      double x, double y) {
    double edge = frame.right() + em.px(1);
    if (x > edge) {
      double lastX = frame.x(line.x()[i - 1]);
      double lastY = frame.y(axis, line.y()[i - 1]);
      g.lineTo(edge, lastY + (y - lastY) * (edge - lastX) / (x - lastX));
    } else {
      g.lineTo(x, y);
    }
  }

  /** Marks the points of a curve with few of them, and those that no line leads to. */
  private void mark(GraphicsContext g, ChartFrame frame, ChartSeries series, ChartThinning.Line line) {
    boolean few = inSight(frame, line) * em.px(MARKED_EM) <= frame.width() * share(frame, line);
    for (int i = 0; i < line.size(); i++) {
      boolean marked = line.isAlone(i) || few && !Double.isNaN(line.y()[i]);
      if (marked && frame.shows(series.axis(), line.x()[i], line.y()[i])) {
        ChartMarker.of(series.role()).fill(g, frame.x(line.x()[i]), frame.y(series.axis(), line.y()[i]),
            em.px(MARKER_EM));
      }
    }
  }

  private static int inSight(ChartFrame frame, ChartThinning.Line line) {
    int points = 0;
    for (int i = 0; i < line.size(); i++) {
      points += frame.range().holds(line.x()[i]) && !Double.isNaN(line.y()[i]) ? 1 : 0;
    }
    return points;
  }

  /** How much of the frame's width a curve goes over. */
  private static double share(ChartFrame frame, ChartThinning.Line line) {
    if (line.size() == 0) {
      return 0;
    }
    double from = Math.max(0, frame.epochs().position(line.x()[0]));
    return Math.min(1, frame.epochs().position(line.x()[line.size() - 1])) - from;
  }

  /**
   * Paints what a person points at: a line at an epoch and the points that are read out.
   *
   * @param reach see {@link ChartCurve#readAt}
   */
  void paintCursor(GraphicsContext g, ChartFrame frame, List<ChartCurve> curves, double epoch, double reach) {
    g.setStroke(pens.of(Part.CURSOR));
    g.setLineWidth(1);
    double x = crisp(frame.x(epoch));
    g.strokeLine(x, frame.top(), x, frame.bottom());
    for (ChartCurve curve : curves) {
      int index = curve.readAt(epoch, reach);
      if (index >= 0 && frame.shows(curve.axis(), curve.series().epoch(index), curve.shown(index))) {
        double pointX = frame.x(curve.series().epoch(index));
        double pointY = frame.y(curve.axis(), curve.shown(index));
        ChartMarker marker = ChartMarker.of(curve.series().role());
        g.setFill(pens.of(Part.GROUND));
        marker.fill(g, pointX, pointY, em.px(NEW_MARKER_EM + LINE_EM));
        g.setFill(pens.of(curve.series().role()));
        marker.fill(g, pointX, pointY, em.px(NEW_MARKER_EM));
      }
    }
  }

  /** Paints the part of the epochs that is being chosen. */
  void paintSelection(GraphicsContext g, ChartFrame frame, double fromX, double toX) {
    double from = Math.max(frame.left(), Math.min(fromX, toX));
    double to = Math.min(frame.right(), Math.max(fromX, toX));
    g.setFill(pens.of(Part.SELECTION));
    g.fillRect(from, frame.top(), Math.max(0, to - from), frame.height());
  }
}
