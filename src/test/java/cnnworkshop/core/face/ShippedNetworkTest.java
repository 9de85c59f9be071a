package cnnworkshop.core.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.data.KaggleCsv;
import cnnworkshop.core.face.opencv.CascadeDetector;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.image.PhotoLoader;
import cnnworkshop.core.image.SampleImages;
import cnnworkshop.core.inspect.PngFile;
import cnnworkshop.core.net.Backend;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.ShippedModels;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The network that ships, on the pictures that ship. */
class ShippedNetworkTest {

  @TempDir
  static Path cache;

  private static Backend backend;
  private static Network network;
  private static Photo astronaut;
  private static CascadeDetector cascade;

  @BeforeAll
  static void open() throws Exception {
    NativePath.choose(null);
    backend = Dl4jBackend.start(0);
    cascade = new CascadeDetector();
    network = backend.open(new ShippedModels(cache).keypoints());
    SampleImages samples = new SampleImages(new PhotoLoader());
    astronaut = samples.load(samples.all().get(0));
  }

  @AfterAll
  static void close() {
    network.close();
    cascade.close();
  }

  @Test
  void itIsTheWorkshopsKeypointNetwork() {
    assertThat(network.parameterCount()).isEqualTo(16_561_502);
    assertThat(network.info().task()).isEqualTo(ModelInfo.Task.KEYPOINTS);
    assertThat(network.info().record()).containsKey("rmse_px held out");
  }

  @Test
  void aRowOfAKaggleTableAndThatRowAsAPictureGetTheSamePointsAlsoAfterSaving(@TempDir Path folder) throws Exception {
    Photo view = Photo.ofGrey(96, 96, greys());
    Path table = Files.writeString(folder.resolve("test.csv"), "ImageId,Image\n1,"
        + IntStream.range(0, 96 * 96).mapToObj(i -> String.valueOf(view.argb(i % 96, i / 96) & 0xFF))
            .collect(Collectors.joining(" ")) + "\n");
    Path png = folder.resolve("row.png");
    PngFile.write(png, view);
    double[] ofRow = points(network, KaggleCsv.index(table).row(0).toPhoto());

    assertThat(points(network, new PhotoLoader().load(png))).containsExactly(ofRow, within(1e-9));

    Path saved = folder.resolve("saved.zip");
    network.save(saved, network.info());
    try (Network reopened = backend.open(saved)) {
      assertThat(points(reopened, new PhotoLoader().load(png))).containsExactly(ofRow);
    }
  }

  @Test
  void aTiltedHeadGetsItsPointsTilted() {
    KeypointPredictor predictor = new KeypointPredictor(network);
    Keypoints upright = predictor.given(astronaut, around(0), Face.Source.GIVEN).keypoints();
    Face face = predictor.detected(astronaut, around(12));
    double wide = Math.hypot(upright.x(Keypoint.LEFT_EYE_CENTER) - upright.x(Keypoint.RIGHT_EYE_CENTER),
        upright.y(Keypoint.LEFT_EYE_CENTER) - upright.y(Keypoint.RIGHT_EYE_CENTER));
    for (Keypoint k : Keypoint.values()) {
      double off = Math.hypot(face.keypoints().x(k) - upright.x(k), face.keypoints().y(k) - upright.y(k));
      assertThat(off / wide).as("%s, in distances of the eyes", k).isLessThan(0.15);
    }
  }

  @Test
  void aMirroredPictureGetsMirroredPoints() throws Exception {
    KeypointPredictor predictor = new KeypointPredictor(network);
    SampleImages samples = new SampleImages(new PhotoLoader());
    double sum = 0;
    int count = 0;
    for (SampleImages.Sample sample : samples.all()) {
      Photo photo = samples.load(sample);
      FaceFinder finder = new FaceFinder(cascade, TinyFaceDetector.load());
      for (FaceSquare square : finder.detect(photo)) {
        FaceSquare mirroredSquare = new FaceSquare(
            photo.width() - 1 - square.centerX(), square.centerY(), square.side(), -square.turnDegrees());
        Face face = predictor.detected(photo, square);
        if (face.doubt().isGuess()) {
          continue;
        }
        double[] plain = face.keypoints().toArray();
        double[] mirrored = predictor.detected(mirrored(photo), mirroredSquare).keypoints().flipped(photo.width()).toArray();
        for (int i = 0; i < plain.length; i += 2) {
          sum += Math.hypot(plain[i] - mirrored[i], plain[i + 1] - mirrored[i + 1])
              * FaceView.SIZE / face.square().side();
          count++;
        }
      }
    }
    assertThat(count).as("points of at least six faces that are no guesses").isGreaterThanOrEqualTo(6 * 15);
    assertThat(sum / count).as("pixels of the view, on average").isLessThan(1.0);
  }

  @Test
  void pointsOfFacesAreBelievedAndWhatIsNoFaceIsCalledAGuess() throws Exception {
    KeypointPredictor predictor = new KeypointPredictor(network);
    assertThat(predictor.detected(astronaut, around(0)).doubt().isGuess()).isFalse();

    Photo cat = new PhotoLoader().load(Path.of("sample-images/cat.png"));
    Map<String, Photo> noFaces = new LinkedHashMap<>();
    for (int seed = 0; seed < 5; seed++) {
      noFaces.put("noise " + seed, SamplePhotos.noise(96 + 40 * seed, 96 + 40 * seed, seed));
    }
    for (int grey : new int[] {0, 60, 128, 200, 255}) {
      noFaces.put("flat " + grey, flat(120, grey));
    }
    noFaces.put("cat", cat);
    noFaces.put("covered face", covered(astronaut, around(0)));
    noFaces.forEach((name, photo) -> {
      FaceSquare square = name.startsWith("covered") ? around(0) : FaceSquare.middleOf(photo);
      assertThat(predictor.given(photo, square, Face.Source.GIVEN).doubt().isGuess()).as(name).isTrue();
    });
  }

  private static Photo flat(int side, int grey) {
    float[] greys = new float[side * side];
    Arrays.fill(greys, grey);
    return Photo.ofGrey(side, side, greys);
  }

  private static Photo covered(Photo photo, FaceSquare square) {
    int[] rgb = new int[photo.width() * photo.height()];
    for (int i = 0; i < rgb.length; i++) {
      int x = i % photo.width();
      int y = i / photo.width();
      boolean under = Math.abs(x - square.centerX()) < square.side() / 2 && Math.abs(y - square.centerY()) < square.side() / 2;
      rgb[i] = under ? 0x404040 : photo.argb(x, y) & 0xFFFFFF;
    }
    return Photo.ofRgb(photo.width(), photo.height(), rgb);
  }

  private static Photo mirrored(Photo photo) {
    int[] rgb = new int[photo.width() * photo.height()];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = photo.argb(photo.width() - 1 - i % photo.width(), i / photo.width()) & 0xFFFFFF;
    }
    return Photo.ofRgb(photo.width(), photo.height(), rgb);
  }

  private static FaceSquare around(double turn) {
    return new FaceSquare(224, 110, 110, turn);
  }

  private static float[] greys() {
    float[] view = new FaceView(around(0)).sample(astronaut, 1);
    for (int i = 0; i < view.length; i++) {
      view[i] *= 255;
    }
    return view;
  }

  private static double[] points(Network net, Photo photo) {
    return new KeypointPredictor(net).given(photo, FaceSquare.middleOf(photo), Face.Source.WHOLE).keypoints().toArray();
  }
}
