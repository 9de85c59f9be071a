package cnnworkshop.core.inspect;

import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a dense unit's value came about: input × weight over all inputs, the sum, the bias, the activation.
 *
 * @param inputs how many inputs there are
 * @param silent how many of them are 0 and add nothing
 * @param largest the terms that add or take away most, the largest first; at most {@value #SHOWN}
 * @param rest what all other terms come to
 * @param sum what all terms come to
 * @param bias the unit's bias
 * @param activation what is done to sum + bias
 * @param exponentials of softmax: e to the power of each unit's sum with bias, added up, all divided by e to the power
 *     of {@code reference} so that none is too large; 0 for other functions
 * @param reference of softmax: the largest sum with bias of any unit; 0 for other functions
 * @param value the unit's value
 */
public record DenseOrigin(int inputs, int silent, List<Term> largest, double rest, double sum, float bias,
    Activation activation, double exponentials, double reference, float value) implements ValueOrigin {

  /** How many terms are kept. */
  public static final int SHOWN = 100;

  /**
   * One input.
   *
   * @param input its number, maps one after the other, each row by row
   * @param value what comes in
   * @param weight what it is multiplied by
   * @param product both multiplied
   */
  public record Term(int input, float value, float weight, float product) {}

  public DenseOrigin {
    largest = List.copyOf(largest);
  }

  /**
   * @param weights of all units, [input, unit]
   * @param biases of all units
   */
  static DenseOrigin of(LayerSpec.Dense layer, float[] weights, float[] biases, FeatureMaps before, int unit,
      float value) {
    int units = biases.length;
    float[] in = before.values();
    float[] products = new float[in.length];
    double sum = 0;
    int silent = 0;
    for (int i = 0; i < in.length; i++) {
      products[i] = in[i] * weights[i * units + unit];
      sum += products[i];
      silent += in[i] == 0 ? 1 : 0;
    }
    List<Term> largest = IntStream.range(0, in.length).filter(i -> products[i] != 0).boxed()
        .sorted(Comparator.comparingDouble(i -> -Math.abs(products[i]))).limit(SHOWN)
        .map(i -> new Term(i, in[i], weights[i * units + unit], products[i])).toList();
    double rest = sum - largest.stream().mapToDouble(Term::product).sum();
    double[] all = layer.activation() == Activation.SOFTMAX ? sums(weights, biases, in) : new double[] {0};
    double reference = IntStream.range(0, all.length).mapToDouble(i -> all[i]).max().orElseThrow();
    double exponentials = layer.activation() != Activation.SOFTMAX ? 0
        : IntStream.range(0, all.length).mapToDouble(i -> Math.exp(all[i] - reference)).sum();
    return new DenseOrigin(in.length, silent, largest, rest, sum, biases[unit], layer.activation(), exponentials,
        reference, value);
  }

  private static double[] sums(float[] weights, float[] biases, float[] in) {
    double[] sums = new double[biases.length];
    for (int unit = 0; unit < sums.length; unit++) {
      sums[unit] = biases[unit];
      for (int i = 0; i < in.length; i++) {
        sums[unit] += in[i] * weights[i * sums.length + unit];
      }
    }
    return sums;
  }

  /** Sum + bias. */
  public double beforeActivation() {
    return sum + bias;
  }
}
