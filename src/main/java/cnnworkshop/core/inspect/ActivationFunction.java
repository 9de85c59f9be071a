package cnnworkshop.core.inspect;

import cnnworkshop.core.net.LayerSpec.Activation;

/** The activation functions that act on each value alone, so that maps need nothing but the value. */
final class ActivationFunction {

  private ActivationFunction() {}

  /** Whether {@link #apply} computes it. */
  static boolean known(Activation activation) {
    return switch (activation) {
      case LINEAR, RELU, SIGMOID, TANH -> true;
      case SOFTMAX, OTHER -> false;
    };
  }

  /** The function's value for a sum. */
  static float apply(Activation activation, float x) {
    return switch (activation) {
      case LINEAR -> x;
      case RELU -> Math.max(0f, x);
      case SIGMOID -> (float) (1 / (1 + Math.exp(-x)));
      case TANH -> (float) Math.tanh(x);
      case SOFTMAX, OTHER -> throw new IllegalArgumentException("not a function of one value: " + activation);
    };
  }

  /** Replaces the first {@code count} sums by the function's values. */
  static void apply(Activation activation, float[] values, int count) {
    switch (activation) {
      case LINEAR -> { }
      // A loop of its own for the usual case, which then needs a vector instruction or two for many values.
      case RELU -> {
        for (int i = 0; i < count; i++) {
          values[i] = Math.max(0f, values[i]);
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          values[i] = apply(activation, values[i]);
        }
      }
    }
  }
}
