package cnnworkshop.app.train;

import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.Messages;
import cnnworkshop.app.support.Trainer;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.inspect.PngFile;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.NetworkTemplates;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import cnnworkshop.core.text.Texts;
import cnnworkshop.core.train.RunStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;

/** The Train tab's model with what it needs; everything happens at once on the calling thread unless said otherwise. */
final class TrainTab {

  final Texts texts = Texts.load(Locale.ENGLISH);
  final Messages messages = new Messages(texts, Runnable::run);
  final RunStore store;
  final Inference inference;
  final TrainViewModel model;
  /** Pictures the tab asked the Photo tab to show. */
  final List<Photo> opened = new ArrayList<>();
  private final Path folder;

  TrainTab(Path folder, Executor trainerThread) throws Exception {
    this(folder, trainerThread, Runnable::run);
  }

  /** @param ui where what the trainer thread tells changes the model */
  TrainTab(Path folder, Executor trainerThread, Executor ui) throws Exception {
    NativePath.choose(null);
    Backend backend = Dl4jBackend.start(0);
    this.folder = folder;
    store = new RunStore(folder.resolve("runs"));
    inference = new Inference(() -> backend, Runnable::run, Runnable::run);
    Trainer trainer = new Trainer(() -> backend, trainerThread, ui);
    model = new TrainViewModel(new TrainTools(inference, trainer, store,
        new NetworkTemplates(folder.resolve("networks")), folder.resolve("cache"), messages, new Work(Runnable::run),
        texts, Runnable::run, ui));
  }

  /** Reads two classes a network can tell apart at a glance: dark and light pictures. */
  TrainTab withPictures() throws Exception {
    for (String name : new String[] {"dark", "light"}) {
      Path ofClass = Files.createDirectories(folder.resolve("pictures").resolve(name));
      for (int i = 0; i < 30; i++) {
        float[] greys = new float[32 * 32];
        for (int p = 0; p < greys.length; p++) {
          greys[p] = (name.equals("dark") ? 40 : 200) + (p * 7 + i * 13) % 30;
        }
        PngFile.write(ofClass.resolve(i + ".png"), Photo.ofGrey(32, 32, greys));
      }
    }
    model.data().take(DataSource.PICTURES, folder.resolve("pictures"));
    return this;
  }

  /** A view of it that asks nobody for anything. */
  TrainView view() {
    return new TrainView(model, texts, new NoPlaces(messages, opened));
  }
}
