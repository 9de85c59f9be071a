package cnnworkshop.app.learn;

import cnnworkshop.core.op.Convolution;
import cnnworkshop.core.op.SlidingAxis;

/**
 * How a kernel slides over the plane, at one moment. Not to be changed.
 *
 * @param weights [channel, row, column], as set
 * @param size rows and columns of the kernel
 * @param bias added to each sum
 * @param relu whether negative values become 0
 * @param flipped whether the kernel is turned by half a turn
 * @param stride cells from one output to the next
 * @param dilation cells from one weight to the next
 * @param padding rows and columns around the input
 * @param ends what they hold
 */
record PlaneSettings(float[] weights, int size, float bias, boolean relu, boolean flipped, int stride, int dilation,
    int padding, Ends ends) {

  /** What becomes of an input's size. */
  PlaneShape shape(int height, int width) {
    return new PlaneShape(height, width, new SlidingAxis(size, stride, dilation, false, padding), ends.edge());
  }

  /** The map over an input with as many channels as the kernel; null if the settings do not go together. */
  PlaneResult over(PlaneInput input) {
    PlaneShape shape = shape(input.height(), input.width());
    if (!shape.isPossible()) {
      return null;
    }
    Convolution asSet = new Convolution(weights, new float[1], input.channels(), shape.axis(), shape.axis(),
        shape.edge());
    return PlaneResult.of(input, shape, flipped ? asSet.flipped().weights() : weights, bias, relu);
  }
}
