package cnnworkshop.core.net.dl4j;

import cnnworkshop.core.net.InputScale;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Pool;
import cnnworkshop.core.net.ModelFailure;
import cnnworkshop.core.net.ModelFailure.Kind;
import cnnworkshop.core.net.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the layers of a Keras model as settings of ours. What does nothing when predicting is left out and named; what
 * can't be said with our settings is refused by its name.
 *
 * <p>Keras' values lie as [row, column, channel] unless a layer says {@code channels_first}, ours as [channel, row,
 * column]: nothing between them differs but the order of what {@code Flatten} makes, see {@link #flattenedByChannel}.
 */
final class KerasLayers {

  /** Change values only while training, or not at all. */
  private static final Set<String> WITHOUT_EFFECT = Set.of("GaussianNoise", "GaussianDropout", "AlphaDropout",
      "ActivityRegularization", "RandomFlip", "RandomRotation", "RandomZoom", "RandomTranslation", "RandomContrast",
      "RandomBrightness", "RandomHue", "RandomSaturation", "RandomShear", "RandomErasing", "RandomInvert", "Identity");
  /** A scale below this makes small numbers of a pixel's 0..255; any other takes values 0..1. */
  private static final double SCALE_OF_PIXELS = 1.0 / 64;
  private static final double HIGHEST_PIXEL = 255;
  private static final int SIDE_OF_ANY_SIZE_NETWORKS = 32;

  /** What the values are before the layer to come. */
  private enum Form { MAPS, MAPS_IN_A_ROW, FLAT }

  private final String file;
  private final List<LayerSpec> layers = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private InputScale scale = InputScale.NONE;
  private Form form = Form.MAPS;
  private boolean channelsFirst;
  private boolean flattenedByChannel;
  /** Zeros put around the maps by the layer before, for the convolution to come; null if there are none. */
  private LayerSpec.Size zeros;
  private final Shape input;

  /** @throws ModelFailure if a layer, or how it is set, can't be taken over */
  KerasLayers(KerasFile keras, String file) throws ModelFailure {
    this.file = file;
    for (JsonNode layer : keras.layers()) {
      KerasSettings settings = new KerasSettings(layer, file);
      add(settings);
      channelsFirst |= form == Form.MAPS && settings.text("data_format", "").equals("channels_first");
    }
    input = shape(keras.input());
    if (layers.stream().noneMatch(LayerSpec.Convolution.class::isInstance)) {
      throw new ModelFailure(Kind.UNSUPPORTED, file, null, "Keras, " + layers.size());
    }
    endDense();
  }

  /** In order; the names are Keras'. */
  List<LayerSpec> layers() {
    return List.copyOf(layers);
  }

  Shape input() {
    return input;
  }

  InputScale scale() {
    return scale;
  }

  /** Names of layers that change nothing when predicting, each with its kind. */
  List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  /** Whether the first dense layer's inputs lie as ours, [channel, row, column], and not as [row, column, channel]. */
  boolean flattenedByChannel() {
    return flattenedByChannel;
  }

  private void add(KerasSettings k) throws ModelFailure {
    if (zeros != null && !k.kind().equals("Conv2D")) {
      throw k.misplaced();
    }
    switch (k.kind()) {
      case "InputLayer" -> { }
      case "Rescaling" -> rescale(k);
      case "ZeroPadding2D" -> {
        requireMaps(k);
        zeros = k.zeros();
      }
      case "Conv2D" -> convolution(k);
      case "MaxPooling2D" -> pooling(k, Pool.MAX);
      case "AveragePooling2D" -> pooling(k, Pool.AVERAGE);
      case "GlobalMaxPooling2D" -> globalPooling(k, Pool.MAX);
      case "GlobalAveragePooling2D" -> globalPooling(k, Pool.AVERAGE);
      case "BatchNormalization" -> normalization(k);
      case "Activation" -> activation(k, k.activation());
      case "ReLU" -> {
        k.requireUnset("max_value");
        k.requireNumber("negative_slope", 0);
        k.requireNumber("threshold", 0);
        activation(k, Activation.RELU);
      }
      case "Softmax" -> activation(k, Activation.SOFTMAX);
      case "Dropout" -> layers.add(new LayerSpec.Dropout(k.name(), k.number("rate", 0)));
      case "SpatialDropout2D" -> {
        // Drops whole maps; at the same rate single values are dropped here when training goes on.
        layers.add(new LayerSpec.Dropout(k.name(), k.number("rate", 0)));
      }
      case "Flatten" -> flatten(k);
      case "Dense" -> {
        if (form == Form.MAPS) {
          // Keras then takes each place on its own.
          throw k.misplaced();
        }
        layers.add(new LayerSpec.Dense(k.name(), k.whole("units"), k.activation()));
        k.requireUnset("lora_rank");
        form = Form.FLAT;
      }
      default -> {
        if (!WITHOUT_EFFECT.contains(k.kind())) {
          throw k.unknown();
        }
        leftOut.add(k.name() + " (" + k.kind() + ")");
      }
    }
  }

  private void rescale(KerasSettings k) throws ModelFailure {
    if (!layers.isEmpty() || !scale.isNone()) {
      throw k.misplaced();
    }
    double factor = k.single("scale");
    double offset = k.single("offset");
    if (Math.abs(factor) < SCALE_OF_PIXELS) {
      factor *= HIGHEST_PIXEL;
    }
    if (!(factor > 0)) {
      throw k.setting("scale");
    }
    // Numbers such as 1/255 come back whole.
    scale = new InputScale(rounded(-offset / factor), rounded(factor));
  }

  private static double rounded(double value) {
    double whole = Math.round(value * 1e6) / 1e6;
    return (Math.abs(whole - value) < 1e-9 ? whole : value) + 0.0;
  }

  private void convolution(KerasSettings k) throws ModelFailure {
    requireMaps(k);
    k.requireNumber("groups", 1);
    Padding padding = k.padding();
    if (zeros != null) {
      if (padding.same()) {
        throw k.misplaced();
      }
      padding = Padding.of(zeros);
      zeros = null;
    }
    Activation activation = k.activation();
    if (activation == Activation.SOFTMAX) {
      throw k.setting("activation");
    }
    layers.add(new LayerSpec.Convolution(k.name(), k.whole("filters"), k.size("kernel_size"),
        k.size("strides", LayerSpec.Size.of(1)), k.size("dilation_rate", LayerSpec.Size.of(1)), padding,
        k.yes("use_bias", true), activation));
  }

  private void pooling(KerasSettings k, Pool pool) throws ModelFailure {
    requireMaps(k);
    LayerSpec.Size window = k.size("pool_size");
    layers.add(new LayerSpec.Pooling(k.name(), pool, window, k.size("strides", window), k.padding()));
  }

  private void globalPooling(KerasSettings k, Pool pool) throws ModelFailure {
    requireMaps(k);
    if (k.yes("keepdims", false)) {
      throw k.setting("keepdims");
    }
    layers.add(new LayerSpec.GlobalPooling(k.name(), pool));
    form = Form.FLAT;
  }

  private void normalization(KerasSettings k) throws ModelFailure {
    if (form == Form.MAPS_IN_A_ROW) {
      // Keras scales each place on its own.
      throw k.misplaced();
    }
    int axis = k.axis();
    boolean lastOfMaps = axis == -1 || axis == 3;
    boolean ofChannels = form == Form.FLAT ? axis == -1 || axis == 1
        : channelsFirst ? axis == 1 || axis == -3 : lastOfMaps;
    if (!ofChannels) {
      throw k.setting("axis");
    }
    layers.add(new LayerSpec.BatchNormalization(k.name()));
  }

  private void activation(KerasSettings k, Activation activation) throws ModelFailure {
    if (activation == Activation.SOFTMAX && form != Form.FLAT) {
      throw k.misplaced();
    }
    layers.add(new LayerSpec.ActivationOnly(k.name(), activation));
  }

  private void flatten(KerasSettings k) throws ModelFailure {
    if (form == Form.MAPS) {
      // Told that channels come first, Keras moves them to the end before it flattens.
      boolean moves = k.text("data_format", "channels_last").equals("channels_first");
      if (moves && !channelsFirst) {
        throw k.setting("data_format");
      }
      flattenedByChannel = channelsFirst && !moves;
      form = Form.MAPS_IN_A_ROW;
    }
  }

  private void requireMaps(KerasSettings k) throws ModelFailure {
    if (form != Form.MAPS) {
      throw k.misplaced();
    }
    boolean first = k.text("data_format", channelsFirst ? "channels_first" : "channels_last").equals("channels_first");
    boolean seen = layers.stream().anyMatch(l -> l instanceof LayerSpec.Convolution || l instanceof LayerSpec.Pooling);
    if (seen && first != channelsFirst) {
      throw k.setting("data_format");
    }
  }

  /** The last layer of ours is dense, with the activation that may stand on its own in Keras. */
  private void endDense() throws ModelFailure {
    int last = layers.size() - 1;
    if (layers.get(last) instanceof LayerSpec.ActivationOnly end && last > 0
        && layers.get(last - 1) instanceof LayerSpec.Dense dense && dense.activation() == Activation.LINEAR) {
      layers.remove(last);
      layers.set(last - 1, new LayerSpec.Dense(dense.name(), dense.units(), end.activation()));
    }
    LayerSpec end = layers.get(layers.size() - 1);
    if (!(end instanceof LayerSpec.Dense)) {
      throw new ModelFailure(Kind.KERAS_END, file, null, end.name());
    }
  }

  private Shape shape(JsonNode batch) throws ModelFailure {
    if (batch.size() != 4) {
      throw new ModelFailure(Kind.KERAS_INPUT, file, null, batch.isNull() ? "?" : batch.toString());
    }
    int channels = batch.path(channelsFirst ? 1 : 3).asInt();
    try {
      return new Shape(channels, side(batch.path(channelsFirst ? 2 : 1)), side(batch.path(channelsFirst ? 3 : 2)));
    } catch (IllegalArgumentException e) {
      throw new ModelFailure(Kind.KERAS_INPUT, file, e, batch.toString());
    }
  }

  private static int side(JsonNode side) {
    return side.isNull() ? SIDE_OF_ANY_SIZE_NETWORKS : side.asInt();
  }
}
