package cnnworkshop.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.Messages;
import cnnworkshop.app.support.Threads;
import cnnworkshop.app.support.Trainer;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.NetworkTemplates;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.RunRecord;
import cnnworkshop.core.train.RunStore;
import cnnworkshop.core.train.TrainingEvent.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tab on the threads the program has. */
class TrainingThreadsTest extends FxTest {

  @TempDir
  Path folder;

  private final Texts texts = Texts.load(Locale.ENGLISH);
  private final Messages messages = new Messages(texts, Platform::runLater);
  private RunStore store;

  private TrainViewModel model(Threads threads) throws Exception {
    NativePath.choose(null);
    Backend backend = Dl4jBackend.start(0);
    store = new RunStore(folder.resolve("runs"));
    TrainTools tools = new TrainTools(new Inference(() -> backend, threads.inference(), Platform::runLater),
        new Trainer(() -> backend, threads.trainer(), Platform::runLater), store,
        new NetworkTemplates(folder.resolve("networks")), folder.resolve("cache"),
        messages, new Work(Platform::runLater), texts, threads.background(),
        Platform::runLater);
    return onFx(() -> new TrainViewModel(tools));
  }

  /** Waits until there are pictures, then starts. */
  private void start(TrainViewModel model, int epochs) throws Exception {
    CompletableFuture<Void> started = new CompletableFuture<>();
    Runnable begin = () -> {
      if (model.canStart().get() && !started.isDone()) {
        started.complete(null);
        model.settings().picturesProperty().set(300);
        model.settings().epochsProperty().set(epochs);
        model.start();
      }
    };
    runFx(() -> {
      // Later: whoever hears of pictures may not have heard of all there is to them.
      model.canStart().addListener((p, before, now) -> Platform.runLater(begin));
      model.data().choose(DataSource.SHAPES10);
      begin.run();
    });
    started.get(1, TimeUnit.MINUTES);
  }

  // D31
  @Test
  void whatTheWindowShowsChangesOnItsThreadAlone() throws Exception {
    List<String> elsewhere = new CopyOnWriteArrayList<>();
    CompletableFuture<RunRecord> ended = new CompletableFuture<>();
    try (Threads threads = new Threads()) {
      TrainViewModel model = model(threads);
      Runnable check = () -> {
        if (!Platform.isFxApplicationThread()) {
          elsewhere.add(Thread.currentThread().getName());
        }
      };
      runFx(() -> {
        model.training().lineProperty().addListener((p, before, now) -> check.run());
        model.training().progressProperty().addListener((p, before, now) -> check.run());
        model.diagnosisProperty().addListener((p, before, now) -> check.run());
        model.results().lineProperty().addListener((p, before, now) -> check.run());
        model.runs().runs().addListener((javafx.collections.ListChangeListener<RunRecord>) change -> {
          check.run();
          model.runs().runs().stream().filter(run -> run.end().isPresent()).forEach(ended::complete);
        });
      });
      TrainView view = onFx(() -> new TrainView(model, texts, new NoPlaces(messages, new ArrayList<>())));
      show(view.root(), 1280, 800);
      start(model, 3);
      assertThat(ended.get(2, TimeUnit.MINUTES).curve().points()).hasSize(3);
    }
    assertThat(elsewhere).isEmpty();
  }

  // D36
  @Test
  void aTrainingEndsWithTheProgramAndItsRunIsWhole() throws Exception {
    Threads threads = new Threads();
    TrainViewModel model = model(threads);
    start(model, 200);
    CompletableFuture<Void> learning = new CompletableFuture<>();
    runFx(() -> model.training().epochProgressProperty().addListener((p, before, now) -> learning.complete(null)));
    while (!learning.isDone()) {
      runFx(model::listen);
    }
    runFx(model::stop);
    threads.close();
    assertThat(threads.trainer().isTerminated()).isTrue();
    RunRecord run = store.list().runs().get(0);
    assertThat(run.end()).hasValue(Reason.STOPPED);
    assertThat(store.hasWeights(run.id())).isEqualTo(!run.curve().points().isEmpty());
  }
}
