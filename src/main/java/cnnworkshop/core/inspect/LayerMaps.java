package cnnworkshop.core.inspect;

import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.Shape;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/** What a layer inside a network makes of the network's own input, such as conv2 of a 96×96 face view. */
public final class LayerMaps extends Maps {

  private final FeatureMaps maps;
  private final Filters filters;
  private final Input input;

  /** Maps as they are, without a word on how they came about. */
  public LayerMaps(FeatureMaps maps) {
    this(maps, null, null);
  }

  /**
   * What a convolution makes of the layer before, computed here, so that the arithmetic of each value gives that
   * very value. The network's own differ in the last bits, as libraries add in another order.
   *
   * @param filters the layer's, with an activation function of {@code LINEAR}, {@code RELU}, {@code SIGMOID} or
   *     {@code TANH}
   * @param input the maps of the layer before, or the network's input
   */
  public LayerMaps(Filters filters, FeatureMaps input) {
    this(convolve(filters, input, () -> false), filters, Input.of(input));
  }

  private LayerMaps(FeatureMaps maps, Filters filters, Input input) {
    super(maps.shape().channels(), maps.shape().width(), maps.shape().height());
    this.maps = maps;
    this.filters = filters;
    this.input = input;
  }

  /**
   * A layer's maps; with arithmetic if it is a convolution. To be called by the thread that owns the network.
   *
   * @param input values 0..1 of one picture, [channel, row, column]
   */
  public static LayerMaps of(Network network, int layer, float[] input) {
    if (network.spec().layers().get(layer) instanceof LayerSpec.Convolution convolution
        && ActivationFunction.known(convolution.activation())) {
      Filters filters = Filters.of(network, layer);
      // The first convolution looks at the picture itself, if only dropout lies between, and scales it as it likes.
      OptionalInt first = Filters.firstLayer(network.spec());
      FeatureMaps before = first.isPresent() && first.getAsInt() == layer
          ? new FeatureMaps(network.spec().input(), input) : network.featureMaps(layer - 1, input);
      if (before.shape().channels() == filters.channels()) {
        return new LayerMaps(filters, before);
      }
    }
    return new LayerMaps(network.featureMaps(layer, input));
  }

  /**
   * What a convolution makes of some maps.
   *
   * @param cancelled asked before each map; once true, the maps from there on stay 0
   */
  static FeatureMaps convolve(Filters filters, FeatureMaps maps, BooleanSupplier cancelled) {
    Input input = Input.of(maps);
    int columns = filters.horizontal().outputs(input.width());
    int rows = filters.vertical().outputs(input.height());
    Tile tile = new ConvolutionTile(filters, InputWindow.under(input, filters, 0, 0, columns, rows), columns);
    float[] values = new float[filters.count() * rows * columns];
    for (int map = 0; map < filters.count() && !cancelled.getAsBoolean(); map++) {
      for (int row = 0; row < rows; row++) {
        tile.row(map, row, values, (map * rows + row) * columns);
      }
    }
    return new FeatureMaps(new Shape(filters.count(), rows, columns), values);
  }

  /** All values. */
  public FeatureMaps maps() {
    return maps;
  }

  @Override
  public Optional<Arithmetic> arithmetic(int map, int row, int column) {
    return filters == null ? Optional.empty() : Optional.of(Arithmetic.of(input, filters, map, row, column));
  }

  @Override
  Tile tile(int x, int y, int columns, int rows) {
    return (map, row, out, from) -> System.arraycopy(maps.values(),
        (map * height() + y + row) * width() + x, out, from, columns);
  }
}
