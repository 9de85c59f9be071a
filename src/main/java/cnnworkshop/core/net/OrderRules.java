package cnnworkshop.core.net;

import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.BatchNormalization;
import cnnworkshop.core.net.LayerSpec.Convolution;
import cnnworkshop.core.net.LayerSpec.Dense;
import cnnworkshop.core.net.LayerSpec.Dropout;
import cnnworkshop.core.net.NetworkSpec.Loss;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** What is wrong with the layers of a network together: their names, their order, the last one. */
final class OrderRules {

  private final NetworkSpec spec;
  private final List<LayerSpec> layers;
  private final Findings findings;

  private OrderRules(NetworkSpec spec, Findings findings) {
    this.spec = spec;
    this.layers = spec.layers();
    this.findings = findings;
  }

  static void check(NetworkSpec spec, OptionalInt outputs, Findings findings) {
    if (spec.layers().isEmpty()) {
      findings.faultOfAll("net.fault.no-layers");
      return;
    }
    OrderRules rules = new OrderRules(spec, findings);
    rules.names();
    rules.neighbours();
    rules.last(outputs);
  }

  private void names() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < layers.size(); i++) {
      String name = layers.get(i).name();
      if (name == null || name.isBlank()) {
        findings.fault(i, "net.fault.name-empty");
      } else if (!seen.add(name)) {
        findings.fault(i, "net.fault.name-twice");
      }
    }
  }

  private void neighbours() {
    for (int i = 0; i < layers.size() - 1; i++) {
      LayerSpec layer = layers.get(i);
      LayerSpec next = layers.get(i + 1);
      if (activation(layer) == Activation.SOFTMAX) {
        findings.warning(i, "net.warning.softmax-in-the-middle");
      }
      if (layer instanceof Dropout && next instanceof Dropout) {
        findings.warning(i + 1, "net.warning.dropout-twice", findings.label(i));
      }
      if (layer instanceof Dropout && next instanceof BatchNormalization) {
        // Li et al., "Understanding the disharmony between dropout and batch normalization by variance shift", 2018.
        findings.warning(i + 1, "net.warning.dropout-before-norm", findings.label(i));
      }
      if (layer instanceof BatchNormalization && next instanceof BatchNormalization) {
        findings.warning(i + 1, "net.warning.norm-twice", findings.label(i));
      }
      if (layer instanceof Convolution c && c.bias() && c.activation() == Activation.LINEAR
          && next instanceof BatchNormalization) {
        findings.note(i, "net.note.bias-before-norm", findings.label(i + 1));
      }
    }
  }

  private void last(OptionalInt outputs) {
    int last = layers.size() - 1;
    if (spec.loss() == Loss.OTHER) {
      findings.faultOfAll("net.fault.other-loss");
    }
    if (!(layers.get(last) instanceof Dense dense)) {
      findings.fault(last, "net.fault.last-not-dense");
      return;
    }
    if (outputs.isPresent() && dense.units() != outputs.getAsInt()) {
      findings.fault(last, "net.fault.outputs", dense.units(), outputs.getAsInt());
    }
    if (spec.loss() == Loss.CROSS_ENTROPY && dense.activation() != Activation.SOFTMAX) {
      findings.fault(last, "net.fault.last-needs-softmax");
    }
    // Coordinates are learned as numbers around 0: a function that can't go below it never reaches them.
    if (spec.loss() == Loss.MEAN_SQUARED_ERROR && dense.activation() != Activation.LINEAR
        && dense.activation() != Activation.TANH) {
      findings.fault(last, "net.fault.last-needs-linear");
    }
  }

  private static Activation activation(LayerSpec layer) {
    return layer instanceof Convolution c ? c.activation()
        : layer instanceof Dense d ? d.activation()
        : layer instanceof LayerSpec.ActivationOnly a ? a.activation() : Activation.LINEAR;
  }
}
