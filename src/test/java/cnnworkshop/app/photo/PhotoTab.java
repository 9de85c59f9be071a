package cnnworkshop.app.photo;

import cnnworkshop.app.support.FakeCamera;
import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.Messages;
import cnnworkshop.app.support.Settings;
import cnnworkshop.app.support.SettingsFile;
import cnnworkshop.app.support.SteppedExecutor;
import cnnworkshop.app.support.StubBackend;
import cnnworkshop.app.support.StubNetwork;
import cnnworkshop.core.face.FaceLayout;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.image.PhotoLoader;
import cnnworkshop.core.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The tab's ViewModel over a stub network and detector, for tests: all that its parts would get from the program. */
final class PhotoTab implements AutoCloseable {

  static final List<String> LABELS =
      List.of("aeroplane", "car", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "lorry");

  final Texts texts;
  final StubNetwork keypoints = StubNetwork.keypoints(PhotoTab::fromInput);
  final StubNetwork classifier = StubNetwork.classifier(LABELS, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0);
  final StubBackend backend = new StubBackend().with("keypoints.zip", keypoints).with("cnn.zip", classifier);
  final Messages messages;
  final Settings settings;
  final Inference inference;
  final PhotoViewModel model;
  final List<FaceSquare> found = new ArrayList<>();
  final FakeCamera camera = new FakeCamera();
  final SteppedExecutor cameraThread = new SteppedExecutor();
  final SteppedClock clock = new SteppedClock();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  PhotoTab(Path folder, Executor background, Executor inferenceThread, Executor ui, Locale locale) {
    texts = Texts.load(locale);
    messages = new Messages(texts, ui);
    settings = new Settings(new SettingsFile(folder.resolve("settings.json"), timer, messages::report));
    inference = new Inference(() -> backend, inferenceThread, ui);
    List<PictureEntry> samples = List.of(entry("first", noise(64, 48, 1)), entry("second", noise(48, 64, 2)));
    model = new PhotoViewModel(inference, photo -> List.copyOf(found), new PhotoLoader(), samples, settings, messages,
        texts, background, ui, 1, new CameraTools(camera, photo -> List.copyOf(found), cameraThread, clock));
  }

  /** Everything at once on the calling thread. */
  PhotoTab(Path folder) {
    this(folder, Runnable::run, Runnable::run, Runnable::run, Locale.ENGLISH);
  }

  PhotoTab withKeypoints() {
    return with("keypoints.zip");
  }

  PhotoTab with(String network) {
    inference.open(Path.of(network), () -> {}, e -> {
      throw new AssertionError(e);
    });
    return this;
  }

  void show(Photo photo) {
    model.pictures().open("test", photo);
  }

  static PictureEntry entry(String name, Photo photo) {
    return new PictureEntry(name, Optional.empty(), () -> new Picture(name, photo, false));
  }

  static Photo noise(int width, int height, long seed) {
    Random random = new Random(seed);
    return Photo.ofRgb(width, height, random.ints((long) width * height, 0, 1 << 24).toArray());
  }

  static Photo flat(int width, int height, int grey) {
    int[] rgb = new int[width * height];
    Arrays.fill(rgb, grey << 16 | grey << 8 | grey);
    return Photo.ofRgb(width, height, rgb);
  }

  /** Outputs that depend on the whole input, so that another picture or square gives other points. */
  static float[] fromInput(float[] input) {
    double sum = 0;
    for (int i = 0; i < input.length; i++) {
      sum += input[i] * (i % 96 - 47.5) / 96;
    }
    float[] mean = FaceLayout.MEAN_FACE.toTargets();
    float[] outputs = new float[30];
    for (int i = 0; i < 30; i++) {
      outputs[i] = (float) (Math.tanh(sum / 500) * 0.4 + mean[i]);
    }
    return outputs;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
