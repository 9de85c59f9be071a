package cnnworkshop.core.net.onednn;

import org.bytedeco.dnnl.memory;

/** Weights and gradients in the layouts a primitive wants, copied only where those differ. */
final class Weights {

  private Weights() {}

  /** Weights for the way there, taken anew whenever they change. */
  static memory there(Plan plan, memory given, memory.desc layout, memory.desc wanted) {
    if (layout.equals(wanted)) {
      return given;
    }
    memory copy = plan.library().memory(wanted);
    plan.whenWeightsChange(plan.reorder(given, copy));
    return copy;
  }

  /** Weights for the way back. */
  static memory back(Plan plan, memory given, memory.desc layout, memory.desc wanted) {
    if (layout.equals(wanted)) {
      return given;
    }
    memory copy = plan.library().memory(wanted);
    plan.back(plan.reorder(given, copy));
    return copy;
  }

  /** A gradient in the layout wanted, in memory of its own if it has to be copied: the given one is needed once more. */
  static Values gradientKept(Plan plan, Values gradient, memory.desc wanted) {
    if (gradient.layout().equals(wanted)) {
      return gradient;
    }
    Values copy = plan.values(wanted, gradient.pictures(), gradient.channels(), gradient.rows(), gradient.columns());
    plan.back(plan.reorder(gradient.memory(), copy.memory()));
    return copy;
  }
}
