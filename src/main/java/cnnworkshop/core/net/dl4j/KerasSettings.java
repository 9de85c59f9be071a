package cnnworkshop.core.net.dl4j;

import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Size;
import cnnworkshop.core.net.ModelFailure;
import cnnworkshop.core.net.ModelFailure.Kind;
import com.fasterxml.jackson.databind.JsonNode;

/** The settings of one Keras layer, each read as what it must be or refused by its name. */
final class KerasSettings {

  private final String kind;
  private final JsonNode config;
  private final String file;

  /**
   * @param layer {@code class_name} and {@code config}
   * @param file the file's name, for sentences
   */
  KerasSettings(JsonNode layer, String file) {
    this.kind = layer.path("class_name").asText();
    this.config = layer.path("config");
    this.file = file;
  }

  /** Its class, such as {@code Conv2D}. */
  String kind() {
    return kind;
  }

  String name() {
    return config.path("name").asText(kind);
  }

  String text(String setting, String usual) {
    return config.path(setting).asText(usual);
  }

  boolean yes(String setting, boolean usual) {
    return config.path(setting).asBoolean(usual);
  }

  double number(String setting, double usual) {
    return config.path(setting).asDouble(usual);
  }

  /** A whole number from 1. */
  int whole(String setting) throws ModelFailure {
    int value = config.path(setting).asInt();
    if (value < 1) {
      throw setting(setting);
    }
    return value;
  }

  /** One number for all channels. */
  double single(String setting) throws ModelFailure {
    JsonNode value = config.path(setting);
    if (!value.isNumber()) {
      throw setting(setting);
    }
    return value.asDouble();
  }

  Size size(String setting) throws ModelFailure {
    JsonNode value = config.path(setting);
    int rows = value.isArray() ? value.path(0).asInt() : value.asInt();
    int columns = value.isArray() ? value.path(1).asInt() : value.asInt();
    if (rows < 1 || columns < 1) {
      throw setting(setting);
    }
    return new Size(rows, columns);
  }

  Size size(String setting, Size usual) throws ModelFailure {
    return isUnset(setting) ? usual : size(setting);
  }

  Padding padding() throws ModelFailure {
    return switch (text("padding", "valid")) {
      case "valid" -> Padding.VALID;
      case "same" -> Padding.SAME;
      default -> throw setting("padding");
    };
  }

  /** Rows above and below, columns left and right, as many on both sides. */
  Size zeros() throws ModelFailure {
    JsonNode rows = config.path("padding").path(0);
    JsonNode columns = config.path("padding").path(1);
    if (config.path("padding").isInt()) {
      return Size.of(config.path("padding").asInt());
    }
    if (rows.isInt() && columns.isInt()) {
      return new Size(rows.asInt(), columns.asInt());
    }
    if (!rows.path(0).isInt() || !rows.path(0).equals(rows.path(1)) || !columns.path(0).isInt()
        || !columns.path(0).equals(columns.path(1))) {
      throw setting("padding");
    }
    return new Size(rows.path(0).asInt(), columns.path(0).asInt());
  }

  /** The axis of the channels as a number; Keras 2 writes it as a list of one. */
  int axis() throws ModelFailure {
    JsonNode axis = config.path("axis");
    if (axis.isArray() && axis.size() != 1) {
      throw setting("axis");
    }
    return axis.isArray() ? axis.path(0).asInt() : axis.asInt(-1);
  }

  Activation activation() throws ModelFailure {
    JsonNode value = config.path("activation");
    String function = value.isObject() ? value.path("config").asText(value.path("class_name").asText())
        : value.asText("linear");
    return switch (function) {
      case "linear", "null" -> Activation.LINEAR;
      case "relu" -> Activation.RELU;
      case "softmax" -> Activation.SOFTMAX;
      case "sigmoid" -> Activation.SIGMOID;
      case "tanh" -> Activation.TANH;
      default -> throw setting("activation");
    };
  }

  void requireNumber(String setting, double only) throws ModelFailure {
    JsonNode value = config.path(setting);
    double number = value.isArray() ? value.path(0).asDouble() : value.asDouble(only);
    if (!isUnset(setting) && number != only) {
      throw setting(setting);
    }
  }

  void requireUnset(String setting) throws ModelFailure {
    if (!isUnset(setting)) {
      throw setting(setting);
    }
  }

  private boolean isUnset(String setting) {
    return config.path(setting).isMissingNode() || config.path(setting).isNull();
  }

  /** That a setting can't be taken over. */
  ModelFailure setting(String setting) {
    JsonNode value = config.path(setting);
    return new ModelFailure(Kind.KERAS_SETTING, file, null, name(), kind,
        setting + "=" + (value.isTextual() ? value.asText() : value.toString()));
  }

  /** That a layer can't be taken over at its place. */
  ModelFailure misplaced() {
    return new ModelFailure(Kind.KERAS_ORDER, file, null, name(), kind);
  }

  /** That there is no such layer here. */
  ModelFailure unknown() {
    return new ModelFailure(Kind.KERAS_LAYER, file, null, name(), kind);
  }
}
