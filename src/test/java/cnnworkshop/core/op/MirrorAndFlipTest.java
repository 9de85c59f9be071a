package cnnworkshop.core.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2D;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.api.ops.impl.transforms.Pad;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** ND4J's {@code pad} and {@code conv2d} are the independent computation. */
class MirrorAndFlipTest {

  private static final int CHANNELS = 2;
  private static final int HEIGHT = 9;
  private static final int WIDTH = 12;

  private final Random random = new Random(5);
  private final float[] input = numbers(CHANNELS * HEIGHT * WIDTH);

  private float[] numbers(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = random.nextFloat() - 0.5f;
    }
    return numbers;
  }

  /**
   * ND4J's conv2d without padding; weights [channel, row, column]. With dilation it fails in this version, so the
   * filter is spread with zeros instead, which is what dilation means.
   */
  private static INDArray conv2d(INDArray padded, float[] weights, int rows, int columns, int stride, int dilation) {
    int channels = (int) padded.size(1);
    INDArray filter = Nd4j.zeros((rows - 1) * dilation + 1, (columns - 1) * dilation + 1, channels, 1);
    for (int cell = 0; cell < weights.length; cell++) {
      filter.putScalar(new int[] {cell / columns % rows * dilation, cell % columns * dilation,
          cell / (rows * columns), 0}, weights[cell]);
    }
    Conv2DConfig config = Conv2DConfig.builder().kH(filter.size(0)).kW(filter.size(1)).sH(stride).sW(stride)
        .paddingMode(PaddingMode.VALID).build();
    return Nd4j.exec(new Conv2D(padded, filter, null, config))[0];
  }

  private static INDArray mirrored(INDArray picture, int vertical, int horizontal) {
    INDArray margins = Nd4j.createFromArray(new long[][] {{0, 0}, {0, 0}, {vertical, vertical},
        {horizontal, horizontal}});
    INDArray out = Nd4j.create(DataType.FLOAT, picture.size(0), picture.size(1), picture.size(2) + 2L * vertical,
        picture.size(3) + 2L * horizontal);
    Nd4j.exec(new Pad(picture, margins, out, Pad.Mode.REFLECT, 0));
    return out;
  }

  private static INDArray zeros(INDArray picture, int margin) {
    INDArray out = Nd4j.zeros(picture.size(0), picture.size(1), picture.size(2) + 2L * margin,
        picture.size(3) + 2L * margin);
    for (long row = 0; row < picture.size(2); row++) {
      for (long column = 0; column < picture.size(3); column++) {
        for (long channel = 0; channel < picture.size(1); channel++) {
          out.putScalar(new long[] {0, channel, row + margin, column + margin},
              picture.getFloat(0, channel, row, column));
        }
      }
    }
    return out;
  }

  @ParameterizedTest
  @CsvSource({"3, 1, 1, 1", "5, 2, 1, 2", "3, 1, 2, 2", "7, 3, 1, 6", "1, 2, 1, 0"})
  void mirroredEdgesAgreeWithNd4j(int size, int stride, int dilation, int padding) {
    float[] weights = numbers(CHANNELS * size * size);
    SlidingAxis axis = new SlidingAxis(size, stride, dilation, false, padding);
    Convolution convolution = new Convolution(weights, new float[] {0.25f}, CHANNELS, axis, axis, Edge.MIRROR);

    INDArray picture = Nd4j.create(input, new long[] {1, CHANNELS, HEIGHT, WIDTH}, 'c');
    INDArray expected = conv2d(mirrored(picture, padding, padding), weights, size, size, stride, dilation).add(0.25f);

    assertThat(expected.shape()).containsExactly(1, 1, axis.outputs(HEIGHT), axis.outputs(WIDTH));
    assertThat(convolution.apply(input, HEIGHT, WIDTH))
        .containsExactly(expected.dup('c').data().asFloat(), within(1e-5f));
  }

  @ParameterizedTest
  @CsvSource({"ZERO, 3, 1, 1, 1", "MIRROR, 5, 2, 1, 2", "ZERO, 3, 1, 2, 0", "MIRROR, 7, 3, 1, 6"})
  void rowByRowGivesTheVerySameNumbers(Edge edge, int size, int stride, int dilation, int padding) {
    float[] weights = numbers(CHANNELS * size * size);
    SlidingAxis axis = new SlidingAxis(size, stride, dilation, false, padding);
    Convolution plain = new Convolution(weights, new float[] {-0.5f}, CHANNELS, axis, axis, edge);
    PaddedInput padded = PaddedInput.of(input, CHANNELS, HEIGHT, WIDTH, padding, edge);

    float[] fast = new RowConvolution(weights, -0.5f, size, stride, dilation).apply(padded);

    assertThat(fast).containsExactly(plain.apply(input, HEIGHT, WIDTH));
    if (edge == Edge.ZERO) {
      INDArray picture = Nd4j.create(input, new long[] {1, CHANNELS, HEIGHT, WIDTH}, 'c');
      INDArray expected = conv2d(zeros(picture, padding), weights, size, size, stride, dilation).sub(0.5f);
      assertThat(fast).containsExactly(expected.dup('c').data().asFloat(), within(1e-5f));
    }
  }

  @ParameterizedTest
  @CsvSource({"ZERO, 0, 1, 1", "ZERO, 1, 1, 1", "MIRROR, 1, 1, 1", "MIRROR, 2, 2, 2"})
  void alongALineItIsAConvolutionOfOneRow(Edge edge, int padding, int stride, int dilation) {
    float[] signal = numbers(11);
    float[] weights = numbers(3);
    LineConvolution line = new LineConvolution(weights, 0.5f,
        new SlidingAxis(3, stride, dilation, false, padding), edge);

    INDArray row = Nd4j.create(signal, new long[] {1, 1, 1, signal.length}, 'c');
    INDArray padded;
    if (edge == Edge.MIRROR) {
      padded = mirrored(row, 0, padding);
    } else {
      padded = zeros(row, padding).get(NDArrayIndex.all(), NDArrayIndex.all(),
          NDArrayIndex.interval(padding, padding + 1), NDArrayIndex.all()).dup('c');
    }
    INDArray expected = conv2d(padded, weights, 1, 3, stride, dilation).add(0.5f);

    assertThat(line.apply(signal)).containsExactly(expected.dup('c').data().asFloat(), within(1e-5f));
  }

  @Test
  void mathematicalConvolutionReadsTheFilterBackwards() {
    float[] one = {0, 0, 1, 0, 0};
    LineConvolution line = new LineConvolution(new float[] {1, 2, 3}, 0, SlidingAxis.valid(3), Edge.ZERO);

    assertThat(line.apply(one)).as("cross-correlation").containsExactly(3, 2, 1);
    assertThat(line.flipped().apply(one)).as("convolution gives the filter back").containsExactly(1, 2, 3);

    SlidingAxis axis = SlidingAxis.valid(2);
    Convolution plane = new Convolution(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, new float[1], 2, axis, axis);
    assertThat(plane.flipped().weights()).containsExactly(4, 3, 2, 1, 8, 7, 6, 5);
  }

  @Test
  void theMirrorStandsOnTheOutermostValue() {
    PaddedInput padded = PaddedInput.of(new float[] {1, 2, 3}, 1, 1, 3, 3, Edge.MIRROR);

    assertThat(padded.height()).isEqualTo(7);
    for (int row = 0; row < padded.height(); row++) {
      float[] seen = new float[padded.width()];
      for (int column = 0; column < seen.length; column++) {
        seen[column] = padded.at(0, row, column);
      }
      assertThat(seen).containsExactly(2, 3, 2, 1, 2, 3, 2, 1, 2);
    }
    assertThat(padded.isMargin(3, 2)).isTrue();
    assertThat(padded.isMargin(3, 3)).isFalse();
  }
}
