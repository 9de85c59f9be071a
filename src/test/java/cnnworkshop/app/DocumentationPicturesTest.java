package cnnworkshop.app;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.photo.CameraTools;
import cnnworkshop.app.photo.Picture;
import cnnworkshop.app.photo.PictureEntry;
import cnnworkshop.app.photo.PhotoView;
import cnnworkshop.app.photo.PhotoViewModel;
import cnnworkshop.app.photo.SystemFileDialogs;
import cnnworkshop.app.shell.Appearance;
import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.Messages;
import cnnworkshop.app.support.Settings;
import cnnworkshop.app.support.SettingsFile;
import cnnworkshop.app.support.Threads;
import cnnworkshop.core.camera.CameraFailure;
import cnnworkshop.core.face.Face;
import cnnworkshop.core.face.FaceFinder;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.face.TinyFaceDetector;
import cnnworkshop.core.face.opencv.CascadeDetector;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.PhotoLoader;
import cnnworkshop.core.image.SampleImages;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import cnnworkshop.core.net.ShippedModels;
import cnnworkshop.core.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javafx.scene.input.Clipboard;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole Photo tab with the shipped network, detector and samples: its points sit on the face, and the pictures of
 * the documentation are taken of it. {@code -Ddocs.pictures=docs/pictures} renews those in the documentation.
 */
class DocumentationPicturesTest extends FxTest {

  private static final Path PICTURES = Path.of(System.getProperty("docs.pictures", "target/docs-pictures"));

  @TempDir
  Path folder;

  private final Threads threads = new Threads();
  private CascadeDetector cascade;
  private Settings settings;
  private PhotoViewModel model;
  private PhotoView view;

  @BeforeEach
  void open() throws Exception {
    NativePath.choose(null);
    cascade = new CascadeDetector();
    FaceFinder finder = new FaceFinder(cascade, TinyFaceDetector.load());
    Texts texts = Texts.load(Locale.ENGLISH);
    PhotoLoader loader = new PhotoLoader();
    SampleImages samples = new SampleImages(loader);
    List<PictureEntry> entries = samples.all().stream().map(sample -> {
      String name = texts.get(sample.textKey());
      return new PictureEntry(name, Optional.empty(), () -> new Picture(name, samples.load(sample), false));
    }).toList();
    runFx(() -> {
      Messages messages = new Messages(texts, javafx.application.Platform::runLater);
      settings =
          new Settings(new SettingsFile(folder.resolve("settings.json"), threads.timer(), messages::report));
      Inference inference = new Inference(() -> {
        try {
          return Dl4jBackend.start(0);
        } catch (Exception e) {
          throw new CompletionException(e);
        }
      }, threads.inference(), javafx.application.Platform::runLater);
      model = new PhotoViewModel(inference, finder, loader, entries, settings, messages, texts, threads.background(),
          javafx.application.Platform::runLater, 2,
          new CameraTools(() -> {
            throw new CameraFailure(CameraFailure.Kind.NONE, "0");
          }, finder, threads.camera(), Clock.systemUTC()));
      view = new PhotoView(model, settings, texts, new SystemFileDialogs(() -> null, settings, texts),
          Clipboard::getSystemClipboard, threads.background());
      inference.openShipped(ShippedModels.Model.KEYPOINTS, folder, () -> {}, e -> {
        throw new AssertionError(e);
      });
      model.pictures().openSample(0);
    });
    show(view.root(), 1280, 760);
    runFx(() -> new Appearance(settings).dress(view.root().getScene()));
    waitUntil(() -> model.faces().faces().size() == 1 && mapsAreThere());
  }

  @AfterEach
  void close() {
    threads.close();
    cascade.close();
  }

  @Test
  void theFirstSampleHasItsPointsOnTheFaceAndItsMaps() throws Exception {
    Face face = onFx(() -> model.faces().faces().get(0));
    // Read off the picture by eye.
    assertNear(face, Keypoint.RIGHT_EYE_CENTER, 204, 100);
    assertNear(face, Keypoint.LEFT_EYE_CENTER, 246, 104);
    assertNear(face, Keypoint.NOSE_TIP, 223, 122);
    runFx(() -> model.probe().pin(new FaceView.Point(204, 100)));
    picture("photo-tab");
  }

  @Test
  void aMapOpensAtFullSize() throws Exception {
    runFx(() -> {
      model.maps().openedProperty().set(2);
      model.probe().pin(new FaceView.Point(204, 100));
    });
    settle();
    picture("full-map");
  }

  private boolean mapsAreThere() {
    return model.maps().tiles().size() == 32 && model.maps().tiles().stream().noneMatch(t -> t == null);
  }

  private static void assertNear(Face face, Keypoint point, double x, double y) {
    Keypoints points = face.keypoints();
    double off = Math.hypot(points.x(point) - x, points.y(point) - y) / face.square().side();
    assertThat(off).as(point + " at " + points.x(point) + ", " + points.y(point)).isLessThan(0.07);
  }

  private void picture(String name) throws Exception {
    settle();
    Files.createDirectories(PICTURES);
    ImageIO.write(snapshot(view.root()), "png", PICTURES.resolve(name + ".png").toFile());
  }
}
