package cnnworkshop.core.net;

import cnnworkshop.core.UserFailure;

/** A model file could not be used; {@link #kind()} says why. */
public final class ModelFailure extends UserFailure {

  private static final long serialVersionUID = 1L;

  /** Why a model file could not be used. */
  public enum Kind {
    /** There is no such file, or it can't be read. */
    MISSING("model.failure.missing"),
    /** The file is no network of a kind known here. */
    NOT_A_MODEL("model.failure.not-a-model"),
    /** A DL4J zip cut short or damaged. */
    DAMAGED("model.failure.damaged"),
    /** A DL4J zip that this version of DL4J can't read; {1}: what it stumbled over. */
    OTHER_VERSION("model.failure.other-version"),
    /** A computation graph or a network without pictures as input; {1}: what it is. */
    UNSUPPORTED("model.failure.unsupported"),
    /** Weights and layers do not fit each other, or not what the file is wanted for; {1} and {2}: both shapes. */
    WRONG_SHAPE("model.failure.wrong-shape"),
    /** A DL4J zip of a network that wants its pictures as [row, column, channel]. */
    CHANNELS_LAST("model.failure.channels-last"),
    /** Keras' own newer archive, {@code .keras}. */
    KERAS_ARCHIVE("model.failure.keras-archive"),
    /** Weights of a Keras model without its layers. */
    KERAS_WEIGHTS("model.failure.keras-weights"),
    /** A Keras model that is not sequential; {1}: its class. */
    KERAS_GRAPH("model.failure.keras-graph"),
    /** A Keras layer there is nothing like here; {1}: its name, {2}: its class. */
    KERAS_LAYER("model.failure.keras-layer"),
    /** A Keras layer set in a way there is nothing like here; {1}: its name, {2}: its class, {3}: the setting. */
    KERAS_SETTING("model.failure.keras-setting"),
    /** A Keras layer that means something else at its place than it would here; {1}: its name, {2}: its class. */
    KERAS_ORDER("model.failure.keras-order"),
    /** A Keras model that does not end with a dense layer; {1}: the name of the layer it ends with. */
    KERAS_END("model.failure.keras-end"),
    /** A Keras model whose input is no picture; {1}: the shape of a batch. */
    KERAS_INPUT("model.failure.keras-input"),
    /** A model of TensorFlow. */
    SAVED_MODEL("model.failure.saved-model"),
    /** A model of PyTorch. */
    PYTORCH("model.failure.pytorch"),
    /** A model in ONNX's format. */
    ONNX("model.failure.onnx");

    private final String key;

    Kind(String key) {
      this.key = key;
    }
  }

  private final Kind kind;

  /**
   * @param kind why
   * @param name the file's name: {@code {0}} of the sentence
   * @param cause what was thrown underneath, or null
   * @param details {@code {1}}, {@code {2}} of the sentence
   */
  public ModelFailure(Kind kind, String name, Throwable cause, Object... details) {
    super(kind.key, cause, prepend(name, details));
    this.kind = kind;
  }

  /** Why the file could not be used. */
  public Kind kind() {
    return kind;
  }

  private static Object[] prepend(Object first, Object[] rest) {
    Object[] all = new Object[rest.length + 1];
    all[0] = first;
    System.arraycopy(rest, 0, all, 1, rest.length);
    return all;
  }
}
