package cnnworkshop.core.net.onednn;

import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.global.dnnl.normalization_flags;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Batch normalisation. In training a batch's own means and variances count, and the running ones follow them as DL4J has
 * it: what takes them to their new values is their gradient, at a rate of 1.
 */
final class NormalizationNode implements Node {

  private final LayerArrays arrays;
  private final LayerArrays gradients;
  private Values in;
  private memory means;
  private memory variances;
  private memory.desc channels;
  private batch_normalization_forward.primitive_desc forward;

  /** @param gradients where those of factors, offsets, means and variances go; null if nothing is learned */
  NormalizationNode(LayerArrays arrays, LayerArrays gradients) {
    this.arrays = arrays;
    this.gradients = gradients;
  }

  @Override
  public Values forward(Plan plan, Values given) {
    OneDnn library = plan.library();
    in = given;
    channels = OneDnn.layout(memory.format_tag.x, given.channels());
    normalization_flags learned = dnnl.or(normalization_flags.use_scale, normalization_flags.use_shift);
    boolean training = plan.isTraining();
    forward = new batch_normalization_forward.primitive_desc(new batch_normalization_forward.desc(
        training ? prop_kind.forward_training : prop_kind.forward_inference, given.layout(), (float) arrays.epsilon(),
        training ? learned : dnnl.or(learned, normalization_flags.use_global_stats)), Attributes.plain(), library.engine());
    means = training ? library.memory(channels) : library.memory(channels, arrays.means());
    variances = training || arrays.variances() == null
        ? library.memory(channels) : library.memory(channels, arrays.variances());
    if (!training && arrays.variances() == null) {
      FloatPointer running = OneDnn.pointer(variances);
      plan.whenWeightsChange(() -> {
        for (long c = 0; c < given.channels(); c++) {
          running.put(c, (float) Math.pow(10, 2 * arrays.logDeviations().get(c)));
        }
      });
    }
    Values out = plan.values(forward.dst_desc(), given.pictures(), given.channels(), given.rows(), given.columns());
    plan.there(plan.call(forward, new batch_normalization_forward(forward), dnnl.DNNL_ARG_SRC, given.memory(),
        dnnl.DNNL_ARG_MEAN, means, dnnl.DNNL_ARG_VARIANCE, variances,
        dnnl.DNNL_ARG_SCALE, library.memory(channels, arrays.weights()),
        dnnl.DNNL_ARG_SHIFT, library.memory(channels, arrays.biases()), dnnl.DNNL_ARG_DST, out.memory()));
    return out;
  }

  @Override
  public Values backward(Plan plan, Values gradient, boolean wanted) {
    OneDnn library = plan.library();
    Values at = plan.gradientIn(gradient, in.layout());
    normalization_flags learned = dnnl.or(normalization_flags.use_scale, normalization_flags.use_shift);
    var chosen = new batch_normalization_backward.primitive_desc(new batch_normalization_backward.desc(
        prop_kind.backward, in.layout(), in.layout(), (float) arrays.epsilon(), learned), Attributes.plain(), library.engine(),
        forward);
    Values back = plan.gradient(in.layout(), in);
    plan.back(plan.call(chosen, new batch_normalization_backward(chosen), dnnl.DNNL_ARG_SRC, in.memory(),
        dnnl.DNNL_ARG_MEAN, means, dnnl.DNNL_ARG_VARIANCE, variances, dnnl.DNNL_ARG_DIFF_DST, at.memory(),
        dnnl.DNNL_ARG_SCALE, library.memory(channels, arrays.weights()),
        dnnl.DNNL_ARG_SHIFT, library.memory(channels, arrays.biases()), dnnl.DNNL_ARG_DIFF_SRC, back.memory(),
        dnnl.DNNL_ARG_DIFF_SCALE, library.memory(channels, gradients.weights()),
        dnnl.DNNL_ARG_DIFF_SHIFT, library.memory(channels, gradients.biases())));
    FloatPointer batchMeans = OneDnn.pointer(means);
    FloatPointer batchVariances = OneDnn.pointer(variances);
    plan.back(() -> {
      for (long c = 0; c < in.channels(); c++) {
        float mean = arrays.means().get(c);
        gradients.means().put(c, mean - followed(mean, batchMeans.get(c)));
        follow(c, batchVariances.get(c));
      }
    });
    return back;
  }

  private void follow(long channel, float batchVariance) {
    if (arrays.variances() != null) {
      float variance = arrays.variances().get(channel);
      gradients.variances().put(channel, variance - followed(variance, batchVariance));
    } else {
      float before = arrays.logDeviations().get(channel);
      double variance = followed((float) Math.pow(10, 2 * before), batchVariance);
      gradients.logDeviations().put(channel, (float) (before - Math.log10(variance) / 2));
    }
  }

  private float followed(float running, float ofBatch) {
    return (float) (running * arrays.decay() + ofBatch * (1 - arrays.decay()));
  }

  @Override
  public boolean learns() {
    return true;
  }
}
