package cnnworkshop.core.export;

import cnnworkshop.core.net.InputScale;
import cnnworkshop.core.net.LayerCheck;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Padding;
import cnnworkshop.core.net.LayerSpec.Pool;
import cnnworkshop.core.net.LayerSpec.Size;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.ShapeCheck;
import java.util.List;
import java.util.Locale;

/**
 * A network's layers as Python for Keras 2 or 3: {@code build()} makes them, {@code load(model, folder)} gives them the
 * weights that {@link WeightFiles#npy} writes, turned into the order Keras keeps them in.
 *
 * <p>Keras takes pictures as [row, column, channel], values 0..1; the scaling of the inputs is its first layer.
 */
public final class KerasSource {

  /** DL4J's, where Keras would take 0.001 and 0.99. */
  private static final String NORMALIZATION = "momentum=0.9, epsilon=1e-5, ";

  private final NetworkSpec spec;
  private final SourceText python = new SourceText();
  /** The shape of the maps that go into the first dense layer in a row; null if a global pooling comes before. */
  private Shape flattened;

  private KerasSource(NetworkSpec spec) {
    this.spec = spec;
  }

  /** @throws ExportFailure if there is a layer Keras can't be told with its own */
  public static String of(NetworkSpec spec) throws ExportFailure {
    return new KerasSource(spec).write();
  }

  private String write() throws ExportFailure {
    python.line("# The layers of " + SourceText.comment(spec.name()) + ", for Keras 2 or 3.")
        .line("# Inputs are [picture, row, column, channel], values 0..1.")
        .line("import pathlib")
        .line("import sys")
        .line("")
        .line("import keras")
        .line("import numpy as np")
        .line("from keras import layers")
        .line("")
        .line("")
        .line("def build():")
        .line("    return keras.Sequential([")
        .line("        keras.Input((%d, %d, %d)),", spec.input().height(), spec.input().width(),
            spec.input().channels());
    InputScale scale = spec.scale();
    if (!scale.isNone()) {
      python.line("        layers.Rescaling(%s, offset=%s, name=\"rescaling\"),", SourceText.number(scale.factor()),
          SourceText.number(0.0 - scale.offset() * scale.factor()));
    }
    layers();
    python.line("    ])")
        .line("")
        .line("");
    loading();
    python.line("")
        .line("")
        .line("if __name__ == \"__main__\":")
        .line("    model = build()")
        .line("    if len(sys.argv) > 1:")
        .line("        load(model, sys.argv[1])")
        .line("    model.summary()");
    return python.toString();
  }

  private void layers() throws ExportFailure {
    List<LayerCheck> checks = ShapeCheck.of(spec).layers();
    boolean maps = true;
    for (int i = 0; i < spec.layers().size(); i++) {
      LayerSpec layer = spec.layers().get(i);
      if (layer instanceof LayerSpec.Dense && maps) {
        flattened = i == 0 ? spec.input() : checks.get(i - 1).output().orElse(spec.input());
        add("Flatten()");
        maps = false;
      }
      maps &= !(layer instanceof LayerSpec.GlobalPooling);
      add(layer);
    }
  }

  private void add(LayerSpec layer) throws ExportFailure {
    String name = "name=" + SourceText.quoted(kerasName(layer));
    if (layer instanceof LayerSpec.Convolution c) {
      convolution(c, name);
    } else if (layer instanceof LayerSpec.Pooling p) {
      if (!p.padding().same() && !p.padding().equals(Padding.VALID)) {
        throw ExportFailure.layer(p.name(), "padding=" + pair(p.padding().size()));
      }
      add(pool(p.name(), p.pool()) + "Pooling2D(" + pair(p.window()) + ", strides=" + pair(p.stride())
          + (p.padding().same() ? ", padding=\"same\"" : "") + ", " + name + ")");
    } else if (layer instanceof LayerSpec.GlobalPooling g) {
      add("Global" + pool(g.name(), g.pool()) + "Pooling2D(" + name + ")");
    } else if (layer instanceof LayerSpec.BatchNormalization) {
      add("BatchNormalization(" + NORMALIZATION + name + ")");
    } else if (layer instanceof LayerSpec.ActivationOnly a) {
      add("Activation(" + activation(a.name(), a.activation()) + ", " + name + ")");
    } else if (layer instanceof LayerSpec.Dropout d) {
      add("Dropout(" + SourceText.number(d.dropRate()) + ", " + name + ")");
    } else if (layer instanceof LayerSpec.Dense d) {
      add("Dense(" + d.units() + ", activation=" + activation(d.name(), d.activation()) + ", " + name + ")");
    } else {
      throw ExportFailure.layer(layer.name(), ((LayerSpec.Other) layer).kind());
    }
  }

  private void convolution(LayerSpec.Convolution c, String name) throws ExportFailure {
    boolean zeros = !c.padding().same() && !c.padding().equals(Padding.VALID);
    if (zeros) {
      add("ZeroPadding2D(" + pair(c.padding().size()) + ")");
    }
    Size one = Size.of(1);
    add("Conv2D(" + c.filters() + ", " + pair(c.filter())
        + (c.stride().equals(one) ? "" : ", strides=" + pair(c.stride()))
        + (c.dilation().equals(one) ? "" : ", dilation_rate=" + pair(c.dilation()))
        + (c.padding().same() ? ", padding=\"same\"" : "") + (c.bias() ? "" : ", use_bias=False") + ", activation="
        + activation(c.name(), c.activation()) + ", " + name + ")");
  }

  private void add(String call) {
    python.line("        layers." + call + ",");
  }

  private void loading() {
    python.line("def load(model, folder):")
        .line("    \"\"\"Reads the arrays of a folder written by: cnn-workshop export MODEL --format npy --out FOLDER\"\"\"")
        .line("    def array(name):")
        .line("        return np.load(pathlib.Path(folder) / (name + \".npy\"))")
        .line("")
        .line("    # Filters go from [filter, channel, row, column] to [row, column, channel, filter].");
    boolean first = true;
    for (LayerSpec layer : spec.layers()) {
      String call = "    model.get_layer(" + SourceText.quoted(kerasName(layer)) + ").set_weights([";
      String file = WeightFiles.fileName(layer.name());
      if (layer instanceof LayerSpec.Convolution c) {
        python.line(call + array(file, "W") + ".transpose(2, 3, 1, 0)" + (c.bias() ? ", " + array(file, "b") : "")
            + "])");
      } else if (layer instanceof LayerSpec.Dense) {
        String weights = array(file, "W");
        if (first && flattened != null) {
          python.line("    # Inputs of the first dense layer go from [channel, row, column] to [row, column, channel].")
              .line("    weights = " + weights + ".reshape(%d, %d, %d, -1).transpose(1, 2, 0, 3)", flattened.channels(),
                  flattened.height(), flattened.width());
          weights = "weights.reshape(-1, weights.shape[-1])";
        }
        first = false;
        python.line(call + weights + ", " + array(file, "b") + "])");
      } else if (layer instanceof LayerSpec.BatchNormalization) {
        python.line(call + array(file, "gamma") + ", " + array(file, "beta") + ", " + array(file, "mean") + ", "
            + array(file, "var") + "])");
      }
    }
  }

  private static String array(String file, String name) {
    return "array(" + SourceText.quoted(file + "." + name) + ")";
  }

  /** Keras makes paths of its layers' names. */
  private static String kerasName(LayerSpec layer) {
    return layer.name().replace('/', '_');
  }

  private static String pair(Size size) {
    return "(" + size.rows() + ", " + size.columns() + ")";
  }

  private static String pool(String layer, Pool pool) throws ExportFailure {
    return switch (pool) {
      case MAX -> "Max";
      case AVERAGE -> "Average";
      case OTHER -> throw ExportFailure.layer(layer, "pooling");
    };
  }

  private static String activation(String layer, Activation activation) throws ExportFailure {
    if (activation == Activation.OTHER) {
      throw ExportFailure.layer(layer, "activation");
    }
    return SourceText.quoted(activation.name().toLowerCase(Locale.ROOT));
  }
}
