package cnnworkshop.core.net.onednn;

import cnnworkshop.core.net.LayerSpec.Convolution;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;

/** Filters slid over maps, with ReLU in the same pass if asked for. */
final class ConvolutionNode implements Node {

  private final Convolution settings;
  private final LayerArrays arrays;
  private final LayerArrays gradients;
  private final boolean rectified;
  private Window window;
  private Values in;
  private Values out;
  private memory.desc plainWeights;
  private memory.desc biases;
  private memory weights;
  private convolution_forward.primitive_desc forward;

  /**
   * @param gradients where those of weights and biases go; null if nothing is learned
   * @param rectified whether negative sums become 0
   */
  ConvolutionNode(Convolution settings, LayerArrays arrays, LayerArrays gradients, boolean rectified) {
    this.settings = settings;
    this.arrays = arrays;
    this.gradients = gradients;
    this.rectified = rectified;
  }

  @Override
  public Values forward(Plan plan, Values given) {
    OneDnn library = plan.library();
    window = new Window(settings.filter(), settings.stride(), settings.dilation(), settings.padding(), given.rows(),
        given.columns());
    long filters = settings.filters();
    plainWeights = OneDnn.layout(memory.format_tag.oihw, filters, given.channels(), settings.filter().rows(),
        settings.filter().columns());
    biases = OneDnn.layout(memory.format_tag.x, filters);
    forward = new convolution_forward.primitive_desc(description(plan, given, filters), Attributes.of(rectified),
        library.engine());
    in = plan.there(given, forward.src_desc());
    weights = Weights.there(plan, library.memory(plainWeights, arrays.weights()), plainWeights, forward.weights_desc());
    out = plan.values(forward.dst_desc(), given.pictures(), filters, window.rows(), window.columns());
    var primitive = new convolution_forward(forward);
    plan.there(arrays.biases() == null
        ? plan.call(forward, primitive, dnnl.DNNL_ARG_SRC, in.memory(), dnnl.DNNL_ARG_WEIGHTS, weights,
            dnnl.DNNL_ARG_DST, out.memory())
        : plan.call(forward, primitive, dnnl.DNNL_ARG_SRC, in.memory(), dnnl.DNNL_ARG_WEIGHTS, weights,
            dnnl.DNNL_ARG_BIAS, library.memory(biases, arrays.biases()), dnnl.DNNL_ARG_DST, out.memory()));
    return out;
  }

  private convolution_forward.desc description(Plan plan, Values given, long filters) {
    prop_kind kind = plan.isTraining() ? prop_kind.forward_training : prop_kind.forward_inference;
    memory.desc source = any(given.pictures(), given.channels(), given.rows(), given.columns());
    memory.desc result = any(given.pictures(), filters, window.rows(), window.columns());
    return arrays.biases() == null
        ? new convolution_forward.desc(kind, algorithm.convolution_direct, source, anyWeights(), result,
            window.strides(), window.dilations(), window.before(), window.after())
        : new convolution_forward.desc(kind, algorithm.convolution_direct, source, anyWeights(), biases, result,
            window.strides(), window.dilations(), window.before(), window.after());
  }

  @Override
  public Values backward(Plan plan, Values gradient, boolean wanted) {
    weightGradients(plan, gradient);
    return wanted ? inputGradient(plan, gradient) : null;
  }

  private void weightGradients(Plan plan, Values gradient) {
    OneDnn library = plan.library();
    memory.desc source = any(in.pictures(), in.channels(), in.rows(), in.columns());
    memory.desc result = any(out.pictures(), out.channels(), out.rows(), out.columns());
    var description = gradients.biases() == null
        ? new convolution_backward_weights.desc(algorithm.convolution_direct, source, anyWeights(), result,
            window.strides(), window.dilations(), window.before(), window.after())
        : new convolution_backward_weights.desc(algorithm.convolution_direct, source, anyWeights(), biases, result,
            window.strides(), window.dilations(), window.before(), window.after());
    var chosen = new convolution_backward_weights.primitive_desc(description, Attributes.plain(), library.engine(),
        forward);
    Values from = plan.back(in, chosen.src_desc());
    Values at = Weights.gradientKept(plan, gradient, chosen.diff_dst_desc());
    memory plain = library.memory(plainWeights, gradients.weights());
    memory sums = chosen.diff_weights_desc().equals(plainWeights) ? plain : library.memory(chosen.diff_weights_desc());
    var primitive = new convolution_backward_weights(chosen);
    plan.back(gradients.biases() == null
        ? plan.call(chosen, primitive, dnnl.DNNL_ARG_SRC, from.memory(), dnnl.DNNL_ARG_DIFF_DST, at.memory(),
            dnnl.DNNL_ARG_DIFF_WEIGHTS, sums)
        : plan.call(chosen, primitive, dnnl.DNNL_ARG_SRC, from.memory(), dnnl.DNNL_ARG_DIFF_DST, at.memory(),
            dnnl.DNNL_ARG_DIFF_WEIGHTS, sums, dnnl.DNNL_ARG_DIFF_BIAS, library.memory(biases, gradients.biases())));
    if (sums != plain) {
      plan.back(plan.reorder(sums, plain));
    }
  }

  private Values inputGradient(Plan plan, Values gradient) {
    OneDnn library = plan.library();
    var description = new convolution_backward_data.desc(algorithm.convolution_direct,
        any(in.pictures(), in.channels(), in.rows(), in.columns()), anyWeights(),
        any(out.pictures(), out.channels(), out.rows(), out.columns()),
        window.strides(), window.dilations(), window.before(), window.after());
    var chosen = new convolution_backward_data.primitive_desc(description, Attributes.plain(), library.engine(), forward);
    Values at = plan.gradientIn(gradient, chosen.diff_dst_desc());
    memory turned = Weights.back(plan, weights, forward.weights_desc(), chosen.weights_desc());
    Values result = plan.gradient(chosen.diff_src_desc(), in);
    plan.back(plan.call(chosen, new convolution_backward_data(chosen), dnnl.DNNL_ARG_DIFF_DST, at.memory(),
        dnnl.DNNL_ARG_WEIGHTS, turned, dnnl.DNNL_ARG_DIFF_SRC, result.memory()));
    return result;
  }

  @Override
  public boolean learns() {
    return true;
  }

  private memory.desc anyWeights() {
    return any(plainWeights.dims().get(0), plainWeights.dims().get(1), plainWeights.dims().get(2),
        plainWeights.dims().get(3));
  }

  private static memory.desc any(long... dims) {
    return OneDnn.layout(memory.format_tag.any, dims);
  }
}
