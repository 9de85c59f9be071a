package cnnworkshop.core.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ConvolutionTest {

  private static final float[] NINE = {1, 2, 3, 4, 5, 6, 7, 8, 9};

  @Test
  void multipliesAndAddsWithoutFlippingTheFilter() {
    float[] weights = {1, 10, 100, 1000};
    Convolution convolution =
        new Convolution(weights, new float[] {0.5f}, 1, SlidingAxis.valid(2), SlidingAxis.valid(2));
    assertThat(convolution.apply(NINE, 3, 3)).containsExactly(5421.5f, 6532.5f, 8754.5f, 9865.5f);
  }

  @Test
  void addsChannelsUpAndKeepsFiltersApart() {
    float[] input = {1, 2, 3, 4, 10, 20, 30, 40};
    float[] weights = {1, 2, 3, 4};
    SlidingAxis one = SlidingAxis.valid(1);
    Convolution convolution = new Convolution(weights, new float[] {0, 100}, 2, one, one);
    assertThat(convolution.apply(input, 2, 2)).containsExactly(21, 42, 63, 84, 143, 186, 229, 272);
  }

  @Test
  void fixedPaddingAddsZerosAllAround() {
    SlidingAxis padded = new SlidingAxis(3, 2, 1, false, 1);
    float[] ones = {1, 1, 1, 1, 1, 1, 1, 1, 1};
    Convolution convolution = new Convolution(ones, new float[1], 1, padded, padded);
    assertThat(convolution.apply(NINE, 3, 3)).containsExactly(12, 16, 24, 28);
  }

  @Test
  void samePaddingPutsTheOddRowBelowAndTheOddColumnRight() {
    SlidingAxis same = new SlidingAxis(2, 1, 1, true, 0);
    float[] ones = {1, 1, 1, 1};
    Convolution convolution = new Convolution(ones, new float[1], 1, same, same);
    assertThat(convolution.apply(NINE, 3, 3)).containsExactly(12, 16, 9, 24, 28, 15, 15, 17, 9);
  }

  @Test
  void dilationLooksAtEverySecondCell() {
    SlidingAxis holes = new SlidingAxis(2, 1, 2, false, 0);
    Convolution convolution = new Convolution(new float[] {1, 10, 100, 1000}, new float[1], 1, holes, holes);
    assertThat(convolution.apply(NINE, 3, 3)).containsExactly(9731);
  }

  /** DL4J is the independent computation; columns differ from rows so that swapped axes would show. */
  @ParameterizedTest
  @CsvSource({
      "1, 3, 3, 1, 1, 1, false, 0", "3, 3, 3, 1, 1, 1, true, 0", "2, 2, 5, 2, 1, 1, true, 0",
      "1, 5, 2, 3, 2, 1, false, 2", "2, 3, 2, 1, 1, 2, true, 0", "2, 2, 3, 1, 2, 2, false, 1"})
  void agreesWithDl4j(int channels, int rows, int columns, int strideRows, int strideColumns, int dilation,
      boolean same, int padding) {
    int height = 11;
    int width = 14;
    int filters = 3;
    MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().seed(7).list()
        .layer(new ConvolutionLayer.Builder(rows, columns).nOut(filters).stride(strideRows, strideColumns)
            .dilation(dilation, dilation).convolutionMode(same ? ConvolutionMode.Same : ConvolutionMode.Truncate)
            .padding(padding, padding).activation(Activation.IDENTITY).build())
        .layer(new CnnLossLayer.Builder().activation(Activation.IDENTITY).build())
        .setInputType(InputType.convolutional(height, width, channels)).build());
    network.init();
    network.setParam("0_b", Nd4j.createFromArray(0.5f, -1f, 2f).reshape(1, filters));
    float[] input = new float[channels * height * width];
    Random random = new Random(3);
    for (int i = 0; i < input.length; i++) {
      input[i] = random.nextFloat();
    }
    INDArray expected = network.output(Nd4j.create(input, new long[] {1, channels, height, width}, 'c'));

    Convolution convolution = new Convolution(network.getParam("0_W").dup('c').data().asFloat(),
        network.getParam("0_b").dup().data().asFloat(), channels,
        new SlidingAxis(rows, strideRows, dilation, same, padding),
        new SlidingAxis(columns, strideColumns, dilation, same, padding));

    assertThat(expected.shape()).containsExactly(1, filters, convolution.vertical().outputs(height),
        convolution.horizontal().outputs(width));
    assertThat(convolution.apply(input, height, width))
        .containsExactly(expected.dup('c').data().asFloat(), within(1e-5f));
  }
}
