package cnnworkshop.core.op;

import static org.assertj.core.api.Assertions.assertThat;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocallyConnected2D;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class WeightCountTest {

  private static long parameters(Layer layer, InputType input) {
    NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().list().layer(layer);
    if (!(layer instanceof OutputLayer)) {
      list.layer(new CnnLossLayer.Builder().activation(Activation.IDENTITY).build());
    }
    MultiLayerNetwork network = new MultiLayerNetwork(list.setInputType(input).build());
    network.init();
    return network.numParams();
  }

  @Test
  void theWorkshopsNumbers() {
    assertThat(WeightCount.dense(100 * 100, 64)).isEqualTo(640_000);
    assertThat(WeightCount.convolution(64, 3 * 3)).isEqualTo(576);
  }

  @Test
  void dl4jsLayersHaveAsManyAndABiasEach() {
    assertThat(WeightCount.dense(20 * 20, 8))
        .isEqualTo(parameters(new OutputLayer.Builder(LossFunction.MSE).nOut(8).activation(Activation.IDENTITY).build(),
            InputType.convolutionalFlat(20, 20, 1)) - 8);
    assertThat(WeightCount.convolution(8, 3 * 3 * 2)).isEqualTo(parameters(
        new ConvolutionLayer.Builder(3, 3).nOut(8).build(), InputType.convolutional(20, 20, 2)) - 8);
    assertThat(WeightCount.unshared(8, 3 * 3 * 2, 6 * 6)).isEqualTo(parameters(
        new LocallyConnected2D.Builder().kernelSize(3, 3).nOut(8).hasBias(false)
            .convolutionMode(ConvolutionMode.Truncate).activation(Activation.IDENTITY)
            .setInputSize(8, 8).build(), InputType.convolutional(8, 8, 2)));
  }
}
