package cnnworkshop.app.filters;

import cnnworkshop.core.inspect.FilterScaling;
import cnnworkshop.core.inspect.FilterSlice;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What of each filter is seen and in which colours. To be used on the UI thread. */
final class GalleryLookModel {

  private final ObservableList<FilterSlice.Kind> kinds = FXCollections.observableArrayList();
  private final ObjectProperty<FilterSlice.Kind> kind = new SimpleObjectProperty<>(this, "kind");
  private final IntegerProperty channel = new SimpleIntegerProperty(this, "channel");
  private final ObjectProperty<FilterScaling> scaling = new SimpleObjectProperty<>(this, "scaling", FilterScaling.OWN);
  private int channels = 1;

  /** @param changed what to do when filters look otherwise */
  GalleryLookModel(Runnable changed) {
    kind.addListener((p, before, now) -> changed.run());
    scaling.addListener((p, before, now) -> changed.run());
    channel.addListener((p, before, now) -> {
      if (kind.get() == FilterSlice.Kind.CHANNEL) {
        changed.run();
      }
    });
  }

  /** Looks at another layer: as before where that can be, else in the most telling way. */
  void lookAt(GalleryLayer layer) {
    channels = layer.channels();
    channel.set(Math.min(channel.get(), channels - 1));
    if (!kinds.equals(layer.kinds())) {
      kinds.setAll(layer.kinds());
    }
    if (!kinds.contains(kind.get())) {
      kind.set(kinds.get(0));
    }
  }

  /** What of each filter can be seen. */
  ObservableList<FilterSlice.Kind> kinds() {
    return kinds;
  }

  /** What of each filter is seen; null until there is a layer. */
  ObjectProperty<FilterSlice.Kind> kindProperty() {
    return kind;
  }

  /** The input channel one has leafed to. */
  IntegerProperty channelProperty() {
    return channel;
  }

  /** Leafs to another channel, as far as there are any. */
  void leaf(int by) {
    channel.set(Math.max(0, Math.min(channels - 1, channel.get() + by)));
  }

  /** What colours run over. */
  ObjectProperty<FilterScaling> scalingProperty() {
    return scaling;
  }

  /** What is seen of each filter; there is a layer. */
  FilterSlice slice() {
    return new FilterSlice(kind.get(), kind.get() == FilterSlice.Kind.CHANNEL ? channel.get() : 0);
  }
}
