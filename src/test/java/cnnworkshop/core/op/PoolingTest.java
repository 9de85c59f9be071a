package cnnworkshop.core.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

class PoolingTest {

  private static final float[] SIXTEEN = {1, 2, 3, 4, 5, 6, 7, 8, -1, -2, 9, 0, -3, -4, 0, 0};

  @Test
  void keepsTheLargestOfEachWindow() {
    assertThat(Pooling.square(Pooling.Kind.MAX, 2, 2, false).apply(SIXTEEN, 1, 4, 4)).containsExactly(6, 8, -1, 9);
  }

  @Test
  void takesTheMeanOfEachWindow() {
    assertThat(Pooling.square(Pooling.Kind.AVERAGE, 2, 2, false).apply(SIXTEEN, 1, 4, 4))
        .containsExactly(3.5f, 5.5f, -2.5f, 2.25f);
  }

  @Test
  void windowsOfStrideOneOverlap() {
    assertThat(Pooling.square(Pooling.Kind.MAX, 2, 1, false).apply(SIXTEEN, 1, 4, 4))
        .containsExactly(6, 7, 8, 6, 9, 9, -1, 9, 9);
  }

  @Test
  void aNegativeMaximumIsNotBeatenByTheEdge() {
    float[] negative = {-5, -6, -7};
    assertThat(Pooling.square(Pooling.Kind.MAX, 3, 1, true).apply(negative, 1, 1, 3)).containsExactly(-5, -5, -6);
  }

  @Test
  void saysWhereTheMaximumIs() {
    Pooling pooling = Pooling.square(Pooling.Kind.MAX, 2, 2, false);
    assertThat(pooling.place(SIXTEEN, 4, 4, 0, 1, 1)).isEqualTo(10);
    assertThat(pooling.place(new float[] {1, 1, 1, 1}, 2, 2, 0, 0, 0)).isZero();
  }

  /** ND4J is the independent computation; columns differ from rows so that swapped axes would show. */
  @ParameterizedTest
  @CsvSource({"2, 2, 2, 2, false", "3, 2, 1, 3, false", "2, 3, 2, 1, true", "3, 3, 2, 2, true", "5, 5, 1, 1, false",
      "4, 2, 3, 2, true", "1, 1, 2, 2, false"})
  void agreesWithNd4j(int rows, int columns, int strideRows, int strideColumns, boolean same) {
    int channels = 3;
    int height = 11;
    int width = 14;
    Random random = new Random(3);
    float[] input = new float[channels * height * width];
    for (int i = 0; i < input.length; i++) {
      input[i] = random.nextFloat() - 0.5f;
    }
    SlidingAxis vertical = new SlidingAxis(rows, strideRows, 1, same, 0);
    SlidingAxis horizontal = new SlidingAxis(columns, strideColumns, 1, same, 0);
    for (Pooling.Kind kind : Pooling.Kind.values()) {
      INDArray expected = Nd4j.exec(DynamicCustomOp
          .builder(kind == Pooling.Kind.MAX ? "maxpool2d" : "avgpool2d")
          .addInputs(Nd4j.create(input, new long[] {1, channels, height, width}, 'c'))
          .addIntegerArguments(rows, columns, strideRows, strideColumns, 0, 0, 1, 1, same ? 1 : 0, 0, 0)
          .build())[0];
      assertThat(expected.shape()).containsExactly(1, channels, vertical.outputs(height), horizontal.outputs(width));
      assertThat(new Pooling(kind, vertical, horizontal).apply(input, channels, height, width)).as(kind.name())
          .containsExactly(expected.dup('c').data().asFloat(), within(1e-6f));
    }
  }
}
