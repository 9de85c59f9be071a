package cnnworkshop.app.reuse;

import cnnworkshop.app.control.Em;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** The line along which a network is cut. */
final class Scissors extends Region {

  private final Em em = new Em(this::requestLayout);
  private final Line line = new Line();
  private final FontIcon icon = new FontIcon(Material2AL.CONTENT_CUT);

  Scissors(String hint) {
    getStyleClass().add("cut-scissors");
    line.getStyleClass().add("cut-line");
    line.setManaged(false);
    icon.setManaged(false);
    // Blades up and down, along the line.
    icon.setRotate(90);
    getChildren().addAll(em, line, icon);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    Tooltip.install(this, new Tooltip(hint));
  }

  @Override
  protected void layoutChildren() {
    double x = Math.round(getWidth() / 2) + 0.5;
    double width = icon.prefWidth(-1);
    double height = icon.prefHeight(-1);
    icon.resizeRelocate(x - width / 2, getHeight() - height - em.px(0.2), width, height);
    line.setStartX(x);
    line.setEndX(x);
    line.setStartY(em.px(0.2));
    line.setEndY(getHeight() - height - em.px(0.4));
  }
}
