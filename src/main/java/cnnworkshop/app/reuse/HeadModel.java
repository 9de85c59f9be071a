package cnnworkshop.app.reuse;

import cnnworkshop.core.reuse.Head;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The new head, as a person puts it together. On the UI thread. */
final class HeadModel {

  static final int MOST_DENSE = 3;
  static final int MOST_UNITS = 1024;
  static final double HIGHEST_DROP_RATE = 0.9;
  private static final int FIRST_UNITS = 64;

  private final BooleanProperty globalPooling = new SimpleBooleanProperty(this, "globalPooling", true);
  private final ObservableList<IntegerProperty> dense = FXCollections.observableArrayList();
  private final DoubleProperty dropRate = new SimpleDoubleProperty(this, "dropRate", 0);
  private final ReadOnlyObjectWrapper<Head> head = new ReadOnlyObjectWrapper<>(this, "head", Head.POOLED);

  HeadModel() {
    InvalidationListener publish = change -> publish();
    globalPooling.addListener(publish);
    dropRate.addListener(publish);
    dense.addListener(publish);
  }

  /** Whether the mean of each map comes first. */
  BooleanProperty globalPoolingProperty() {
    return globalPooling;
  }

  /** Units of each dense layer before the outputs. */
  ObservableList<IntegerProperty> dense() {
    return dense;
  }

  /** Share dropped before each dense layer, 0..{@value #HIGHEST_DROP_RATE}. */
  DoubleProperty dropRateProperty() {
    return dropRate;
  }

  /** The head as it is now. */
  ReadOnlyObjectProperty<Head> headProperty() {
    return head.getReadOnlyProperty();
  }

  /** One more dense layer, if there may be one. */
  void addDense() {
    if (dense.size() < MOST_DENSE) {
      IntegerProperty units = new SimpleIntegerProperty(this, "units", FIRST_UNITS);
      units.addListener(change -> publish());
      dense.add(units);
    }
  }

  /** Takes a dense layer away. */
  void removeDense(IntegerProperty units) {
    dense.remove(units);
  }

  private void publish() {
    List<Integer> units = dense.stream().map(IntegerProperty::get).toList();
    head.set(new Head(globalPooling.get(), units, dropRate.get()));
  }
}
