package cnnworkshop.app.filters;

import cnnworkshop.core.UserFailure;
import cnnworkshop.core.inspect.Filters;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.train.SnapshotStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * Goes back in a run: its filters after any epoch that a snapshot was kept of, and what its network made of a picture
 * then. Only the epoch asked for last is shown. Used on the UI thread.
 */
final class TimeMachineModel {

  private final FiltersTools tools;
  private final TimeWords words;
  private final TimeRuns runs;
  private final TimeSubject picture;
  private final TimeEpochs epochs = new TimeEpochs(this::go);
  private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
  private final ObjectProperty<TimeFilters.Look> filterLook =
      new SimpleObjectProperty<>(this, "filterLook", TimeFilters.Look.AS_THEY_ARE);
  private final ReadOnlyObjectWrapper<TimeFilters> filters = new ReadOnlyObjectWrapper<>(this, "filters");
  private final ObservableList<CompareLayer> layers = FXCollections.observableArrayList();
  private final ObjectProperty<CompareLayer> layer = new SimpleObjectProperty<>(this, "layer");
  private final ReadOnlyObjectWrapper<CompareAnswer> answer = new ReadOnlyObjectWrapper<>(this, "answer");
  private final ReadOnlyObjectWrapper<CompareMaps> maps = new ReadOnlyObjectWrapper<>(this, "maps");
  private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper(this, "line", "");
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
  private final ReadOnlyStringWrapper noPicture = new ReadOnlyStringWrapper(this, "noPicture", "");
  private final ReadOnlyBooleanWrapper arrived = new ReadOnlyBooleanWrapper(this, "arrived", false);
  private final ReadOnlyObjectWrapper<TimeCurve> curve = new ReadOnlyObjectWrapper<>(this, "curve");

  private TimeRun run;
  private TimeSnapshots snapshots;
  private TimeSnapshots.Seen seen;
  private TimeNetwork network;
  private boolean hasWeights;

  TimeMachineModel(FiltersTools tools) {
    this.tools = tools;
    this.words = new TimeWords(tools.texts());
    this.runs = new TimeRuns(tools);
    this.picture = new TimeSubject(tools.subject());
    picture.followingProperty().bind(shown);
    picture.subjectProperty().addListener((p, before, now) -> look());
    runs.chosenProperty().addListener((p, before, now) -> choose(now));
    filterLook.addListener((p, before, now) -> showFilters());
    layer.addListener((p, before, now) -> look());
    tools.work().running().addListener((ListChangeListener<Object>) change -> refresh());
    shown.addListener((p, before, now) -> {
      epochs.playingProperty().set(false);
      refresh();
    });
  }

  /** The runs one can go back in. */
  TimeRuns runs() {
    return runs;
  }

  /** The epochs of the chosen run. */
  TimeEpochs epochs() {
    return epochs;
  }

  /** The picture looked at. */
  TimeSubject picture() {
    return picture;
  }

  /** What a run learned and how far it came, in words. */
  String words(TimeRun of) {
    return words.run(of);
  }

  /** Whether a person sees it: while not, nothing is computed. */
  BooleanProperty shownProperty() {
    return shown;
  }

  /** How filters are seen. */
  ObjectProperty<TimeFilters.Look> filterLookProperty() {
    return filterLook;
  }

  /** The filters after the epoch; null as long as they are not read. */
  ReadOnlyObjectProperty<TimeFilters> filtersProperty() {
    return filters.getReadOnlyProperty();
  }

  /** The layers of the run's network that have maps; empty until it is there. */
  ObservableList<CompareLayer> layers() {
    return layers;
  }

  /** The layer whose maps are seen; null for none. */
  ObjectProperty<CompareLayer> layerProperty() {
    return layer;
  }

  /** What the network says of the picture; null as long as it said nothing. */
  ReadOnlyObjectProperty<CompareAnswer> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** The chosen layer's maps; null as long as there are none. */
  ReadOnlyObjectProperty<CompareMaps> mapsProperty() {
    return maps.getReadOnlyProperty();
  }

  /** Which epoch of which run is seen, in words; empty for none. */
  ReadOnlyStringProperty lineProperty() {
    return line.getReadOnlyProperty();
  }

  /** What is wrong with this epoch, in words; empty for nothing. */
  ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** Why the network looks at no picture, in words; empty if it does. */
  ReadOnlyStringProperty noPictureProperty() {
    return noPicture.getReadOnlyProperty();
  }

  /** Whether the network has the epoch's weights and has looked with them. */
  ReadOnlyBooleanProperty arrivedProperty() {
    return arrived.getReadOnlyProperty();
  }

  /** How the run went; null without one. */
  ReadOnlyObjectProperty<TimeCurve> curveProperty() {
    return curve.getReadOnlyProperty();
  }

  /** The network of the epoch, for other tabs; empty as long as it can't be had. */
  Optional<TimeEpoch> taken() {
    return arrived.get() ? Optional.of(new TimeEpoch(run.record(), epochs.epochProperty().get(), network.labels()))
        : Optional.empty();
  }

  /** The numbers of the filters after the epoch; empty as long as they are not read, or if there are none. */
  Optional<Filters> filterNumbers() {
    return Optional.ofNullable(seen).map(TimeSnapshots.Seen::now);
  }

  /** Reads the runs anew if they are seen: there may be others, or more epochs. */
  void refresh() {
    if (shown.get()) {
      runs.refresh();
    }
  }

  /** While playing, goes on to the next epoch as soon as this one is there to be seen. */
  void advance() {
    if (arrived.get() || !trouble.get().isEmpty()) {
      epochs.advance();
    }
  }

  private void choose(TimeRun now) {
    boolean same = run != null && now != null && run.record().id().equals(now.record().id());
    int before = epochs.epochProperty().get();
    run = now;
    curve.set(now == null ? null : TimeCurve.of(now.record(), tools.texts()));
    if (!same) {
      leave();
    }
    if (now == null) {
      epochs.show(List.of(), 0);
      return;
    }
    epochs.show(now.epochs(), same ? now.positionOf(before) : now.epochs().size() - 1);
    if (!same) {
      snapshots = new TimeSnapshots(SnapshotStore.of(tools.runs(), now.record()), tools.background(), tools.ui());
      open(new TimeNetwork(tools, now.record()));
    }
    if (same && epochs.epochProperty().get() == before) {
      line.set(words.epoch(now.record(), before));
    } else {
      go();
    }
  }

  private void leave() {
    if (network != null) {
      network.close();
      snapshots.forget();
    }
    network = null;
    seen = null;
    hasWeights = false;
    arrived.set(false);
    layers.clear();
    layer.set(null);
    filters.set(null);
    answer.set(null);
    maps.set(null);
    line.set("");
    trouble.set("");
    noPicture.set("");
  }

  private void open(TimeNetwork another) {
    network = another;
    another.side().answerProperty().addListener((p, before, now) -> {
      if (network == another) {
        answer.set(now);
        arrived.set(arrived.get() || now != null && hasWeights);
      }
    });
    another.side().mapsProperty().addListener((p, before, now) -> {
      if (network == another) {
        maps.set(now);
      }
    });
    another.open(() -> {
      if (network == another) {
        layers.setAll(CompareLayer.of(another.side().inference().networkProperty().get()));
        layer.set(layers.isEmpty() ? null : layers.get(0));
      }
    });
  }

  private void go() {
    TimeNetwork here = network;
    int wanted = epochs.epochProperty().get();
    line.set(words.epoch(run.record(), wanted));
    trouble.set("");
    arrived.set(false);
    hasWeights = false;
    here.hold();
    snapshots.ask(new TimeSnapshots.Request(wanted, epochs.first(), epochs.before(), heads -> {
      seen = heads;
      showFilters();
    }, parameters -> here.set(parameters, () -> {
      hasWeights = true;
      look();
    }, this::failed), this::failed));
  }

  private void showFilters() {
    filters.set(seen == null ? null : words.filters(seen, filterLook.get(), epochs.before()));
  }

  private void look() {
    if (!hasWeights) {
      return;
    }
    Shape input = run.record().setup().network().input();
    Subject subject = picture.subjectProperty().get();
    noPicture.set(subject == null ? tools.texts().get("filters.time.no-picture")
        : Subject.fits(input) ? "" : tools.texts().get("filters.time.no-view", input));
    if (noPicture.get().isEmpty()) {
      network.side().look(subject, layer.get(), network.labels());
    } else {
      network.side().forget();
      arrived.set(true);
    }
  }

  /** Whatever is seen that is not of this epoch goes. */
  private void failed(Throwable thrown) {
    Throwable e = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    if (seen != null && seen.epoch() != epochs.epochProperty().get()) {
      seen = null;
      showFilters();
    }
    network.side().forget();
    if (e instanceof UserFailure failure) {
      trouble.set(tools.texts().sentence(failure));
    } else {
      trouble.set(tools.texts().get("filters.time.failed"));
      tools.messages().report(e);
    }
  }
}
