package cnnworkshop.core.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FittedKernelTest {

  @ParameterizedTest
  @EnumSource(NamedKernel.class)
  void inAPlaceOfItsOwnSizeAKernelIsAsItIs(NamedKernel kernel) {
    FittedKernel fitted = FittedKernel.of(kernel, 3, 3);

    assertThat(fitted.weights()).isEqualTo(kernel.weights(3));
    assertThat(fitted.padded()).isFalse();
    assertThat(fitted.cropped()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 7, 9, 11})
  void inOddSquaresItIsAsTheNamedKernelsThemselvesAre(int size) {
    for (NamedKernel kernel : NamedKernel.values()) {
      assertThat(FittedKernel.of(kernel, size, size).weights()).containsExactly(kernel.weights(size), within(1e-7f));
    }
  }

  @Test
  void inALargerPlaceZerosComeAroundIt() {
    FittedKernel fitted = FittedKernel.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, 3, 3, 4, 5);

    assertThat(fitted.weights()).containsExactly(
        0, 1, 2, 3, 0,
        0, 4, 5, 6, 0,
        0, 7, 8, 9, 0,
        0, 0, 0, 0, 0);
    assertThat(fitted.padded()).isTrue();
    assertThat(fitted.cropped()).isFalse();
  }

  @Test
  void inASmallerPlaceOnlyItsMiddleIsLeft() {
    FittedKernel fitted = FittedKernel.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, 3, 3, 1, 2);

    assertThat(fitted.weights()).containsExactly(5, 6);
    assertThat(fitted.padded()).isFalse();
    assertThat(fitted.cropped()).isTrue();
  }

  @Test
  void aPlaceCanBeLargerOneWayAndSmallerTheOther() {
    FittedKernel fitted = FittedKernel.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, 3, 3, 1, 5);

    assertThat(fitted.weights()).containsExactly(0, 4, 5, 6, 0);
    assertThat(fitted.padded()).isTrue();
    assertThat(fitted.cropped()).isTrue();
  }

  @Test
  void aBlurIsKnownForEverySizeAndKeepsTheBrightness() {
    for (int rows = 1; rows <= 11; rows++) {
      for (int columns = 1; columns <= 11; columns++) {
        FittedKernel fitted = FittedKernel.of(NamedKernel.BLUR, rows, columns);
        double sum = 0;
        for (float weight : fitted.weights()) {
          sum += weight;
        }
        assertThat(sum).as("%d×%d", rows, columns).isCloseTo(1, within(1e-6));
        assertThat(fitted.padded() || fitted.cropped()).isFalse();
      }
    }
    assertThat(FittedKernel.of(NamedKernel.BLUR, 1, 4).weights()).containsExactly(new float[] {1 / 8f, 3 / 8f, 3 / 8f,
        1 / 8f}, within(1e-7f));
  }
}
