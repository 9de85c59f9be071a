package cnnworkshop.core.net.onednn;

import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Pool;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.NetworkSpec.Loss;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl.algorithm;

/**
 * A network's layers as nodes. ReLU is applied where sums are written, or, with dropout, in its pass. In training it
 * changes places with a maximum pooling behind it, max(ReLU) = ReLU(max), for it then has a quarter of the values to go
 * through, and its gradient too. A softmax at the end is left to the loss.
 */
final class Nodes {

  private enum Kind { CONVOLUTION, DENSE, NORMALIZATION, POOLING, ACTIVATION, DROPOUT }

  /** A function before nodes are made of it: of a layer's settings it is the sums alone, or the activation alone. */
  private record Function(Kind kind, int layer, Activation activation) {
    boolean isRelu() {
      return kind == Kind.ACTIVATION && activation == Activation.RELU;
    }

    boolean sums() {
      return kind == Kind.CONVOLUTION || kind == Kind.DENSE;
    }
  }

  private final NetworkSpec spec;
  private final boolean training;
  private final List<Function> functions = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Integer> layers = new ArrayList<>();

  private Nodes(NetworkSpec spec, boolean training) {
    this.spec = spec;
    this.training = training;
    for (int i = 0; i < spec.layers().size(); i++) {
      add(i);
    }
    if (training) {
      poolBeforeRelu();
    }
  }

  /**
   * @param arrays of each layer
   * @param gradients of each layer; null for predicting
   * @param draws what is random in training; null for predicting
   */
  static Nodes of(NetworkSpec spec, List<LayerArrays> arrays, List<LayerArrays> gradients, Draws draws) {
    Nodes made = new Nodes(spec, gradients != null);
    made.make(arrays, gradients, draws);
    return made;
  }

  /** Whether all layers and their order are ones that nodes can be made of, and the loss one they can be trained by. */
  static boolean canBeMadeOf(NetworkSpec spec) {
    int last = spec.layers().size() - 1;
    for (int i = 0; i <= last; i++) {
      if (!isKnown(spec.layers().get(i), i == last)) {
        return false;
      }
    }
    return last >= 0;
  }

  /** Whether a training's loss and last activation are a pair that is known. */
  static boolean canBeTrained(NetworkSpec spec) {
    return spec.layers().get(spec.layers().size() - 1) instanceof LayerSpec.Dense dense
        && switch (spec.loss()) {
          case CROSS_ENTROPY -> dense.activation() == Activation.SOFTMAX;
          case MEAN_SQUARED_ERROR -> dense.activation() != Activation.SOFTMAX;
          case OTHER -> false;
        };
  }

  private static boolean isKnown(LayerSpec layer, boolean last) {
    if (layer instanceof LayerSpec.Convolution c) {
      return isKnown(c.activation(), false);
    }
    if (layer instanceof LayerSpec.Dense d) {
      return isKnown(d.activation(), last);
    }
    if (layer instanceof LayerSpec.ActivationOnly a) {
      return isKnown(a.activation(), false);
    }
    if (layer instanceof LayerSpec.Pooling p) {
      return p.pool() != Pool.OTHER;
    }
    if (layer instanceof LayerSpec.GlobalPooling g) {
      return g.pool() != Pool.OTHER;
    }
    return layer instanceof LayerSpec.BatchNormalization || layer instanceof LayerSpec.Dropout;
  }

  private static boolean isKnown(Activation activation, boolean last) {
    return activation != Activation.OTHER && (activation != Activation.SOFTMAX || last);
  }

  /** Whether the last layer makes probabilities, which nodes leave out. */
  static boolean endsInSoftmax(NetworkSpec spec) {
    return spec.layers().get(spec.layers().size() - 1) instanceof LayerSpec.Dense dense
        && dense.activation() == Activation.SOFTMAX;
  }

  List<Node> nodes() {
    return nodes;
  }

  /** For each node the number of its layer. */
  List<Integer> layers() {
    return layers;
  }

  private void add(int layer) {
    LayerSpec settings = spec.layers().get(layer);
    if (settings instanceof LayerSpec.Convolution c) {
      add(Kind.CONVOLUTION, layer);
      add(layer, c.activation());
    } else if (settings instanceof LayerSpec.Dense d) {
      add(Kind.DENSE, layer);
      add(layer, d.activation());
    } else if (settings instanceof LayerSpec.ActivationOnly a) {
      add(layer, a.activation());
    } else if (settings instanceof LayerSpec.BatchNormalization) {
      add(Kind.NORMALIZATION, layer);
    } else if (settings instanceof LayerSpec.Pooling || settings instanceof LayerSpec.GlobalPooling) {
      add(Kind.POOLING, layer);
    } else if (training && settings instanceof LayerSpec.Dropout d && d.dropRate() > 0) {
      add(Kind.DROPOUT, layer);
    }
  }

  private void add(Kind kind, int layer) {
    functions.add(new Function(kind, layer, Activation.LINEAR));
  }

  private void add(int layer, Activation activation) {
    if (activation != Activation.LINEAR && activation != Activation.SOFTMAX) {
      functions.add(new Function(Kind.ACTIVATION, layer, activation));
    }
  }

  private void poolBeforeRelu() {
    for (int i = 0; i + 1 < functions.size(); i++) {
      Function next = functions.get(i + 1);
      if (functions.get(i).isRelu() && next.kind == Kind.POOLING && isMaximum(next.layer)) {
        functions.set(i + 1, functions.get(i));
        functions.set(i, next);
      }
    }
  }

  private boolean isMaximum(int layer) {
    LayerSpec settings = spec.layers().get(layer);
    return settings instanceof LayerSpec.Pooling p ? p.pool() == Pool.MAX
        : ((LayerSpec.GlobalPooling) settings).pool() == Pool.MAX;
  }

  private void make(List<LayerArrays> arrays, List<LayerArrays> gradients, Draws draws) {
    for (int i = 0; i < functions.size(); i++) {
      Function f = functions.get(i);
      boolean reluNext = i + 1 < functions.size() && functions.get(i + 1).isRelu();
      boolean dropoutNext = i + 1 < functions.size() && functions.get(i + 1).kind == Kind.DROPOUT;
      LayerArrays own = arrays.get(f.layer);
      LayerArrays learned = gradients == null ? null : gradients.get(f.layer);
      LayerSpec settings = spec.layers().get(f.layer);
      layers.add(f.layer);
      switch (f.kind) {
        case CONVOLUTION -> nodes.add(new ConvolutionNode((LayerSpec.Convolution) settings, own, learned, reluNext));
        case DENSE -> nodes.add(new DenseNode((LayerSpec.Dense) settings, own, learned, reluNext));
        case NORMALIZATION -> nodes.add(new NormalizationNode(own, learned));
        case POOLING -> nodes.add(pooling(settings, i > 0 && !lastRemembers()));
        case DROPOUT -> nodes.add(new DropoutNode(draws, i, rate(f), false, lastRemembers()));
        default -> {
          if (f.isRelu() && dropoutNext) {
            // Counted as the dropout's: ReLU alone would cost next to nothing.
            i++;
            layers.set(layers.size() - 1, functions.get(i).layer);
            nodes.add(new DropoutNode(draws, i, rate(functions.get(i)), true, lastRemembers()));
          } else {
            boolean done = f.isRelu() && i > 0 && functions.get(i - 1).sums();
            nodes.add(new ActivationNode(algorithm(f.activation), done, lastRemembers()));
          }
        }
      }
    }
  }

  /** Activations look at what they made on the way back: nothing may be written over it. */
  private boolean lastRemembers() {
    Node last = nodes.isEmpty() ? null : nodes.get(nodes.size() - 1);
    return training && (last instanceof ActivationNode || last instanceof DropoutNode);
  }

  private double rate(Function dropout) {
    return ((LayerSpec.Dropout) spec.layers().get(dropout.layer)).dropRate();
  }

  /** @param intoGiven whether what is pooled was made by a node that doesn't look at it again */
  private static Node pooling(LayerSpec settings, boolean intoGiven) {
    if (settings instanceof LayerSpec.Pooling p) {
      return new PoolingNode(p.pool() == Pool.MAX, (rows, columns) ->
          new Window(p.window(), p.stride(), LayerSpec.Size.of(1), p.padding(), rows, columns), intoGiven);
    }
    return new PoolingNode(((LayerSpec.GlobalPooling) settings).pool() == Pool.MAX, Window::whole, intoGiven);
  }

  private static algorithm algorithm(Activation activation) {
    return switch (activation) {
      case RELU -> algorithm.eltwise_relu_use_dst_for_bwd;
      case TANH -> algorithm.eltwise_tanh_use_dst_for_bwd;
      case SIGMOID -> algorithm.eltwise_logistic_use_dst_for_bwd;
      default -> throw new IllegalArgumentException("not by itself: " + activation);
    };
  }
}
