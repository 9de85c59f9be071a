package cnnworkshop.app.filters;

import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.Messages;
import cnnworkshop.app.support.Settings;
import cnnworkshop.app.support.SettingsFile;
import cnnworkshop.app.support.StubNetwork;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.TrainableNetwork;
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

/** All that the gallery gets from the program, for tests: networks are stubs, files go into a folder. */
final class GalleryTab implements FiltersPlaces, AutoCloseable {

  static final int CONV1 = 0;
  static final int POOL1 = 1;
  static final int CONV2 = 3;
  static final int CONV3 = 6;

  final Texts texts = Texts.load(Locale.ENGLISH);
  final Messages messages;
  final Settings settings;
  final Inference inference;
  final ObjectProperty<Subject> subject = new SimpleObjectProperty<>();
  final ObjectProperty<Unit> unit = new SimpleObjectProperty<>();
  final FiltersTools tools;
  final List<Photo> copied = new ArrayList<>();
  private final Path folder;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  /** Everything at once on the calling thread. */
  GalleryTab(Path folder) {
    this(folder, Runnable::run, Runnable::run, Runnable::run);
  }

  GalleryTab(Path folder, Executor inferenceThread, Executor background, Executor ui) {
    this.folder = folder;
    messages = new Messages(texts, ui);
    settings = new Settings(new SettingsFile(folder.resolve("settings.json"), timer, messages::report));
    inference = new Inference(NoBackend::new, inferenceThread, ui);
    tools = new FiltersTools(inference, subject, unit, List::of, new RunStore(folder.resolve("runs")), settings,
        messages, new Work(ui), texts, background, ui);
  }

  void load(Network network) {
    inference.load(backend -> network, () -> {}, e -> {
      throw new AssertionError(e);
    });
  }

  GalleryTab withKeypoints() {
    load(StubNetwork.keypoints(StubNetwork.everywhere(0)));
    return this;
  }

  static Subject picture(long seed) {
    return new Subject("noise", Photo.ofRgb(40, 30, new Random(seed).ints(1200, 0, 1 << 24).toArray()), null);
  }

  List<String> told() {
    return messages.shown().stream().map(message -> message.sentence()).toList();
  }

  @Override
  public Optional<Path> save(Kind kind, String suggestion) {
    return Optional.of(folder.resolve(suggestion + "." + kind.name().toLowerCase(Locale.ROOT)));
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

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /** Networks come ready made. */
  private static final class NoBackend implements Backend {
    @Override
    public Description description() {
      return new Description("stub", "none", true, 1);
    }

    @Override
    public Network open(Path file) {
      throw new UnsupportedOperationException();
    }

    @Override
    public TrainableNetwork create(NetworkSpec spec, Updater updater, long seed) {
      throw new UnsupportedOperationException();
    }
  }
}
