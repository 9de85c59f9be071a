package cnnworkshop.app.reuse;

import cnnworkshop.app.control.Em;
import cnnworkshop.core.net.Shape;
import java.util.Optional;
import javafx.scene.layout.Region;

/**
 * What a layer gives, as a box: as high as its maps are large, as wide as they are many, both on a logarithmic scale.
 */
final class MapStack extends Region {

  private static final double LARGEST = 128;
  private static final double MOST = 1024;
  private static final double HIGHEST_EM = 3.2;
  private static final double WIDEST_EM = 4;
  private static final double LEAST_EM = 0.3;

  private final Em em = new Em(this::requestLayout);
  private final Region box = new Region();
  private final Optional<Shape> shape;

  MapStack(Optional<Shape> shape) {
    this.shape = shape;
    box.getStyleClass().add("cut-maps");
    box.setManaged(false);
    getChildren().addAll(em, box);
  }

  private static double length(double number, double most, double longest) {
    return LEAST_EM + (longest - LEAST_EM) * Math.min(1, Math.log(Math.max(1, number)) / Math.log(most));
  }

  @Override
  protected void layoutChildren() {
    box.setVisible(shape.isPresent());
    shape.ifPresent(s -> {
      double width = Math.min(getWidth(), em.px(length(s.channels(), MOST, WIDEST_EM)));
      double height = Math.min(getHeight(), em.px(length(Math.max(s.height(), s.width()), LARGEST, HIGHEST_EM)));
      box.resizeRelocate(Math.round((getWidth() - width) / 2), Math.round((getHeight() - height) / 2),
          Math.round(width), Math.round(height));
    });
  }

  @Override
  protected double computePrefHeight(double width) {
    return em.px(HIGHEST_EM);
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }
}
