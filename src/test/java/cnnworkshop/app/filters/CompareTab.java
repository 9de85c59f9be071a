package cnnworkshop.app.filters;

import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.Message;
import cnnworkshop.app.support.Messages;
import cnnworkshop.app.support.Settings;
import cnnworkshop.app.support.SettingsFile;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.RunStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the parts of the Filters tab get from the rest of the program, for tests; a person who answers at once. */
final class CompareTab implements FiltersPlaces, AutoCloseable {

  final Texts texts = Texts.load(Locale.ENGLISH);
  final ObjectProperty<Subject> subject = new SimpleObjectProperty<>();
  final RunStore runs;
  final FiltersTools tools;
  final Path folder;
  /** What is answered when a network is asked for; null for nothing. */
  Path network;
  /** Where the last thing was saved; null for nothing. */
  Path saved;
  Photo copied;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  CompareTab(Path folder, Backend backend, Executor background, Executor inferenceThread) {
    this.folder = folder;
    runs = new RunStore(folder.resolve("runs"));
    Messages messages = new Messages(texts, Runnable::run);
    Settings settings = new Settings(new SettingsFile(folder.resolve("settings.json"), timer, messages::report));
    tools = new FiltersTools(new Inference(() -> backend, inferenceThread, Runnable::run), subject,
        new SimpleObjectProperty<>(), List::of, runs, settings, messages, new Work(Runnable::run), texts, background,
        Runnable::run);
  }

  /** Everything at once on the calling thread. */
  CompareTab(Path folder, Backend backend) {
    this(folder, backend, Runnable::run, Runnable::run);
  }

  /** Makes the network of a file the loaded one. */
  void load(String file) {
    tools.inference().open(Path.of(file), () -> {}, e -> {
      throw new AssertionError(e);
    });
  }

  /** What was said to the person, the oldest first. */
  List<String> said() {
    return tools.messages().shown().stream().map(Message::sentence).toList();
  }

  /** A picture of noise that the Photo tab might show. */
  static Subject noise(String name, long seed) {
    Random random = new Random(seed);
    return new Subject(name, Photo.ofRgb(120, 100, random.ints(12_000, 0, 1 << 24).toArray()),
        FaceSquare.ofBox(10, 2, 96));
  }

  @Override
  public Optional<Path> save(Kind kind, String suggestion) {
    saved = folder.resolve(suggestion + "." + (kind == Kind.NETWORK ? "zip" : kind.name().toLowerCase(Locale.ROOT)));
    return Optional.of(saved);
  }

  @Override
  public Optional<Path> network() {
    return Optional.ofNullable(network);
  }

  @Override
  public Optional<Path> folder() {
    return Optional.empty();
  }

  @Override
  public void copy(Photo picture) {
    copied = picture;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
