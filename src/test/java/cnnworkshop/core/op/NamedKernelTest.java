package cnnworkshop.core.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class NamedKernelTest {

  private static double sum(float[] weights) {
    return IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 7})
  void blurKeepsTheMeanAndIdentityEverything(int size) {
    assertThat(sum(NamedKernel.BLUR.weights(size))).isEqualTo(1, within(1e-6));
    float[] identity = NamedKernel.IDENTITY.weights(size);
    assertThat(identity[size * size / 2]).isEqualTo(1);
    assertThat(sum(identity)).isEqualTo(1);
  }

  @Test
  void blurOfThreeIsTheWellKnownOne() {
    assertThat(NamedKernel.BLUR.weights(3)).containsExactly(1 / 16f, 2 / 16f, 1 / 16f, 2 / 16f, 4 / 16f, 2 / 16f,
        1 / 16f, 2 / 16f, 1 / 16f);
  }

  @ParameterizedTest
  @EnumSource(names = {"SOBEL_LEFT", "SOBEL_RIGHT", "SOBEL_TOP", "SOBEL_BOTTOM", "OUTLINE"})
  void edgesAreZeroWhereNothingChanges(NamedKernel kernel) {
    assertThat(sum(kernel.weights(5))).isZero();
  }

  @Test
  void sobelAnswersTheSideThatIsBrighter() {
    float[] brightOnTheRight = {0, 0, 1, 0, 0, 1, 0, 0, 1};
    assertThat(answer(NamedKernel.SOBEL_RIGHT, brightOnTheRight)).isEqualTo(4);
    assertThat(answer(NamedKernel.SOBEL_LEFT, brightOnTheRight)).isEqualTo(-4);
    float[] brightAbove = {1, 1, 1, 0, 0, 0, 0, 0, 0};
    assertThat(answer(NamedKernel.SOBEL_TOP, brightAbove)).isEqualTo(4);
    assertThat(answer(NamedKernel.SOBEL_BOTTOM, brightAbove)).isEqualTo(-4);
  }

  private static float answer(NamedKernel kernel, float[] picture) {
    SlidingAxis axis = SlidingAxis.valid(3);
    return new Convolution(kernel.weights(3), new float[1], 1, axis, axis).at(picture, 3, 3, 0, 0, 0);
  }

  @Test
  void aLargerKernelHasZerosAroundAndASmallerOneItsMiddle() {
    float[] nine = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    float[] larger = NamedKernel.recentred(nine, 3, 5);
    assertThat(larger[6]).isEqualTo(1);
    assertThat(larger[18]).isEqualTo(9);
    assertThat(sum(larger)).isEqualTo(45);
    assertThat(NamedKernel.recentred(larger, 5, 3)).containsExactly(nine);
    assertThat(NamedKernel.recentred(nine, 3, 1)).containsExactly(5);
  }
}
