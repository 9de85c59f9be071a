package cnnworkshop.app.reuse;

import cnnworkshop.app.reuse.CutBlock.Fate;
import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.UserFailure;
import cnnworkshop.core.net.LayerCheck;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.ShapeCheck;
import cnnworkshop.core.net.SizeTrace;
import cnnworkshop.core.reuse.Cut;
import cnnworkshop.core.reuse.Head;
import cnnworkshop.core.reuse.ReuseFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A network as it would be cut, with all that can be seen of it beforehand. Immutable.
 *
 * @param base the network that is reused
 * @param cut empty while there is no task
 * @param failure why it can't be made; empty if it can, or if there is no task
 * @param blocks the layers of the base, then those of the new head
 * @param kept how many layers stay
 * @param trained parameters that would learn
 * @param parameters parameters of the whole new network
 */
record CutPlan(LoadedNetwork base, Optional<Cut> cut, Optional<UserFailure> failure, List<CutBlock> blocks, int kept,
    long trained, long parameters) {

  CutPlan {
    blocks = List.copyOf(blocks);
  }

  /**
   * What a cut comes to.
   *
   * @param rates of the layers that stay
   * @param task null while there is none
   */
  static CutPlan of(LoadedNetwork base, List<Double> rates, Head head, NewTask task) {
    if (task == null) {
      return new CutPlan(base, Optional.empty(), Optional.empty(), ofBase(base, rates, base.spec(), null),
          rates.size(), 0, 0);
    }
    Cut cut = new Cut(base.spec(), rates, head, task.input(), task.outputs(), task.loss());
    try {
      NetworkSpec whole = cut.network(base.name());
      ShapeCheck check = ShapeCheck.of(whole);
      List<CutBlock> blocks = new ArrayList<>(ofBase(base, rates, whole, null));
      for (int i = rates.size(); i < whole.layers().size(); i++) {
        LayerCheck layer = check.layers().get(i);
        blocks.add(new CutBlock(Fate.COMES, whole.layers().get(i), layer.output(), layer.parameters(), 1, false));
      }
      long trained = check.layers().subList(cut.frozen(), whole.layers().size()).stream()
          .mapToLong(LayerCheck::parameters).sum();
      return new CutPlan(base, Optional.of(cut), Optional.empty(), blocks, rates.size(), trained, check.parameters());
    } catch (ReuseFailure e) {
      return new CutPlan(base, Optional.of(cut), Optional.of(e),
          ofBase(base, rates, new NetworkSpec(base.name(), task.input(), base.spec().layers(), task.loss()), e),
          rates.size(), 0, 0);
    }
  }

  /** @param through what the pictures go through: its input and the layers that stay count */
  private static List<CutBlock> ofBase(LoadedNetwork base, List<Double> rates, NetworkSpec through,
      ReuseFailure failure) {
    List<LayerSpec> layers = base.spec().layers();
    List<LayerCheck> trained = ShapeCheck.of(base.spec()).layers();
    List<SizeTrace.Step> now = SizeTrace.of(base.spec(), through.input(), false).steps();
    List<CutBlock> blocks = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      boolean stays = i < rates.size();
      blocks.add(new CutBlock(stays ? Fate.STAYS : Fate.GOES, layers.get(i),
          stays ? now.get(i).output() : Optional.of(base.outputShapes().get(i)), trained.get(i).parameters(),
          stays ? rates.get(i) : 0, stays && failure != null && failure.arguments().contains(layers.get(i).name())));
    }
    return blocks;
  }

  /** Whether a training could begin with it. */
  boolean ok() {
    return cut.isPresent() && failure.isEmpty();
  }

  /** The layers that come from the base. */
  List<CutBlock> ofBase() {
    return blocks.subList(0, base.spec().layers().size());
  }

  /** The new head. */
  List<CutBlock> ofHead() {
    return blocks.subList(base.spec().layers().size(), blocks.size());
  }
}
