package cnnworkshop.app.control;

import cnnworkshop.core.inspect.FaceMark;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;

/** What a mark on a {@link FaceSheet} means: the mark itself, and words. */
public final class FaceMarkKey extends Label {

  private static final int RADIUS = 5;

  /** @param text what it means */
  public FaceMarkKey(FaceMark mark, String text) {
    super(text, picture(mark));
    getStyleClass().add("face-mark-key");
  }

  private static ImageView picture(FaceMark mark) {
    int side = FaceMark.side(RADIUS);
    return new ImageView(PixelImage.of(side, side, mark.picture(RADIUS)));
  }
}
