package cnnworkshop.app.control;

import cnnworkshop.core.text.Texts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** The numbers of all curves at one epoch: a row for what they tell, a column a run. */
final class ChartReadout extends GridPane {

  private record Cell(ChartCurve curve, Label number) {}

  private final Texts texts;
  private final ChartNumbers numbers;
  private final Label head = new Label();
  private final List<Cell> cells = new ArrayList<>();
  private List<ChartCurve> curves = List.of();
  private boolean severalRuns;

  ChartReadout(Texts texts, ChartNumbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
    getStyleClass().add("chart-readout");
    head.getStyleClass().add("chart-readout-head");
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
  }

  /** Reads out other curves, oldest run first. */
  void setCurves(List<ChartCurve> newCurves) {
    curves = newCurves;
    cells.clear();
    getChildren().clear();
    List<ChartRun> runs = curves.stream().map(ChartCurve::run).distinct().toList();
    severalRuns = runs.size() > 1;
    add(head, 0, 0, 2, 1);
    if (severalRuns) {
      for (ChartRun run : runs) {
        Label name = new Label(run.name());
        name.getStyleClass().add("chart-readout-run");
        setHalignment(name, HPos.RIGHT);
        add(name, 2 + runs.indexOf(run), 0);
      }
    }
    Set<ChartSeries.Role> roles = curves.stream().map(curve -> curve.series().role())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ChartSeries.Role.class)));
    int row = 1;
    for (ChartSeries.Role role : roles) {
      add(ChartSwatch.of(role), 0, row);
      for (ChartCurve curve : curves) {
        if (curve.series().role() == role) {
          Label number = new Label();
          number.getStyleClass().add("chart-readout-number");
          setHalignment(number, HPos.RIGHT);
          add(number, 2 + runs.indexOf(curve.run()), row);
          cells.add(new Cell(curve, number));
        }
      }
      String name = cells.get(cells.size() - 1).curve.series().name();
      add(new Label(name), 1, row++);
    }
  }

  /**
   * Reads out an epoch.
   *
   * @param reach see {@link ChartCurve#readAt}
   */
  void read(double epoch, double reach, LiveChart.Measure measure) {
    head.setText(texts.get("chart.readout.epoch", numbers.epoch(epoch)));
    for (Cell cell : cells) {
      cell.number.setText(text(cell.curve, epoch, reach, measure));
    }
  }

  /** The value of a curve: as it was measured, and with one run also as it is smoothed. */
  private String text(ChartCurve curve, double epoch, double reach, LiveChart.Measure measure) {
    int index = curve.readAt(epoch, reach);
    if (index < 0) {
      return texts.get("chart.readout.none");
    }
    String raw = text(curve, curve.series().value(index), measure);
    String shown = text(curve, curve.shown(index), measure);
    return severalRuns || shown.equals(raw) ? raw : texts.get("chart.readout.smoothed", raw, shown);
  }

  private String text(ChartCurve curve, double value, LiveChart.Measure measure) {
    return curve.axis() == ChartSeries.Axis.LEFT ? numbers.loss(value) : numbers.measure(measure, value);
  }

  /** What it says, for a screen reader. */
  String words() {
    List<String> parts = new ArrayList<>();
    for (Cell cell : cells) {
      ChartCurve curve = cell.curve;
      parts.add(severalRuns
          ? texts.get("chart.readout.run-value", curve.run().name(), curve.series().name(), cell.number.getText())
          : texts.get("chart.readout.value", curve.series().name(), cell.number.getText()));
    }
    return texts.get("chart.readout.accessible", head.getText(), String.join("; ", parts));
  }
}
