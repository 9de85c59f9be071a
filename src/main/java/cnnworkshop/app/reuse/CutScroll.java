package cnnworkshop.app.reuse;

import javafx.scene.control.ScrollPane;

/** The picture of a cut network, moved so that the scissors are seen, and the layer that is chosen. */
final class CutScroll extends ScrollPane {

  /** How much is seen on either side of what has to be seen, as a share of the width. */
  private static final double AROUND = 0.15;

  private final CutPicture picture;

  CutScroll(CutPicture picture, CutModel model) {
    super(picture);
    this.picture = picture;
    getStyleClass().addAll("bounded-scroll", "cut-scroll");
    setVbarPolicy(ScrollBarPolicy.NEVER);
    setFitToHeight(true);
    setFocusTraversable(false);
    model.planProperty().addListener((p, before, now) -> reveal(picture.cutAt()));
    model.selectedProperty().addListener((p, before, now) -> reveal(picture.selectedAt()));
    viewportBoundsProperty().addListener((p, before, now) -> reveal(picture.cutAt()));
    picture.widthProperty().addListener((p, before, now) -> reveal(picture.cutAt()));
  }

  /** @param x pixels from the picture's left edge */
  private void reveal(double x) {
    double view = getViewportBounds().getWidth();
    double hidden = picture.prefWidth(-1) - view;
    if (view > 0 && hidden > 0) {
      double left = getHvalue() * hidden;
      double wanted = Math.max(x - (1 - AROUND) * view, Math.min(x - AROUND * view, left));
      setHvalue(Math.max(0, Math.min(1, wanted / hidden)));
    }
  }
}
