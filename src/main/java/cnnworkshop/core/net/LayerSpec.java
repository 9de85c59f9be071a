package cnnworkshop.core.net;

/** One layer of a network, as settings: what a person would write on a whiteboard. */
public sealed interface LayerSpec {

  /** The layer's name, unique in its network, such as {@code conv1}. */
  String name();

  /** Rows and columns of a filter, window, stride, dilation or padding. */
  record Size(int rows, int columns) {
    /** The same number both ways. */
    public static Size of(int both) {
      return new Size(both, both);
    }
  }

  /** How a sliding window meets the edge of its input. */
  record Padding(boolean same, Size size) {
    /** The window stays inside: the output is smaller than the input. */
    public static final Padding VALID = new Padding(false, Size.of(0));
    /** Zeros are added so that a stride of 1 keeps the size. */
    public static final Padding SAME = new Padding(true, Size.of(0));

    /** A fixed number of zero rows above and below, and columns left and right. */
    public static Padding of(Size size) {
      return new Padding(false, size);
    }
  }

  /** What a layer does to each sum. {@code OTHER}: a function that only DL4J computes. */
  enum Activation { LINEAR, RELU, SOFTMAX, SIGMOID, TANH, OTHER }

  /** How a pooling window is summed up. {@code OTHER}: a kind only DL4J computes. */
  enum Pool { MAX, AVERAGE, OTHER }

  /** Filters slid over the input: output channel f is activation(bias[f] + Σ weight[f, c, i, j] · input[c, …]), without flipping the filter. */
  record Convolution(String name, int filters, Size filter, Size stride, Size dilation, Padding padding,
      boolean bias, Activation activation) implements LayerSpec {

    /** Square filters, stride 1, no dilation, ReLU. */
    public static Convolution relu(String name, int filters, int filterSize, Padding padding) {
      return new Convolution(name, filters, Size.of(filterSize), Size.of(1), Size.of(1), padding, true, Activation.RELU);
    }
  }

  /** The maximum or mean of a sliding window, each channel on its own. */
  record Pooling(String name, Pool pool, Size window, Size stride, Padding padding) implements LayerSpec {

    /** Square windows side by side. */
    public static Pooling max(String name, int size) {
      return new Pooling(name, Pool.MAX, Size.of(size), Size.of(size), Padding.VALID);
    }
  }

  /** The maximum or mean of each whole channel: takes any size of input. */
  record GlobalPooling(String name, Pool pool) implements LayerSpec {}

  /** Scales each channel to zero mean and unit variance, then by learned factors. */
  record BatchNormalization(String name) implements LayerSpec {}

  /** An activation function on its own. */
  record ActivationOnly(String name, Activation activation) implements LayerSpec {}

  /** Sets values to zero while training; {@code dropRate} is the probability of dropping, 0..1. Does nothing when predicting. */
  record Dropout(String name, double dropRate) implements LayerSpec {}

  /** Every output looks at every input. */
  record Dense(String name, int units, Activation activation) implements LayerSpec {}

  /** A layer the workshop does not build but DL4J runs; {@code kind} is its DL4J name. */
  record Other(String name, String kind) implements LayerSpec {}
}
