package cnnworkshop.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.face.FaceLayout;
import cnnworkshop.core.image.Photo;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionSheetTest {

  private static final int PREDICTED = FaceMark.PREDICTED.argb();
  private static final int ANNOTATED = FaceMark.ANNOTATED.argb();
  private static final int SIDE = 192;
  /** The radius of marks on a picture of that side. */
  private static final int RADIUS = 3;

  // One face

  @Test
  void aPredictedPointIsACrossAndAnAnnotatedOneARingAroundThePlace() {
    Photo picture = JudgedFacePicture.of(face(at(20, 30), at(70, 60)), SIDE);

    // The centre of view pixel 20 lies between 40 and 41 of the enlarged one.
    assertThat(picture.argb(41, 61)).isEqualTo(PREDICTED);
    assertThat(picture.argb(41 + RADIUS, 61 - RADIUS)).isEqualTo(PREDICTED);
    assertThat(picture.argb(141, 121)).isEqualTo(grey(128));
    assertThat(picture.argb(141 + RADIUS, 121)).isEqualTo(ANNOTATED);
    assertThat(picture.argb(141, 121 - RADIUS)).isEqualTo(ANNOTATED);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 128, 255})
  void everyMarkHasADarkEdgeOnAnySkin(int skin) {
    JudgedFace face = new JudgedFace(flat(skin), at(20, 30), at(70, 60));
    Photo picture = JudgedFacePicture.of(face, SIDE);

    for (int y = 1; y < SIDE - 1; y++) {
      for (int x = 1; x < SIDE - 1; x++) {
        if (isMark(picture.argb(x, y))) {
          for (int beside : new int[] {picture.argb(x - 1, y), picture.argb(x + 1, y), picture.argb(x, y - 1),
              picture.argb(x, y + 1)}) {
            assertThat(isMark(beside) || beside == FaceMark.EDGE).isTrue();
          }
        }
      }
    }
  }

  @Test
  void aMarkLeavesTheColoursOfItsNeighbourWhole() {
    Photo alone = JudgedFacePicture.of(face(at(Double.NaN, Double.NaN), at(50, 50)), SIDE);
    Photo both = JudgedFacePicture.of(face(at(51, 51), at(50, 50)), SIDE);

    assertThat(count(both, ANNOTATED) + count(both, PREDICTED)).isGreaterThan(count(alone, ANNOTATED));
    assertThat(count(both, PREDICTED))
        .isEqualTo(count(JudgedFacePicture.of(face(at(51, 51), none()), SIDE), PREDICTED));
    for (int i = 0; i < SIDE * SIDE; i++) {
      if (alone.argb(i % SIDE, i / SIDE) == ANNOTATED) {
        assertThat(isMark(both.argb(i % SIDE, i / SIDE))).isTrue();
      }
    }
  }

  @Test
  void whatLiesOutsideTheViewOrIsNoNumberIsLeftOut() {
    for (double far : new double[] {-1e300, -20, 130, 1e300, Double.NaN, Double.POSITIVE_INFINITY}) {
      Photo picture = JudgedFacePicture.of(face(at(far, 40), at(40, far)), SIDE);
      assertThat(count(picture, PREDICTED)).isZero();
      assertThat(count(picture, ANNOTATED)).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 96, 97, 151, 500})
  void marksAtTheViewsEdgesStayWithinAPictureOfAnySize(int side) {
    for (double edge : new double[] {-0.5, 0, 95, 95.5}) {
      assertThat(JudgedFacePicture.of(face(at(edge, edge), at(edge, 95 - edge)), side).width()).isEqualTo(side);
    }
  }

  @Test
  void aFaceIsEnlargedSmoothly() {
    float[] halves = new float[96 * 96];
    for (int i = 0; i < halves.length; i++) {
      halves[i] = i % 96 < 48 ? 0 : 1;
    }
    Photo picture = JudgedFacePicture.of(new JudgedFace(halves, none(), none()), 4 * 96);

    int[] row = picture.argb(0, 100, 4 * 96, 1);
    assertThat(row[4 * 48 - 3]).isEqualTo(grey(0));
    assertThat(row[4 * 48 + 2]).isEqualTo(grey(255));
    // Eighths: the four pixels between the two centres.
    assertThat(Arrays.copyOfRange(row, 4 * 48 - 2, 4 * 48 + 2))
        .containsExactly(grey(32), grey(96), grey(159), grey(223));
  }

  // The sheet

  @Test
  void sixteenFacesOfManyAreChosenEvenlyFromTheBestToTheWorst() {
    List<JudgedFace> faces = IntStream.range(0, 61).mapToObj(i -> face(at(48 + i * 37 % 61, 48), at(48, 48))).toList();

    List<JudgedFace> chosen = PredictionSheet.choose(faces);

    assertThat(chosen.stream().map(face -> face.predicted()[0] - 48))
        .containsExactly(IntStream.range(0, 16).mapToObj(i -> 4.0 * i).toArray(Double[]::new));
  }

  @Test
  void fewerFacesAreAllChosenAndThoseWithoutAnnotationComeLast() {
    JudgedFace unknown = face(at(48, 48), none());
    JudgedFace worse = face(at(58, 48), at(48, 48));
    JudgedFace better = face(at(49, 48), at(48, 48));

    assertThat(PredictionSheet.choose(List.of(unknown, worse, better))).containsExactly(better, worse, unknown);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 5, 16, 17})
  void anyNumberOfFacesFitsFourInARow(int count) {
    Photo sheet = PredictionSheet.picture(IntStream.range(0, count).mapToObj(i -> face(at(48, 48), none())).toList());

    assertThat(sheet.width()).isEqualTo(8 + Math.min(4, count) * (288 + 8));
    assertThat(sheet.height()).isEqualTo(8 + (count + 3) / 4 * (288 + 8));
    int last = count - 1;
    assertThat(sheet.argb(8 + last % 4 * 296 + 145, 8 + last / 4 * 296 + 145)).isEqualTo(PREDICTED);
    assertThat(count(sheet, ANNOTATED)).isZero();
  }

  @Test
  void annotatedFacesHaveTheirErrorUnderThem() {
    Photo sheet = PredictionSheet.picture(List.of(face(at(51, 48), at(48, 48)), face(at(51, 48), none())));
    Photo other = PredictionSheet.picture(List.of(face(at(53, 48), at(48, 48)), face(at(51, 48), none())));

    assertThat(inkUnder(sheet, 0)).isNotEmpty().isNotEqualTo(inkUnder(other, 0));
    assertThat(inkUnder(sheet, 1)).isEmpty();
  }

  @Test
  void aNetworkThatIsInfinitelyOffStillGetsASheet() {
    Photo sheet = PredictionSheet.picture(List.of(face(at(Double.POSITIVE_INFINITY, 48), at(48, 48))));

    assertThat(inkUnder(sheet, 0)).isEmpty();
  }

  @Test
  void theMeanFaceIsOffByNothingOnAFaceThatIsTheMean() {
    JudgedFace mean = face(at(48, 48), FaceLayout.MEAN_FACE.toArray());

    assertThat(JudgedFace.meanFaceError(List.of(mean)).rmse()).isZero();
    assertThat(mean.rmse()).isPositive();
    assertThat(mean.isAnnotated()).isTrue();
    assertThat(face(at(48, 48), none()).isAnnotated()).isFalse();
  }

  /** Where the caption under a face of the first row is dark. */
  private static List<Integer> inkUnder(Photo sheet, int column) {
    int left = 8 + column * 296;
    int top = 8 + 288;
    int[] under = sheet.argb(left, top, 288, sheet.height() - top);
    return IntStream.range(0, under.length).filter(i -> under[i] != 0xFFFFFFFF).boxed().toList();
  }

  private static boolean isMark(int argb) {
    return argb == PREDICTED || argb == ANNOTATED;
  }

  private static long count(Photo picture, int argb) {
    return Arrays.stream(picture.argb(0, 0, picture.width(), picture.height())).filter(pixel -> pixel == argb).count();
  }

  private static int grey(int value) {
    return 0xFF000000 | value << 16 | value << 8 | value;
  }

  private static JudgedFace face(double[] predicted, double[] truth) {
    return new JudgedFace(flat(128), predicted, truth);
  }

  private static float[] flat(int grey) {
    float[] view = new float[96 * 96];
    Arrays.fill(view, grey / 255f);
    return view;
  }

  /** All 15 points at one place of the view. */
  private static double[] at(double x, double y) {
    return IntStream.range(0, 30).mapToDouble(i -> i % 2 == 0 ? x : y).toArray();
  }

  private static double[] none() {
    return at(Double.NaN, Double.NaN);
  }
}
