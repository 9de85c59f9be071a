package cnnworkshop.core.net;

import java.util.Optional;

/**
 * What one layer comes to, for one picture.
 *
 * @param output the shape of what it gives; empty if a fault at this layer or an earlier one leaves it open, and all
 *     other numbers are then 0
 * @param parameters how many numbers training can change
 * @param activationBytes memory its outputs take while predicting, 4 bytes a value
 * @param multiplyAdds multiplications with an addition on the way forward, by convolutions, dense layers and batch
 *     normalisation; pooling and activation functions don't multiply and are not counted
 * @param field what one output sees of the picture; empty as {@code output} is
 * @param reach of a convolution: capacity and coverage; empty for other layers
 */
public record LayerCheck(Optional<Shape> output, long parameters, long activationBytes, long multiplyAdds,
    Optional<ReceptiveField> field, Optional<FilterReach> reach) {

  /** A layer whose input or settings are at fault. */
  static final LayerCheck OPEN = new LayerCheck(Optional.empty(), 0, 0, 0, Optional.empty(), Optional.empty());
}
