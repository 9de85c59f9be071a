package cnnworkshop.app.filters;

import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.inspect.MapReduction;
import cnnworkshop.core.inspect.ValueRange;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Which layers of two networks are compared, and which of their maps. The left one is the unit all parts of the tab
 * share; the right layer is the one of that name, unless a person chooses another. Used on the UI thread.
 */
final class CompareMapsModel {

  private final ObjectProperty<Unit> unit;
  private final ObservableList<CompareLayer> leftLayers = FXCollections.observableArrayList();
  private final ObservableList<CompareLayer> rightLayers = FXCollections.observableArrayList();
  private final ObjectProperty<CompareLayer> left = new SimpleObjectProperty<>(this, "left");
  private final ObjectProperty<CompareLayer> right = new SimpleObjectProperty<>(this, "right");
  private final IntegerProperty map = new SimpleIntegerProperty(this, "map", 0);
  private final BooleanProperty common = new SimpleBooleanProperty(this, "common", false);
  private boolean sharing;

  /**
   * The difference of one map, right less left.
   *
   * @param map which
   * @param width its columns
   * @param values [row, column]
   * @param range around zero, holds all values
   */
  record Difference(int map, int width, float[] values, ValueRange range) {}

  /** @param unit the one all parts share */
  CompareMapsModel(ObjectProperty<Unit> unit) {
    this.unit = unit;
    unit.addListener((p, before, now) -> follow());
    left.addListener((p, before, now) -> {
      if (now != null) {
        CompareLayer.named(rightLayers, now.name()).ifPresent(right::set);
      }
      share();
    });
    map.addListener((p, before, now) -> share());
  }

  /** The left network's layers with maps. */
  ObservableList<CompareLayer> leftLayers() {
    return leftLayers;
  }

  /** The right network's layers with maps. */
  ObservableList<CompareLayer> rightLayers() {
    return rightLayers;
  }

  /** The left layer; null for none. */
  ObjectProperty<CompareLayer> leftProperty() {
    return left;
  }

  /** The right layer; null for none. */
  ObjectProperty<CompareLayer> rightProperty() {
    return right;
  }

  /** The chosen map of both; a layer may have fewer. */
  IntegerProperty mapProperty() {
    return map;
  }

  /** Whether all maps of both sides are on one scale. */
  BooleanProperty commonProperty() {
    return common;
  }

  /** The left network is another one, or none. */
  void showLeft(LoadedNetwork network) {
    String name = left.get() == null ? "" : left.get().name();
    leftLayers.setAll(network == null ? List.of() : CompareLayer.of(network));
    left.set(ofUnit().or(() -> CompareLayer.named(leftLayers, name)).orElse(null));
  }

  /** The right network is another one, or none. */
  void showRight(LoadedNetwork network) {
    rightLayers.setAll(network == null ? List.of() : CompareLayer.of(network));
    right.set(CompareLayer.named(rightLayers, left.get() == null ? "" : left.get().name()).orElse(null));
  }

  private Optional<CompareLayer> ofUnit() {
    Unit now = unit.get();
    return now == null ? Optional.empty()
        : leftLayers.stream().filter(layer -> layer.index() == now.layer()).findFirst();
  }

  private void follow() {
    if (sharing) {
      return;
    }
    ofUnit().ifPresent(layer -> {
      sharing = true;
      map.set(unit.get().unit());
      left.set(layer);
      sharing = false;
    });
  }

  private void share() {
    CompareLayer layer = left.get();
    if (!sharing && layer != null && map.get() >= 0 && map.get() < layer.shape().channels()) {
      sharing = true;
      unit.set(new Unit(layer.index(), map.get()));
      sharing = false;
    }
  }

  /** What the colours of both sides run over; null for each map from its own lowest to its highest value. */
  ValueRange range(CompareMaps ours, CompareMaps theirs) {
    if (!common.get() || ours == null && theirs == null) {
      return null;
    }
    if (ours == null || theirs == null) {
      return ours == null ? theirs.range() : ours.range();
    }
    return new ValueRange(Math.min(ours.range().low(), theirs.range().low()),
        Math.max(ours.range().high(), theirs.range().high()));
  }

  /** How the chosen map of the right differs from that of the left; empty if they are not of one size. */
  Optional<Difference> difference(CompareMaps ours, CompareMaps theirs) {
    int which = map.get();
    if (ours == null || theirs == null || which < 0 || which >= ours.maps().size() || which >= theirs.maps().size()) {
      return Optional.empty();
    }
    MapReduction some = ours.maps().get(which);
    MapReduction others = theirs.maps().get(which);
    if (some.width() != others.width() || some.height() != others.height()) {
      return Optional.empty();
    }
    float[] values = others.values().clone();
    float reach = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] -= some.values()[i];
      reach = Math.max(reach, Math.abs(values[i]));
    }
    return Optional.of(new Difference(which, some.width(), values, new ValueRange(-reach, reach)));
  }
}
