package cnnworkshop.app.filters;

import cnnworkshop.core.inspect.FilterActivity;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.Shape;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * What a layer makes of the current picture. The network is asked only while somebody looks. To be used on the UI
 * thread.
 */
final class GalleryMapsModel {

  private static final String CHANNEL = "filters: gallery maps";

  private final FiltersTools tools;
  private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
  private final ReadOnlyObjectWrapper<GalleryMaps> maps = new ReadOnlyObjectWrapper<>(this, "maps");
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
  private GalleryLayer layer;

  GalleryMapsModel(FiltersTools tools) {
    this.tools = tools;
    shown.addListener((p, before, now) -> ask());
    tools.subject().addListener((p, before, now) -> ask());
  }

  /** Looks at another layer; null for none. What was known goes. */
  void lookAt(GalleryLayer newLayer) {
    layer = newLayer;
    tools.inference().cancel(CHANNEL);
    maps.set(null);
    trouble.set("");
    ask();
  }

  /** Whether somebody looks. */
  BooleanProperty shownProperty() {
    return shown;
  }

  /** What the layer makes of the current picture; null if there is none or it is not known yet. */
  ReadOnlyObjectProperty<GalleryMaps> mapsProperty() {
    return maps.getReadOnlyProperty();
  }

  /** Why it can't be known; empty if it can. */
  ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  private void ask() {
    if (!shown.get() || layer == null) {
      return;
    }
    GalleryLayer of = layer;
    Subject subject = tools.subject().get();
    Shape input = tools.inference().networkProperty().get().spec().input();
    if (subject == null || !Subject.fits(input)) {
      trouble.set(subject == null ? tools.texts().get("filters.gallery.no-picture")
          : tools.texts().get("filters.gallery.no-view", input.toString()));
      tools.inference().cancel(CHANNEL);
      maps.set(null);
      return;
    }
    trouble.set("");
    tools.inference().submit(CHANNEL, network -> {
      FeatureMaps made = network.featureMaps(of.layer(), subject.seenBy(input));
      return new GalleryMaps(subject.name(), made, FilterActivity.of(made));
    }, maps::set, tools.messages()::report);
  }
}
