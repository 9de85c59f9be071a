package cnnworkshop.app.control;

import cnnworkshop.core.inspect.ColourScale;
import cnnworkshop.core.inspect.ValueRange;
import cnnworkshop.core.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/** What the colours of a map mean: a bar of them with the values at its ends and in its middle. */
public final class ScaleLegend extends Region {

  private static final double BAR_EM = 0.9;

  private final Texts texts;
  private final Em em = new Em(this::requestLayout);
  private final Region border = new Region();
  private final ImageView bar = new ImageView();
  private final Label low = label(Pos.CENTER_LEFT);
  private final Label middle = label(Pos.CENTER);
  private final Label high = label(Pos.CENTER_RIGHT);
  private ColourScale colours;
  private ValueRange drawn;

  /** @param texts what it says */
  public ScaleLegend(Texts texts) {
    this.texts = texts;
    getStyleClass().add("scale-legend");
    setAccessibleRole(AccessibleRole.TEXT);
    border.getStyleClass().add("legend-bar");
    bar.setManaged(false);
    getChildren().addAll(em, bar, border, low, middle, high);
    show(null, null);
  }

  /**
   * Shows a scale.
   *
   * @param scale the colours; null for none: the bar goes, its room stays
   * @param range the values they run over; the signed scale runs as far below zero as above
   */
  public void show(ColourScale scale, ValueRange range) {
    boolean any = scale != null && range != null && Float.isFinite(range.low()) && Float.isFinite(range.high());
    getChildren().forEach(child -> child.setVisible(any && child != em));
    if (!any) {
      setAccessibleText(null);
      return;
    }
    float reach = Math.max(Math.abs(range.low()), Math.abs(range.high()));
    float from = scale == ColourScale.SIGNED ? -reach : range.low();
    float to = scale == ColourScale.SIGNED ? reach : range.high();
    colours = scale;
    drawn = new ValueRange(from, to);
    NumberText numbers = NumberText.fitting(texts.locale(), Math.max(Math.abs(from), Math.abs(to)));
    low.setText(numbers.of(from));
    middle.setText(numbers.of((from + (double) to) / 2));
    high.setText(numbers.of(to));
    requestLayout();
    setAccessibleText(texts.get("control.legend.accessible", low.getText(), high.getText()));
  }

  private static Label label(Pos alignment) {
    Label label = new Label();
    label.getStyleClass().add("legend-number");
    label.setAlignment(alignment);
    return label;
  }

  /** The bar is painted in the screen's own pixels: a short picture drawn longer would blur at its ends. */
  private void drawBar(double barHeight) {
    double scale = ScreenScale.of(this);
    int width = (int) Math.min(PixelImage.LARGEST_SIDE, Math.round(getWidth() * scale));
    int height = (int) Math.max(1, Math.round(barHeight * scale));
    if (colours == null || width < 2) {
      return;
    }
    float[] values = new float[width * height];
    for (int i = 0; i < values.length; i++) {
      values[i] = drawn.low() + (drawn.high() - drawn.low()) * (i % width) / (width - 1);
    }
    bar.setImage(PixelImage.of(width, height, colours.paint(values, drawn)));
    bar.setFitWidth(getWidth());
    bar.setFitHeight(barHeight);
  }

  @Override
  protected void layoutChildren() {
    double barHeight = Math.round(em.px(BAR_EM));
    drawBar(barHeight);
    border.resizeRelocate(0, 0, getWidth(), barHeight);
    double third = getWidth() / 3;
    double height = low.prefHeight(-1);
    low.resizeRelocate(0, barHeight, third, height);
    middle.resizeRelocate(third, barHeight, third, height);
    high.resizeRelocate(2 * third, barHeight, third, height);
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(14);
  }

  @Override
  protected double computeMinWidth(double height) {
    return em.px(9);
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.round(em.px(BAR_EM)) + low.prefHeight(-1);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMaxHeight(double width) {
    return computePrefHeight(width);
  }
}
