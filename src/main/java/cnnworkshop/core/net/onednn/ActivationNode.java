package cnnworkshop.core.net.onednn;

import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;

/** ReLU, tanh or sigmoid, in place if it may. What came out tells how steep the function was. */
final class ActivationNode implements Node {

  private final algorithm function;
  private final boolean done;
  private final boolean apart;
  private Values out;
  private eltwise_forward.primitive_desc forward;

  /**
   * @param function one of oneDNN's that need only the result on the way back
   * @param done whether the node before applies it already
   * @param apart whether the node before needs what it made on the way back
   */
  ActivationNode(algorithm function, boolean done, boolean apart) {
    this.function = function;
    this.done = done;
    this.apart = apart;
  }

  @Override
  public Values forward(Plan plan, Values given) {
    out = apart
        ? plan.values(given.layout(), given.pictures(), given.channels(), given.rows(), given.columns()) : given;
    forward = new eltwise_forward.primitive_desc(new eltwise_forward.desc(
        plan.isTraining() ? prop_kind.forward_training : prop_kind.forward_inference, function, given.layout(), 0, 0),
        Attributes.plain(), plan.library().engine());
    if (!done) {
      plan.there(plan.call(forward, new eltwise_forward(forward), dnnl.DNNL_ARG_SRC, given.memory(),
          dnnl.DNNL_ARG_DST, out.memory()));
    }
    return out;
  }

  @Override
  public Values backward(Plan plan, Values gradient, boolean wanted) {
    if (!wanted) {
      return null;
    }
    Values at = plan.gradientIn(gradient, out.layout());
    memory.desc layout = out.layout();
    var chosen = new eltwise_backward.primitive_desc(
        new eltwise_backward.desc(function, layout, layout, 0, 0), Attributes.plain(), plan.library().engine(), forward);
    plan.back(plan.call(chosen, new eltwise_backward(chosen), dnnl.DNNL_ARG_DST, out.memory(),
        dnnl.DNNL_ARG_DIFF_DST, at.memory(), dnnl.DNNL_ARG_DIFF_SRC, at.memory()));
    return at;
  }
}
