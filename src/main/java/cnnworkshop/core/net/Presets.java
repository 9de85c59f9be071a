package cnnworkshop.core.net;

import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.ActivationOnly;
import cnnworkshop.core.net.LayerSpec.BatchNormalization;
import cnnworkshop.core.net.LayerSpec.Convolution;
import cnnworkshop.core.net.LayerSpec.Dense;
import cnnworkshop.core.net.LayerSpec.Dropout;
import cnnworkshop.core.net.LayerSpec.GlobalPooling;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Pool;
import cnnworkshop.core.net.LayerSpec.Pooling;
import cnnworkshop.core.net.LayerSpec.Size;
import cnnworkshop.core.net.NetworkSpec.Loss;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The workshop's networks and one of our own, by name. */
public final class Presets {

  private static final List<Preset> ALL = List.of(
      new Preset("keypoints", "net.preset.keypoints", () -> keypoints(0.1, 0.2, 0.3, 0.5)),
      new Preset("cnn", "net.preset.cnn", Presets::cnn),
      new Preset("suggested_cnn", "net.preset.suggested-cnn", Presets::suggestedCnn),
      new Preset("sixty_seconds", "net.preset.sixty-seconds", Presets::sixtySeconds));

  private record Preset(String name, String textKey, Supplier<NetworkSpec> spec) {}

  private Presets() {}

  /** The names a command line takes, in the order to show. */
  public static List<String> names() {
    return ALL.stream().map(Preset::name).toList();
  }

  /** The network of that name, {@code keypoints} with the workshop's drop rates; empty if there is none. */
  public static Optional<NetworkSpec> byName(String name) {
    return preset(name).map(preset -> preset.spec().get());
  }

  /** The text key of one sentence about the network of that name; empty if there is none. */
  public static Optional<String> textKey(String name) {
    return preset(name).map(Preset::textKey);
  }

  private static Optional<Preset> preset(String name) {
    return ALL.stream().filter(preset -> preset.name().equals(name)).findFirst();
  }

  /**
   * The facial-keypoint network (Daniel Nouri's "n7"): 16,561,502 parameters, 1×96×96 in, 30 out.
   *
   * @param dropRates the probabilities of dropping after pool1, pool2, pool3 and hidden4; the workshop's are 0.1, 0.2, 0.3, 0.5
   */
  public static NetworkSpec keypoints(double... dropRates) {
    if (dropRates.length != 4) {
      throw new IllegalArgumentException("four drop rates are needed, got " + dropRates.length);
    }
    return new NetworkSpec("keypoints", new Shape(1, 96, 96), List.of(
        Convolution.relu("conv1", 32, 3, Padding.VALID),
        Pooling.max("pool1", 2),
        new Dropout("dropout1", dropRates[0]),
        Convolution.relu("conv2", 64, 2, Padding.VALID),
        Pooling.max("pool2", 2),
        new Dropout("dropout2", dropRates[1]),
        Convolution.relu("conv3", 128, 2, Padding.VALID),
        Pooling.max("pool3", 2),
        new Dropout("dropout3", dropRates[2]),
        new Dense("hidden4", 1000, Activation.RELU),
        new Dropout("dropout4", dropRates[3]),
        new Dense("hidden5", 1000, Activation.RELU),
        new Dense("output", 30, Activation.LINEAR)), Loss.MEAN_SQUARED_ERROR);
  }

  /** The CIFAR-10 practical's first network: 1,050,890 parameters, overfits strongly. */
  public static NetworkSpec cnn() {
    return new NetworkSpec("cnn", new Shape(3, 32, 32), List.of(
        Convolution.relu("conv1", 32, 3, Padding.SAME),
        Pooling.max("pool1", 2),
        new Dense("hidden2", 128, Activation.RELU),
        new Dense("output", 10, Activation.SOFTMAX)), Loss.CROSS_ENTROPY,
        InputScale.CENTRED);
  }

  /** The CIFAR-10 practical's second network, deeper and with dropout: 2,159,114 parameters. */
  public static NetworkSpec suggestedCnn() {
    return new NetworkSpec("suggested_cnn", new Shape(3, 32, 32), List.of(
        Convolution.relu("conv1", 32, 3, Padding.SAME),
        Pooling.max("pool1", 2),
        new Dropout("dropout1", 0.2),
        Convolution.relu("conv2", 64, 3, Padding.SAME),
        new Dropout("dropout2", 0.2),
        Convolution.relu("conv3", 64, 3, Padding.SAME),
        Pooling.max("pool3", 2),
        new Dropout("dropout3", 0.5),
        new Dense("hidden4", 512, Activation.RELU),
        new Dropout("dropout4", 0.5),
        new Dense("output", 10, Activation.SOFTMAX)), Loss.CROSS_ENTROPY,
        InputScale.CENTRED);
  }

  /**
   * Our own network for small colour pictures, made to learn in a minute on two cores: 157,898 parameters.
   * Convolutions without bias and activation, each normalised before its ReLU (Ioffe and Szegedy, "Batch
   * normalization", 2015), and the mean of each last map in place of a dense layer (Lin et al., "Network in network",
   * 2013). Pooling comes straight after the convolution: a maximum passes through whatever grows, so little but the
   * work changes, and normalisation and ReLU have a quarter of the values to go through.
   *
   * <p>A fourth convolution on maps of 4×4 costs little, and through it every output value sees nearly the whole picture:
   * two to three points over three convolutions at the same cost (docs/decisions/0005-sixty-seconds.md lists what was
   * tried). Its filters are 2×2, or they would see past the edges. The numbers of filters are multiples of 16, as oneDNN
   * computes them best.
   */
  public static NetworkSpec sixtySeconds() {
    return new NetworkSpec("sixty_seconds", new Shape(3, 32, 32), List.of(
        plain("conv1", 32),
        Pooling.max("pool1", 2),
        new BatchNormalization("norm1"),
        new ActivationOnly("activation1", Activation.RELU),
        plain("conv2", 48),
        Pooling.max("pool2", 2),
        new BatchNormalization("norm2"),
        new ActivationOnly("activation2", Activation.RELU),
        plain("conv3", 96),
        Pooling.max("pool3", 2),
        new BatchNormalization("norm3"),
        new ActivationOnly("activation3", Activation.RELU),
        plain("conv4", 256, 2, Padding.VALID),
        new BatchNormalization("norm4"),
        new ActivationOnly("activation4", Activation.RELU),
        new GlobalPooling("globalpool4", Pool.AVERAGE),
        new Dense("output", 10, Activation.SOFTMAX)), Loss.CROSS_ENTROPY);
  }

  private static Convolution plain(String name, int filters) {
    return plain(name, filters, 3, Padding.SAME);
  }

  /** Without bias and activation: what comes next, batch normalisation, has an offset of its own. */
  private static Convolution plain(String name, int filters, int size, Padding padding) {
    return new Convolution(name, filters, Size.of(size), Size.of(1), Size.of(1), padding, false, Activation.LINEAR);
  }
}
