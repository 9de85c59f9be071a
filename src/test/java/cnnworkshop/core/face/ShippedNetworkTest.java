package cnnworkshop.core.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.data.KaggleCsv;
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

  @BeforeAll
  static void open() throws Exception {
    NativePath.choose(null);
    backend = Dl4jBackend.start(0);
    network = backend.open(new ShippedModels(cache).keypoints());
    SampleImages samples = new SampleImages(new PhotoLoader());
    astronaut = samples.load(samples.all().get(0));
  }

  @AfterAll
  static void close() {
    network.close();
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
