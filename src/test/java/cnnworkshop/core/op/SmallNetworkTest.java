package cnnworkshop.core.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions;

class SmallNetworkTest {

  private static final int EXAMPLES = 6;

  private final Random random = new Random(8);
  private final SmallNetwork network = SmallNetwork.random(3, 2, 5, 4, 1);
  private final double[][] inputs = new double[EXAMPLES][];
  private final int[] labels = new int[EXAMPLES];

  {
    for (int i = 0; i < EXAMPLES; i++) {
      inputs[i] = random.doubles(2, -1, 1).toArray();
      labels[i] = i % 2;
    }
    random.nextInt();
    for (int i = 0; i < network.parameters().length; i++) {
      network.parameters()[i] += 0.1; // biases other than 0
    }
  }

  @Test
  void probabilityAndGradientAreThoseOfDl4j() {
    MultiLayerNetwork dl4j = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().dataType(DataType.DOUBLE)
        .updater(new Sgd(1)).list()
        .layer(new DenseLayer.Builder().nIn(2).nOut(5).activation(Activation.RELU).build())
        .layer(new DenseLayer.Builder().nIn(5).nOut(4).activation(Activation.RELU).build())
        .layer(new OutputLayer.Builder(LossFunctions.LossFunction.XENT).nIn(4).nOut(1)
            .activation(Activation.SIGMOID).build())
        .build());
    dl4j.init();
    for (int layer = 1; layer <= 3; layer++) {
      int in = network.sizes()[layer - 1];
      int out = network.sizes()[layer];
      int at = network.weightsOf(layer);
      dl4j.setParam((layer - 1) + "_W", Nd4j.create(Arrays.copyOfRange(network.parameters(), at,
          at + in * out), new long[] {out, in}, 'c').transpose());
      dl4j.setParam((layer - 1) + "_b", Nd4j.create(Arrays.copyOfRange(network.parameters(), at + in * out,
          at + in * out + out)).reshape(1, out));
    }
    INDArray features = Nd4j.create(inputs);
    INDArray targets = Nd4j.create(Arrays.stream(labels).asDoubleStream().toArray()).reshape(EXAMPLES, 1);

    double[] expected = dl4j.output(features).toDoubleVector();
    for (int i = 0; i < EXAMPLES; i++) {
      assertThat(network.probability(inputs[i])).isCloseTo(expected[i], within(1e-9));
    }
    dl4j.setInput(features);
    dl4j.setLabels(targets);
    dl4j.computeGradientAndScore();
    assertThat(network.loss(inputs, labels)).isCloseTo(dl4j.score(), within(1e-9));
    double[] gradient = network.gradient(inputs, labels, null);
    for (int layer = 1; layer <= 3; layer++) {
      int count = network.sizes()[layer - 1] * network.sizes()[layer];
      int at = network.weightsOf(layer);
      double[] theirs = dl4j.gradient().getGradientFor((layer - 1) + "_W").transpose().dup('c').data().asDouble();
      for (int i = 0; i < count; i++) {
        // DL4J keeps the sum over the batch and divides when it steps.
        assertThat(gradient[at + i]).isCloseTo(theirs[i] / EXAMPLES, within(1e-9));
      }
    }
  }

  @Test
  void theGradientUnderAMaskIsWhatTheLossDoesWhenAParameterMoves() {
    DropoutMask[][] masks = new DropoutMask[EXAMPLES][];
    for (int i = 0; i < EXAMPLES; i++) {
      masks[i] = new DropoutMask[] {DropoutMask.draw(5, 0.4, random), DropoutMask.draw(4, 0.4, random)};
    }
    double[] gradient = network.gradient(inputs, labels, masks);
    double step = 1e-6;
    for (int i = 0; i < gradient.length; i++) {
      double slope = (lossWith(i, step, masks) - lossWith(i, -step, masks)) / (2 * step);
      assertThat(gradient[i]).as("parameter " + i).isCloseTo(slope, within(1e-7));
    }
  }

  private double lossWith(int parameter, double moved, DropoutMask[][] masks) {
    double[] parameters = network.parameters().clone();
    parameters[parameter] += moved;
    SmallNetwork other = new SmallNetwork(network.sizes(), parameters);
    double sum = 0;
    for (int i = 0; i < EXAMPLES; i++) {
      double z = other.values(inputs[i], masks[i])[3][0];
      sum += Math.log(1 + Math.exp(labels[i] == 1 ? -z : z));
    }
    return sum / EXAMPLES;
  }

  @Test
  void aDroppedUnitGivesNothingAndAKeptOneMore() {
    DropoutMask[] masks = {new DropoutMask(new boolean[] {true, false, true, false, true}, 0.5),
        new DropoutMask(new boolean[] {true, true, true, true}, 0)};
    double[] all = network.values(inputs[0], null)[1];
    double[] some = network.values(inputs[0], masks)[1];
    assertThat(some).containsExactly(new double[] {2 * all[0], 0, 2 * all[2], 0, 2 * all[4]}, within(1e-12));
  }

  @Test
  void aUnitTakenOutDoesNotCountAnyMore() {
    DropoutMask[] masks = {new DropoutMask(new boolean[] {true, true, false, true, true}, 0),
        new DropoutMask(new boolean[] {true, true, true, true}, 0)};
    assertThat(network.without(1, 2).values(inputs[1], null)[3]).isEqualTo(network.values(inputs[1], masks)[3]);
  }
}
