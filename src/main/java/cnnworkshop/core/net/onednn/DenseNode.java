package cnnworkshop.core.net.onednn;

import cnnworkshop.core.net.LayerSpec.Dense;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.inner_product_backward_data;
import org.bytedeco.dnnl.inner_product_backward_weights;
import org.bytedeco.dnnl.inner_product_forward;
import org.bytedeco.dnnl.memory;

/** Units that look at every value of a picture, with ReLU in the same pass if asked for. */
final class DenseNode implements Node {

  /** Weights of more values than this stay as they lie: to copy them takes memory, and in training longer than it saves. */
  private static final long MOST_TO_COPY = 1 << 22;

  private final Dense settings;
  private final LayerArrays arrays;
  private final LayerArrays gradients;
  private final boolean rectified;
  private Values in;
  private memory.desc inputs;
  private memory.desc plainWeights;
  private memory.desc biases;
  private memory.desc results;
  private memory given;
  private inner_product_forward.primitive_desc forward;

  /**
   * @param gradients where those of weights and biases go; null if nothing is learned
   * @param rectified whether negative sums become 0
   */
  DenseNode(Dense settings, LayerArrays arrays, LayerArrays gradients, boolean rectified) {
    this.settings = settings;
    this.arrays = arrays;
    this.gradients = gradients;
    this.rectified = rectified;
  }

  @Override
  public Values forward(Plan plan, Values values) {
    OneDnn library = plan.library();
    in = plan.there(values, values.plain());
    long units = settings.units();
    inputs = OneDnn.layout(memory.format_tag.nc, in.pictures(), in.each());
    plainWeights = OneDnn.layout(memory.format_tag.oi, units, in.each());
    biases = OneDnn.layout(memory.format_tag.x, units);
    results = OneDnn.layout(memory.format_tag.nc, in.pictures(), units);
    boolean copied = units * in.each() <= MOST_TO_COPY;
    forward = new inner_product_forward.primitive_desc(new inner_product_forward.desc(
        plan.isTraining() ? prop_kind.forward_training : prop_kind.forward_inference, inputs,
        copied ? OneDnn.layout(memory.format_tag.any, units, in.each()) : plainWeights, biases, results),
        Attributes.of(rectified), library.engine());
    given = library.memory(inputs, in.memory().get_data_handle());
    memory weights = Weights.there(plan, library.memory(plainWeights, arrays.weights()), plainWeights,
        forward.weights_desc());
    Values out = plan.values(OneDnn.layout(memory.format_tag.nchw, in.pictures(), units, 1, 1), in.pictures(), units, 1, 1);
    plan.there(plan.call(forward, new inner_product_forward(forward), dnnl.DNNL_ARG_SRC, given,
        dnnl.DNNL_ARG_WEIGHTS, weights, dnnl.DNNL_ARG_BIAS, library.memory(biases, arrays.biases()),
        dnnl.DNNL_ARG_DST, library.memory(results, out.memory().get_data_handle())));
    return out;
  }

  @Override
  public Values backward(Plan plan, Values gradient, boolean wanted) {
    OneDnn library = plan.library();
    Values at = plan.gradientIn(gradient, gradient.plain());
    memory flat = plan.seenAs(results, at);
    var weights = new inner_product_backward_weights.primitive_desc(
        new inner_product_backward_weights.desc(inputs, plainWeights, biases, results), Attributes.plain(),
        library.engine(), forward);
    plan.back(plan.call(weights, new inner_product_backward_weights(weights), dnnl.DNNL_ARG_SRC, given,
        dnnl.DNNL_ARG_DIFF_DST, flat, dnnl.DNNL_ARG_DIFF_WEIGHTS, library.memory(plainWeights, gradients.weights()),
        dnnl.DNNL_ARG_DIFF_BIAS, library.memory(biases, gradients.biases())));
    if (!wanted) {
      return null;
    }
    var data = new inner_product_backward_data.primitive_desc(
        new inner_product_backward_data.desc(inputs, plainWeights, results), Attributes.plain(), library.engine(), forward);
    Values back = plan.gradient(in.plain(), in);
    plan.back(plan.call(data, new inner_product_backward_data(data), dnnl.DNNL_ARG_DIFF_DST, flat,
        dnnl.DNNL_ARG_WEIGHTS, library.memory(plainWeights, arrays.weights()),
        dnnl.DNNL_ARG_DIFF_SRC, plan.seenAs(inputs, back)));
    return back;
  }

  @Override
  public boolean learns() {
    return true;
  }
}
