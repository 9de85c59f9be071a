package cnnworkshop.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.KeypointPredictor;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.face.SamplePhotos;
import cnnworkshop.core.face.SeenFace;
import cnnworkshop.core.face.TinyFaceDetector;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.FeatureMaps;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.net.ShippedModels;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts of the shipped network that lessons compute themselves, held against the network. */
class NetworkPartsTest {

  private static final int POOL3 = 8;
  private static final int HIDDEN4 = 9;
  private static final BitSet NOTHING = new BitSet();

  @TempDir
  static Path cache;

  private static Network network;
  private static SeenFace face;
  private static ConvolutionalPart convolutional;
  private static DensePart dense;

  @BeforeAll
  static void open() throws Exception {
    NativePath.choose(null);
    network = Dl4jBackend.start(0).open(new ShippedModels(cache).keypoints());
    face = SeenFace.largest(network, SamplePhotos.load("astronaut.png"));
    convolutional = ConvolutionalPart.of(network);
    dense = DensePart.of(network);
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static FeatureMaps view() {
    return new FeatureMaps(new Shape(1, FaceView.SIZE, FaceView.SIZE), face.view());
  }

  private static FeatureMaps pool3() {
    return network.featureMaps(POOL3, face.view());
  }

  @Test
  void theConvolutionalPartGivesTheNetworksMaps() {
    List<FeatureMaps> results = convolutional.run(view(), each -> {}, () -> false);
    assertThat(results).hasSize(HIDDEN4);
    for (int layer = 0; layer < results.size(); layer++) {
      FeatureMaps expected = network.featureMaps(layer, face.view());
      assertThat(results.get(layer).shape()).isEqualTo(expected.shape());
      assertThat(results.get(layer).values()).containsExactly(expected.values(), within(1e-4f));
    }
  }

  @Test
  void theConvolutionalPartTakesAnySizeUntilNothingIsLeft() {
    Photo wide = SizedPicture.of(SamplePhotos.load("cameraman.png"), 150, 60);
    List<Shape> seen = new ArrayList<>();
    convolutional.run(SizedPicture.greys(wide), maps -> seen.add(maps.shape()), () -> false);
    assertThat(seen.get(0)).isEqualTo(new Shape(32, 58, 148));
    assertThat(seen.get(8)).isEqualTo(new Shape(128, 6, 17));
    Photo tiny = SizedPicture.of(wide, 8, 8);
    assertThat(convolutional.run(SizedPicture.greys(tiny), maps -> {}, () -> false)).hasSize(6);
  }

  @Test
  void aCancelledRunStops() {
    List<FeatureMaps> seen = new ArrayList<>();
    assertThat(convolutional.run(view(), seen::add, () -> !seen.isEmpty())).hasSize(1);
  }

  @Test
  void globalMeansAreOneNumberAMap() {
    FeatureMaps maps = new FeatureMaps(new Shape(2, 1, 2), new float[] {1, 3, 5, 6});
    assertThat(ConvolutionalPart.globalMeans(maps)).containsExactly(2f, 5.5f);
  }

  @Test
  void theDensePartGivesTheNetworksAnswer() {
    assertThat(dense.firstUnits()).isEqualTo(1000);
    assertThat(dense.answer(pool3().values(), NOTHING, 1))
        .containsExactly(network.predict(face.view(), 1), within(1e-4f));
  }

  @Test
  void aSilentUnitSwitchedOffChangesNothingAndAStrongOneDoes() {
    float[] units = network.featureMaps(HIDDEN4, face.view()).values();
    BitSet silent = new BitSet();
    int strongest = 0;
    for (int unit = 0; unit < units.length; unit++) {
      silent.set(unit, units[unit] == 0);
      strongest = units[unit] > units[strongest] ? unit : strongest;
    }
    float[] all = dense.answer(pool3().values(), NOTHING, 1);
    assertThat(silent.cardinality()).isPositive();
    assertThat(dense.answer(pool3().values(), silent, 1)).containsExactly(all);
    BitSet strong = new BitSet();
    strong.set(strongest);
    assertThat(dense.answer(pool3().values(), strong, 1)).isNotEqualTo(all);
  }

  @Test
  void withEveryUnitOffThePictureDoesNotMatter() {
    BitSet all = new BitSet();
    all.set(0, dense.firstUnits());
    float[] nothing = new float[pool3().values().length];
    assertThat(dense.answer(pool3().values(), all, 1)).containsExactly(dense.answer(nothing, all, 1));
  }

  @Test
  void theFactorMultipliesWhatHidden4Gives() {
    float[] all = dense.answer(pool3().values(), NOTHING, 1);
    float[] none = dense.answer(pool3().values(), NOTHING, 0);
    BitSet off = new BitSet();
    off.set(0, dense.firstUnits());
    assertThat(none).containsExactly(dense.answer(pool3().values(), off, 1));
    assertThat(none).isNotEqualTo(all);
  }

  @Test
  void theLargestFaceIsSeenAsInTheTrainingPictures() throws Exception {
    Photo photo = face.photo();
    Keypoints best = new KeypointPredictor(network).detected(photo, TinyFaceDetector.load().detect(photo).get(0))
        .keypoints().toView(new FaceView(face.square()));
    for (Keypoint point : Keypoint.values()) {
      assertThat(face.points().x(point)).isCloseTo(best.x(point), within(3.0));
      assertThat(face.points().y(point)).isCloseTo(best.y(point), within(3.0));
    }
  }

  @Test
  void aPhotoWithoutAFaceIsSeenInItsMiddle() throws Exception {
    SeenFace none = SeenFace.largest(network, Photo.ofGrey(40, 20, new float[800]));
    assertThat(none.square().side()).isEqualTo(20);
  }
}
