package cnnworkshop.app.reuse;

import cnnworkshop.app.support.FakeCamera;
import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.Messages;
import cnnworkshop.app.support.SteppedExecutor;
import cnnworkshop.app.support.Trainer;
import cnnworkshop.app.support.Work;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.LayerSpec;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.NetworkSpec.Loss;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import cnnworkshop.core.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executor;

/** What the part on teaching stands on, with everything at once on the thread that calls, and a small real network. */
final class TeachTab {

  /** A base that learns in a moment. */
  static final NetworkSpec BASE = new NetworkSpec("base", new Shape(3, 8, 8), List.of(
      LayerSpec.Convolution.relu("conv1", 8, 3, LayerSpec.Padding.SAME),
      new LayerSpec.Dense("output", 4, LayerSpec.Activation.SOFTMAX)), Loss.CROSS_ENTROPY);
  static final int RED = 0xC02020;
  static final int BLUE = 0x2020C0;

  final Texts texts = Texts.load(Locale.ENGLISH);
  final Messages messages = new Messages(texts, Runnable::run);
  final FakeCamera camera = new FakeCamera();
  final SteppedExecutor cameraThread = new SteppedExecutor();
  final Inference inference;
  final TeachModel model;
  final TeachLookModel look;

  /** @param trainerThread where it is taught */
  TeachTab(Path folder, Executor trainerThread) throws Exception {
    NativePath.choose(null);
    Backend backend = Dl4jBackend.start(0);
    inference = new Inference(() -> backend, Runnable::run, Runnable::run);
    ReuseTools tools = new ReuseTools(inference, new Trainer(() -> backend, trainerThread, Runnable::run), folder,
        messages, new Work(Runnable::run), texts, Runnable::run, Runnable::run);
    model = new TeachModel(tools);
    look = new TeachLookModel(tools, camera, cameraThread);
    model.learnedProperty().addListener((p, before, now) -> look.learn(now));
  }

  /** Loads the small base and takes it as what is reused. */
  void load() {
    inference.load(backend -> backend.create(BASE, new Backend.Updater.Adam(), 3), () -> {}, e -> {
      throw new AssertionError(e);
    });
    model.baseProperty().set(TeachModel.Base.LOADED);
  }

  /** Gives the two things names and pictures. */
  void give(int pictures) {
    Random random = new Random(5);
    List<String> names = List.of("tomato", "sky");
    for (int i = 0; i < 2; i++) {
      TeachThing thing = model.things().get(i);
      thing.nameProperty().set(names.get(i));
      for (int p = 0; p < pictures; p++) {
        model.add(thing, photo(i == 0 ? RED : BLUE, random));
      }
    }
  }

  /** A photo of one colour with some noise. */
  static Photo photo(int colour, Random random) {
    int[] rgb = new int[20 * 16];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = colour + random.nextInt(32) * 0x10101;
    }
    return Photo.ofRgb(20, 16, rgb);
  }

  void close() {
    look.close();
    inference.close();
  }
}
