package cnnworkshop.app.learn;

import javafx.scene.layout.VBox;

/**
 * Rows one under the other in a scroll pane, some of them with lines that break. A scroll pane asks how high this is
 * before it says how wide: it is as wide as it was, and lines break so.
 */
final class StageRows extends VBox {

  @Override
  protected double computeMinHeight(double width) {
    return super.computeMinHeight(width < 0 && getWidth() > 0 ? getWidth() : width);
  }
}
