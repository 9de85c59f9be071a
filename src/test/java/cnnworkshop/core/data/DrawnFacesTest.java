package cnnworkshop.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.data.FaceAugmentation.Change;
import cnnworkshop.core.face.FaceLayout;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.train.FaceJudge;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class DrawnFacesTest {

  private static final int SIZE = 144;
  private static final int BORDER = 24;
  private static final int REACH = 5;
  private static final int PATCH = 2 * REACH + 1;

  private static final List<FaceSample> FACES = DrawnFaces.of(300, 7);

  @Test
  void theSameSeedGivesTheSameFacesOnEveryMachine() {
    assertThat(checksum(DrawnFaces.of(20, 1))).isEqualTo(3093037224L);
  }

  @Test
  void aSmallerSetIsTheBeginningOfALargerOneAndAnotherSeedGivesOthers() {
    assertThat(checksum(DrawnFaces.of(30, 7))).isEqualTo(checksum(FACES.subList(0, 30)));
    assertThat(checksum(DrawnFaces.of(30, 8))).isNotEqualTo(checksum(FACES.subList(0, 30)));
  }

  @Test
  void facesLieInTheirPicturesAsInAnAnnotatedFolder() {
    for (FaceSample face : FACES) {
      assertThat(List.of(face.picture().width(), face.picture().height())).containsExactly(SIZE, SIZE);
      assertThat(face.view()).isEqualTo(FaceSquare.ofBox(BORDER, BORDER, 96));
      for (float v : face.points()) {
        assertThat(v).isBetween(BORDER - 6f, SIZE - BORDER + 6f);
      }
    }
  }

  @Test
  void everyFaceIsSomebodyElsesSoThatSomeCanBeHeldOut() {
    HoldOut split = HoldOut.ofPeople(FACES, 0.1, 1);
    assertThat(split.checking()).hasSize(30);
    Set<String> people = new HashSet<>();
    FACES.forEach(face -> people.add(face.subject()));
    assertThat(people).hasSize(FACES.size());
  }

  @Test
  void theMeanOfAllIsNearTheMeanOfPhotographedFaces() {
    Keypoints mean = Keypoints.mean(FACES.stream().map(DrawnFacesTest::inView).toList());
    for (Keypoint k : Keypoint.values()) {
      assertThat(mean.x(k)).as(k + " x").isCloseTo(FaceLayout.MEAN_FACE.x(k), within(2.0));
      assertThat(mean.y(k)).as(k + " y").isCloseTo(FaceLayout.MEAN_FACE.y(k), within(2.0));
    }
  }

  @Test
  void facesDifferFromTheMeanAsMuchAsPhotographedOnes() {
    assertThat(FaceJudge.meanFace(FACES).rmse()).isBetween(3.0, 4.0);
  }

  @Test
  void theSubjectsLeftIsOnThePicturesRight() {
    for (FaceSample face : FACES) {
      Keypoints points = inView(face);
      for (Keypoint k : Keypoint.values()) {
        if (k.name().contains("LEFT")) {
          assertThat(points.x(k)).as(k + " of " + face.subject()).isGreaterThan(points.x(k.mirrored()));
        }
      }
    }
  }

  @Test
  void pupilsAreDarkAndLieAtTheEyesCentres() {
    for (Keypoint eye : List.of(Keypoint.LEFT_EYE_CENTER, Keypoint.RIGHT_EYE_CENTER)) {
      double[] patch = meanPatch(eye);
      assertThat(darkest(patch)).as("column and row of the darkest pixel around " + eye).containsExactly(0, 0);
      int darker = 0;
      for (FaceSample face : FACES) {
        darker += grey(face, eye, 0, 0) < grey(face, eye, 0, 9) ? 1 : 0;
      }
      assertThat(darker).as("pupils darker than the cheek below, of 300").isGreaterThan(290);
    }
  }

  @Test
  void eyesEndAtTheirCorners() {
    // Inwards of a corner lie lashes and the dark line of the lids, outwards skin.
    darkOnOneSide(Keypoint.LEFT_EYE_INNER_CORNER, 1, -3);
    darkOnOneSide(Keypoint.LEFT_EYE_OUTER_CORNER, -1, 3);
    darkOnOneSide(Keypoint.RIGHT_EYE_INNER_CORNER, -1, 3);
    darkOnOneSide(Keypoint.RIGHT_EYE_OUTER_CORNER, 1, -3);
  }

  @Test
  void browsEndAtTheirEnds() {
    darkOnOneSide(Keypoint.LEFT_EYEBROW_INNER_END, 2, -2);
    darkOnOneSide(Keypoint.RIGHT_EYEBROW_INNER_END, -2, 2);
    // A brow comes down to its outer end.
    double[] left = meanPatch(Keypoint.LEFT_EYEBROW_OUTER_END);
    assertThat(at(left, 2, 0)).isGreaterThan(at(left, -1, -1) + 0.07);
    double[] right = meanPatch(Keypoint.RIGHT_EYEBROW_OUTER_END);
    assertThat(at(right, -2, 0)).isGreaterThan(at(right, 1, -1) + 0.07);
  }

  @Test
  void theNoseShinesAtItsTip() {
    for (FaceSample face : FACES) {
      double tip = 0;
      for (int i = 0; i < 9; i++) {
        tip += grey(face, Keypoint.NOSE_TIP, i % 3 - 1, i / 3 - 1) / 9;
      }
      assertThat(tip).as("beside and below the nose of " + face.subject())
          .isGreaterThan(grey(face, Keypoint.NOSE_TIP, -3, 0)).isGreaterThan(grey(face, Keypoint.NOSE_TIP, 3, 0))
          .isGreaterThan(grey(face, Keypoint.NOSE_TIP, 0, 3));
    }
  }

  @Test
  void lipsLieBetweenTheMouthsPoints() {
    double[] top = meanPatch(Keypoint.MOUTH_CENTER_TOP_LIP);
    assertThat(at(top, 0, -2)).as("above the upper lip").isGreaterThan(at(top, 0, 2) + 0.1);
    double[] left = meanPatch(Keypoint.MOUTH_LEFT_CORNER);
    assertThat(at(left, 3, 0)).as("outside the left corner").isGreaterThan(at(left, -2, 0) + 0.1);
    double[] right = meanPatch(Keypoint.MOUTH_RIGHT_CORNER);
    assertThat(at(right, -3, 0)).as("outside the right corner").isGreaterThan(at(right, 2, 0) + 0.1);
    for (FaceSample face : FACES) {
      Keypoints p = inView(face);
      double height = Math.hypot(p.x(Keypoint.MOUTH_CENTER_BOTTOM_LIP) - p.x(Keypoint.MOUTH_CENTER_TOP_LIP),
          p.y(Keypoint.MOUTH_CENTER_BOTTOM_LIP) - p.y(Keypoint.MOUTH_CENTER_TOP_LIP));
      assertThat(height).isBetween(4.0, 22.0);
    }
  }

  @Test
  void inAMirrorThePointsStillLieOnTheirFeatures() {
    FaceAugmentation mirror = FaceAugmentation.NONE.with(Change.FLIP, 1);
    float[] pixels = new float[96 * 96];
    float[] targets = new float[30];
    FaceSample face = FACES.get(0);
    mirror.apply(face, new Random(1), pixels, 0, targets, new float[30], 0);
    Keypoints mirrored = Keypoints.ofTargets(targets, 0);
    for (Keypoint k : Keypoint.values()) {
      int x = (int) Math.round(mirrored.x(k));
      int y = (int) Math.round(mirrored.y(k));
      double asDrawn = face.picture().grey(BORDER + 95 - x, BORDER + y);
      assertThat((double) pixels[y * 96 + x]).as(k.fileName()).isCloseTo(asDrawn, within(1e-3));
      assertThat(mirrored.x(k)).isCloseTo(95 - inView(face).x(k.mirrored()), within(1e-3));
    }
  }

  private static Keypoints inView(FaceSample face) {
    double[] xy = new double[Keypoints.NUMBERS];
    for (int i = 0; i < xy.length; i++) {
      xy[i] = face.points()[i] - BORDER;
    }
    return Keypoints.of(xy);
  }

  private static double grey(FaceSample face, Keypoint k, int right, int down) {
    Keypoints points = inView(face);
    return face.picture().grey((int) Math.round(points.x(k)) + BORDER + right,
        (int) Math.round(points.y(k)) + BORDER + down);
  }

  /** What lies around a point, on average over all faces. */
  private static double[] meanPatch(Keypoint k) {
    double[] patch = new double[PATCH * PATCH];
    for (FaceSample face : FACES) {
      for (int i = 0; i < patch.length; i++) {
        patch[i] += grey(face, k, i % PATCH - REACH, i / PATCH - REACH) / FACES.size();
      }
    }
    return patch;
  }

  private static double at(double[] patch, int right, int down) {
    return patch[(REACH + down) * PATCH + REACH + right];
  }

  /** Over all faces it is darker so far to the right of a point than so far, by a tenth at least. */
  private static void darkOnOneSide(Keypoint k, int dark, int bright) {
    double[] patch = meanPatch(k);
    assertThat(at(patch, bright, 0)).as("beside " + k).isGreaterThan(at(patch, dark, 0) + 0.1);
  }

  private static int[] darkest(double[] patch) {
    int darkest = 0;
    for (int i = 1; i < patch.length; i++) {
      darkest = patch[i] < patch[darkest] ? i : darkest;
    }
    return new int[] {darkest % PATCH - REACH, darkest / PATCH - REACH};
  }

  private static long checksum(List<FaceSample> faces) {
    CRC32 crc = new CRC32();
    for (FaceSample face : faces) {
      for (int pixel : face.picture().argb(0, 0, SIZE, SIZE)) {
        crc.update(pixel);
      }
      for (float v : face.points()) {
        int bits = Float.floatToIntBits(v);
        for (int shift = 0; shift < 32; shift += 8) {
          crc.update(bits >> shift);
        }
      }
    }
    return crc.getValue();
  }
}
