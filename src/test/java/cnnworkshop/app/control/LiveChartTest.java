package cnnworkshop.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.app.control.ChartSeries.Axis;
import cnnworkshop.app.control.ChartSeries.Role;
import cnnworkshop.core.text.Texts;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveChartTest extends ControlTest {

  private static final int BLUE = 0xFF0072B2;
  private static final int VERMILION = 0xFFD55E00;
  private static final int GREEN = 0xFF009E73;

  private LiveChart chart;

  @BeforeEach
  void open() {
    open(TEXTS);
  }

  private void open(Texts texts) {
    chart = onFx(() -> new LiveChart(texts));
    open(chart, 900, 420);
    runFx(() -> chart.emptyTextProperty().set("Press Start."));
    settle();
  }

  private static ChartSeries series(Role role, double... values) {
    ChartSeries series = new ChartSeries(role.name().toLowerCase(Locale.ROOT).replace('_', ' '), role);
    for (int i = 0; i < values.length; i++) {
      series.add(i + 1, values[i]);
    }
    return series;
  }

  private void show(ChartSeries... series) {
    showRuns(new ChartRun("run", ChartRun.Dash.SOLID, List.of(series)));
  }

  private void showRuns(ChartRun... runs) {
    runFx(() -> {
      chart.runs().setAll(runs);
      chart.getScene().getRoot().applyCss();
      chart.getScene().getRoot().layout();
    });
    settle();
  }

  /** Four epochs of losses and accuracies. */
  private void showFour() {
    show(series(Role.TRAINING_LOSS, 2, 1, 0.5, 0.25), series(Role.TEST_LOSS, 2.1, 1.4, 1.3, 1.6),
        series(Role.MEASURE, 0.3, 0.5, 0.55, 0.6125));
  }

  private ChartFrame frame() {
    return onFx(() -> chart.plot().frame());
  }

  private Point2D at(double epoch) {
    ChartFrame frame = frame();
    return screen(chart.plot(), frame.x(epoch), frame.top() + frame.height() / 2);
  }

  private void point(double epoch) {
    Point2D at = at(epoch);
    robot().moveTo(at.getX(), at.getY());
    waitUntil(() -> Math.abs(chart.plot().cursor() - epoch) < 0.02);
  }

  private String said() {
    settle();
    return onFx(() -> chart.plot().getAccessibleText());
  }

  private List<String> labels(String styleClass) {
    settle();
    return onFx(() -> all(chart, Label.class).stream().filter(label -> label.getStyleClass().contains(styleClass))
        .map(Label::getText).toList());
  }

  private ToggleButton toggle(String name) {
    return onFx(() -> all(chart, ToggleButton.class).stream().filter(toggle -> toggle.getText().equals(name))
        .findFirst().orElseThrow());
  }

  private void wheel(double epoch, double delta) {
    ChartFrame frame = frame();
    runFx(() -> Event.fireEvent(chart.plot(), new ScrollEvent(ScrollEvent.SCROLL, frame.x(epoch), 200, 0, 0, false,
        false, false, false, false, false, 0, delta, 0, delta, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
        ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null)));
    settle();
  }

  /** How many pixels of exactly that colour there are where the curves are. */
  private int pixels(int argb) {
    BufferedImage picture = snapshot(chart.plot());
    ChartFrame frame = frame();
    int pixels = 0;
    for (int y = (int) frame.top(); y < frame.bottom(); y++) {
      for (int x = (int) frame.left(); x < frame.right(); x++) {
        pixels += picture.getRGB(x, y) == argb ? 1 : 0;
      }
    }
    return pixels;
  }

  /** The rows from the frame's upper side in which a colour is at an epoch. */
  private List<Integer> rows(double epoch, int argb) {
    BufferedImage picture = snapshot(chart.plot());
    ChartFrame frame = frame();
    List<Integer> rows = new ArrayList<>();
    for (int y = 0; y < frame.height(); y++) {
      if (isNear(picture.getRGB((int) frame.x(epoch), (int) frame.top() + y), argb)) {
        rows.add(y);
      }
    }
    return rows;
  }

  /** A slanting line's edges are blended with what is below; how much depends on where its pixels happen to lie. */
  private static boolean isNear(int one, int other) {
    return IntStream.of(0, 8, 16).allMatch(shift -> Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)) < 50);
  }

  @Test
  void anEmptyChartSaysWhatGoesThere() {
    assertThat(said()).isEqualTo("Press Start.");
    show(series(Role.TRAINING_LOSS));
    assertThat(said()).isEqualTo("Press Start.");
    assertThat(onFx(() -> chart.plot().lookup(".chart-empty").isVisible())).isTrue();
  }

  @Test
  void aCurveGoesThroughItsPointsInTheColourOfWhatItTells() {
    showFour();
    assertThat(onFx(() -> chart.plot().lookup(".chart-empty").isVisible())).isFalse();
    assertThat(rows(2, BLUE)).contains((int) (frame().y(Axis.LEFT, 1) - frame().top()));
    assertThat(rows(3, VERMILION)).contains((int) (frame().y(Axis.LEFT, 1.3) - frame().top()));
    assertThat(rows(3, GREEN)).contains((int) (0.45 * frame().height()));
  }

  @Test
  void pointingReadsOutAllCurvesAtTheirNearestPoint() {
    showFour();
    point(2.2);
    assertThat(labels("chart-readout-number")).containsExactly("1.00", "1.40", "50.0%");
    assertThat(said()).startsWith("Epoch 2.2").contains("training loss 1.00; test loss 1.40; measure 50.0%");
    point(3.8);
    assertThat(labels("chart-readout-number")).containsExactly("0.250", "1.60", "61.3%");
    robot().moveTo(screen(chart, 2, 2).getX(), screen(chart, 2, 2).getY());
    waitUntil(() -> Double.isNaN(chart.plot().cursor()));
    assertThat(said()).isEqualTo("Chart of one run, epochs 0 to 4");
  }

  @Test
  void numbersFollowTheLocaleAndErrorsAreInPixels() {
    open(Texts.load(Locale.GERMANY));
    runFx(() -> chart.measureProperty().set(LiveChart.Measure.PIXELS));
    show(series(Role.TRAINING_LOSS, 0.0123), series(Role.MEASURE, 3.636));
    point(1);
    assertThat(labels("chart-readout-number")).containsExactly("0,0123", "3,64 px");
  }

  @Test
  void arrowKeysGoFromEpochToEpoch() {
    showFour();
    type(chart.plot(), KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
    assertThat(said()).startsWith("Epoch 2: training loss 1.00");
    type(chart.plot(), KeyCode.LEFT);
    assertThat(said()).startsWith("Epoch 1: training loss 2.00");
    typeWithShift(chart.plot(), KeyCode.RIGHT);
    assertThat(said()).startsWith("Epoch 1.04: training loss 2.00");
    type(chart.plot(), KeyCode.END);
    assertThat(said()).startsWith("Epoch 4: training loss 0.250");
    type(chart.plot(), KeyCode.ESCAPE);
    assertThat(said()).doesNotContain("training loss");
  }

  @Test
  void aCurveThatEndedLongAgoHasNothingToSay() {
    showRuns(new ChartRun("short", ChartRun.Dash.DASHED, List.of(series(Role.TEST_LOSS, 3, 2))),
        new ChartRun("long", ChartRun.Dash.SOLID, List.of(series(Role.TEST_LOSS, 3, 2.5, 2, 1.5))));
    point(4);
    assertThat(said()).isEqualTo("Epoch 4: short, test loss –; long, test loss 1.50");
    point(2.9);
    assertThat(said()).contains("short, test loss 2.00");
  }

  @Test
  void theLegendHidesAndShowsACurve() {
    showFour();
    assertThat(pixels(VERMILION)).isPositive();
    robot().clickOn(toggle("test loss"));
    point(2);
    assertThat(pixels(VERMILION)).isZero();
    assertThat(labels("chart-readout-number")).containsExactly("1.00", "50.0%");

    type(toggle("test loss"), KeyCode.SPACE);
    assertThat(pixels(VERMILION)).isPositive();
    assertThat(unnamedStops(chart)).isEmpty();
  }

  @Test
  void aHiddenCurveStaysHiddenInTheNextRun() {
    showFour();
    runFx(() -> toggle("training loss").setSelected(false));
    showFour();
    assertThat(pixels(BLUE)).isZero();
    assertThat(pixels(GREEN)).isPositive();
  }

  @Test
  void aRunCanBeHiddenAmongSeveral() {
    ChartRun older = new ChartRun("cnn", ChartRun.Dash.DASHED, List.of(series(Role.TEST_LOSS, 3, 2.8, 2.9)));
    ChartRun newer = new ChartRun("suggested_cnn", ChartRun.Dash.SOLID, List.of(series(Role.TEST_LOSS, 2, 1.5, 1.2)));
    showRuns(older, newer);
    assertThat(onFx(() -> all(chart, ToggleButton.class).stream().map(ToggleButton::getText).toList()))
        .containsExactly("test loss", "cnn", "suggested_cnn");
    point(3);
    assertThat(labels("chart-readout-number")).containsExactly("2.90", "1.20");
    runFx(() -> toggle("suggested_cnn").setSelected(false));
    assertThat(said()).contains("2.90").doesNotContain("1.20");

    showRuns(newer);
    assertThat(pixels(VERMILION)).isPositive();
  }

  @Test
  void draggingZoomsAndADoubleClickShowsAllAgain() {
    showFour();
    Point2D from = at(1.5);
    Point2D to = at(3.5);
    robot().moveTo(from.getX(), from.getY()).press(MouseButton.PRIMARY).moveTo(to.getX(), to.getY())
        .release(MouseButton.PRIMARY);
    settle();
    assertThat(frame().range().from()).isCloseTo(1.5, within(0.02));
    assertThat(frame().range().to()).isCloseTo(3.5, within(0.02));
    assertThat(chart.zoomedProperty().get()).isTrue();

    robot().doubleClickOn(to.getX(), to.getY(), MouseButton.PRIMARY);
    settle();
    assertThat(frame().range()).isEqualTo(new ChartRange(0, 4));
    assertThat(chart.zoomedProperty().get()).isFalse();
  }

  @Test
  void theWheelZoomsAroundThePointerAndKeysAroundTheMiddle() {
    showFour();
    double before = frame().x(3);
    wheel(3, 80);
    assertThat(frame().range().length()).isCloseTo(4 / 1.25 / 1.25, within(1e-9));
    assertThat(frame().x(3)).isCloseTo(before, within(0.5));
    wheel(3, -400);
    assertThat(frame().range()).isEqualTo(new ChartRange(0, 4));

    type(chart.plot(), KeyCode.EQUALS);
    assertThat(frame().range().from()).isCloseTo(0.4, within(1e-9));
    type(chart.plot(), KeyCode.ESCAPE);
    assertThat(frame().range()).isEqualTo(new ChartRange(0, 4));
  }

  @Test
  void aZoomedChartFollowsTheReadOut() {
    showFour();
    wheel(1, 400);
    double end = frame().range().to();
    type(chart.plot(), KeyCode.END);
    for (int i = 0; i < 15; i++) {
      type(chart.plot(), KeyCode.RIGHT);
    }
    assertThat(frame().range().holds(onFx(() -> chart.plot().cursor()))).isTrue();
    assertThat(frame().range().to()).isGreaterThan(end + 0.05);
  }

  @Test
  void theLossAxisFitsWhatIsInSight() {
    show(series(Role.TRAINING_LOSS, 80, 0.9, 0.8, 0.7));
    assertThat(frame().loss().high()).isEqualTo(80.0);
    Point2D from = at(1.9);
    Point2D to = at(4);
    robot().drag(from.getX(), from.getY(), MouseButton.PRIMARY).dropTo(to.getX(), to.getY());
    settle();
    assertThat(frame().loss().high()).isLessThanOrEqualTo(1);
  }

  @Test
  void aLossOfZeroLiesBelowALogarithmicAxis() {
    show(series(Role.TRAINING_LOSS, 1, 0.1, 0, 0.01));
    runFx(() -> chart.logarithmicProperty().set(true));
    settle();
    ChartFrame frame = frame();
    assertThat(frame.loss().low()).isEqualTo(0.01);
    assertThat(frame.loss().high()).isEqualTo(1.0);
    assertThat(frame.y(Axis.LEFT, 0.1)).isCloseTo(frame.top() + frame.height() / 2, within(1e-6));
    assertThat(frame.y(Axis.LEFT, 0)).isGreaterThan(frame.bottom());
    assertThat(rows(3, BLUE)).isEmpty();
    point(3);
    assertThat(labels("chart-readout-number")).containsExactly("0.00");

    show(series(Role.TRAINING_LOSS, 0, 0));
    assertThat(frame().loss().low()).isPositive();
  }

  @Test
  void whatIsNoNumberLeavesAGap() {
    show(series(Role.TEST_LOSS, 1, 1, Double.NaN, 1, 1, Double.POSITIVE_INFINITY, 1));
    assertThat(rows(1.5, VERMILION)).isNotEmpty();
    assertThat(rows(2.5, VERMILION)).isEmpty();
    assertThat(rows(3.5, VERMILION)).isEmpty();
    assertThat(rows(4.5, VERMILION)).isNotEmpty();
    assertThat(rows(7, VERMILION)).as("a point alone").isNotEmpty();
    point(3);
    assertThat(labels("chart-readout-number")).containsExactly("not a number");
  }

  @Test
  void aSmoothedCurveIsReadOutBothWays() {
    ChartSeries loss = series(Role.TRAINING_LOSS, 4, 2);
    show(loss);
    runFx(() -> chart.smoothingProperty().set(0.5));
    settle();
    // Looked at before pointing: the read-out may lie over the curve.
    double smoothed = frame().y(Axis.LEFT, 2.8) - frame().top();
    assertThat(rows(1.9, BLUE)).isNotEmpty().allSatisfy(row -> assertThat(row + 0.5).isCloseTo(smoothed, within(2.0)));
    point(2);
    assertThat(labels("chart-readout-number")).containsExactly("2.00 (smoothed 2.67)");
  }

  @Test
  void aGrowingCurveIsPaintedOncePerPulseAndNotAtAllWithoutChange() {
    ChartSeries loss = series(Role.TRAINING_LOSS);
    show(loss);
    int before = onFx(() -> {
      int paintings = chart.plot().paintings();
      for (int i = 1; i <= 20_000; i++) {
        loss.add(i / 1000.0, 2 + Math.sin(i));
      }
      return paintings;
    });
    settle();
    assertThat(onFx(() -> chart.plot().paintings())).isEqualTo(before + 1);
    assertThat(frame().range()).isEqualTo(new ChartRange(0, 20));
    assertThat(pixels(BLUE)).isGreaterThan(20_000);

    runFx(() -> loss.add(20.5, 2));
    settle();
    assertThat(frame().range()).isEqualTo(new ChartRange(0, 21));
    point(7);
    assertThat(said()).contains("training loss");
    assertThat(onFx(() -> chart.plot().paintings())).as("pointing paints no curve").isEqualTo(before + 2);
  }

  @Test
  void theReadOutFollowsWhatComes() {
    ChartSeries loss = series(Role.TEST_LOSS, 3, 2);
    show(loss);
    type(chart.plot(), KeyCode.END);
    assertThat(said()).startsWith("Epoch 2: test loss 2.00");
    runFx(() -> loss.add(2, 1.5));
    assertThat(said()).startsWith("Epoch 2");
  }

  @Test
  void aRunThatWasTakenAwayIsNoLongerListenedTo() {
    ChartSeries gone = series(Role.TEST_LOSS, 3, 2);
    show(gone);
    show(series(Role.TEST_LOSS, 1, 1));
    int before = onFx(() -> chart.plot().paintings());
    runFx(() -> gone.add(3, 1));
    settle();
    assertThat(onFx(() -> chart.plot().paintings())).isEqualTo(before);
  }

  @Test
  void thePictureIsTwiceAsLargeAndWithoutThePointersLine() {
    showFour();
    String before = said();
    point(2);
    BufferedImage picture = onFx(() -> SwingFXUtils.fromFXImage(chart.picture(), null));
    assertThat(picture.getWidth()).isEqualTo(1800);
    assertThat(picture.getHeight()).isEqualTo(840);
    ChartFrame frame = frame();
    int top = (int) (2 * (onFx(() -> chart.plot().getLayoutY()) + frame.top()));
    assertThat(picture.getRGB((int) (2 * frame.x(2)), top + 40) & 0xFF).as("no dark line").isGreaterThan(100);
    assertThat(frame().range()).isEqualTo(new ChartRange(0, 4));
    assertThat(said()).startsWith("Epoch 2").isNotEqualTo(before);
  }

  @Test
  void allPointsOfAllRunsComeAsTable() {
    open(Texts.load(Locale.GERMANY));
    showRuns(
        new ChartRun("cnn, 3 \"epochs\"", ChartRun.Dash.DASHED, List.of(series(Role.TEST_LOSS, 1.25, Double.NaN))),
        new ChartRun("b", ChartRun.Dash.SOLID, List.of(series(Role.MEASURE, 0.5))));
    runFx(() -> toggle("test loss").setSelected(false));
    assertThat(onFx(chart::csv)).isEqualTo("""
        run,series,epoch,value
        "cnn, 3 ""epochs""\",test loss,1.0,1.25
        "cnn, 3 ""epochs""\",test loss,2.0,NaN
        b,measure,1.0,0.5
        """);
  }

  @Test
  void everythingGrowsWithTheType() {
    showFour();
    ChartFrame small = frame();
    runFx(() -> {
      chart.setStyle("-fx-font-size: 24px");
      chart.applyCss();
      chart.layout();
    });
    settle();
    assertThat(frame().left()).isGreaterThan(1.5 * small.left());
    assertThat(frame().height()).isLessThan(small.height() - 20);
  }
}
