package cnnworkshop.app.reuse;

import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.LoadedNetwork;
import cnnworkshop.app.support.SaveFailure;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.data.LabelledPictures;
import cnnworkshop.core.data.OwnPictures;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.ShippedModels;
import cnnworkshop.core.reuse.Cut;
import cnnworkshop.core.reuse.Teaching;
import cnnworkshop.core.reuse.Teaching.Learned;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** Teaches a trained network a person's own things from some pictures of each. On the UI thread. */
final class TeachModel {

  /** Things at the most: more would not fit side by side. */
  static final int MOST_THINGS = 5;
  /** Pictures of each thing that are good to have. */
  static final int GOOD = 20;

  /** What is reused. */
  enum Base {
    /** The network for things in colour that ships with the program. */
    SHIPPED,
    /** The one all tabs share. */
    LOADED
  }

  private static final Object CHANNEL = "teach.base";

  /** What a training begins with. */
  private record Start(NetworkSpec spec, float[] trained) {}

  private final ReuseTools tools;
  private final TeachPictures pictures;
  private final ObservableList<TeachThing> things =
      FXCollections.observableArrayList(thing -> new Observable[] {thing.nameProperty(), thing.pictures()});
  private final ObjectProperty<Base> base = new SimpleObjectProperty<>(this, "base", Base.SHIPPED);
  private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper(this, "line", "");
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready");
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
  private final ReadOnlyObjectWrapper<Learned> learned = new ReadOnlyObjectWrapper<>(this, "learned");
  private AtomicBoolean ended;

  TeachModel(ReuseTools tools) {
    this.tools = tools;
    this.pictures = new TeachPictures(tools);
    addThing();
    addThing();
    things.addListener((ListChangeListener<TeachThing>) change -> judge());
    base.addListener((p, before, now) -> judge());
    tools.inference().networkProperty().addListener((p, before, now) -> judge());
    judge();
  }

  /** What is to be taught, two things at least. */
  ObservableList<TeachThing> things() {
    return things;
  }

  /** What is reused. */
  ObjectProperty<Base> baseProperty() {
    return base;
  }

  /** What is missing, what is done, or what came of it, in words. */
  ReadOnlyStringProperty lineProperty() {
    return line.getReadOnlyProperty();
  }

  /** Whether it can be taught now. */
  ReadOnlyBooleanProperty readyProperty() {
    return ready.getReadOnlyProperty();
  }

  /** Whether it is being taught. */
  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** How far that is, 0..1. */
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** What was learned last; null before. */
  ReadOnlyObjectProperty<Learned> learnedProperty() {
    return learned.getReadOnlyProperty();
  }

  /** One thing more. */
  void addThing() {
    if (things.size() < MOST_THINGS) {
      things.add(new TeachThing(tools.texts().get("reuse.teach.thing", things.size() + 1)));
    }
  }

  /** One thing less; two stay. */
  void removeThing(TeachThing thing) {
    if (things.size() > 2) {
      things.remove(thing);
    }
  }

  /** One picture more. */
  void add(TeachThing thing, Photo picture) {
    thing.pictures().add(picture.reducedTo(TeachPictures.KEPT_PIXELS));
  }

  /** Reads pictures, also those in folders, and adds those that are some; the rest is told of. */
  void open(TeachThing thing, List<Path> places) {
    pictures.read(places, thing.pictures()::add);
  }

  /** Says what is missing, if anything is. */
  private void judge() {
    if (running.get()) {
      return;
    }
    String missing = missing();
    ready.set(missing.isEmpty());
    line.set(missing.isEmpty() ? learned.get() == null ? tools.texts().get("reuse.teach.ready") : result() : missing);
  }

  private String missing() {
    if (base.get() == Base.LOADED) {
      LoadedNetwork network = tools.inference().networkProperty().get();
      if (network == null) {
        return tools.texts().get("reuse.teach.no-network");
      }
      boolean foreign = network.spec().layers().subList(0, Cut.usual(network.spec())).stream()
          .anyMatch(LayerSpec.Other.class::isInstance);
      Shape input = network.spec().input();
      if (foreign || input.height() != input.width() || input.channels() != 1 && input.channels() != 3) {
        return tools.texts().get("reuse.teach.unfit", network.name());
      }
    }
    if (things.stream().map(thing -> thing.nameProperty().get().strip()).distinct().count() < things.size()
        || things.stream().anyMatch(thing -> thing.nameProperty().get().isBlank())) {
      return tools.texts().get("reuse.teach.names");
    }
    return things.stream().filter(thing -> thing.pictures().size() < Teaching.LEAST).findFirst()
        .map(thing -> tools.texts().get("reuse.teach.more", thing.nameProperty().get(),
            Teaching.LEAST - thing.pictures().size(), GOOD))
        .orElse("");
  }

  private String result() {
    return tools.texts().get("reuse.teach.learned", learned.get().right(), learned.get().judged());
  }

  /** Teaches. */
  void teach() {
    if (!ready.get() || running.get()) {
      return;
    }
    AtomicBoolean stop = new AtomicBoolean();
    ended = stop;
    running.set(true);
    ready.set(false);
    progress.set(0);
    line.set(tools.texts().get("reuse.teach.waiting"));
    Work.Piece piece = tools.work().start(tools.texts().get("reuse.teach.work"), this::stop);
    List<String> names = things.stream().map(thing -> thing.nameProperty().get().strip()).toList();
    List<List<Photo>> photos = things.stream().map(thing -> List.copyOf(thing.pictures())).toList();
    if (base.get() == Base.SHIPPED) {
      submit(this::shipped, names, photos, piece, stop);
    } else {
      NetworkSpec spec = tools.inference().networkProperty().get().spec();
      tools.inference().submit(CHANNEL, network -> network.parameters(0, Cut.usual(spec)),
          trained -> submit(backend -> new Start(spec, trained), names, photos, piece, stop),
          e -> over(piece, stop, null, e));
    }
  }

  /** Gives, on the trainer thread, what to begin with. */
  private interface StartSource {
    Start get(Backend backend) throws Exception;
  }

  private Start shipped(Backend backend) throws Exception {
    try (Network network = backend.open(new ShippedModels(tools.cache()).file(ShippedModels.Model.CIFAR10))) {
      return new Start(network.spec(), network.parameters(0, Cut.usual(network.spec())));
    }
  }

  private void submit(StartSource source, List<String> names, List<List<Photo>> photos, Work.Piece piece,
      AtomicBoolean stop) {
    tools.trainer().submit(backend -> {
      Start start = stop.get() ? null : source.get(backend);
      Learned result = null;
      if (start != null) {
        Shape input = start.spec().input();
        LabelledPictures pictures = OwnPictures.of(names, photos, input.height(), input.channels());
        result = new Teaching(backend, start.spec(), start.trained()).teach(pictures, String.join(" + ", names),
            share -> tools.ui().execute(() -> at(piece, stop, share)), stop::get);
      }
      Learned made = result;
      tools.ui().execute(() -> over(piece, stop, made, null));
    }, e -> over(piece, stop, null, e));
  }

  private void at(Work.Piece piece, AtomicBoolean stop, double share) {
    piece.progress(share);
    if (ended == stop) {
      progress.set(share);
      line.set(tools.texts().get("reuse.teach.learning", share));
    }
  }

  private void over(Work.Piece piece, AtomicBoolean stop, Learned made, Throwable failure) {
    piece.done();
    if (failure != null) {
      tools.messages().report(failure);
    }
    if (ended != stop) {
      return;
    }
    ended = null;
    running.set(false);
    if (made != null) {
      learned.set(made);
    }
    judge();
  }

  /** Gives up what is being taught; what was learned before stays. */
  void stop() {
    if (ended != null) {
      ended.set(true);
      ended = null;
      running.set(false);
      judge();
    }
  }

  /** Makes what was learned the loaded network. */
  void use() {
    Learned taken = learned.get();
    tools.inference().load(taken::make,
        () -> tools.messages().note(tools.texts().get("reuse.used", taken.info().name())), tools.messages()::report);
  }

  /** Writes what was learned. */
  void save(Path file) {
    Learned taken = learned.get();
    Inference owner = tools.inference().beside();
    List<Network> made = new ArrayList<>();
    owner.load(backend -> {
      Network network = taken.make(backend);
      try {
        network.save(file, taken.info());
      } catch (IOException e) {
        network.close();
        throw new SaveFailure(file, e);
      }
      made.add(network);
      return network;
    }, () -> {
      tools.messages().note(tools.texts().get("reuse.saved", String.valueOf(file.getFileName())));
      owner.close();
    }, tools.messages()::report);
  }
}
