package cnnworkshop.app.filters;

import cnnworkshop.app.control.ChartRun;
import cnnworkshop.app.control.ChartSeries;
import cnnworkshop.app.control.ChartSeries.Role;
import cnnworkshop.app.control.LiveChart;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.Curve;
import cnnworkshop.core.train.Measure;
import cnnworkshop.core.train.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How a run went, as curves.
 *
 * @param run its curves: what it is judged by are test pictures, without any those held out
 * @param measure what the right axis says
 */
record TimeCurve(ChartRun run, LiveChart.Measure measure) {

  static TimeCurve of(RunRecord record, Texts texts) {
    boolean points = record.setup().measure() == Measure.RMSE_PIXELS;
    List<ChartSeries> series = new ArrayList<>();
    series.add(series(record, texts.get("train.curve.training-loss"), Role.TRAINING_LOSS, Curve.Point::trainingLoss));
    if (record.setup().data().tested() > 0) {
      series.add(series(record, texts.get("train.curve.test-loss"), Role.TEST_LOSS, Curve.Point::testLoss));
      series.add(series(record, texts.get(points ? "train.curve.test-rmse" : "train.curve.test-accuracy"),
          Role.MEASURE, Curve.Point::testMeasure));
    } else if (record.setup().data().heldOut() > 0) {
      series.add(series(record, texts.get("train.curve.held-out-loss"), Role.HELD_OUT_LOSS,
          Curve.Point::heldOutLoss));
      series.add(series(record, texts.get(points ? "train.curve.held-out-rmse" : "train.curve.held-out-accuracy"),
          Role.HELD_OUT_MEASURE, Curve.Point::heldOutMeasure));
    }
    return new TimeCurve(new ChartRun(record.name(), ChartRun.Dash.SOLID, series),
        points ? LiveChart.Measure.PIXELS : LiveChart.Measure.ACCURACY);
  }

  private static ChartSeries series(RunRecord record, String name, Role role, ToDoubleFunction<Curve.Point> value) {
    ChartSeries series = new ChartSeries(name, role);
    record.curve().points().forEach(point -> series.add(point.epoch(), value.applyAsDouble(point)));
    return series;
  }
}
