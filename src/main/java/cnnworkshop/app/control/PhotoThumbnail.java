package cnnworkshop.app.control;

import cnnworkshop.core.image.Photo;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/** The middle square of a photo, as wide as its style says. */
public final class PhotoThumbnail extends Region {

  private static final double SIDE_EM = 4.5;

  private final Em em = new Em(this::requestLayout);
  private final ImageView view = new ImageView();

  /** @param accessibleText what is seen, for a screen reader */
  public PhotoThumbnail(Photo photo, String accessibleText) {
    getStyleClass().add("photo-thumbnail");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(accessibleText);
    Photo small = photo.reducedTo(PixelImage.LARGEST_SIDE);
    int side = Math.min(small.width(), small.height());
    view.setImage(PixelImage.of(small));
    view.setViewport(new Rectangle2D((small.width() - side) / 2.0, (small.height() - side) / 2.0, side, side));
    view.setManaged(false);
    getChildren().addAll(em, view);
  }

  @Override
  protected double computePrefWidth(double height) {
    return em.px(SIDE_EM) + snappedLeftInset() + snappedRightInset();
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.px(SIDE_EM) + snappedTopInset() + snappedBottomInset();
  }

  @Override
  protected double computeMinWidth(double height) {
    return computePrefWidth(height);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    view.relocate(snappedLeftInset(), snappedTopInset());
    view.setFitWidth(getWidth() - snappedLeftInset() - snappedRightInset());
    view.setFitHeight(getHeight() - snappedTopInset() - snappedBottomInset());
  }
}
