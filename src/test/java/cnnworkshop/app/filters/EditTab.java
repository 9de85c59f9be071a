package cnnworkshop.app.filters;

import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.Messages;
import cnnworkshop.app.support.Settings;
import cnnworkshop.app.support.SettingsFile;
import cnnworkshop.app.support.SteppedExecutor;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.DescribedNetwork;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.ModelInfo.Task;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.RunStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Kernel transplant with what it needs; networks are small, but real. */
final class EditTab implements AutoCloseable {

  static final Shape FACE = new Shape(1, 96, 96);

  final Texts texts = Texts.load(Locale.ENGLISH);
  final Messages messages;
  final Work work;
  final Inference inference;
  final ObjectProperty<Subject> subject = new SimpleObjectProperty<>();
  final ObjectProperty<Unit> unit = new SimpleObjectProperty<>();
  final SteppedExecutor later = new SteppedExecutor();
  final FiltersTools tools;
  final Backend backend;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  /** Everything at once on the calling thread, but what comes a moment later. */
  EditTab(Path folder) throws Exception {
    this(folder, Runnable::run, Runnable::run);
  }

  EditTab(Path folder, Executor inferenceThread, Executor ui) throws Exception {
    NativePath.choose(null);
    backend = Dl4jBackend.start(0);
    messages = new Messages(texts, ui);
    work = new Work(ui);
    inference = new Inference(() -> backend, inferenceThread, ui);
    Settings settings = new Settings(new SettingsFile(folder.resolve("settings.json"), timer, messages::report));
    tools = new FiltersTools(inference, subject, unit, () -> List.of(photo(1), photo(2), photo(3)),
        new RunStore(folder.resolve("runs")), settings, messages, work, texts, Runnable::run, ui);
  }

  static Subject photo(long seed) {
    Random random = new Random(seed);
    return new Subject("photo " + seed, Photo.ofRgb(40, 30, random.ints(40 * 30, 0, 1 << 24).toArray()), null);
  }

  /** A network that begins with a convolution and ends in so many numbers. */
  Network network(String name, Shape input, LayerSpec.Convolution first, Task task, int outputs, List<String> labels) {
    boolean classes = task == Task.CLASSES;
    NetworkSpec spec = new NetworkSpec(name, input, List.of(first, LayerSpec.Pooling.max("pool1", 4),
        new LayerSpec.Dense("output", outputs, classes ? LayerSpec.Activation.SOFTMAX : LayerSpec.Activation.LINEAR)),
        classes ? NetworkSpec.Loss.CROSS_ENTROPY : NetworkSpec.Loss.MEAN_SQUARED_ERROR);
    return new DescribedNetwork(backend.create(spec, new Backend.Updater.Adam(), name.hashCode()),
        new ModelInfo(name, task, labels, Map.of("epochs", "3")));
  }

  /** A small network for 15 points. */
  Network points(String name) {
    return network(name, FACE, LayerSpec.Convolution.relu("conv1", 4, 3, LayerSpec.Padding.VALID), Task.KEYPOINTS, 30,
        List.of());
  }

  /** A small classifier of colour pictures. */
  Network classes(String name, List<String> labels) {
    return network(name, new Shape(3, 32, 32), LayerSpec.Convolution.relu("conv1", 5, 3, LayerSpec.Padding.VALID),
        Task.CLASSES, labels.size(), labels);
  }

  void load(Network network) {
    inference.load(b -> network, () -> {}, e -> {
      throw new AssertionError(e);
    });
  }

  List<String> told() {
    return messages.shown().stream().map(message -> message.sentence()).toList();
  }

  /** Answers what the dialogs would, and remembers what was copied. */
  static final class Answers implements FiltersPlaces {

    Path saved;
    Path network;
    final List<String> suggestions = new ArrayList<>();

    @Override
    public Optional<Path> save(Kind kind, String suggestion) {
      suggestions.add(kind + " " + suggestion);
      return Optional.ofNullable(saved);
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
      throw new UnsupportedOperationException();
    }
  }

  /** Also waits until the settings are no longer written: their folder is deleted next. */
  @Override
  public void close() throws InterruptedException {
    inference.close();
    timer.shutdownNow();
    timer.awaitTermination(30, TimeUnit.SECONDS);
  }
}
