package cnnworkshop.core.net;

import java.util.List;

/**
 * All drop rates of a network made larger or smaller together.
 *
 * @param factor 0 for no dropout at all, 1 for the rates as they are
 */
public record DropoutScale(double factor) {

  /** No rate grows beyond this; one that is above it already does not grow. */
  public static final double HIGHEST_RATE = 0.9;

  /** The network with its rates times the factor. A rate that is at fault stays as it is, so that the fault is seen. */
  public NetworkSpec appliedTo(NetworkSpec network) {
    List<LayerSpec> layers = network.layers().stream().map(this::scaled).toList();
    return network.withLayers(layers);
  }

  private LayerSpec scaled(LayerSpec layer) {
    return layer instanceof LayerSpec.Dropout dropout
        ? new LayerSpec.Dropout(dropout.name(), scaled(dropout.dropRate())) : layer;
  }

  private double scaled(double rate) {
    return rate >= 0 && rate < 1 ? Math.min(Math.max(HIGHEST_RATE, rate), rate * factor) : rate;
  }
}
