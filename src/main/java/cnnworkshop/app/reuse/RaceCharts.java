package cnnworkshop.app.reuse;

import cnnworkshop.app.control.ComparisonChart;
import cnnworkshop.app.control.Em;
import cnnworkshop.app.control.LiveChart;
import cnnworkshop.core.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The two charts of a race, beside each other, or in little room one above the other. */
final class RaceCharts extends Region {

  private static final double BESIDE_EM = 40;
  private static final double HEIGHT_EM = 17;
  private static final double GAP_EM = 1.5;

  private final Em em = new Em(this::requestLayout);
  private final RaceModel model;
  private final Texts texts;
  private final ComparisonChart overSteps;
  private final ComparisonChart overPictures;
  private final VBox left;
  private final VBox right;

  RaceCharts(RaceModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    overPictures = new ComparisonChart(texts, texts.get("reuse.chart.pictures"), ComparisonChart.Axis.LOGARITHMIC,
        texts.get("reuse.chart.pictures.axis"));
    overPictures.emptyTextProperty().set(texts.get("reuse.chart.pictures.empty"));
    Bindings.bindContent(overPictures.lines(), model.overPictures());
    overSteps = new ComparisonChart(texts, texts.get("reuse.chart.steps"), ComparisonChart.Axis.LINEAR,
        texts.get("reuse.chart.steps.axis"));
    overSteps.emptyTextProperty().set(texts.get("reuse.chart.steps.empty"));
    Bindings.bindContent(overSteps.lines(), model.overSteps());
    overPictures.measureProperty().bind(Bindings.createObjectBinding(() -> measure(model.racedProperty().get()),
        model.racedProperty()));
    overSteps.measureProperty().bind(Bindings.createObjectBinding(() -> measure(model.shownProperty().get()),
        model.shownProperty()));
    Label steps = new Label();
    steps.textProperty().bind(Bindings.createStringBinding(this::titleOverSteps, model.overSteps(),
        model.shownProperty()));
    left = titled(steps, overSteps);
    right = titled(new Label(texts.get("reuse.chart.pictures")), overPictures);
    getChildren().addAll(em, left, right);
  }

  private static LiveChart.Measure measure(RacePlan plan) {
    return plan == null || plan.task().hasClasses() ? LiveChart.Measure.ACCURACY : LiveChart.Measure.PIXELS;
  }

  private String titleOverSteps() {
    RacePlan plan = model.shownProperty().get();
    return plan == null || model.perClass() == 0 ? texts.get("reuse.chart.steps")
        : texts.get(plan.task().hasClasses() ? "reuse.chart.steps.of" : "reuse.chart.steps.of-points",
            model.perClass());
  }

  private static VBox titled(Label title, ComparisonChart chart) {
    title.getStyleClass().add("reuse-label");
    title.setWrapText(true);
    VBox.setVgrow(chart, Priority.ALWAYS);
    VBox box = new VBox(title, chart);
    box.getStyleClass().add("reuse-inner");
    return box;
  }

  /** How single trainings go. */
  ComparisonChart overSteps() {
    return overSteps;
  }

  /** What was reached with how many pictures. */
  ComparisonChart overPictures() {
    return overPictures;
  }

  private boolean isBeside(double width) {
    return width < 0 || width >= em.px(BESIDE_EM);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected void layoutChildren() {
    double gap = em.px(GAP_EM);
    if (isBeside(getWidth())) {
      double half = Math.floor((getWidth() - gap) / 2);
      left.resizeRelocate(0, 0, half, getHeight());
      right.resizeRelocate(getWidth() - half, 0, half, getHeight());
    } else {
      double half = Math.floor((getHeight() - gap) / 2);
      left.resizeRelocate(0, 0, getWidth(), half);
      right.resizeRelocate(0, getHeight() - half, getWidth(), half);
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return isBeside(width) ? em.px(HEIGHT_EM) : em.px(2 * HEIGHT_EM + GAP_EM);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMinWidth(double height) {
    return em.px(18);
  }
}
