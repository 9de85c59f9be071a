package cnnworkshop.app.control;

import cnnworkshop.core.image.Photo;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/** A small picture as large as it gets room, enlarged with hard pixels. */
public final class PatchPicture extends Region {

  private final ImageView view = new ImageView();
  private Photo photo;
  private double drawnScale;

  public PatchPicture() {
    getStyleClass().add("patch-picture");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    view.setManaged(false);
    getChildren().add(view);
  }

  /**
   * Shows a picture.
   *
   * @param newPhoto at most 4096 pixels a side; null for none
   * @param accessibleText what is seen
   */
  public void show(Photo newPhoto, String accessibleText) {
    setAccessibleText(accessibleText);
    if (newPhoto != photo) {
      photo = newPhoto;
      drawnScale = 0;
      view.setImage(null);
      requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    if (photo == null || getWidth() < 1 || getHeight() < 1) {
      return;
    }
    PhotoFit fit = PhotoFit.within(getWidth(), getHeight(), photo.width(), photo.height());
    double scale = fit.width() / photo.width() * ScreenScale.of(this);
    if (scale != drawnScale) {
      drawnScale = scale;
      Image image = PixelImage.of(photo);
      view.setImage(HardPixels.enlarged(image, scale));
    }
    view.setX(Math.round((getWidth() - fit.width()) / 2));
    view.setY(Math.round((getHeight() - fit.height()) / 2));
    view.setFitWidth(fit.width());
    view.setFitHeight(fit.height());
  }
}
