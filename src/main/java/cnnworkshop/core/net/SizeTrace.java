package cnnworkshop.core.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What becomes of a picture of another size in a trained network, layer by layer, up to the layer that can't take it.
 * Filters slide and take any size that is not too small; a trained dense layer has a weight for each of its inputs and
 * takes no other number of them.
 *
 * @param steps one for each layer; with global pooling one more, before the first dense layer
 */
public record SizeTrace(List<Step> steps) {

  /** Why a layer can't go on. */
  public enum Refusal {
    /** It can. */
    NONE,
    /** A layer before it stopped. */
    NOTHING_COMES,
    /** Its filter or window is larger than what it gets. */
    TOO_SMALL,
    /** It is dense and gets another number of inputs than it has weights for. */
    OTHER_NUMBER
  }

  /**
   * One layer.
   *
   * @param layer its settings
   * @param output the shape it gives; empty if it can't
   * @param refusal why it can't
   * @param inputs how many numbers it gets; 0 if nothing comes
   * @param wanted of the first dense layer: how many it was trained with; 0 for others
   */
  public record Step(LayerSpec layer, Optional<Shape> output, Refusal refusal, int inputs, int wanted) {}

  public SizeTrace {
    steps = List.copyOf(steps);
  }

  /**
   * Follows a picture.
   *
   * @param trained the network, with the input it was trained with
   * @param picture another input
   * @param globalPooling whether the mean of each map is taken before the first dense layer, which then would have to
   *     be trained anew, once, for all sizes
   */
  public static SizeTrace of(NetworkSpec trained, Shape picture, boolean globalPooling) {
    List<LayerSpec> layers = new ArrayList<>(trained.layers());
    int dense = IntStream.range(0, layers.size()).filter(i -> layers.get(i) instanceof LayerSpec.Dense).findFirst()
        .orElse(layers.size());
    int wanted = dense == 0 || dense == layers.size() ? 0
        : ShapeCheck.of(trained).layers().get(dense - 1).output().map(Shape::size).orElse(0);
    if (globalPooling && dense < layers.size()) {
      layers.add(dense, new LayerSpec.GlobalPooling("globalpool", LayerSpec.Pool.AVERAGE));
    }
    List<LayerCheck> checks =
        ShapeCheck.of(new NetworkSpec(trained.name(), picture, layers, trained.loss(), trained.scale())).layers();
    List<Step> steps = new ArrayList<>();
    Optional<Shape> before = Optional.of(picture);
    for (int i = 0; i < layers.size(); i++) {
      int inputs = before.map(Shape::size).orElse(0);
      boolean first = i == dense && !globalPooling;
      Refusal refusal = before.isEmpty() ? Refusal.NOTHING_COMES
          : first && inputs != wanted ? Refusal.OTHER_NUMBER
          : checks.get(i).output().isEmpty() ? Refusal.TOO_SMALL : Refusal.NONE;
      before = refusal == Refusal.NONE ? checks.get(i).output() : Optional.empty();
      steps.add(new Step(layers.get(i), before, refusal, inputs, first ? wanted : 0));
    }
    return new SizeTrace(steps);
  }

  /** The layer that can't take what it gets; empty if the picture goes through. */
  public Optional<Step> refused() {
    return steps.stream().filter(step -> step.refusal != Refusal.NONE).findFirst();
  }
}
