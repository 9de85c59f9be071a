package cnnworkshop.core.inspect;

import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Convolution;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Size;
import cnnworkshop.core.net.Shape;
import java.util.Arrays;
import java.util.Random;

/** Photos and filters with seeded random numbers, and the values the plain operation gives for them. */
final class TestMaps {

  private TestMaps() {}

  static Photo photo(int width, int height) {
    Random random = new Random(31L * width + height);
    return Photo.ofRgb(width, height, random.ints((long) width * height).toArray());
  }

  /** The workshop's conv1: 32 filters 3×3 on greys, no padding, ReLU. */
  static Filters conv1() {
    return filters(Convolution.relu("conv1", 32, 3, Padding.VALID), 1);
  }

  static Filters filters(int count, int rows, int columns, Size stride, Size dilation, Padding padding,
      Activation activation, int channels) {
    return filters(new Convolution("conv1", count, new Size(rows, columns), stride, dilation, padding, true,
        activation), channels);
  }

  static Filters filters(Convolution spec, int channels) {
    Random random = new Random(5);
    float[] weights = new float[spec.filters() * channels * spec.filter().rows() * spec.filter().columns()];
    float[] biases = new float[spec.filters()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) random.nextGaussian() / 3;
    }
    for (int i = 0; i < biases.length; i++) {
      biases[i] = (float) random.nextGaussian() / 10;
    }
    return new Filters(spec, channels, weights, biases);
  }

  /** What the plain operation and the activation function's textbook formula give, [filter, row, column]. */
  static float[] expected(Filters filters, float[] input, int width, int height) {
    float[] values = filters.operation().apply(input, height, width);
    for (int i = 0; i < values.length; i++) {
      float x = values[i];
      values[i] = switch (filters.spec().activation()) {
        case RELU -> x > 0 ? x : 0;
        case SIGMOID -> (float) (1 / (1 + Math.exp(-x)));
        case TANH -> (float) Math.tanh(x);
        default -> x;
      };
    }
    return values;
  }

  static float[] expected(Filters filters, Photo photo) {
    float[] input = photo.planes(filters.channels(), 0, 0, photo.width(), photo.height());
    return expected(filters, input, photo.width(), photo.height());
  }

  static FeatureMaps featureMaps(int maps, int rows, int columns, float... values) {
    return new FeatureMaps(new Shape(maps, rows, columns), values);
  }

  static float[] map(float[] all, Maps maps, int map) {
    int size = maps.width() * maps.height();
    return Arrays.copyOfRange(all, map * size, (map + 1) * size);
  }
}
