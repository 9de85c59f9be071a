package cnnworkshop.core.net;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What becomes of a picture's values before the first layer sees them: {@code (value − offset) · factor}.
 *
 * @param offset the value that becomes 0
 * @param factor how far apart two values 1 apart are afterwards; above 0
 */
public record InputScale(double offset, double factor) {

  /** Values 0..1 as they are. */
  public static final InputScale NONE = new InputScale(0, 1);

  /**
   * Values 0..1 to −1..1. With inputs that are all above 0 every weight of a dense layer's unit is pushed the same way by
   * Adam's first steps, and most units fall silent for good; half of the values below 0 keep them alive.
   */
  public static final InputScale CENTRED = new InputScale(0.5, 2);

  /** @throws IllegalArgumentException if the factor is not above 0, or one of both is no number */
  public InputScale {
    if (!(factor > 0) || !Double.isFinite(factor) || !Double.isFinite(offset)) {
      throw new IllegalArgumentException("inputs can't be scaled by " + offset + " and " + factor);
    }
  }

  /** Whether values stay as they are. */
  @JsonIgnore
  public boolean isNone() {
    return equals(NONE);
  }

  /** What becomes of a value. */
  public float of(float value) {
    return (float) ((value - offset) * factor);
  }

  /** What becomes of values, in their order; the very array if they stay as they are. */
  public float[] of(float[] values) {
    if (isNone()) {
      return values;
    }
    float[] scaled = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = of(values[i]);
    }
    return scaled;
  }
}
