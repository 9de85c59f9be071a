package cnnworkshop.core.net.dl4j;

import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.ModelFailure;
import cnnworkshop.core.net.ModelFailure.Kind;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.ShapeCheck;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the weights of a Keras model into those of the same layers in DL4J, where values lie as [channel, row, column]:
 * filters from [row, column, channel, filter] to [filter, channel, row, column], and the rows of the first dense layer
 * from the order Keras flattens in, [row, column, channel], to [channel, row, column].
 */
final class KerasWeights {

  /** What DL4J adds to a variance before it takes the root; Keras says its own with each layer. */
  private static final double DL4J_EPSILON = 1e-5;
  private static final double KERAS_EPSILON = 1e-3;

  private final KerasFile keras;
  private final NetworkSpec spec;
  private final boolean flattenedByChannel;
  private final String file;
  private final List<Shape> inputs;

  /**
   * @param spec the layers, with Keras' names
   * @param flattenedByChannel whether Keras flattens [channel, row, column] here
   * @param file the file's name, for sentences
   * @throws ModelFailure if a layer can't take what comes to it
   */
  KerasWeights(KerasFile keras, NetworkSpec spec, boolean flattenedByChannel, String file) throws ModelFailure {
    this.keras = keras;
    this.spec = spec;
    this.flattenedByChannel = flattenedByChannel;
    this.file = file;
    this.inputs = inputs();
  }

  private List<Shape> inputs() throws ModelFailure {
    var checks = ShapeCheck.of(spec).layers();
    Shape[] shapes = new Shape[checks.size()];
    Shape coming = spec.input();
    for (int i = 0; i < shapes.length; i++) {
      shapes[i] = coming;
      String reached = coming.toString();
      String layer = spec.layers().get(i).name();
      coming = checks.get(i).output()
          .orElseThrow(() -> new ModelFailure(Kind.WRONG_SHAPE, file, null, layer, reached));
    }
    return List.of(shapes);
  }

  /**
   * The arrays of a layer by DL4J's names for them.
   *
   * @throws ModelFailure if one is missing or of another shape than the layer's settings say
   */
  Map<String, Hdf5File.Array> of(int layer) throws ModelFailure {
    LayerSpec kind = spec.layers().get(layer);
    Shape input = inputs.get(layer);
    Map<String, Hdf5File.Array> arrays = new LinkedHashMap<>();
    if (kind instanceof LayerSpec.Convolution c) {
      arrays.put("W", filters(array(c, "kernel", c.filter().rows(), c.filter().columns(), input.channels(),
          c.filters())));
      if (c.bias()) {
        arrays.put("b", array(c, "bias", c.filters()));
      }
    } else if (kind instanceof LayerSpec.Dense d) {
      Hdf5File.Array kernel = array(d, "kernel", input.size(), d.units());
      arrays.put("W", flattenedByChannel ? kernel : byChannel(kernel, input));
      arrays.put("b", setting(d, "use_bias") ? array(d, "bias", d.units())
          : new Hdf5File.Array(new int[] {d.units()}, new float[d.units()]));
    } else if (kind instanceof LayerSpec.BatchNormalization b) {
      int channels = input.channels();
      arrays.put("gamma", setting(b, "scale") ? array(b, "gamma", channels) : all(channels, 1));
      arrays.put("beta", setting(b, "center") ? array(b, "beta", channels) : all(channels, 0));
      arrays.put("mean", array(b, "moving_mean", channels));
      arrays.put("var", variances(array(b, "moving_variance", channels), b));
    }
    return arrays;
  }

  /**
   * DL4J adds its own small number to each variance: what Keras adds more is part of the variance here. It is not set
   * in DL4J, so that the same layers built elsewhere answer the same with these numbers.
   */
  private Hdf5File.Array variances(Hdf5File.Array moving, LayerSpec layer) throws ModelFailure {
    double more = config(layer).number("epsilon", KERAS_EPSILON) - DL4J_EPSILON;
    float[] variances = moving.values().clone();
    for (int i = 0; i < variances.length; i++) {
      variances[i] += (float) more;
      if (!(variances[i] > 0)) {
        throw config(layer).setting("epsilon");
      }
    }
    return new Hdf5File.Array(moving.shape(), variances);
  }

  private static Hdf5File.Array all(int count, float value) {
    float[] values = new float[count];
    Arrays.fill(values, value);
    return new Hdf5File.Array(new int[] {count}, values);
  }

  private static Hdf5File.Array filters(Hdf5File.Array kernel) {
    int rows = kernel.shape()[0];
    int columns = kernel.shape()[1];
    int channels = kernel.shape()[2];
    int filters = kernel.shape()[3];
    float[] turned = new float[kernel.values().length];
    int from = 0;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        for (int channel = 0; channel < channels; channel++) {
          for (int filter = 0; filter < filters; filter++) {
            turned[((filter * channels + channel) * rows + row) * columns + column] = kernel.values()[from++];
          }
        }
      }
    }
    return new Hdf5File.Array(new int[] {filters, channels, rows, columns}, turned);
  }

  private static Hdf5File.Array byChannel(Hdf5File.Array kernel, Shape input) {
    int units = kernel.shape()[1];
    float[] turned = new float[kernel.values().length];
    int from = 0;
    for (int row = 0; row < input.height(); row++) {
      for (int column = 0; column < input.width(); column++) {
        for (int channel = 0; channel < input.channels(); channel++) {
          int to = (channel * input.height() + row) * input.width() + column;
          System.arraycopy(kernel.values(), from, turned, to * units, units);
          from += units;
        }
      }
    }
    return new Hdf5File.Array(kernel.shape(), turned);
  }

  private Hdf5File.Array array(LayerSpec layer, String name, int... shape) throws ModelFailure {
    Hdf5File.Array array = keras.weights().getOrDefault(layer.name(), Map.of()).get(name);
    if (array == null) {
      throw new ModelFailure(Kind.DAMAGED, file, null);
    }
    if (!Arrays.equals(array.shape(), shape)) {
      throw new ModelFailure(Kind.WRONG_SHAPE, file, null, layer.name() + " " + Arrays.toString(shape),
          Arrays.toString(array.shape()));
    }
    return array;
  }

  private boolean setting(LayerSpec layer, String name) {
    return config(layer).yes(name, true);
  }

  private KerasSettings config(LayerSpec layer) {
    return keras.layers().stream().map(node -> new KerasSettings(node, file))
        .filter(settings -> settings.name().equals(layer.name())).findFirst().orElseThrow();
  }
}
