package cnnworkshop.core.train;

import java.util.OptionalInt;

/**
 * What one layer with weights is like after an epoch.
 *
 * @param name the layer's name
 * @param units its filters or units, at least 1
 * @param length Euclidean length of its weights taken as one vector, ‖w‖₂, biases not counted
 * @param updateRatio how far the epoch's last step moved the weights, as a share of their length before it:
 *     ‖w − w₀‖₂ / ‖w₀‖₂. About 1e-3 is a healthy rule of thumb (Karpathy, Stanford CS231n, "Neural Networks Part 3",
 *     "Ratio of weights:updates"); NaN before the first step, or if the weights were all 0
 * @param mean mean of its outputs over the {@link LayerProbe}'s pictures
 * @param deviation their standard deviation, of all outputs taken together
 * @param silent units whose outputs were 0 for every picture of the probe, wherever they looked: if they stay so they
 *     are dead, as they get no gradient any more; empty for a layer that does not end in a ReLU
 * @param zeros share of all outputs that were 0, in 0..1; NaN for a layer that does not end in a ReLU
 */
public record LayerState(String name, int units, double length, double updateRatio, double mean, double deviation,
    OptionalInt silent, double zeros) {

  /** More silent units than this share are worth a word. */
  public static final double MANY_SILENT = 0.2;

  /** The share of its units that are silent, 0..1; 0 for a layer that does not end in a ReLU. */
  public double silentShare() {
    return (double) silent.orElse(0) / units;
  }

  /** Whether so many units are silent that it is worth a word. */
  public boolean hasManySilent() {
    return silentShare() > MANY_SILENT;
  }
}
