package cnnworkshop.app.control;

import javafx.scene.Node;

/** How many pixels of the screen a pixel of the layout is. */
final class ScreenScale {

  private ScreenScale() {}

  /** 1 on a plain screen or in no window, 2 on a screen of double density. */
  static double of(Node node) {
    return node.getScene() == null || node.getScene().getWindow() == null ? 1
        : node.getScene().getWindow().getRenderScaleX();
  }
}
