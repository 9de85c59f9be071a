package cnnworkshop.app.control;

import javafx.scene.text.Text;

/**
 * Knows how many pixels an em is where it is added as a child: the font size reaches it by inheritance.
 * Invisible and without a place of its own, so that controls that draw by hand grow with the type.
 */
public final class Em extends Text {

  /** @param changed what to do when the font size changes */
  public Em(Runnable changed) {
    setManaged(false);
    setVisible(false);
    fontProperty().addListener((property, before, after) -> changed.run());
  }

  /** So many em in pixels. */
  public double px(double em) {
    return em * getFont().getSize();
  }
}
