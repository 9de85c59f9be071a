package cnnworkshop.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.inspect.Transplant.Channels;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Size;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.op.NamedKernel;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TransplantTest {

  private final Filters grey = filters(2, 1, 3);
  private final Filters colour = filters(2, 3, 3);

  private static Filters filters(int count, int channels, int size) {
    float[] weights = new float[count * channels * size * size];
    Random random = new Random(channels * 100 + size);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextFloat() - 0.5f;
    }
    return new Filters(new LayerSpec.Convolution("conv1", count, Size.of(size), Size.of(1), Size.of(1), Padding.SAME,
        false, Activation.LINEAR), channels, weights, new float[count]);
  }

  /** The map of a filter over a picture whose channels are all the same grey. */
  private static float[] onGrey(float[] weights, Filters like) {
    Filters one = new Filters(new LayerSpec.Convolution("conv1", 1, like.spec().filter(), Size.of(1), Size.of(1),
        Padding.SAME, false, Activation.LINEAR), like.channels(), weights, new float[1]);
    float[] picture = new float[like.channels() * 64];
    Random random = new Random(5);
    for (int i = 0; i < 64; i++) {
      float value = random.nextFloat();
      for (int channel = 0; channel < like.channels(); channel++) {
        picture[channel * 64 + i] = value;
      }
    }
    return LayerMaps.convolve(one, new FeatureMaps(new Shape(like.channels(), 8, 8), picture), () -> false).values();
  }

  private static float[] weights(Filters filters, int filter) {
    return EditedFilter.of(filters, filter).weights();
  }

  @Test
  void aNamedKernelDoesToAGreyPictureTheSameInAnyNumberOfChannels() {
    Transplant one = Transplant.of(NamedKernel.SOBEL_LEFT, grey);
    Transplant three = Transplant.of(NamedKernel.SOBEL_LEFT, colour);

    assertThat(one.weights()).isEqualTo(NamedKernel.SOBEL_LEFT.weights(3));
    assertThat(one.channels()).isEqualTo(Channels.KEPT);
    assertThat(three.channels()).isEqualTo(Channels.SHARED);
    assertThat(onGrey(three.weights(), colour)).containsExactly(onGrey(one.weights(), grey), within(1e-5f));
  }

  @Test
  void inOneChannelTheOthersStayAsTheyWere() {
    float[] before = weights(colour, 1);
    Transplant put = Transplant.of(NamedKernel.EMBOSS, colour, before, 2);

    for (int i = 0; i < 18; i++) {
      assertThat(put.weights()[i]).isEqualTo(before[i]);
    }
    for (int i = 0; i < 9; i++) {
      assertThat(put.weights()[18 + i]).isEqualTo(NamedKernel.EMBOSS.weights(3)[i]);
    }
    assertThat(put.channels()).isEqualTo(Channels.ONE);
  }

  @Test
  void aFilterOfALikeLayerGoesOverAsItIs() {
    Transplant put = Transplant.of(filters(2, 3, 3), 1, colour);

    assertThat(put.weights()).isEqualTo(weights(colour, 1));
    assertThat(put.channels()).isEqualTo(Channels.KEPT);
    assertThat(put.padded() || put.cropped()).isFalse();
  }

  @Test
  void aColourFilterSumsItsChannelsForGrey() {
    Transplant put = Transplant.of(colour, 0, grey);

    assertThat(put.channels()).isEqualTo(Channels.SHARED);
    assertThat(onGrey(put.weights(), grey)).containsExactly(onGrey(weights(colour, 0), colour), within(1e-5f));
  }

  @Test
  void aGreyFilterIsSpreadOverColours() {
    Transplant put = Transplant.of(grey, 1, colour);

    assertThat(onGrey(put.weights(), colour)).containsExactly(onGrey(weights(grey, 1), grey), within(1e-5f));
  }

  @Test
  void aFilterOfAnotherSizeIsPaddedOrCropped() {
    Filters large = filters(1, 1, 5);
    Transplant padded = Transplant.of(grey, 0, large);
    Transplant cropped = Transplant.of(large, 0, grey);

    assertThat(padded.padded()).isTrue();
    assertThat(padded.weights()[0]).isZero();
    assertThat(padded.weights()[12]).isEqualTo(weights(grey, 0)[4]);
    assertThat(onGrey(padded.weights(), large)).containsExactly(onGrey(weights(grey, 0), grey), within(1e-5f));
    assertThat(cropped.cropped()).isTrue();
    assertThat(cropped.weights()[4]).isEqualTo(large.weights()[12]);
  }
}
