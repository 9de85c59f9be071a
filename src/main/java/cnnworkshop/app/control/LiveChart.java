package cnnworkshop.app.control;

import cnnworkshop.core.text.Texts;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.transform.Transform;

/**
 * How trainings go: losses on the left axis, accuracy or RMSE on the right one, over epochs. Several runs lie over
 * each other, each with its kind of line, the last one on top. Curves may have any number of points, and may grow while
 * they are looked at.
 *
 * <p>The legend's buttons show and hide curves. Pointing reads out all curves at an epoch. Mouse: dragging chooses the
 * epochs to zoom into, the wheel zooms around the pointer, a double click shows all. Keys: left and right arrow go from
 * epoch to epoch, with Shift in small steps; + and − zoom, 0 and Escape show all.
 */
public final class LiveChart extends Region {

  /** What the right axis says. */
  public enum Measure {
    /** Shares 0..1, written in percent; the axis always goes from 0 to 100 %. */
    ACCURACY,
    /** Root mean square errors, in pixels. */
    PIXELS
  }

  /** Pixels of {@link #picture} a pixel of the layout. */
  private static final double PICTURE_SCALE = 2;
  private static final double HIGHEST_SMOOTHING = 0.999;

  private final Em em = new Em(this::requestLayout);
  private final ChartLegend legend;
  private final ChartPlot plot;
  private final ObservableList<ChartRun> runs = FXCollections.observableArrayList();
  private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic");
  private final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smoothing");
  private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(this, "measure", Measure.ACCURACY);
  private final DoubleProperty mark = new SimpleDoubleProperty(this, "mark", Double.NaN);
  private final InvalidationListener grown;
  private List<ChartCurve> curves = List.of();

  /** @param texts what it says */
  public LiveChart(Texts texts) {
    this.plot = new ChartPlot(texts);
    this.legend = new ChartLegend(texts, this::chooseVisible);
    this.grown = size -> plot.redraw();
    getStyleClass().add("live-chart");
    getChildren().addAll(em, legend, plot);
    // It is drawn anew ten times a second: that must not lay out the whole window each time.
    plot.setManaged(false);
    runs.addListener((ListChangeListener<ChartRun>) change -> showRuns());
    logarithmic.addListener((property, before, now) -> plot.setLogarithmic(now));
    smoothing.addListener((property, before, now) -> plot
        .setSmoothing(Math.max(0, Math.min(HIGHEST_SMOOTHING, now.doubleValue()))));
    measure.addListener((property, before, now) -> plot.setMeasure(now));
    mark.addListener((property, before, now) -> plot.setMark(now.doubleValue()));
  }

  /** The runs to show, oldest first. */
  public ObservableList<ChartRun> runs() {
    return runs;
  }

  /** Whether equal ratios of losses are equally far apart; a loss of 0 lies below such an axis. */
  public BooleanProperty logarithmicProperty() {
    return logarithmic;
  }

  /**
   * How much of the past the exponential mean keeps from one point of the densest curve to the next, 0 (not smoothed)
   * to below 1. All curves are smoothed over the same time, so that those with a point an epoch stay nearly as they
   * are. What was measured is drawn faintly behind.
   */
  public DoubleProperty smoothingProperty() {
    return smoothing;
  }

  /** What the right axis says. */
  public ObjectProperty<Measure> measureProperty() {
    return measure;
  }

  /** An epoch that is marked on all curves, with a line; NaN for none. */
  public DoubleProperty markProperty() {
    return mark;
  }

  /** What is said while there are no points: what will be here, and what to do for it. */
  public StringProperty emptyTextProperty() {
    return plot.emptyTextProperty();
  }

  /** Whether a part of the epochs is looked at. */
  public ReadOnlyBooleanProperty zoomedProperty() {
    return plot.zoomedProperty();
  }

  /** Shows all epochs. */
  public void resetZoom() {
    plot.resetZoom();
  }

  /** What it looks like, legend included, at twice its size. It has to be in a window. */
  public WritableImage picture() {
    plot.paintForPicture(PICTURE_SCALE);
    SnapshotParameters large = new SnapshotParameters();
    large.setTransform(Transform.scale(PICTURE_SCALE, PICTURE_SCALE));
    large.setFill(plot.ground());
    WritableImage picture = snapshot(large, null);
    plot.paintForPicture(1);
    return picture;
  }

  /**
   * All points of all curves, the hidden ones too, as CSV with the columns run, series, epoch and value. Numbers have a
   * dot, whatever the locale; accuracies are shares 0..1.
   */
  public String csv() {
    return ChartTable.csv(runs);
  }

  /** Where the curves are. */
  ChartPlot plot() {
    return plot;
  }

  private void showRuns() {
    curves.forEach(curve -> curve.series().sizeProperty().removeListener(grown));
    curves = runs.stream().flatMap(run -> run.series().stream().map(series -> new ChartCurve(run, series))).toList();
    curves.forEach(curve -> curve.series().sizeProperty().addListener(grown));
    legend.setRuns(runs);
    chooseVisible();
  }

  private void chooseVisible() {
    plot.show(curves, curves.stream().filter(legend::shows).toList());
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double legendHeight = legend.getChildren().isEmpty() ? 0 : Math.ceil(legend.prefHeight(width) + em.px(0.25));
    legend.resizeRelocate(0, 0, width, legendHeight);
    plot.resizeRelocate(0, legendHeight, width, Math.max(0, getHeight() - legendHeight));
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(45);
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.px(24);
  }

  @Override
  protected double computeMinWidth(double height) {
    return em.px(18);
  }

  @Override
  protected double computeMinHeight(double width) {
    return em.px(11);
  }
}
