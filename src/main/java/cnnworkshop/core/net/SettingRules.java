package cnnworkshop.core.net;

import cnnworkshop.core.net.LayerSpec.Activation;
import cnnworkshop.core.net.LayerSpec.Pool;
import cnnworkshop.core.net.LayerSpec.Size;

/** What is wrong with a layer's settings by themselves, whatever stands around it. */
final class SettingRules {

  /** Of rows or columns of a window, and of strides, dilation and padding. */
  private static final int LARGEST_SIDE = 1000;
  private static final int MOST_UNITS = 1_000_000;

  private final Findings findings;
  private final int layer;

  private SettingRules(Findings findings, int layer) {
    this.findings = findings;
    this.layer = layer;
  }

  static void check(NetworkSpec spec, Findings findings) {
    for (int i = 0; i < spec.layers().size(); i++) {
      new SettingRules(findings, i).check(spec.layers().get(i));
    }
  }

  private void check(LayerSpec spec) {
    if (spec instanceof LayerSpec.Convolution c) {
      atLeastOne("net.fault.filters", c.filters());
      atLeastOne("net.fault.filter-size", c.filter());
      atLeastOne("net.fault.stride", c.stride());
      atLeastOne("net.fault.dilation", c.dilation());
      padding(c.padding());
      activation(c.activation());
    } else if (spec instanceof LayerSpec.Pooling p) {
      atLeastOne("net.fault.window-size", p.window());
      atLeastOne("net.fault.stride", p.stride());
      padding(p.padding());
      pool(p.pool());
    } else if (spec instanceof LayerSpec.GlobalPooling g) {
      pool(g.pool());
    } else if (spec instanceof LayerSpec.ActivationOnly a) {
      activation(a.activation());
    } else if (spec instanceof LayerSpec.Dropout d) {
      // Written so that a rate that is no number at all fails too.
      if (!(d.dropRate() >= 0 && d.dropRate() < 1)) {
        findings.fault(layer, "net.fault.drop-rate", d.dropRate());
      }
    } else if (spec instanceof LayerSpec.Dense d) {
      atLeastOne("net.fault.units", d.units());
      activation(d.activation());
    } else if (spec instanceof LayerSpec.Other o) {
      findings.fault(layer, "net.fault.other-layer", o.kind());
    }
  }

  private void atLeastOne(String key, int number) {
    if (number < 1) {
      findings.fault(layer, key, number);
    } else {
      atMost(MOST_UNITS, number);
    }
  }

  private void atLeastOne(String key, Size size) {
    int smaller = Math.min(size.rows(), size.columns());
    if (smaller < 1) {
      findings.fault(layer, key, smaller);
    } else {
      atMost(LARGEST_SIDE, Math.max(size.rows(), size.columns()));
    }
  }

  private void padding(LayerSpec.Padding padding) {
    if (padding.same()) {
      return;
    }
    int smaller = Math.min(padding.size().rows(), padding.size().columns());
    if (smaller < 0) {
      findings.fault(layer, "net.fault.padding", smaller);
    } else {
      atMost(LARGEST_SIDE, Math.max(padding.size().rows(), padding.size().columns()));
    }
  }

  private void atMost(int most, int number) {
    if (number > most) {
      findings.fault(layer, "net.fault.number-too-large", number, most);
    }
  }

  private void pool(Pool pool) {
    if (pool == Pool.OTHER) {
      findings.fault(layer, "net.fault.other-pool");
    }
  }

  private void activation(Activation activation) {
    if (activation == Activation.OTHER) {
      findings.fault(layer, "net.fault.other-activation");
    }
  }
}
