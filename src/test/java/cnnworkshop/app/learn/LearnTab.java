package cnnworkshop.app.learn;

import cnnworkshop.app.support.Settings;
import cnnworkshop.app.support.SettingsFile;
import cnnworkshop.app.support.Trainer;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.image.PhotoLoader;
import cnnworkshop.core.image.SampleImages;
import cnnworkshop.core.lesson.Course;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.beans.property.SimpleBooleanProperty;

/** The Learn tab with all that it needs; everything is computed at once, on the thread that asks. */
final class LearnTab implements AutoCloseable {

  final Texts texts = Texts.load(Locale.ENGLISH);
  final List<Throwable> failures = new ArrayList<>();
  final List<String> opened = new ArrayList<>();
  final Settings settings;
  final LearnViewModel model;
  final DemoTools tools;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  /**
   * @param folder for settings
   * @param backend the numerical library, once it is needed
   */
  LearnTab(Course course, Path folder, Supplier<Backend> backend, Supplier<Network> network) {
    settings = new Settings(new SettingsFile(folder.resolve("settings.json"), timer, failures::add));
    model = new LearnViewModel(course, settings, opened::add);
    SampleImages samples = new SampleImages(new PhotoLoader());
    Supplier<List<Photo>> photos = () -> samples.all().stream().map(sample -> {
      try {
        return samples.load(sample);
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }).toList();
    tools = new DemoTools(texts, new KeypointLab(network, Runnable::run, Runnable::run), () -> photos.get().get(0), photos,
        new Trainer(backend, Runnable::run, Runnable::run), new Work(Runnable::run), Runnable::run, Runnable::run,
        new SimpleBooleanProperty(true), failures::add);
  }

  LearnView view(Map<String, BiFunction<DemoTools, Map<String, String>, Demo>> demos) {
    return new LearnView(model, tools, demos);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
