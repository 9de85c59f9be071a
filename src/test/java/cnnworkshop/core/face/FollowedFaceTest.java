package cnnworkshop.core.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.face.opencv.CascadeDetector;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.Network;
import cnnworkshop.core.net.ShippedModels;
import cnnworkshop.core.net.dl4j.Dl4jBackend;
import cnnworkshop.core.net.dl4j.NativePath;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped network on a face that moves before a camera. */
class FollowedFaceTest {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final int LEFT = 64;

  @TempDir
  static Path cache;

  private static Network network;
  private static KeypointPredictor predictor;
  private static CascadeDetector cascade;
  private static Photo astronaut;

  @BeforeAll
  static void open() throws Exception {
    NativePath.choose(null);
    network = Dl4jBackend.start(0).open(new ShippedModels(cache).keypoints());
    predictor = new KeypointPredictor(network);
    cascade = new CascadeDetector();
    astronaut = SamplePhotos.load("astronaut.png");
  }

  @AfterAll
  static void close() {
    network.close();
    cascade.close();
  }

  /** The astronaut, moved; grey where she is not. */
  private static Photo frame(int right, int down) {
    int[] rgb = new int[WIDTH * HEIGHT];
    for (int i = 0; i < rgb.length; i++) {
      int x = i % WIDTH - LEFT - right;
      int y = i / WIDTH - down;
      rgb[i] = x >= 0 && y >= 0 && x < astronaut.width() && y < astronaut.height() ? astronaut.argb(x, y) : 0x808080;
    }
    return Photo.ofRgb(WIDTH, HEIGHT, rgb);
  }

  private static FollowedFace begin() {
    Photo frame = frame(0, 0);
    return FollowedFace.begin(predictor, frame, cascade.detect(frame).get(0));
  }

  /** Root mean square, in sides of the face's square. */
  private static double apart(Keypoints a, Keypoints b, double side) {
    double sum = 0;
    double[] p = a.toArray();
    double[] q = b.toArray();
    for (int i = 0; i < p.length; i++) {
      sum += (p[i] - q[i]) * (p[i] - q[i]);
    }
    return Math.sqrt(sum / p.length) / side;
  }

  @Test
  void itBeginsWithWhatAPhotoGets() {
    Photo frame = frame(0, 0);
    assertThat(begin().face()).isEqualTo(predictor.detected(frame, cascade.detect(frame).get(0)));
  }

  @Test
  void ofAFaceThatHoldsStillPointsAndDoubtAreThoseOfAPhoto() {
    Photo frame = frame(0, 0);
    FollowedFace face = begin();
    for (int i = 0; i < 3 * Looks.COUNT; i++) {
      face = face.on(predictor, frame);
    }
    FaceSquare square = face.face().square();
    List<Keypoints> answers = predictor.answers(frame, square);
    Face photo = predictor.detected(square, answers);
    assertThat(apart(face.face().keypoints(), photo.keypoints(), square.side())).isLessThan(1e-3);
    assertThat(face.face().doubt().spread()).isCloseTo(photo.doubt().spread(), within(0.05));
  }

  @Test
  void pointsGoAlongWithAMovingFace() {
    Keypoints still = begin().face().keypoints();
    FollowedFace face = begin();
    for (int i = 1; i <= 15; i++) {
      face = face.on(predictor, frame(5 * i, 3 * i));
      FaceSquare square = face.face().square();
      assertThat(apart(face.face().keypoints(), still.shifted(5 * i, 3 * i), square.side())).isLessThan(0.025);
      assertThat(face.face().doubt().isGuess()).isFalse();
    }
    assertThat(face.fits(cascade.detect(frame(75, 45)).get(0))).isTrue();
  }

  @Test
  void aFaceThatJumpsByAFifthOfItsSizeIsNotLost() {
    Keypoints still = begin().face().keypoints();
    FollowedFace face = begin();
    for (int i = 1; i <= 4; i++) {
      face = face.on(predictor, frame(20 * i, 0));
    }
    assertThat(apart(face.face().keypoints(), still.shifted(80, 0), face.face().square().side())).isLessThan(0.04);
  }

  @Test
  void whereTheFaceHasGonePointsBecomeAGuess() {
    FollowedFace face = begin();
    Photo nobody = frame(WIDTH, 0);
    for (int i = 0; i < Looks.COUNT; i++) {
      face = face.on(predictor, nobody);
    }
    assertThat(face.face().doubt().isGuess()).isTrue();
  }

  @Test
  void aDetectorsSquareElsewhereOrOfAnotherSizeDoesNotFit() {
    FollowedFace face = begin();
    FaceSquare square = FaceLayout.around(face.face().keypoints());
    assertThat(face.fits(square)).isTrue();
    assertThat(face.fits(new FaceSquare(square.centerX() + 0.3 * square.side(), square.centerY(), square.side(), 0)))
        .isFalse();
    assertThat(face.fits(new FaceSquare(square.centerX(), square.centerY(), 1.6 * square.side(), 0))).isFalse();
  }
}
