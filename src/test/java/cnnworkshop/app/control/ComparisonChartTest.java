package cnnworkshop.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.app.control.ComparisonLine.Look;
import cnnworkshop.app.control.ComparisonLine.Point;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

class ComparisonChartTest extends ControlTest {

  private ComparisonChart open(ComparisonChart.Axis axis) {
    ComparisonChart chart = onFx(() -> new ComparisonChart(TEXTS, "Race", axis, "Pictures"));
    open(chart, 600, 320);
    return chart;
  }

  private void show(ComparisonChart chart, ComparisonLine... lines) {
    runFx(() -> chart.lines().setAll(lines));
    settle();
  }

  private List<Polyline> paths(ComparisonChart chart) {
    return onFx(() -> all(chart, Polyline.class));
  }

  private static ComparisonLine line(String name, Look look, double... xys) {
    return new ComparisonLine(name, look, IntStream.range(0, xys.length / 2)
        .mapToObj(i -> new Point(xys[2 * i], xys[2 * i + 1], 0)).toList());
  }

  @Test
  void equalRatiosAreEquallyFarApartOnALogarithmicAxis() {
    ComparisonChart chart = open(ComparisonChart.Axis.LOGARITHMIC);
    show(chart, line("a", Look.FIRST, 10, 0.5, 100, 0.6, 1000, 0.7));
    List<Double> points = onFx(() -> List.copyOf(paths(chart).get(0).getPoints()));
    assertThat(points.get(2) - points.get(0)).isCloseTo(points.get(4) - points.get(2),
        within(1e-6));
    assertThat(onFx(() -> all(chart, Text.class).stream().map(Text::getText).toList()))
        .contains("10", "100", "1000", "Pictures", "Accuracy on test pictures");
  }

  @Test
  void equalDifferencesAreEquallyFarApartOnALinearAxis() {
    ComparisonChart chart = open(ComparisonChart.Axis.LINEAR);
    show(chart, line("a", Look.FIRST, 50, 0.5, 100, 0.6, 150, 0.7));
    List<Double> points = onFx(() -> List.copyOf(paths(chart).get(0).getPoints()));
    assertThat(points.get(2) - points.get(0)).isCloseTo(points.get(4) - points.get(2),
        within(1e-6));
    assertThat(points.get(1)).as("more is higher up").isGreaterThan(points.get(3));
  }

  @Test
  void linesDifferWithoutColoursToo() {
    ComparisonChart chart = open(ComparisonChart.Axis.LINEAR);
    show(chart, Arrays.stream(Look.values()).map(look -> line(look.name(), look, 1, 0.1, 2, 0.2))
        .toArray(ComparisonLine[]::new));
    assertThat(onFx(() -> paths(chart).stream().map(path -> List.copyOf(path.getStrokeDashArray())).toList()))
        .doesNotHaveDuplicates();
    assertThat(onFx(() -> paths(chart).stream().map(Polyline::getStroke).toList())).doesNotHaveDuplicates();
    assertThat(onFx(() -> all(chart, ComparisonPlot.class).stream().flatMap(plot -> all(plot, Polygon.class).stream())
        .map(mark -> List.copyOf(mark.getPoints())).distinct().count())).isEqualTo(4);
  }

  @Test
  void linesOfOneNameAreExplainedOnce() {
    ComparisonChart chart = open(ComparisonChart.Axis.LINEAR);
    show(chart, line("a", Look.FIRST, 1, 0.1), line("b", Look.SECOND, 1, 0.2), line("a", Look.FIRST, 1, 0.3));
    assertThat(onFx(() -> all(chart, Label.class).stream().filter(label -> label.getGraphic() != null)
        .map(Label::getText).toList())).containsExactly("a", "b");
  }

  @Test
  void aSpreadIsDrawnUpAndDownButNoShareAboveAll() {
    ComparisonChart chart = open(ComparisonChart.Axis.LOGARITHMIC);
    show(chart, new ComparisonLine("a", Look.FIRST, List.of(new Point(10, 0.9, 0.3), new Point(30, 0.9, 0))));
    List<Line> spreads = onFx(() -> all(chart, Line.class).stream()
        .filter(line -> line.getStyleClass().contains("comparison-spread")).toList());
    assertThat(spreads).as("a line and two caps for the one that has a spread").hasSize(3);
    assertThat(onFx(() -> all(chart, Text.class).stream().map(Text::getText).toList())).contains("100%")
        .doesNotContain("120%");
  }

  @Test
  void itIsSaidInWordsAndBeforeThereIsAnythingWhatWillBeThere() {
    ComparisonChart chart = open(ComparisonChart.Axis.LOGARITHMIC);
    runFx(() -> chart.emptyTextProperty().set("Press Start."));
    assertThat(onFx(() -> all(chart, Label.class).stream().filter(Label::isVisible).map(Label::getText).toList()))
        .containsExactly("Press Start.");
    show(chart, line("Frozen", Look.SECOND, 10, 0.5, 30, 0.625));
    assertThat(onFx(chart::getAccessibleText)).isEqualTo("Race. Frozen: 62.5% at 30");
    runFx(() -> chart.measureProperty().set(LiveChart.Measure.PIXELS));
    assertThat(onFx(() -> all(chart, Text.class).stream().map(Text::getText).toList())).contains("RMSE in pixels");
  }

  @Test
  void itsPictureIsTwiceItsSize() {
    ComparisonChart chart = open(ComparisonChart.Axis.LINEAR);
    show(chart, line("a", Look.FIRST, 1, 0.1, 2, 0.2));
    WritableImage picture = onFx(chart::picture);
    assertThat(picture.getWidth()).isCloseTo(2 * onFx(chart::getWidth), within(2.0));
  }
}
