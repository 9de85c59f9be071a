package cnnworkshop.app.train;

import cnnworkshop.app.filters.FiltersOpening;
import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.Messages;
import cnnworkshop.app.support.Threads;
import cnnworkshop.app.support.Trainer;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.data.PictureAugmentation;
import cnnworkshop.core.data.Shapes10;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.NetworkTemplates;
import cnnworkshop.core.net.Presets;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.PictureTask;
import cnnworkshop.core.train.RunStore;
import cnnworkshop.core.train.Schedule;
import cnnworkshop.core.train.TrainingEvent;
import cnnworkshop.core.train.TrainingSession;
import cnnworkshop.core.train.TrainingSettings;
import cnnworkshop.core.train.TrainingTask;
import cnnworkshop.core.train.WindowCost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures what the Train tab costs: the workshop's first network learns the same drawn pictures in a bare loop and in
 * a window of 1280×800, in turns, with the same threads. The window's side measures the time between pulses too.
 */
public final class TrainingBench implements WindowCost.Meter {

  private static final Logger LOG = LoggerFactory.getLogger(TrainingBench.class);

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;
  private static final int PICTURES = 5000;
  /** The first epoch of a network is slower, and does not count. All take ten seconds: in less Java is still compiling. */
  private static final int EPOCHS = 16;
  private static final String NETWORK = "cnn";

  private final Consumer<Scene> dress;

  /** @param dress gives a scene the program's looks */
  public TrainingBench(Consumer<Scene> dress) {
    this.dress = dress;
  }

  @Override
  public boolean prepare() {
    CompletableFuture<Void> started = new CompletableFuture<>();
    try {
      Platform.startup(() -> started.complete(null));
    } catch (UnsupportedOperationException e) {
      LOG.info("no window", e);
      return false;
    }
    started.join();
    Platform.setImplicitExit(false);
    return true;
  }

  @Override
  public WindowCost measure(Backend backend, int rounds) throws IOException, InterruptedException {
    PictureTask task = new PictureTask("Shapes-10", Shapes10.training(Shapes10.TRAINING_COUNT, Shapes10.DIFFICULTY, 1),
        Shapes10.test(Shapes10.TEST_COUNT, Shapes10.DIFFICULTY, 1), List.of());
    Path folder = Files.createTempDirectory("cnn-workshop-bench");
    List<Double> bare = new ArrayList<>();
    List<Double> inWindow = new ArrayList<>();
    List<Double> pulses = new ArrayList<>();
    double filters;
    try {
      // A round that does not count: Java compiles what is used often while it runs, which takes a core for a while.
      bare(backend, task);
      inWindow(backend, folder, new ArrayList<>());
      for (int round = 0; round < rounds; round++) {
        bare.add(bare(backend, task));
        inWindow.add(inWindow(backend, folder, pulses));
      }
      // Last: the window has been used by then, as it has been when somebody opens that tab.
      filters = new FiltersOpening(dress).milliseconds(backend, folder);
    } finally {
      delete(folder);
    }
    return new WindowCost(quantile(bare, 0.5), quantile(inWindow, 0.5), quantile(pulses, 0.5),
        quantile(pulses, 0.99), filters);
  }

  private static TrainingSettings settings() {
    return new TrainingSettings(EPOCHS, 64, new Schedule.Constant(1e-3), 0, 1);
  }

  private static double bare(Backend backend, PictureTask task) throws IOException, InterruptedException {
    List<Double> speeds = new ArrayList<>();
    TrainingTask.Part part = task.part(PICTURES, SettingsModel.HOLD_OUT, 1);
    try (TrainableNetwork network = backend.create(Presets.byName(NETWORK).orElseThrow(), new Updater.Adam(), 1)) {
      new TrainingSession(network, part.data(PictureAugmentation.NONE), part.heldOutJudge(), part.testJudge(),
          settings(), event -> {
            if (event instanceof TrainingEvent.Epoch epoch && epoch.epoch() > 1) {
              speeds.add(epoch.picturesPerSecond());
            }
          }).run(null);
    }
    return quantile(speeds, 0.5);
  }

  private double inWindow(Backend backend, Path folder, List<Double> pulses) throws IOException, InterruptedException {
    try (Threads threads = new Threads(); Inference inference =
        new Inference(() -> backend, threads.inference(), Platform::runLater)) {
      Texts texts = Texts.load(Locale.getDefault());
      TrainTools tools = new TrainTools(inference,
          new Trainer(() -> backend, threads.trainer(), Platform::runLater), new RunStore(folder.resolve("runs")),
          new NetworkTemplates(folder.resolve("networks")), folder, new Messages(texts, Platform::runLater),
          new Work(Platform::runLater), texts, threads.background(), Platform::runLater);
      TrainViewModel model = onFx(() -> new TrainViewModel(tools));
      Stage stage = onFx(() -> show(model, texts));
      CompletableFuture<List<Double>> speeds = new CompletableFuture<>();
      onFx(() -> {
        whenThere(model, () -> {
          model.settings().epochsProperty().set(EPOCHS);
          model.settings().picturesProperty().set(PICTURES);
          new Pulses(model, pulses, speeds).start();
          model.start();
        });
        return null;
      });
      double speed = quantile(speeds.join(), 0.5);
      onFx(() -> {
        stage.hide();
        return null;
      });
      return speed;
    }
  }

  private static void whenThere(TrainViewModel model, Runnable action) {
    if (model.canStart().get()) {
      action.run();
    } else {
      model.data().taskProperty().addListener((p, before, now) -> Platform.runLater(action));
    }
  }

  private Stage show(TrainViewModel model, Texts texts) {
    Stage stage = new Stage();
    Scene scene = new Scene(new TrainView(model, texts, new NoPlaces()).root(), WIDTH, HEIGHT);
    dress.accept(scene);
    stage.setScene(scene);
    stage.setTitle(texts.get("shell.title"));
    stage.show();
    return stage;
  }

  /** Counts the time between pulses while the training runs, and ends with it. */
  private static final class Pulses extends AnimationTimer {
    private final TrainViewModel model;
    private final List<Double> milliseconds;
    private final CompletableFuture<List<Double>> speeds;
    private long last;
    private boolean ran;

    Pulses(TrainViewModel model, List<Double> milliseconds, CompletableFuture<List<Double>> speeds) {
      this.model = model;
      this.milliseconds = milliseconds;
      this.speeds = speeds;
    }

    @Override
    public void handle(long now) {
      if (model.training().stateProperty().get() == TrainingModel.State.RUNNING) {
        if (ran) {
          milliseconds.add((System.nanoTime() - last) / 1e6);
        }
        ran = true;
        last = System.nanoTime();
      } else if (ran && !model.isTraining() && !model.runs().runs().isEmpty()
          && model.runs().runs().get(0).end().isPresent()) {
        stop();
        speeds.complete(model.runs().runs().get(0).curve().points().stream().skip(1)
            .map(point -> point.picturesPerSecond()).toList());
      }
    }
  }

  private static <T> T onFx(Callable<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        done.complete(work.call());
      } catch (Throwable e) { // whatever it is, the waiting thread has to hear of it
        done.completeExceptionally(e);
      }
    });
    return done.join();
  }

  private static double quantile(List<Double> values, double share) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1L, Math.floor(share * sorted.size())));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Nobody is asked for anything. */
  private static final class NoPlaces implements TrainPlaces {

    @Override
    public Places data() {
      return null;
    }

    @Override
    public RunPlaces runs() {
      return (name, extension) -> Optional.empty();
    }

    @Override
    public Messages messages() {
      return new Messages(Texts.load(Locale.getDefault()), Platform::runLater);
    }

    @Override
    public Executor background() {
      return Runnable::run;
    }

    @Override
    public void openPhoto(Photo photo) {
      // Nothing is looked at.
    }
  }
}
