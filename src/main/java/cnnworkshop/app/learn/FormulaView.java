package cnnworkshop.app.learn;

import cnnworkshop.app.control.Em;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * A formula, as large as the type around it, standing on its line. One that is too wide for where it is gets smaller.
 */
final class FormulaView extends Region {

  private final Em em = new Em(this::requestLayout);
  private final FormulaOutline outline;
  private final Scale scale = new Scale();

  /**
   * @param latex what a screen reader says
   * @param outline it, typeset
   */
  FormulaView(String latex, FormulaOutline outline) {
    this.outline = outline;
    getStyleClass().add("formula");
    outline.path().getStyleClass().add("formula-path");
    outline.path().getTransforms().add(scale);
    // A group takes the outlines' place without moving them by what they leave empty at their edges.
    Group drawn = new Group(outline.path());
    drawn.setManaged(false);
    getChildren().addAll(em, drawn);
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(latex);
    setMinSize(0, USE_PREF_SIZE);
  }

  private double factor(double width) {
    double factor = em.px(1) / FormulaOutline.SIZE;
    return width > 0 && width < Math.floor(outline.width() * factor) ? width / outline.width() : factor;
  }

  @Override
  public double getBaselineOffset() {
    return outline.baseline() * factor(-1);
  }

  @Override
  protected double computePrefWidth(double height) {
    return outline.width() * factor(-1);
  }

  @Override
  protected double computePrefHeight(double width) {
    return outline.height() * factor(-1);
  }

  @Override
  protected void layoutChildren() {
    double factor = factor(getWidth());
    scale.setX(factor);
    scale.setY(factor);
  }
}
