package cnnworkshop.app.control;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/** What the colours of a {@link ConfusionMatrix} mean: an upright bar of them, shares of the row beside it. */
final class ConfusionLegend extends Region {

  private static final double[] SHARES = {0, 0.05, 0.2, 0.5, 1};
  private static final double BAR_EM = 0.8;
  private static final double GAP_EM = 0.3;

  private final Em em = new Em(this::requestLayout);
  private final ImageView bar = new ImageView();
  private final Region border = new Region();
  private final List<Label> numbers = new ArrayList<>();
  private int drawnHeight;

  /** @param locale numbers are written as in this */
  ConfusionLegend(Locale locale) {
    getStyleClass().add("confusion-legend");
    border.getStyleClass().add("legend-bar");
    bar.setManaged(false);
    getChildren().addAll(em, bar, border);
    NumberFormat percent = NumberFormat.getPercentInstance(locale);
    for (double share : SHARES) {
      Label number = new Label(percent.format(share));
      number.getStyleClass().add("legend-number");
      numbers.add(number);
    }
    getChildren().addAll(numbers);
  }

  @Override
  protected void layoutChildren() {
    double width = Math.round(em.px(BAR_EM));
    double height = Math.max(1, Math.round(getHeight()));
    draw((int) Math.min(PixelImage.LARGEST_SIDE, height * ScreenScale.of(this)));
    bar.setFitWidth(width);
    bar.setFitHeight(height);
    border.resizeRelocate(0, 0, width, height);
    double last = Double.POSITIVE_INFINITY;
    for (int i = 0; i < SHARES.length; i++) {
      Label number = numbers.get(i);
      double labelHeight = number.prefHeight(-1);
      double middle = (1 - ConfusionColours.place(SHARES[i])) * height;
      double y = Math.max(0, Math.min(height - labelHeight, middle - labelHeight / 2));
      // On a low bar, numbers that would lie on the one below or on the topmost are left out.
      boolean fits = y + labelHeight <= last && (i == SHARES.length - 1 || i == 0 || y >= labelHeight);
      number.setVisible(fits);
      number.resizeRelocate(width + em.px(GAP_EM), Math.round(y), number.prefWidth(-1), labelHeight);
      last = fits ? y : last;
    }
  }

  private void draw(int height) {
    if (height == drawnHeight) {
      return;
    }
    drawnHeight = height;
    int[] argb = new int[height];
    for (int y = 0; y < height; y++) {
      argb[y] = ConfusionColours.atPlace(1 - (y + 0.5) / height);
    }
    bar.setImage(PixelImage.of(1, height, argb));
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.ceil(em.px(BAR_EM + GAP_EM) + numbers.stream().mapToDouble(n -> n.prefWidth(-1)).max().orElse(0));
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.px(8);
  }

  @Override
  protected double computeMinHeight(double width) {
    return em.px(2);
  }
}
