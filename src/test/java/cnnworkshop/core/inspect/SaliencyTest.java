package cnnworkshop.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.inspect.Explained.Direction;
import cnnworkshop.core.inspect.Explained.OfClass;
import cnnworkshop.core.inspect.Explained.OfPoint;
import cnnworkshop.core.inspect.Saliency.Look;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SaliencyTest {

  private static final Shape COLOURS = new Shape(3, 1, 2);
  private static final float[] PICTURE = {0.5f, 1, 0, 0.25f, 1, 1};

  private static Saliency of(float[]... gradients) {
    SmoothGradient one = SmoothGradient.plain(COLOURS, PICTURE);
    one.add(gradients);
    return one.mean();
  }

  @Test
  void strengthIsThatOfTheStrongestChannel() {
    assertThat(of(new float[] {1, 2, -3, 0, 2, -5}).map(Look.STRENGTH)).containsExactly(3, 5);
  }

  @Test
  void strengthOfAPlaceIsTheLengthOfBothItsGradients() {
    Saliency both = of(new float[] {3, 0, 0, 0, 0, 1}, new float[] {4, 0, 0, 0, 0, 0});

    assertThat(both.map(Look.STRENGTH)).containsExactly(5, 1);
    assertThat(both.values()).containsExactly(3, 0, 0, 0, 0, 1, 4, 0, 0, 0, 0, 0);
  }

  @Test
  void signedIsWhatALighterPixelDoes() {
    assertThat(of(new float[] {1, 2, -3, 0, 2, -5}).map(Look.SIGNED)).containsExactly(0, -3);
  }

  @Test
  void timesInputIsWhatThePixelAsItIsAdds() {
    assertThat(of(new float[] {1, 2, -3, 4, 2, -5}).map(Look.TIMES_INPUT)).containsExactly(2.5f, -2);
  }

  @Test
  void whichWayAPointGoesCantBeSaidForBothWaysAtOnce() {
    assertThat(Saliency.shows(Look.SIGNED, new OfPoint(Keypoint.NOSE_TIP, Direction.ANY))).isFalse();
    assertThat(Saliency.shows(Look.STRENGTH, new OfPoint(Keypoint.NOSE_TIP, Direction.ANY))).isTrue();
    assertThat(Saliency.shows(Look.SIGNED, new OfPoint(Keypoint.NOSE_TIP, Direction.DOWN))).isTrue();
    assertThat(Saliency.shows(Look.TIMES_INPUT, new OfClass(2))).isTrue();
  }

  @Test
  void aPointsGradientIsInPixelsOfTheView() {
    List<float[]> both = new OfPoint(Keypoint.RIGHT_EYE_CENTER, Direction.ANY).outputWeights(30);

    assertThat(both).hasSize(2);
    assertThat(both.get(0)[2]).isEqualTo(48);
    assertThat(both.get(1)[3]).isEqualTo(48);
    assertThat(new OfClass(3).outputWeights(10)).singleElement()
        .satisfies(weights -> assertThat(weights).containsExactly(0, 0, 0, 1, 0, 0, 0, 0, 0, 0));
  }

  /** The share of the range, no bias, and no more than chance explains: 3 σ / √n. */
  @Test
  void noiseHasItsShareOfThePicturesRangeAndComesAgainWithItsSeed() {
    float[] picture = new float[10_000];
    Arrays.fill(picture, 0.2f);
    picture[0] = 0.6f;
    Shape shape = new Shape(1, 100, 100);
    SmoothGradient noisy = new SmoothGradient(shape, picture, 3, 0.25, 7);

    float[] copies = noisy.noisy(0, 3);

    double squares = 0;
    double sum = 0;
    for (int i = 0; i < copies.length; i++) {
      double noise = copies[i] - picture[i % picture.length];
      squares += noise * noise / copies.length;
      sum += noise / copies.length;
    }
    assertThat(Math.sqrt(squares)).isEqualTo(0.1, within(0.002));
    assertThat(sum).isEqualTo(0, within(3 * 0.1 / Math.sqrt(copies.length)));
    assertThat(noisy.noisy(1, 1)).as("whenever it is asked for")
        .containsExactly(Arrays.copyOfRange(copies, 10_000, 20_000));
    assertThat(new SmoothGradient(shape, picture, 3, 0.25, 8).noisy(0, 1))
        .as("another seed").isNotEqualTo(Arrays.copyOf(copies, 10_000));
  }

  @Test
  void aSmoothGradientIsTheMeanOfTheGradientsOfItsCopies() throws Exception {
    NativePath.choose(null);
    NetworkSpec spec = new NetworkSpec("bent", new Shape(3, 8, 8), List.of(
        new LayerSpec.Convolution("conv1", 3, LayerSpec.Size.of(3), LayerSpec.Size.of(1), LayerSpec.Size.of(1),
            LayerSpec.Padding.VALID, true, LayerSpec.Activation.TANH),
        new LayerSpec.Dense("output", 30, LayerSpec.Activation.LINEAR)), NetworkSpec.Loss.MEAN_SQUARED_ERROR);
    float[] picture = new float[192];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = i * 37 % 100 / 100f;
    }
    Explained nose = new OfPoint(Keypoint.NOSE_TIP, Direction.ANY);
    try (Network network = Dl4jBackend.start(0).create(spec, new Backend.Updater.Adam(), 2)) {
      SmoothGradient smooth = new SmoothGradient(spec.input(), picture, 5, 0.3, 1);
      for (int from = 0; from < 5; from += 2) {
        int count = Math.min(2, 5 - from);
        smooth.add(SmoothGradient.gradients(network, nose, smooth.noisy(from, count), count));
      }

      assertThat(smooth.isComplete()).isTrue();
      double[] expected = new double[192];
      float[] down = new float[30];
      down[2 * Keypoint.NOSE_TIP.ordinal() + 1] = 48;
      for (int copy = 0; copy < 5; copy++) {
        float[] one = network.scoreGradient(smooth.noisy(copy, 1), 1, down);
        for (int i = 0; i < expected.length; i++) {
          expected[i] += one[i] / 5.0;
        }
      }
      float[] values = smooth.mean().values();
      for (int i = 0; i < expected.length; i++) {
        assertThat((double) values[192 + i]).isEqualTo(expected[i], within(1e-4));
      }
    }
  }
}
