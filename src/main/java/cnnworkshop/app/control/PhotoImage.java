package cnnworkshop.app.control;

import cnnworkshop.core.image.Photo;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;

/**
 * The photo itself in a {@link PhotoPane}, sharp at any size: reduced by areas, enlarged with hard pixels.
 * A large photo is there at once from skipped pixels, and well as soon as the background work is done.
 */
final class PhotoImage extends ImageView {

  /** Up to here the good picture is made at once; the work takes a few milliseconds. */
  private static final long AT_ONCE_PIXELS = 1_000_000;

  private final Executor background;
  private Photo photo;
  private PhotoLevels levels;
  private PhotoFit fit;
  private Image shown;
  private double shownScale;

  /** @param background where large photos are made smaller */
  PhotoImage(Executor background) {
    this.background = background;
    setManaged(false);
  }

  /** Takes another photo; null for none. */
  void setPhoto(Photo newPhoto) {
    photo = newPhoto;
    if (photo == null) {
      levels = null;
      shown = null;
      setImage(null);
    } else if ((long) photo.width() * photo.height() <= AT_ONCE_PIXELS) {
      levels = PhotoLevels.of(photo);
    } else {
      levels = PhotoLevels.sketch(photo);
      background.execute(() -> {
        PhotoLevels good = PhotoLevels.of(newPhoto);
        Platform.runLater(() -> {
          // A photo that came in the meantime stays.
          if (photo == newPhoto) {
            levels = good;
            show(fit);
          }
        });
      });
    }
  }

  /** Draws the photo in its place; null for none. */
  void show(PhotoFit newFit) {
    fit = newFit;
    setVisible(fit != null && levels != null);
    if (!isVisible()) {
      return;
    }
    double pixels = ScreenScale.of(this);
    Image image = levels.atLeast(Math.max(fit.width(), fit.height()) * pixels);
    double scale = fit.width() / image.getWidth() * pixels;
    boolean enlarged = scale > 1;
    // What is enlarged must be made anew when its size changes; reductions are drawn as they are.
    if (image != shown || enlarged && scale != shownScale) {
      shown = image;
      shownScale = scale;
      setImage(HardPixels.enlarged(image, scale));
    }
    setX(fit.left());
    setY(fit.top());
    setFitWidth(Math.max(1, fit.width()));
    setFitHeight(Math.max(1, fit.height()));
  }
}
