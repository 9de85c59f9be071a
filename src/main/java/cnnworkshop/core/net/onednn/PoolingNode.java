package cnnworkshop.core.net.onednn;

import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;
import java.util.function.BiFunction;

/** The largest value, or the mean, of a window that moves over each channel. Values added at the edges don't count. */
final class PoolingNode implements Node {

  private final boolean largest;
  private final BiFunction<Long, Long, Window> windowOver;
  private final boolean intoGiven;
  private Window window;
  private Values in;
  private memory.desc result;
  private memory places;
  private pooling_forward.primitive_desc forward;

  /**
   * @param largest the largest value, not the mean
   * @param windowOver the window for maps of that many rows and columns
   * @param intoGiven whether the gradient may be written over what was pooled: nobody needs that on the way back
   */
  PoolingNode(boolean largest, BiFunction<Long, Long, Window> windowOver, boolean intoGiven) {
    this.largest = largest;
    this.windowOver = windowOver;
    this.intoGiven = intoGiven;
  }

  @Override
  public Values forward(Plan plan, Values given) {
    OneDnn library = plan.library();
    in = given;
    window = windowOver.apply(given.rows(), given.columns());
    memory.desc any = OneDnn.layout(memory.format_tag.any, given.pictures(), given.channels(), window.rows(),
        window.columns());
    forward = new pooling_forward.primitive_desc(new pooling_forward.desc(
        plan.isTraining() ? prop_kind.forward_training : prop_kind.forward_inference, kind(), given.layout(), any,
        window.strides(), window.size(), window.before(), window.after()), Attributes.plain(), library.engine());
    result = forward.dst_desc();
    Values out = plan.values(result, given.pictures(), given.channels(), window.rows(), window.columns());
    var primitive = new pooling_forward(forward);
    if (plan.isTraining() && largest) {
      places = library.memory(forward.workspace_desc());
      plan.there(plan.call(forward, primitive, dnnl.DNNL_ARG_SRC, given.memory(), dnnl.DNNL_ARG_DST, out.memory(),
          dnnl.DNNL_ARG_WORKSPACE, places));
    } else {
      plan.there(plan.call(forward, primitive, dnnl.DNNL_ARG_SRC, given.memory(), dnnl.DNNL_ARG_DST, out.memory()));
    }
    return out;
  }

  @Override
  public Values backward(Plan plan, Values gradient, boolean wanted) {
    if (!wanted) {
      return null;
    }
    OneDnn library = plan.library();
    var chosen = new pooling_backward.primitive_desc(new pooling_backward.desc(kind(), in.layout(), result,
        window.strides(), window.size(), window.before(), window.after()), Attributes.plain(), library.engine(), forward);
    Values at = plan.gradientIn(gradient, chosen.diff_dst_desc());
    Values back = intoGiven && chosen.diff_src_desc().equals(in.layout()) ? in : plan.gradient(chosen.diff_src_desc(), in);
    var primitive = new pooling_backward(chosen);
    plan.back(largest
        ? plan.call(chosen, primitive, dnnl.DNNL_ARG_DIFF_DST, at.memory(), dnnl.DNNL_ARG_DIFF_SRC, back.memory(),
            dnnl.DNNL_ARG_WORKSPACE, places)
        : plan.call(chosen, primitive, dnnl.DNNL_ARG_DIFF_DST, at.memory(), dnnl.DNNL_ARG_DIFF_SRC, back.memory()));
    return back;
  }

  private algorithm kind() {
    return largest ? algorithm.pooling_max : algorithm.pooling_avg_exclude_padding;
  }
}
