package cnnworkshop.core.net;

import cnnworkshop.core.net.LayerSpec.Size;

/**
 * Whether a convolution's filters are large enough for what they already see, and small enough for the picture: the
 * two figures nolearn prints for every convolutional layer, after Xudong Cao, "A practical theory for designing very
 * deep convolutional neural networks" (2015).
 *
 * <ul>
 * <li><b>Capacity</b>: 100 · (filter size · product of the strides before it) / receptive field. The filter measured
 * on the picture against all that one output depends on; below a sixth of it, the layer hardly
 * learns patterns larger than those it is given.
 * <li><b>Coverage</b>: 100 · receptive field / picture. Above 100 the outputs look beyond the edges.
 * </ul>
 *
 * <p>Source: {@code get_conv_infos} in nolearn's {@code nolearn/lasagne/util.py}. That code leaves out how far pooling
 * windows, strides of convolutions and dilation widen the field, and says so; here they count, as in Cao's definition,
 * so with pooling before a layer its field is up to a few pixels larger than nolearn's.
 *
 * @param capacityRows per cent, down the rows
 * @param capacityColumns per cent, along the columns
 * @param coverageRows per cent, down the rows
 * @param coverageColumns per cent, along the columns
 */
public record FilterReach(double capacityRows, double capacityColumns, double coverageRows, double coverageColumns) {

  private static final double LEAST_CAPACITY = 100.0 / 6;
  private static final double MOST_COVERAGE = 100;

  /**
   * @param extent positions from a filter's first cell to its last
   * @param before the field of one value the filter is laid on
   * @param after the field of one output
   */
  static FilterReach of(Size extent, ReceptiveField before, ReceptiveField after, Shape picture) {
    return new FilterReach(
        100.0 * extent.rows() * before.jump().rows() / after.size().rows(),
        100.0 * extent.columns() * before.jump().columns() / after.size().columns(),
        100.0 * after.size().rows() / picture.height(),
        100.0 * after.size().columns() / picture.width());
  }

  /** The smaller capacity of the two directions, in per cent. */
  public double capacity() {
    return Math.min(capacityRows, capacityColumns);
  }

  /** The larger coverage of the two directions, in per cent. */
  public double coverage() {
    return Math.max(coverageRows, coverageColumns);
  }

  /** Whether the capacity is below a sixth in one direction. */
  public boolean capacityTooLow() {
    return capacity() < LEAST_CAPACITY;
  }

  /** Whether the field is larger than the picture in one direction. */
  public boolean coverageTooHigh() {
    return coverage() > MOST_COVERAGE;
  }
}
