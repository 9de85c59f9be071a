package cnnworkshop.app.filters;

import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.Messages;
import cnnworkshop.app.support.Settings;
import cnnworkshop.app.support.SettingsFile;
import cnnworkshop.app.support.StubBackend;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.image.FaceSquare;
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

/** What parts of the Filters tab get from the program, around a network a test chooses. */
final class PatchesTab implements AutoCloseable {

  final Texts texts = Texts.load(Locale.ENGLISH);
  final ObjectProperty<Subject> subject = new SimpleObjectProperty<>();
  final ObjectProperty<Unit> unit = new SimpleObjectProperty<>();
  final List<Subject> samples = new ArrayList<>();
  final Messages messages;
  final Work work;
  final Inference inference;
  final FiltersTools tools;
  final Saved places;
  private final StubBackend backend = new StubBackend();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  /** Saves all under a folder, without asking anybody. */
  static final class Saved implements FiltersPlaces {

    final Path folder;
    final List<Path> files = new ArrayList<>();
    Photo copied;
    Path picked;

    Saved(Path folder) {
      this.folder = folder;
    }

    @Override
    public Optional<Path> save(Kind kind, String suggestion) {
      files.add(folder.resolve(suggestion + "." + kind.name().toLowerCase(Locale.ROOT)));
      return Optional.of(files.get(files.size() - 1));
    }

    @Override
    public Optional<Path> network() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> folder() {
      return Optional.ofNullable(picked);
    }

    @Override
    public void copy(Photo picture) {
      copied = picture;
    }
  }

  PatchesTab(Path folder, Executor background, Executor inferenceThread, Executor ui) {
    messages = new Messages(texts, ui);
    work = new Work(ui);
    places = new Saved(folder);
    inference = new Inference(() -> backend, inferenceThread, ui);
    Settings settings = new Settings(new SettingsFile(folder.resolve("settings.json"), timer, messages::report));
    tools = new FiltersTools(inference, subject, unit, () -> List.copyOf(samples),
        new RunStore(folder.resolve("runs")), settings, messages, work, texts, background, ui);
  }

  /** Everything at once on the calling thread. */
  PatchesTab(Path folder) {
    this(folder, Runnable::run, Runnable::run, Runnable::run);
  }

  static Photo noise(int width, int height, long seed) {
    Random random = new Random(seed);
    return Photo.ofRgb(width, height, random.ints((long) width * height, 0, 1 << 24).toArray());
  }

  /** A dark photo with one bright pixel. */
  static Photo spot(int side, int x, int y, int grey) {
    float[] greys = new float[side * side];
    greys[y * side + x] = grey;
    return Photo.ofGrey(side, side, greys);
  }

  /** Makes a network the loaded one. */
  PatchesTab load(Network network) {
    inference.load(started -> network, () -> {}, e -> {
      throw new AssertionError(e);
    });
    return this;
  }

  PatchesTab sample(String name, Photo photo) {
    samples.add(new Subject(name, photo, FaceSquare.middleOf(photo)));
    return this;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
