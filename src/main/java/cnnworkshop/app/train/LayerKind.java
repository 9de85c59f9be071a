package cnnworkshop.app.train;

import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Pool;
import java.util.List;

/** The kinds of layers a person can add, in the order of a menu. */
public enum LayerKind {
  /** Filters slid over maps. */
  CONVOLUTION("train.layer.kind.convolution"),
  /** The largest or mean value of windows. */
  POOLING("train.layer.kind.pooling"),
  /** Values dropped at random. */
  DROPOUT("train.layer.kind.dropout"),
  /** Mean 0 and variance 1 for every channel. */
  BATCH_NORMALIZATION("train.layer.kind.batch-normalization"),
  /** A function on its own. */
  ACTIVATION("train.layer.kind.activation"),
  /** One value for a map. */
  GLOBAL_POOLING("train.layer.kind.global-pooling"),
  /** Every output looks at every input. */
  DENSE("train.layer.kind.dense"),
  /** One of a file by DL4J, that can't be built here. */
  OTHER("train.layer.kind.other");

  private static final int USUAL_FILTERS = 32;
  private static final int USUAL_UNITS = 128;

  private final String textKey;

  LayerKind(String textKey) {
    this.textKey = textKey;
  }

  /** The text key of its name. */
  String textKey() {
    return textKey;
  }

  /** Those that can be built. */
  static List<LayerKind> toAdd() {
    return List.of(CONVOLUTION, POOLING, DROPOUT, BATCH_NORMALIZATION, ACTIVATION, GLOBAL_POOLING, DENSE);
  }

  static LayerKind of(LayerSpec layer) {
    if (layer instanceof LayerSpec.Convolution) {
      return CONVOLUTION;
    }
    if (layer instanceof LayerSpec.Pooling) {
      return POOLING;
    }
    if (layer instanceof LayerSpec.Dropout) {
      return DROPOUT;
    }
    if (layer instanceof LayerSpec.BatchNormalization) {
      return BATCH_NORMALIZATION;
    }
    if (layer instanceof LayerSpec.ActivationOnly) {
      return ACTIVATION;
    }
    if (layer instanceof LayerSpec.GlobalPooling) {
      return GLOBAL_POOLING;
    }
    return layer instanceof LayerSpec.Dense ? DENSE : OTHER;
  }

  /**
   * A layer of this kind as one would begin with, still without a name.
   *
   * @param before the layers it follows: a convolution gets as many filters as the last one
   */
  LayerSpec usual(List<LayerSpec> before) {
    return switch (this) {
      case CONVOLUTION -> LayerSpec.Convolution.relu("", lastFilters(before), 3, Padding.SAME);
      case POOLING -> LayerSpec.Pooling.max("", 2);
      case DROPOUT -> new LayerSpec.Dropout("", 0.5);
      case BATCH_NORMALIZATION -> new LayerSpec.BatchNormalization("");
      case ACTIVATION -> new LayerSpec.ActivationOnly("", Activation.RELU);
      case GLOBAL_POOLING -> new LayerSpec.GlobalPooling("", Pool.AVERAGE);
      case DENSE -> new LayerSpec.Dense("", USUAL_UNITS, Activation.RELU);
      case OTHER -> throw new IllegalArgumentException("can't be built: " + this);
    };
  }

  private static int lastFilters(List<LayerSpec> before) {
    return before.stream().filter(layer -> layer instanceof LayerSpec.Convolution)
        .mapToInt(layer -> ((LayerSpec.Convolution) layer).filters()).reduce(USUAL_FILTERS, (first, next) -> next);
  }
}
