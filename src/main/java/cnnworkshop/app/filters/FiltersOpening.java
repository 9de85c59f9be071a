package cnnworkshop.app.filters;

import cnnworkshop.app.control.TabPart;
import cnnworkshop.app.control.TabParts;
import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.Messages;
import cnnworkshop.app.support.Settings;
import cnnworkshop.app.support.SettingsFile;
import cnnworkshop.app.support.Threads;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.UserFailure;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.image.PhotoLoader;
import cnnworkshop.core.image.SampleImages;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.ShippedModels;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** Measures how long the Filters tab takes to open, with the network that ships loaded and a photo there. */
public final class FiltersOpening {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;

  private final Consumer<Scene> dress;

  /** @param dress gives a scene the program's looks */
  public FiltersOpening(Consumer<Scene> dress) {
    this.dress = dress;
  }

  /**
   * Opens it in a window that shows nothing before; the first time in a process its classes are loaded, too.
   *
   * @param folder for settings and what has to be unpacked
   * @return milliseconds until the frame with its filters is drawn
   */
  public double milliseconds(Backend backend, Path folder) throws IOException {
    CompletableFuture<Double> done = new CompletableFuture<>();
    try (Threads threads = new Threads();
        Inference inference = new Inference(() -> backend, threads.inference(), Platform::runLater)) {
      Path model = new ShippedModels(folder).keypoints();
      SampleImages samples = new SampleImages(new PhotoLoader());
      Photo photo = samples.load(samples.all().get(0));
      Platform.runLater(() -> inference.load(b -> b.open(model),
          () -> open(inference, threads, folder, photo, done), done::completeExceptionally));
      return done.join();
    } catch (UserFailure e) {
      throw new IOException(e);
    }
  }

  private void open(Inference inference, Threads threads, Path folder, Photo photo, CompletableFuture<Double> done) {
    Texts texts = Texts.load(Locale.getDefault());
    Messages messages = new Messages(texts, Platform::runLater);
    Settings settings =
        new Settings(new SettingsFile(folder.resolve("settings.json"), threads.timer(), messages::report));
    FiltersTools tools = new FiltersTools(inference, new SimpleObjectProperty<>(new Subject("", photo, null)),
        new SimpleObjectProperty<>(), List::of, new RunStore(folder.resolve("runs")), settings, messages,
        new Work(Platform::runLater), texts, threads.background(), Platform::runLater);
    StackPane place = new StackPane();
    Stage stage = new Stage();
    stage.setScene(new Scene(place, WIDTH, HEIGHT));
    dress.accept(stage.getScene());
    stage.show();
    afterFrames(() -> {
      long start = System.nanoTime();
      List<TabPart> sections = FiltersSections.all(tools, new NoPlaces(), () -> folder);
      FiltersViewModel model =
          new FiltersViewModel(tools, sections.stream().map(TabPart::id).toList());
      place.getChildren().setAll(new TabParts(model.sectionProperty(), model::show, sections, texts).root());
      afterFrames(() -> {
        double milliseconds = (System.nanoTime() - start) / 1e6;
        stage.hide();
        done.complete(milliseconds);
      });
    });
  }

  /** Does something once what is in the window now has been laid out and handed on to be drawn. */
  private static void afterFrames(Runnable action) {
    new AnimationTimer() {
      private boolean laidOut;

      @Override
      public void handle(long now) {
        if (laidOut) {
          stop();
          action.run();
        }
        laidOut = true;
      }
    }.start();
  }

  /** Nobody is asked for anything. */
  private static final class NoPlaces implements FiltersPlaces {
    @Override
    public Optional<Path> save(Kind kind, String suggestion) {
      return Optional.empty();
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
    public void copy(Photo picture) {}
  }
}
