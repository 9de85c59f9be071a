package cnnworkshop.app.filters;

import cnnworkshop.core.inspect.Occlusion.Fill;
import cnnworkshop.core.inspect.Saliency.Look;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How answers are explained: the method and what each of them can be set to. */
final class WhySettings {

  /** Limits of what can be set. */
  static final double MOST_COPIES = 200;
  static final double MOST_NOISE = 1;
  static final double MOST_ARROWS = 20;

  private final ObjectProperty<WhyMethod> method = new SimpleObjectProperty<>(this, "method", WhyMethod.OCCLUSION);
  private final DoubleProperty patch = new SimpleDoubleProperty(this, "patch", 12);
  private final DoubleProperty step = new SimpleDoubleProperty(this, "step", 4);
  private final ObjectProperty<Fill> fill = new SimpleObjectProperty<>(this, "fill", Fill.GREY);
  private final ObjectProperty<Look> look = new SimpleObjectProperty<>(this, "look", Look.STRENGTH);
  private final DoubleProperty copies = new SimpleDoubleProperty(this, "copies", 24);
  private final DoubleProperty noise = new SimpleDoubleProperty(this, "noise", 0.15);
  private final DoubleProperty arrows = new SimpleDoubleProperty(this, "arrows", 5);
  private final DoubleProperty opacity = new SimpleDoubleProperty(this, "opacity", 0.6);

  ObjectProperty<WhyMethod> methodProperty() {
    return method;
  }

  /** Pixels a side of the patch; whole, from 1. */
  DoubleProperty patchProperty() {
    return patch;
  }

  /** Pixels from one place of the patch to the next; whole, from 1. */
  DoubleProperty stepProperty() {
    return step;
  }

  ObjectProperty<Fill> fillProperty() {
    return fill;
  }

  /** What is shown of a gradient. */
  ObjectProperty<Look> lookProperty() {
    return look;
  }

  /** How many noisy copies; whole, from 1. */
  DoubleProperty copiesProperty() {
    return copies;
  }

  /** The noise's standard deviation, as a share of the picture's range. */
  DoubleProperty noiseProperty() {
    return noise;
  }

  /** How many times as long as pushes are their arrows are drawn; whole, from 1. */
  DoubleProperty arrowsProperty() {
    return arrows;
  }

  /** Of what is laid over the picture, 0..1. */
  DoubleProperty opacityProperty() {
    return opacity;
  }
}
