package cnnworkshop.app.photo;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.FxTest;
import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.LateFaceDetector;
import cnnworkshop.app.support.Messages;
import cnnworkshop.app.support.Settings;
import cnnworkshop.app.support.SettingsFile;
import cnnworkshop.app.support.Threads;
import cnnworkshop.core.camera.opencv.OpenCvCamera;
import cnnworkshop.core.camera.opencv.TestVideo;
import cnnworkshop.core.face.Face;
import cnnworkshop.core.face.FaceDetector;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.opencv.CascadeDetector;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.image.PhotoLoader;
import cnnworkshop.core.image.SampleImages;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.ShippedModels;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import cnnworkshop.core.text.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole tab before a camera: a Motion-JPEG file, OpenCV, the network that ships, all threads. */
class CameraTabTest extends FxTest implements FileDialogs {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;

  @TempDir
  private Path folder;
  private final Threads threads = new Threads();
  private CascadeDetector cascade;
  private Inference inference;
  private Messages messages;
  private PhotoViewModel model;
  private PhotoView view;

  @BeforeEach
  void open() throws Exception {
    // Natives one after the other, on one thread.
    NativePath.choose(null);
    Backend backend = Dl4jBackend.start(0);
    cascade = new CascadeDetector();
    FaceDetector detector = new LateFaceDetector(CompletableFuture.completedFuture(cascade));
    OpenCvCamera.loadNatives();
    SampleImages samples = new SampleImages(new PhotoLoader());
    Photo astronaut = samples.load(samples.all().get(0));
    String file = TestVideo.write(folder.resolve("faces.avi"), 30,
        IntStream.range(0, 24).mapToObj(i -> frame(astronaut, (int) (40 * Math.sin(i * Math.PI / 12)))).toList())
        .toString();
    runFx(() -> {
      Texts texts = Texts.load(Locale.ENGLISH);
      messages = new Messages(texts, Platform::runLater);
      Settings settings =
          new Settings(new SettingsFile(folder.resolve("settings.json"), threads.timer(), messages::report));
      inference = new Inference(() -> backend, threads.inference(), Platform::runLater);
      model = new PhotoViewModel(inference, photo -> List.of(), new PhotoLoader(), List.of(), settings, messages, texts,
          threads.background(), Platform::runLater, 2,
          new CameraTools(() -> OpenCvCamera.open(file), detector, threads.camera(), Clock.systemUTC()));
      view = new PhotoView(model, settings, texts, this, Clipboard::getSystemClipboard, threads.background());
      inference.load(b -> b.open(new ShippedModels(folder).keypoints()), () -> {}, messages::report);
    });
    show(view.root(), 1280, 800);
    waitUntil(() -> model.networkProperty().get() != null);
  }

  /** The astronaut, moved to the right; grey where she is not. */
  private static Photo frame(Photo astronaut, int right) {
    int[] rgb = new int[WIDTH * HEIGHT];
    for (int i = 0; i < rgb.length; i++) {
      int x = i % WIDTH - 64 - right;
      rgb[i] = x >= 0 && x < astronaut.width() ? astronaut.argb(x, i / WIDTH) : 0x808080;
    }
    return Photo.ofRgb(WIDTH, HEIGHT, rgb);
  }

  @AfterEach
  void close() throws InterruptedException {
    runFx(() -> {
      model.camera().stop();
      inference.close();
    });
    threads.close();
    // Somebody may still be looking for faces.
    assertThat(threads.background().awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    cascade.close();
  }

  @Override
  public List<Path> pictures() {
    return List.of();
  }

  @Override
  public Optional<Path> network() {
    return Optional.empty();
  }

  @Override
  public Optional<Path> save(Kind kind, String suggestion) {
    return Optional.empty();
  }

  @Test
  void conv1sMapsAndThePointsFollowWhatTheCameraSees() {
    Set<Photo> frames = new HashSet<>();
    Set<Integer> maps = new HashSet<>();
    Set<Integer> places = new HashSet<>();
    runFx(() -> {
      model.shownProperty().addListener((p, before, after) -> frames.add(after.photo()));
      model.maps().tiles().addListener((ListChangeListener<TilePicture>) change -> {
        if (!model.maps().tiles().isEmpty() && !model.maps().tiles().contains(null)) {
          maps.add(Arrays.hashCode(model.maps().tiles().get(0).argb()));
        }
      });
      model.faces().faces().addListener((ListChangeListener<Face>) change ->
          model.faces().faces().forEach(face ->
              places.add((int) Math.round(face.keypoints().x(Keypoint.NOSE_TIP)))));
      model.camera().start();
    });
    waitUntil(() -> frames.size() > 6 && maps.size() > 3 && places.size() > 3);
    assertThat(onFx(() -> model.maps().mapsProperty().get().layer().name())).isEqualTo("conv1");
    assertThat(onFx(() -> model.maps().mapsProperty().get().maps().width())).isEqualTo(WIDTH - 2);
    // Mirrored: her nose, at 219 of 512, is right of the middle.
    assertThat(places).allSatisfy(x -> assertThat(x).isBetween(WIDTH - 64 - 219 - 40 - 15, WIDTH - 64 - 219 + 40 + 15));
    // On a mirror's picture, too, the eye on the right is called the left one, as on any picture of a face.
    Face face = onFx(() -> model.faces().faces().get(0));
    assertThat(face.keypoints().x(Keypoint.LEFT_EYE_CENTER))
        .isGreaterThan(face.keypoints().x(Keypoint.RIGHT_EYE_CENTER));
    snapshot(view.root(), "camera-tab");
    runFx(() -> model.camera().take());
    waitUntil(() -> model.camera().stateProperty().get() == CameraModel.State.OFF);
    assertThat(onFx(() -> model.pictures().pictureProperty().get().name())).startsWith("Camera ");
    assertThat(messages.shown()).isEmpty();
  }
}
