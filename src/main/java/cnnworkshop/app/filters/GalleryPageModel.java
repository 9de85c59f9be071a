package cnnworkshop.app.filters;

import cnnworkshop.core.inspect.FilterScaling;
import cnnworkshop.core.inspect.FrequencyResponse;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The page of the chosen filter, computed in the background. To be used on the UI thread. */
final class GalleryPageModel {

  private final GalleryModel gallery;
  private final FiltersTools tools;
  private final ReadOnlyObjectWrapper<GalleryFilter> filter = new ReadOnlyObjectWrapper<>(this, "filter");
  private final ReadOnlyObjectWrapper<FrequencyResponse> response = new ReadOnlyObjectWrapper<>(this, "response");
  private final BooleanProperty channelOnly = new SimpleBooleanProperty(this, "channelOnly");
  private int filterRun;
  private int responseRun;

  GalleryPageModel(GalleryModel gallery, FiltersTools tools) {
    this.gallery = gallery;
    this.tools = tools;
    gallery.contentsProperty().addListener((p, before, now) -> turn());
    gallery.chosenProperty().addListener((p, before, now) -> turn());
    gallery.look().scalingProperty().addListener((p, before, now) -> turn());
    channelOnly.addListener((p, before, now) -> respond());
    gallery.look().channelProperty().addListener((p, before, now) -> {
      if (channelOnly.get()) {
        respond();
      }
    });
    turn();
  }

  /** What is to be shown of the filter's numbers; null if none is chosen or they are not there yet. */
  ReadOnlyObjectProperty<GalleryFilter> filterProperty() {
    return filter.getReadOnlyProperty();
  }

  /** Which stripes it answers to; null until it is known. */
  ReadOnlyObjectProperty<FrequencyResponse> responseProperty() {
    return response.getReadOnlyProperty();
  }

  /** Whether that is asked of the channel one has leafed to, rather than of all together. */
  BooleanProperty channelOnlyProperty() {
    return channelOnly;
  }

  private void turn() {
    int mine = ++filterRun;
    GalleryContents contents = gallery.contentsProperty().get();
    int chosen = gallery.chosenProperty().get();
    respond();
    if (!isThere(contents, chosen)) {
      filter.set(null);
      return;
    }
    FilterScaling scaling = gallery.look().scalingProperty().get();
    inBackground(() -> GalleryFilter.of(contents, chosen, scaling), made -> {
      if (mine == filterRun) {
        filter.set(made);
      }
    });
  }

  private void respond() {
    int mine = ++responseRun;
    GalleryContents contents = gallery.contentsProperty().get();
    int chosen = gallery.chosenProperty().get();
    if (!isThere(contents, chosen)) {
      response.set(null);
      return;
    }
    boolean one = channelOnly.get();
    int channel = gallery.look().channelProperty().get();
    inBackground(() -> one ? FrequencyResponse.of(contents.filters(), chosen, channel)
        : FrequencyResponse.of(contents.filters(), chosen), made -> {
          if (mine == responseRun) {
            response.set(made);
          }
        });
  }

  /** While another layer is on its way, the filter chosen of it is none of what is there. */
  private static boolean isThere(GalleryContents contents, int chosen) {
    return contents != null && chosen >= 0 && chosen < contents.filters().count();
  }

  private <T> void inBackground(Supplier<T> work, Consumer<T> onUi) {
    tools.background().execute(() -> {
      try {
        T made = work.get();
        tools.ui().execute(() -> onUi.accept(made));
      } catch (Throwable e) { // also OutOfMemoryError
        tools.messages().report(e);
      }
    });
  }
}
