package cnnworkshop.app.learn;

import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Convolution;
import cnnworkshop.core.net.LayerSpec.Dense;
import cnnworkshop.core.net.LayerSpec.Dropout;
import cnnworkshop.core.net.LayerSpec.Pooling;

/** Writes the layers of the workshop's networks as the Java that makes them, as in {@code core/net/Presets.java}. */
final class SpecCode {

  private SpecCode() {}

  /** The expression that makes a layer. */
  static String of(LayerSpec layer) {
    if (layer instanceof Convolution c) {
      return "Convolution.relu(\"" + c.name() + "\", " + c.filters() + ", " + c.filter().rows() + ", Padding."
          + (c.padding().same() ? "SAME" : "VALID") + ")";
    }
    if (layer instanceof Pooling p) {
      return "Pooling.max(\"" + p.name() + "\", " + p.window().rows() + ")";
    }
    if (layer instanceof Dropout d) {
      return "new Dropout(\"" + d.name() + "\", " + d.dropRate() + ")";
    }
    if (layer instanceof Dense d) {
      return "new Dense(\"" + d.name() + "\", " + d.units() + ", Activation."
          + (d.activation() == Activation.RELU ? "RELU" : "LINEAR") + ")";
    }
    throw new IllegalArgumentException("not a layer of the workshop's networks: " + layer);
  }
}
