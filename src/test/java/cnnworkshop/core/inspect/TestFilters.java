package cnnworkshop.core.inspect;

import cnnworkshop.core.net.LayerSpec;
import java.util.Random;

/** Filters of chosen or fixed random numbers. */
final class TestFilters {

  private TestFilters() {}

  /** Filters with these weights and without biases. */
  static Filters of(int count, int channels, int rows, int columns, float... weights) {
    return new Filters(spec(count, rows, columns), channels, weights, new float[count]);
  }

  /** Filters with random weights and biases, −1..1. */
  static Filters random(int count, int channels, int rows, int columns, long seed) {
    Random random = new Random(seed);
    return new Filters(spec(count, rows, columns), channels,
        numbers(count * channels * rows * columns, random), numbers(count, random));
  }

  private static float[] numbers(int count, Random random) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = 2 * random.nextFloat() - 1;
    }
    return numbers;
  }

  private static LayerSpec.Convolution spec(int count, int rows, int columns) {
    return new LayerSpec.Convolution("conv1", count, new LayerSpec.Size(rows, columns), LayerSpec.Size.of(1),
        LayerSpec.Size.of(1), LayerSpec.Padding.SAME, true, LayerSpec.Activation.RELU);
  }
}
