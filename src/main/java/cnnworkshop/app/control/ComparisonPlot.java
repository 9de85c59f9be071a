package cnnworkshop.app.control;

import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.beans.property.StringProperty;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;

/** The axes and lines of a {@link ComparisonChart}: a few dozen points, so each is a shape that style sheets know. */
final class ComparisonPlot extends Region {

  static final double LINE_EM = 0.16;
  static final double MARK_EM = 0.32;
  private static final double SPREAD_LINE_EM = 0.1;
  private static final double CAP_EM = 0.3;
  private static final double LEFT_EM = 3.4;
  private static final double RIGHT_EM = 1;
  private static final double TOP_EM = 2.1;
  private static final double BOTTOM_EM = 2.9;
  private static final double TICK_EVERY_EM = 2.6;
  private static final double LOWER_TICK_EVERY_EM = 5;
  /** How far the first and last number of a logarithmic axis are from its ends, as a ratio. */
  private static final double MARGIN_RATIO = 1.25;

  private final Em em = new Em(this::draw);
  private final Texts texts;
  private final ChartNumbers numbers;
  private final ComparisonChart.Axis axis;
  private final String lowerTitle;
  private final Pane content = new Pane();
  private final Label empty = new Label();
  private final Line ground = new Line();
  private List<ComparisonLine> lines = List.of();
  private LiveChart.Measure measure = LiveChart.Measure.ACCURACY;

  ComparisonPlot(Texts texts, ChartNumbers numbers, ComparisonChart.Axis axis, String lowerTitle) {
    this.texts = texts;
    this.numbers = numbers;
    this.axis = axis;
    this.lowerTitle = lowerTitle;
    getStyleClass().add("comparison-plot");
    empty.getStyleClass().add("chart-empty");
    empty.setWrapText(true);
    empty.setManaged(false);
    // It is drawn anew while trainings run: that must not lay out the whole window each time.
    content.setManaged(false);
    ground.getStyleClass().add("comparison-ground");
    ground.setManaged(false);
    ground.setVisible(false);
    getChildren().addAll(em, content, empty, ground);
    widthProperty().addListener((p, before, now) -> draw());
    heightProperty().addListener((p, before, now) -> draw());
  }

  StringProperty emptyTextProperty() {
    return empty.textProperty();
  }

  /** The colour behind all. */
  Paint ground() {
    return ground.getStroke() == null ? Color.WHITE : ground.getStroke();
  }

  void show(List<ComparisonLine> newLines, LiveChart.Measure newMeasure) {
    lines = newLines;
    measure = newMeasure;
    draw();
  }

  private void draw() {
    content.getChildren().clear();
    boolean none = lines.stream().allMatch(line -> line.points().isEmpty());
    empty.setVisible(none);
    if (!none && getWidth() > em.px(LEFT_EM + RIGHT_EM + 2) && getHeight() > em.px(TOP_EM + BOTTOM_EM + 2)) {
      new Drawing().draw();
    }
  }

  private DoubleStream xs() {
    return lines.stream().flatMap(line -> line.points().stream()).mapToDouble(ComparisonLine.Point::x);
  }

  private ChartScale lower(double width) {
    double most = xs().max().orElseThrow();
    int intervals = Math.max(1, (int) (width / em.px(LOWER_TICK_EVERY_EM)));
    if (axis == ComparisonChart.Axis.LINEAR) {
      return ChartScale.whole(0, most, intervals);
    }
    double least = xs().min().orElseThrow();
    return new ChartScale(least / MARGIN_RATIO, most * MARGIN_RATIO, true, xs().distinct().sorted().boxed().toList(),
        List.of());
  }

  private ChartScale left(double height) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (ComparisonLine line : lines) {
      for (ComparisonLine.Point point : line.points()) {
        least = Math.min(least, point.y() - point.spread());
        most = Math.max(most, point.y() + point.spread());
      }
    }
    int intervals = Math.max(2, (int) (height / em.px(TICK_EVERY_EM)));
    // No share is below nothing or above all, whatever its spread.
    return measure == LiveChart.Measure.ACCURACY
        ? ChartScale.linear(Math.max(0, least), Math.min(1, most), intervals)
        : ChartScale.linear(Math.max(0, least), most, intervals);
  }

  @Override
  protected void layoutChildren() {
    content.resizeRelocate(0, 0, getWidth(), getHeight());
    double width = Math.min(getWidth() - em.px(1), em.px(26));
    double height = empty.prefHeight(width);
    empty.resizeRelocate((getWidth() - width) / 2, Math.max(0, (getHeight() - height) / 2), width, height);
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(24);
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.px(15);
  }

  @Override
  protected double computeMinHeight(double width) {
    return em.px(10);
  }

  /** One picture of the lines at the present size. */
  private final class Drawing {

    private final double leftX = em.px(LEFT_EM);
    private final double topY = em.px(TOP_EM);
    private final double width = getWidth() - em.px(LEFT_EM + RIGHT_EM);
    private final double height = getHeight() - em.px(TOP_EM + BOTTOM_EM);
    private final ChartScale lower = lower(width);
    private final ChartScale left = left(height);
    private final List<Node> nodes = new ArrayList<>();

    void draw() {
      axes();
      lines.forEach(this::line);
      nodes.forEach(node -> node.setManaged(false));
      content.getChildren().setAll(nodes);
      // Texts have their font only then, and their places depend on it.
      content.applyCss();
      nodes.stream().filter(Text.class::isInstance).map(Text.class::cast).forEach(this::place);
    }

    private double x(double value) {
      return leftX + width * lower.position(value);
    }

    private double y(double value) {
      return topY + height * (1 - Math.max(0, Math.min(1, left.position(value))));
    }

    private void axes() {
      for (double tick : left.ticks()) {
        double y = Math.round(y(tick)) + 0.5;
        nodes.add(styled(new Line(leftX, y, leftX + width, y), "comparison-grid"));
        text(measure == LiveChart.Measure.ACCURACY ? numbers.percentTick(tick) : numbers.tick(left, tick),
            leftX - em.px(0.4), y, 1, 0.5);
      }
      double bottom = Math.round(topY + height) + 0.5;
      nodes.add(styled(new Line(leftX, bottom, leftX + width, bottom), "comparison-axis"));
      for (double tick : lower.ticks()) {
        double x = Math.round(x(tick)) + 0.5;
        nodes.add(styled(new Line(x, bottom, x, bottom + em.px(0.3)), "comparison-axis"));
        text(numbers.tick(lower, tick), x, bottom + em.px(0.45), 0.5, 0);
      }
      text(lowerTitle, leftX + width, bottom + em.px(1.65), 1, 0);
      text(texts.get(measure == LiveChart.Measure.ACCURACY ? "comparison.axis.accuracy" : "comparison.axis.rmse"),
          em.px(0.2), 0, 0, 0);
    }

    /** A text that is placed later: {@code x} and {@code y} are at these shares of its width and height. */
    private void text(String words, double x, double y, double alongX, double alongY) {
      Text text = styled(new Text(words), "comparison-text");
      text.setTextOrigin(VPos.TOP);
      text.setUserData(new double[] {x, y, alongX, alongY});
      nodes.add(text);
    }

    private void place(Text text) {
      double[] place = (double[]) text.getUserData();
      text.setX(Math.round(place[0] - place[2] * text.getLayoutBounds().getWidth()));
      text.setY(Math.round(place[1] - place[3] * text.getLayoutBounds().getHeight()));
    }

    private void line(ComparisonLine line) {
      String colour = ChartPens.styleClass(line.look());
      Polyline path = styled(new Polyline(), "comparison-line");
      path.getStyleClass().add(colour);
      double thickness = em.px(LINE_EM);
      path.setStrokeWidth(thickness);
      path.getStrokeDashArray().setAll(Arrays.stream(line.look().dash().lengths(thickness)).boxed().toList());
      nodes.add(path);
      for (ComparisonLine.Point point : line.points()) {
        double x = x(point.x());
        double y = y(point.y());
        path.getPoints().addAll(x, y);
        if (point.spread() > 0) {
          spread(x, y(point.y() - point.spread()), y(point.y() + point.spread()), colour);
        }
        Polygon mark = styled(new Polygon(line.look().marker().corners(em.px(MARK_EM))), "comparison-mark");
        mark.getStyleClass().add(colour);
        mark.setLayoutX(x);
        mark.setLayoutY(y);
        nodes.add(mark);
      }
    }

    private void spread(double x, double low, double high, String colour) {
      double cap = em.px(CAP_EM);
      for (Line part : List.of(new Line(x, low, x, high), new Line(x - cap, low, x + cap, low),
          new Line(x - cap, high, x + cap, high))) {
        part.setStrokeWidth(em.px(SPREAD_LINE_EM));
        part.getStyleClass().addAll("comparison-spread", colour);
        nodes.add(part);
      }
    }

    private <S extends Shape> S styled(S shape, String style) {
      shape.getStyleClass().add(style);
      return shape;
    }
  }
}
