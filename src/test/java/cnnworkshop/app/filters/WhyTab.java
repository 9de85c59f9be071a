package cnnworkshop.app.filters;

import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.Messages;
import cnnworkshop.app.support.Settings;
import cnnworkshop.app.support.SettingsFile;
import cnnworkshop.app.support.StubBackend;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.RunStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Why these points with what it needs. */
final class WhyTab implements AutoCloseable {

  final Texts texts = Texts.load(Locale.ENGLISH);
  final Messages messages;
  final Work work;
  final Inference inference;
  final ObjectProperty<Subject> subject = new SimpleObjectProperty<>();
  final FiltersTools tools;
  final WhyModel model;
  final WhyPlaceModel places;
  final WhyExport export;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  /** Everything at once on the calling thread; a turn takes no time at all. */
  WhyTab(Path folder) {
    this(folder, Runnable::run, Runnable::run);
  }

  WhyTab(Path folder, Executor inferenceThread, Executor ui) {
    messages = new Messages(texts, ui);
    work = new Work(ui);
    inference = new Inference(StubBackend::new, inferenceThread, ui);
    Settings settings = new Settings(new SettingsFile(folder.resolve("settings.json"), timer, messages::report));
    tools = new FiltersTools(inference, subject, new SimpleObjectProperty<>(), List::of,
        new RunStore(folder.resolve("runs")), settings, messages, work, texts, Runnable::run, ui);
    model = new WhyModel(tools, () -> 0);
    places = new WhyPlaceModel(model, texts);
    export = new WhyExport(tools, model, places);
  }

  /** Looks at noise. */
  static Subject photo(int side, long seed) {
    Random random = new Random(seed);
    return new Subject("photo " + seed, Photo.ofRgb(side, side, random.ints(side * side, 0, 1 << 24).toArray()), null);
  }

  void load(Network network) {
    inference.load(backend -> network, () -> {}, e -> {
      throw new AssertionError(e);
    });
  }

  /** Answers what the dialogs would, and remembers what was copied. */
  static final class Answers implements FiltersPlaces {

    Path saved;
    final List<Photo> copied = new ArrayList<>();

    @Override
    public Optional<Path> save(Kind kind, String suggestion) {
      return Optional.ofNullable(saved);
    }

    @Override
    public Optional<Path> network() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> folder() {
      return Optional.empty();
    }

    @Override
    public void copy(Photo picture) {
      copied.add(picture);
    }
  }

  @Override
  public void close() {
    inference.close();
    timer.shutdownNow();
  }
}
