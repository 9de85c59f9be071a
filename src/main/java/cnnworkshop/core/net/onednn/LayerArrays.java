package cnnworkshop.core.net.onednn;

import org.bytedeco.javacpp.FloatPointer;

/**
 * Where the numbers of one layer lie. All are null for layers that have none.
 *
 * @param weights a convolution's, [filter, channel, row, column]; a dense layer's, [unit, input]; a normalisation's
 *     factors
 * @param biases a filter's or unit's; null if it has none; a normalisation's offsets
 * @param means a normalisation's running means
 * @param variances a normalisation's running variances, or null
 * @param logDeviations in their place the logarithms, to the base 10, of their roots; or null
 * @param epsilon what a normalisation adds to variances
 * @param decay the share of the running means and variances that a step of training leaves
 */
public record LayerArrays(FloatPointer weights, FloatPointer biases, FloatPointer means, FloatPointer variances,
    FloatPointer logDeviations, double epsilon, double decay) {

  /** Of a layer that learns nothing. */
  public static final LayerArrays NONE = new LayerArrays(null, null, null, null, null, 0, 0);
}
