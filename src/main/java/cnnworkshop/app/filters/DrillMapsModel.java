package cnnworkshop.app.filters;

import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.core.inspect.ValueOrigin;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.Shape;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** What all layers make of the current photo, while somebody looks; and how single values of it came about. */
final class DrillMapsModel {

  private static final String MAPS = "filters: maps";
  private static final String ORIGIN = "filters: one number";

  private final FiltersTools tools;
  private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
  private final ReadOnlyObjectWrapper<DrillMaps> maps = new ReadOnlyObjectWrapper<>(this, "maps");
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
  private int turn;

  DrillMapsModel(FiltersTools tools) {
    this.tools = tools;
    tools.inference().networkProperty().addListener((p, before, now) -> see());
    tools.subject().addListener((p, before, now) -> see());
    shown.addListener((p, before, now) -> see());
    see();
  }

  /** Whether somebody looks: only then is the network asked. */
  BooleanProperty shownProperty() {
    return shown;
  }

  /** All maps; null until they are there. */
  ReadOnlyObjectProperty<DrillMaps> mapsProperty() {
    return maps.getReadOnlyProperty();
  }

  /** Why there are none; empty if there are, or soon will be. */
  ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  private void see() {
    LoadedNetwork network = tools.inference().networkProperty().get();
    Subject subject = tools.subject().get();
    turn++;
    tools.inference().cancel(MAPS);
    trouble.set(troubleWith(network, subject));
    if (!trouble.get().isEmpty() || maps.get() != null && maps.get().network() != network) {
      maps.set(null);
    }
    boolean known = maps.get() != null && maps.get().subject() == subject;
    if (shown.get() && trouble.get().isEmpty() && !known) {
      see(network, subject);
    }
  }

  private String troubleWith(LoadedNetwork network, Subject subject) {
    if (network == null) {
      return tools.texts().get("filters.maps.no-network");
    }
    Shape input = network.spec().input();
    if (!Subject.fits(input)) {
      return tools.texts().get("filters.maps.unsuitable", input.toString());
    }
    return subject == null ? tools.texts().get("filters.maps.no-picture") : "";
  }

  private void see(LoadedNetwork network, Subject subject) {
    inBackground(() -> subject.seenBy(network.spec().input()), input ->
        tools.inference().submit(MAPS, asked -> DrillMaps.see(asked, input), all ->
            inBackground(() -> DrillMaps.of(network, subject, input, all), maps::set), tools.messages()::report));
  }

  /** Nothing is delivered once something else is looked at. */
  private <T> void inBackground(Callable<T> work, Consumer<T> onUi) {
    int mine = turn;
    tools.background().execute(() -> {
      try {
        T done = work.call();
        tools.ui().execute(() -> {
          if (mine == turn) {
            onUi.accept(done);
          }
        });
      } catch (Throwable e) { // also OutOfMemoryError
        tools.messages().report(e);
      }
    });
  }

  /** Asks how a value came about; an answer that is overtaken by another question never comes. */
  void origin(DrillPlace place, Consumer<ValueOrigin> onUi) {
    DrillMaps all = maps.get();
    if (all == null || all.network() != tools.inference().networkProperty().get()) {
      return;
    }
    FeatureMaps before = all.before(place.layer());
    List<DrillLayer> layers = all.layers();
    tools.inference().submit(ORIGIN, network -> ValueOrigin.of(network, place.layer(), all.input(), before,
        layers.get(place.layer()).maps(), place.map(), place.row(), place.column()), onUi,
        tools.messages()::report);
  }
}
