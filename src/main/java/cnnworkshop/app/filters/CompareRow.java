package cnnworkshop.app.filters;

import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A layer of one network beside the one of that name in the other.
 *
 * @param left null if the left network has none that belongs here
 * @param right null if the right network has none
 * @param norms how large their weights are; null as long as that is not known, or if neither has any
 */
record CompareRow(Layer left, Layer right, Norms norms) {

  /**
   * A layer.
   *
   * @param index its number in its network
   * @param spec its settings
   * @param shape its outputs'
   */
  record Layer(int index, LayerSpec spec, Shape shape) {

    static Layer of(LoadedNetwork network, int index) {
      return new Layer(index, network.spec().layers().get(index), network.outputShapes().get(index));
    }

    /** Whether it is of a kind whose weights can be looked at. */
    boolean hasWeights() {
      return spec instanceof LayerSpec.Convolution || spec instanceof LayerSpec.Dense;
    }
  }

  /**
   * How large weights are: the root of the sum of their squares, biases not counted.
   *
   * @param left NaN if there are none
   * @param right NaN if there are none
   * @param difference of what lies between them; NaN if they are not of one shape
   * @param identical whether weights and biases are the same to the last bit
   * @param numbers how many weights and biases were found to be the same; 0 if they differ
   */
  record Norms(double left, double right, double difference, boolean identical, long numbers) {}

  /** The same with what is now known. */
  CompareRow with(Norms known) {
    return new CompareRow(left, right, known);
  }

  /** What the layer is called. */
  String name() {
    return left == null ? right.spec.name() : left.spec.name();
  }

  /** Whether both have it with the same settings and outputs. */
  boolean isAlike() {
    return left != null && right != null && left.spec.equals(right.spec) && left.shape.equals(right.shape);
  }

  /** Whether there are weights to look at. */
  boolean hasWeights() {
    return left != null && left.hasWeights() || right != null && right.hasWeights();
  }

  /**
   * Puts the layers of two networks beside each other: as many of the same name as can be without changing their order.
   */
  static List<CompareRow> align(LoadedNetwork left, LoadedNetwork right) {
    int[][] common = common(left.spec(), right.spec());
    List<CompareRow> rows = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < left.outputShapes().size() || j < right.outputShapes().size()) {
      if (i < left.outputShapes().size() && j < right.outputShapes().size()
          && sameName(left.spec(), i, right.spec(), j)) {
        rows.add(new CompareRow(Layer.of(left, i++), Layer.of(right, j++), null));
      } else if (j == right.outputShapes().size()
          || i < left.outputShapes().size() && common[i + 1][j] >= common[i][j + 1]) {
        rows.add(new CompareRow(Layer.of(left, i++), null, null));
      } else {
        rows.add(new CompareRow(null, Layer.of(right, j++), null));
      }
    }
    return rows;
  }

  /** How many names the layers from the i-th of one and the j-th of the other on have in common, in order. */
  private static int[][] common(NetworkSpec left, NetworkSpec right) {
    int[][] common = new int[left.layers().size() + 1][right.layers().size() + 1];
    for (int i = left.layers().size() - 1; i >= 0; i--) {
      for (int j = right.layers().size() - 1; j >= 0; j--) {
        common[i][j] = sameName(left, i, right, j) ? common[i + 1][j + 1] + 1
            : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static boolean sameName(NetworkSpec left, int i, NetworkSpec right, int j) {
    return left.layers().get(i).name().equals(right.layers().get(j).name());
  }
}
