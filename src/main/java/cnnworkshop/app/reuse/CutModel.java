package cnnworkshop.app.reuse;

import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.reuse.Cut;
import cnnworkshop.core.reuse.Head;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;

/**
 * Where the loaded network is cut, and how the layers that stay learn. Frozen are always the first ones: freezing a
 * layer freezes all before it, thawing one thaws all that stay after it. On the UI thread.
 */
final class CutModel {

  /** What a layer learns on with at first. */
  static final double USUAL_RATE = 0.1;
  /** The least share of the rate that can be chosen for a layer that is not frozen. */
  static final double LEAST_RATE = 0.001;

  private final ObservableValue<LoadedNetwork> base;
  private final ObservableValue<Head> head;
  private final ObservableValue<NewTask> task;
  private final ReadOnlyObjectWrapper<CutPlan> plan = new ReadOnlyObjectWrapper<>(this, "plan");
  private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", 0);
  private List<Double> rates = List.of();

  /**
   * @param base the network that is reused
   * @param head what comes after the cut
   * @param task what it is for
   */
  CutModel(ObservableValue<LoadedNetwork> base, ObservableValue<Head> head, ObservableValue<NewTask> task) {
    this.base = base;
    this.head = head;
    this.task = task;
    base.addListener((p, before, now) -> usual());
    head.addListener((p, before, now) -> publish());
    task.addListener((p, before, now) -> publish());
    usual();
  }

  /** The cut as it is now; null while no network is loaded, or one with a single layer. */
  ReadOnlyObjectProperty<CutPlan> planProperty() {
    return plan.getReadOnlyProperty();
  }

  /** The layer that stays whose settings are shown. */
  IntegerProperty selectedProperty() {
    return selected;
  }

  /** Cuts where one usually does, all frozen. */
  void usual() {
    LoadedNetwork network = base.getValue();
    boolean can = network != null && network.spec().layers().size() > 1;
    rates = can ? Collections.nCopies(Cut.usual(network.spec()), 0.0) : List.of();
    selected.set(lastWithWeights());
    publish();
  }

  /** The layer nearest to the cut that has something to learn. */
  private int lastWithWeights() {
    int last = rates.size() - 1;
    while (last > 0 && !hasWeights(base.getValue().spec().layers().get(last))) {
      last--;
    }
    return Math.max(0, last);
  }

  private static boolean hasWeights(LayerSpec layer) {
    return layer instanceof LayerSpec.Convolution || layer instanceof LayerSpec.Dense;
  }

  /** How many layers stay. */
  int kept() {
    return rates.size();
  }

  /** Cuts elsewhere: at least one layer stays and one goes. Layers that come to stay do as the one before them does. */
  void setKept(int wanted) {
    if (plan.get() == null) {
      return;
    }
    int kept = Math.max(1, Math.min(base.getValue().spec().layers().size() - 1, wanted));
    List<Double> changed = new ArrayList<>(rates.subList(0, Math.min(kept, rates.size())));
    while (changed.size() < kept) {
      changed.add(changed.get(changed.size() - 1));
    }
    rates = List.copyOf(changed);
    selected.set(Math.min(selected.get(), kept - 1));
    publish();
  }

  /** Freezes a layer that learns, lets one learn on that is frozen. */
  void toggle(int layer) {
    setRate(layer, rates.get(layer) == 0 ? USUAL_RATE : 0);
  }

  /**
   * Sets how a layer that stays learns.
   *
   * @param rate what the learning rate is multiplied with, 0..1; 0 freezes it
   */
  void setRate(int layer, double rate) {
    List<Double> changed = new ArrayList<>(rates);
    changed.set(layer, rate);
    for (int i = 0; i < changed.size(); i++) {
      if (rate == 0 && i < layer) {
        changed.set(i, 0.0);
      } else if (rate > 0 && i > layer && changed.get(i) == 0) {
        changed.set(i, rate);
      }
    }
    rates = List.copyOf(changed);
    publish();
  }

  /** What a layer that stays learns with. */
  double rate(int layer) {
    return rates.get(layer);
  }

  private void publish() {
    plan.set(rates.isEmpty() ? null : CutPlan.of(base.getValue(), rates, head.getValue(), task.getValue()));
  }
}
