package cnnworkshop.app.control;

import cnnworkshop.core.inspect.FilterPicture;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/**
 * A layer's filters as small pictures with hard pixels, as large as all of them fit side by side in the room there is.
 * They are painted as one picture, so that hundreds of filters that change cost no more than one.
 */
public final class FilterStrip extends Region {

  private static final double GAP_EM = 0.3;
  private static final double PREF_WIDTH_EM = 24;
  private static final double PREF_HEIGHT_EM = 11;
  private static final double MIN_WIDTH_EM = 10;

  private final Em em = new Em(this::requestLayout);
  private final ImageView sheet = new ImageView();
  private final Tooltip tooltip = new Tooltip();
  private List<FilterPicture> pictures = List.of();
  private IntFunction<String> words = filter -> "";
  private FilterStripLayout layout;
  private int gap;

  public FilterStrip() {
    getStyleClass().add("filter-strip");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    sheet.setManaged(false);
    getChildren().addAll(em, sheet);
    Tooltip.install(this, tooltip);
    setOnMouseMoved(event -> point(filterAt(event.getX(), event.getY())));
  }

  /**
   * Shows filters.
   *
   * @param newPictures all of one size; empty for none
   * @param accessibleText what is seen, for a screen reader
   * @param wordsOf what to say of a filter when the pointer is on it, by its number from 0
   */
  public void show(List<FilterPicture> newPictures, String accessibleText, IntFunction<String> wordsOf) {
    boolean likeBefore = areAlike(pictures, newPictures);
    pictures = List.copyOf(newPictures);
    words = wordsOf;
    setAccessibleText(accessibleText);
    if (likeBefore && layout != null) {
      paint();
    } else {
      requestLayout();
    }
  }

  private static boolean areAlike(List<FilterPicture> some, List<FilterPicture> others) {
    return !some.isEmpty() && some.size() == others.size() && some.get(0).columns() == others.get(0).columns()
        && some.get(0).rows() == others.get(0).rows();
  }

  /** The filter under a point of this strip; −1 for none. */
  int filterAt(double x, double y) {
    double scale = ScreenScale.of(this);
    return layout == null || pictures.isEmpty() ? -1
        : layout.at((x - sheet.getX()) * scale, (y - sheet.getY()) * scale, pictures.size(), gap);
  }

  private void point(int filter) {
    tooltip.setText(filter < 0 ? getAccessibleText() : words.apply(filter));
  }

  private void paint() {
    if (pictures.isEmpty()) {
      sheet.setImage(null);
      return;
    }
    FilterPicture one = pictures.get(0);
    int width = Math.min(PixelImage.LARGEST_SIDE, Math.min(pictures.size(), layout.columns()) * layout.step());
    int height = Math.min(PixelImage.LARGEST_SIDE, layout.height(pictures.size()));
    int[] argb = new int[width * height];
    for (int i = 0; i < pictures.size(); i++) {
      int left = i % layout.columns() * layout.step();
      int top = i / layout.columns() * layout.rowStep();
      if (left + one.columns() * layout.block() <= width && top + one.rows() * layout.block() <= height) {
        paint(pictures.get(i), argb, width, left, top);
      }
    }
    double scale = ScreenScale.of(this);
    sheet.setImage(PixelImage.of(width, height, argb));
    sheet.setFitWidth(width / scale);
    sheet.setFitHeight(height / scale);
  }

  private void paint(FilterPicture picture, int[] argb, int width, int left, int top) {
    int block = layout.block();
    for (int row = 0; row < picture.rows() * block; row++) {
      int from = (top + row) * width + left;
      for (int column = 0; column < picture.columns(); column++) {
        Arrays.fill(argb, from + column * block, from + (column + 1) * block,
            picture.argb()[row / block * picture.columns() + column]);
      }
    }
  }

  @Override
  protected void layoutChildren() {
    if (pictures.isEmpty()) {
      paint();
      return;
    }
    layout = layoutFor(getWidth(), getHeight());
    paint();
  }

  private FilterStripLayout layoutFor(double width, double height) {
    double scale = ScreenScale.of(this);
    gap = (int) Math.max(1, Math.round(em.px(GAP_EM) * scale));
    return FilterStripLayout.of((int) Math.max(1, width * scale), (int) Math.max(1, height * scale), pictures.size(),
        pictures.get(0).columns(), pictures.get(0).rows(), gap);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(PREF_WIDTH_EM);
  }

  @Override
  protected double computeMinWidth(double height) {
    return em.px(MIN_WIDTH_EM);
  }

  @Override
  protected double computePrefHeight(double width) {
    double most = em.px(PREF_HEIGHT_EM);
    if (width <= 0 || pictures.isEmpty()) {
      return most;
    }
    // Whole pixels seldom fill the height there is: what is left below is given back.
    return Math.ceil((layoutFor(width, most).height(pictures.size()) - gap) / ScreenScale.of(this));
  }

  @Override
  protected double computeMinHeight(double width) {
    return Math.min(em.px(PREF_HEIGHT_EM / 2), computePrefHeight(width));
  }
}
