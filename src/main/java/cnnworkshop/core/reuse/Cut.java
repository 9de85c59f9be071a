package cnnworkshop.core.reuse;

import cnnworkshop.core.net.Finding;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.ShapeCheck;
import cnnworkshop.core.net.SizeTrace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A trained network cut after some of its layers, with a head for another task in place of the rest.
 *
 * <p>Layers that stay are frozen or learn on at a share of the learning rate. The frozen ones are the first ones: a
 * layer that stands still behind one that moves would be given what it has never seen. Frozen layers compute as they do
 * when predicting, so dropout is off in them and batch normalisation keeps its means.
 *
 * @param base the trained network
 * @param rates for each layer that stays, what the learning rate is multiplied with, 0..1; 0 for frozen
 * @param head what comes after
 * @param input pictures of the new task
 * @param outputs classes or coordinates of the new task
 * @param loss of the new task
 */
public record Cut(NetworkSpec base, List<Double> rates, Head head, Shape input, int outputs, NetworkSpec.Loss loss) {

  /** @throws IllegalArgumentException if no layer stays or none goes, or one after a moving layer is frozen */
  public Cut {
    rates = List.copyOf(rates);
    if (rates.isEmpty() || rates.size() >= base.layers().size()) {
      throw new IllegalArgumentException(rates.size() + " of " + base.layers().size() + " layers stay");
    }
    boolean moving = false;
    for (double rate : rates) {
      if (!(rate >= 0 && rate <= 1) || moving && rate == 0) {
        throw new IllegalArgumentException("rates " + rates);
      }
      moving |= rate > 0;
    }
  }

  /**
   * How many layers usually stay: those that find things, up to the first that weighs up all of them, which is dense
   * or takes means of whole maps; a dropout before that goes with it.
   */
  public static int usual(NetworkSpec base) {
    int kept = 0;
    while (kept < base.layers().size() - 1 && !(base.layers().get(kept) instanceof LayerSpec.Dense)
        && !(base.layers().get(kept) instanceof LayerSpec.GlobalPooling)) {
      kept++;
    }
    while (kept > 1 && base.layers().get(kept - 1) instanceof LayerSpec.Dropout) {
      kept--;
    }
    return Math.max(1, kept);
  }

  /** How many layers stay. */
  public int kept() {
    return rates.size();
  }

  /** How many of them, from the first on, are frozen. */
  public int frozen() {
    return (int) rates.stream().filter(rate -> rate == 0).count();
  }

  /** The same with the first layers frozen and the other ones that stay learning at a share of the rate. */
  public Cut frozen(int layers, double rateOfOthers) {
    List<Double> changed = new ArrayList<>(Collections.nCopies(layers, 0.0));
    changed.addAll(Collections.nCopies(kept() - layers, rateOfOthers));
    return new Cut(base, changed, head, input, outputs, loss);
  }

  /** The same with all layers learning at the full rate. */
  public Cut thawed() {
    return frozen(0, 1);
  }

  /**
   * The whole new network.
   *
   * @throws ReuseFailure if it can't be: a layer that stays is one only DL4J's own files hold, or the pictures do not
   *     fit
   */
  public NetworkSpec network(String name) throws ReuseFailure {
    for (LayerSpec layer : base.layers().subList(0, kept())) {
      if (layer instanceof LayerSpec.Other other) {
        throw new ReuseFailure("reuse.failure.layer", null, other.name(), other.kind());
      }
    }
    if (input.channels() != base.input().channels()) {
      throw new ReuseFailure("reuse.failure.channels", null, base.input().channels(), input.channels());
    }
    SizeTrace trace = SizeTrace.of(base, input, false);
    for (SizeTrace.Step step : trace.steps().subList(0, kept())) {
      if (step.refusal() == SizeTrace.Refusal.OTHER_NUMBER) {
        throw new ReuseFailure("reuse.failure.dense", null, step.layer().name(), step.wanted(), step.inputs());
      }
      if (step.refusal() != SizeTrace.Refusal.NONE) {
        throw new ReuseFailure("reuse.failure.too-small", null, step.layer().name(), input.height(), input.width());
      }
    }
    Shape last = trace.steps().get(kept() - 1).output().orElseThrow();
    List<LayerSpec> layers = new ArrayList<>(base.layers().subList(0, kept()));
    Set<String> taken = layers.stream().map(LayerSpec::name).collect(Collectors.toCollection(HashSet::new));
    layers.addAll(head.layers(outputs, loss, last.height() == 1 && last.width() == 1, taken));
    NetworkSpec whole = new NetworkSpec(name, input, layers, loss, base.scale());
    for (Finding finding : ShapeCheck.of(whole, outputs).findings()) {
      if (finding.severity() == Finding.Severity.FAULT) {
        throw new ReuseFailure(finding.key(), null, finding.arguments().toArray());
      }
    }
    return whole;
  }

  /**
   * What is left to train: all layers of the new network that are not frozen, on what the frozen ones give.
   *
   * @param whole as {@link #network} gives it
   */
  NetworkSpec moving(NetworkSpec whole) {
    if (frozen() == 0) {
      return whole;
    }
    Shape features = ShapeCheck.of(whole).layers().get(frozen() - 1).output().orElseThrow();
    return new NetworkSpec(whole.name(), features, whole.layers().subList(frozen(), whole.layers().size()), loss);
  }

  /** Of every layer of {@link #moving}, what the learning rate is multiplied with. */
  double[] movingRates(NetworkSpec moving) {
    double[] factors = new double[moving.layers().size()];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = frozen() + i < kept() ? rates.get(frozen() + i) : 1;
    }
    return factors;
  }
}
