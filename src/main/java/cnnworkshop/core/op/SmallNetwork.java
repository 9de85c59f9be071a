package cnnworkshop.core.op;

import java.util.Random;

/**
 * A small fully connected network with dropout in plain loops, to look into while it learns. ReLU in hidden layers, one
 * output: the probability of class 1, 1/(1 + e^−z). The loss is the mean of −ln(probability of the right class). Immutable.
 *
 * @param sizes units of each layer, inputs first, 1 at the end
 * @param parameters for each layer after the inputs its weights, [unit, unit before], then its biases
 */
public record SmallNetwork(int[] sizes, double[] parameters) {

  /** A network with seeded random weights: of mean 0 and variance 2/inputs of the unit (He and others, 2015). */
  public static SmallNetwork random(long seed, int... sizes) {
    Random random = new Random(seed);
    int count = 0;
    for (int layer = 1; layer < sizes.length; layer++) {
      count += sizes[layer] * (sizes[layer - 1] + 1);
    }
    double[] parameters = new double[count];
    int at = 0;
    for (int layer = 1; layer < sizes.length; layer++) {
      int weights = sizes[layer] * sizes[layer - 1];
      for (int i = 0; i < weights; i++) {
        parameters[at + i] = random.nextGaussian() * Math.sqrt(2.0 / sizes[layer - 1]);
      }
      at += weights + sizes[layer];
    }
    return new SmallNetwork(sizes, parameters);
  }

  /** Where the weights of a layer begin; layer 1 is the first after the inputs. */
  public int weightsOf(int layer) {
    int at = 0;
    for (int before = 1; before < layer; before++) {
      at += sizes[before] * (sizes[before - 1] + 1);
    }
    return at;
  }

  /**
   * The values of every layer for one example: what each gives to the next, masks and their scaling while training
   * included.
   *
   * @param masks one for each hidden layer; null if all units are there
   * @return [layer][unit]; the last is the output's sum z, before the probability is made of it
   */
  public double[][] values(double[] input, DropoutMask[] masks) {
    double[][] values = new double[sizes.length][];
    values[0] = input;
    for (int layer = 1; layer < sizes.length; layer++) {
      int weights = weightsOf(layer);
      int before = sizes[layer - 1];
      boolean hidden = layer < sizes.length - 1;
      values[layer] = new double[sizes[layer]];
      for (int unit = 0; unit < sizes[layer]; unit++) {
        double sum = parameters[weights + sizes[layer] * before + unit];
        for (int i = 0; i < before; i++) {
          sum += parameters[weights + unit * before + i] * values[layer - 1][i];
        }
        values[layer][unit] = hidden ? Math.max(0, sum) * factor(masks, layer, unit) : sum;
      }
    }
    return values;
  }

  private static double factor(DropoutMask[] masks, int layer, int unit) {
    return masks == null ? 1 : masks[layer - 1].factor(unit, DropoutMask.Scaling.WHILE_TRAINING);
  }

  /** The probability of class 1, all units there. */
  public double probability(double... input) {
    return 1 / (1 + Math.exp(-values(input, null)[sizes.length - 1][0]));
  }

  /** The mean loss over examples, all units there. */
  public double loss(double[][] inputs, int[] labels) {
    double sum = 0;
    for (int i = 0; i < inputs.length; i++) {
      sum += loss(values(inputs[i], null)[sizes.length - 1][0], labels[i]);
    }
    return sum / inputs.length;
  }

  /** −ln of the probability of the right class, written so that no large z overflows. */
  private static double loss(double z, int label) {
    double wrong = label == 1 ? -z : z;
    return Math.max(0, wrong) + Math.log1p(Math.exp(-Math.abs(wrong)));
  }

  /**
   * The gradient of a batch's mean loss, by going backwards through the layers.
   *
   * @param masks [example][hidden layer]; null if all units are there
   * @return in the order of the parameters
   */
  public double[] gradient(double[][] inputs, int[] labels, DropoutMask[][] masks) {
    double[] gradient = new double[parameters.length];
    for (int example = 0; example < inputs.length; example++) {
      DropoutMask[] mine = masks == null ? null : masks[example];
      double[][] values = values(inputs[example], mine);
      int last = sizes.length - 1;
      double probability = 1 / (1 + Math.exp(-values[last][0]));
      double[] slopes = {(probability - labels[example]) / inputs.length};
      for (int layer = last; layer > 0; layer--) {
        slopes = back(layer, slopes, values[layer - 1], mine, gradient);
      }
    }
    return gradient;
  }

  /** Adds a layer's part of the gradient, and gives the slopes of the sums of the layer before. */
  private double[] back(int layer, double[] slopes, double[] given, DropoutMask[] masks, double[] gradient) {
    int weights = weightsOf(layer);
    int before = sizes[layer - 1];
    double[] slopesBefore = new double[before];
    for (int unit = 0; unit < sizes[layer]; unit++) {
      gradient[weights + sizes[layer] * before + unit] += slopes[unit];
      for (int i = 0; i < before; i++) {
        gradient[weights + unit * before + i] += slopes[unit] * given[i];
        slopesBefore[i] += slopes[unit] * parameters[weights + unit * before + i];
      }
    }
    for (int i = 0; i < before; i++) {
      // ReLU and mask let a slope through where they let a value through.
      slopesBefore[i] *= layer > 1 && given[i] > 0 ? factor(masks, layer - 1, i) : 0;
    }
    return slopesBefore;
  }

  /** This network with one unit of a hidden layer taken out: all weights from it are 0. */
  public SmallNetwork without(int layer, int unit) {
    double[] changed = parameters.clone();
    int weights = weightsOf(layer + 1);
    for (int next = 0; next < sizes[layer + 1]; next++) {
      changed[weights + next * sizes[layer] + unit] = 0;
    }
    return new SmallNetwork(sizes, changed);
  }
}
