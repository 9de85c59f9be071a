package cnnworkshop.app.train;

import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.LayerSpec.Dropout;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.train.Suggestion;
import java.util.List;

/** A rung of the workshop's ladder: overfit, regularise, enlarge, regularise again. */
public enum Rung {
  /** The workshop's first network as it is. */
  OVERFIT("train.ladder.overfit", "train.ladder.overfit.why"),
  /** The same with dropout before its last layer. */
  REGULARISE("train.ladder.regularise", "train.ladder.regularise.why"),
  /** The workshop's second network, without its dropout. */
  ENLARGE("train.ladder.enlarge", "train.ladder.enlarge.why"),
  /** The workshop's second network. */
  REGULARISE_AGAIN("train.ladder.regularise-again", "train.ladder.regularise-again.why");

  private static final double DROPOUT = 0.5;

  private final String titleKey;
  private final String whyKey;

  Rung(String titleKey, String whyKey) {
    this.titleKey = titleKey;
    this.whyKey = whyKey;
  }

  /** The text key of what is done. */
  String titleKey() {
    return titleKey;
  }

  /** The text key of why, and of what to look for. */
  String whyKey() {
    return whyKey;
  }

  /** The network to train. */
  NetworkSpec network() {
    return switch (this) {
      case OVERFIT -> Presets.cnn();
      case REGULARISE -> new Suggestion.DropoutBeforeLast(DROPOUT).appliedTo(Presets.cnn());
      case ENLARGE -> withoutDropout(Presets.suggestedCnn());
      case REGULARISE_AGAIN -> Presets.suggestedCnn();
    };
  }

  private static NetworkSpec withoutDropout(NetworkSpec network) {
    List<LayerSpec> kept = network.layers().stream().filter(layer -> !(layer instanceof Dropout)).toList();
    return network.withLayers(kept);
  }
}
