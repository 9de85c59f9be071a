package cnnworkshop.core.inspect;

import cnnworkshop.core.op.FittedKernel;
import cnnworkshop.core.op.NamedKernel;

/**
 * The numbers of a kernel or filter made to fit the place of another filter.
 *
 * @param weights [channel, row, column]; not to be changed
 * @param padded whether zeros came around it
 * @param cropped whether some of its border was cut off
 * @param channels what became of its channels
 */
public record Transplant(float[] weights, boolean padded, boolean cropped, Channels channels) {

  /** What became of a kernel's channels. */
  public enum Channels {
    /** Each went into its own. */
    KEPT,
    /** Their sum went into every channel, divided by how many there are: on a grey picture the answer is the same. */
    SHARED,
    /** It went into one channel, the others stayed as they were. */
    ONE
  }

  /**
   * A kernel with a name, in every channel and divided by their number.
   *
   * @param into the layer it goes into
   */
  public static Transplant of(NamedKernel kernel, Filters into) {
    FittedKernel fitted = fit(kernel, into);
    return new Transplant(inEvery(fitted.weights(), into.channels()), fitted.padded(), fitted.cropped(),
        into.channels() == 1 ? Channels.KEPT : Channels.SHARED);
  }

  /**
   * A kernel with a name, in one channel of a filter.
   *
   * @param into the layer it goes into
   * @param weights the filter's so far
   */
  public static Transplant of(NamedKernel kernel, Filters into, float[] weights, int channel) {
    FittedKernel fitted = fit(kernel, into);
    float[] changed = weights.clone();
    System.arraycopy(fitted.weights(), 0, changed, channel * fitted.weights().length, fitted.weights().length);
    return new Transplant(changed, fitted.padded(), fitted.cropped(),
        into.channels() == 1 ? Channels.KEPT : Channels.ONE);
  }

  /**
   * A filter of a layer.
   *
   * @param into the layer it goes into
   */
  public static Transplant of(Filters from, int filter, Filters into) {
    int fromRows = from.spec().filter().rows();
    int fromColumns = from.spec().filter().columns();
    boolean kept = from.channels() == into.channels();
    int slices = kept ? from.channels() : 1;
    int cells = into.spec().filter().rows() * into.spec().filter().columns();
    float[] weights = new float[slices * cells];
    FittedKernel fitted = null;
    for (int slice = 0; slice < slices; slice++) {
      float[] kernel = kept ? slice(from, filter, slice) : sum(from, filter);
      fitted = FittedKernel.of(kernel, fromRows, fromColumns, into.spec().filter().rows(),
          into.spec().filter().columns());
      System.arraycopy(fitted.weights(), 0, weights, slice * cells, cells);
    }
    return new Transplant(kept ? weights : inEvery(weights, into.channels()), fitted.padded(), fitted.cropped(),
        kept ? Channels.KEPT : Channels.SHARED);
  }

  private static FittedKernel fit(NamedKernel kernel, Filters into) {
    return FittedKernel.of(kernel, into.spec().filter().rows(), into.spec().filter().columns());
  }

  private static float[] slice(Filters from, int filter, int channel) {
    int cells = from.spec().filter().rows() * from.spec().filter().columns();
    float[] slice = new float[cells];
    System.arraycopy(from.weights(), (filter * from.channels() + channel) * cells, slice, 0, cells);
    return slice;
  }

  private static float[] sum(Filters from, int filter) {
    float[] sum = slice(from, filter, 0);
    for (int channel = 1; channel < from.channels(); channel++) {
      float[] slice = slice(from, filter, channel);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += slice[i];
      }
    }
    return sum;
  }

  private static float[] inEvery(float[] kernel, int channels) {
    float[] weights = new float[channels * kernel.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = kernel[i % kernel.length] / channels;
    }
    return weights;
  }
}
