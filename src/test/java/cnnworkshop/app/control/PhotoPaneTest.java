package cnnworkshop.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cnnworkshop.core.face.Face;
import cnnworkshop.core.face.FaceLayout;
import cnnworkshop.core.face.Keypoint;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.image.FaceView.Point;
import cnnworkshop.core.image.Photo;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotoPaneTest extends ControlTest {

  private PhotoPane pane;

  @BeforeEach
  void open() {
    pane = onFx(() -> new PhotoPane(TEXTS, Runnable::run));
    open(pane, 600, 500);
  }

  private void photo(Photo photo) {
    runFx(() -> pane.setPhoto(photo));
    settle();
  }

  private void faces(Face... faces) {
    runFx(() -> pane.getFaces().setAll(faces));
    settle();
  }

  private void square(FaceSquare square) {
    runFx(() -> pane.squareProperty().set(square));
    settle();
  }

  private SquareEditor editor() {
    return all(pane, SquareEditor.class).get(0);
  }

  private PointMark mark(Keypoint point) {
    return all(pane, PointMark.class).stream().filter(mark -> mark.point() == point).findFirst().orElseThrow();
  }

  private Point2D onScreen(double photoX, double photoY) {
    PhotoFit fit = onFx(pane::fit);
    return screen(pane, fit.paneX(photoX), fit.paneY(photoY));
  }

  @ParameterizedTest
  @CsvSource({"400, 200, -1", "400, 200, 0", "400, 200, 1", "200, 400, -1", "200, 400, 0", "200, 400, 1"})
  void pointsStayOnTheirPixelsInPhotosOfAnyProportionAndAfterResizing(int width, int height, float target) {
    Photo photo = plain(width, height);
    FaceSquare square = FaceSquare.middleOf(photo);
    photo(photo);
    faces(face(square, target));

    for (int size : new int[] {600, 310}) {
      resize(pane, size, 420);
      double expectedX = square.centerX() + (48 * target + 0.5) * square.side() / 96;
      double expectedY = square.centerY() + (48 * target + 0.5) * square.side() / 96;
      double scale = Math.min((double) size / width, 420.0 / height);
      double left = (size - width * scale) / 2;
      double top = (420 - height * scale) / 2;
      PointMark mark = mark(Keypoint.NOSE_TIP);
      assertThat(mark.getLayoutX()).isCloseTo(left + scale * (Math.min(width, expectedX + 0.5)), within(0.01));
      assertThat(mark.getLayoutY()).isCloseTo(top + scale * (Math.min(height, expectedY + 0.5)), within(0.01));
    }
  }

  @Test
  void pointsOutsideThePhotoStandOnItsEdgeAsArrowsAndThePaneKeepsItsSize() {
    Photo photo = plain(96, 96);
    photo(photo);
    double width = pane.getWidth();
    double preferred = onFx(() -> pane.prefWidth(-1));
    faces(face(FaceSquare.middleOf(photo), 1.5f), face(FaceSquare.middleOf(photo), -1.5f));

    assertThat(pane.getWidth()).isEqualTo(width);
    assertThat(onFx(() -> pane.prefWidth(-1))).isEqualTo(preferred);
    PhotoFit fit = onFx(pane::fit);
    List<PointMark> marks = all(pane, PointMark.class);
    assertThat(marks).hasSize(30).allMatch(PointMark::isOutside);
    assertThat(marks.get(0).getLayoutX()).isCloseTo(fit.left() + fit.width(), within(0.01));
    assertThat(marks.get(29).getLayoutY()).isCloseTo(fit.top(), within(0.01));
    assertThat(marks.get(0).getPoints()).as("an arrow has more corners than any point").hasSize(14);
  }

  @Test
  void partsOfTheFaceDifferInShapeAndColour() {
    Photo photo = plain(96, 96);
    photo(photo);
    faces(face(FaceSquare.middleOf(photo), 0));

    List<PointMark> parts = List.of(mark(Keypoint.LEFT_EYE_CENTER), mark(Keypoint.LEFT_EYEBROW_INNER_END),
        mark(Keypoint.NOSE_TIP), mark(Keypoint.MOUTH_LEFT_CORNER));
    assertThat(parts).extracting(mark -> List.copyOf(mark.getPoints())).doesNotHaveDuplicates();
    assertThat(parts).extracting(PointMark::getFill).doesNotHaveDuplicates();
  }

  @Test
  void thePixelUnderThePointerIsTold() {
    photo(plain(6, 5));

    robot().moveTo(onScreen(0, 0));
    assertThat(pane.hoveredPixelProperty().get()).isEqualTo(new Point(0, 0));
    robot().moveTo(onScreen(5.4, 4.4));
    assertThat(pane.hoveredPixelProperty().get()).isEqualTo(new Point(5, 4));
    resize(pane, 700, 500);
    robot().moveTo(screen(pane, 2, 250));
    assertThat(pane.hoveredPixelProperty().get()).as("beside the photo").isNull();
  }

  @Test
  void aClickMarksAPixelAndArrowKeysMoveTheMark() {
    photo(plain(60, 50));
    robot().clickOn(onScreen(10, 20));
    assertThat(pane.pinnedProperty().get()).isEqualTo(new Point(10, 20));

    type(pane, KeyCode.RIGHT, KeyCode.DOWN, KeyCode.DOWN);
    assertThat(pane.pinnedProperty().get()).isEqualTo(new Point(11, 22));
    typeWithShift(pane, KeyCode.LEFT);
    assertThat(pane.pinnedProperty().get()).isEqualTo(new Point(1, 22));
    typeWithShift(pane, KeyCode.LEFT);
    assertThat(pane.pinnedProperty().get()).as("the edge holds it").isEqualTo(new Point(0, 22));
    type(pane, KeyCode.ESCAPE);
    assertThat(pane.pinnedProperty().get()).isNull();
  }

  @Test
  void theSquareIsDraggedByItsInside() {
    List<FaceSquare> told = new ArrayList<>();
    runFx(() -> pane.setOnSquareMoved(told::add));
    photo(plain(300, 250));
    square(new FaceSquare(100, 100, 60, 0));

    robot().moveTo(onScreen(110, 90)).press(MouseButton.PRIMARY).moveTo(onScreen(120, 110))
        .moveTo(onScreen(140, 120)).release(MouseButton.PRIMARY);

    FaceSquare moved = pane.squareProperty().get();
    assertThat(moved.centerX()).isCloseTo(130, within(1.0));
    assertThat(moved.centerY()).isCloseTo(130, within(1.0));
    assertThat(moved.side()).isEqualTo(60);
    assertThat(told.size()).as("told at each step").isGreaterThan(1);
    assertThat(told.get(told.size() - 1)).isEqualTo(moved);
    assertThat(pane.pinnedProperty().get()).as("a drag marks no pixel").isNull();
  }

  @Test
  void aCornerResizesWithTheCornerAcrossFixed() {
    photo(plain(300, 250));
    square(FaceSquare.ofBox(70, 70, 60));

    robot().moveTo(onScreen(129.5, 129.5)).press(MouseButton.PRIMARY).moveTo(onScreen(140, 140))
        .moveTo(onScreen(149.5, 149.5)).release(MouseButton.PRIMARY);

    FaceSquare resized = pane.squareProperty().get();
    assertThat(resized.side()).isCloseTo(80, within(1.0));
    assertThat(resized.left()).isCloseTo(70, within(0.001));
    assertThat(resized.top()).isCloseTo(70, within(0.001));
  }

  @Test
  void theKnobAboveTurns() {
    photo(plain(300, 250));
    square(new FaceSquare(150, 125, 60, 0));
    Point2D knob = onFx(() -> {
      var bounds = editor().lookupAll(".square-handle").iterator().next().getBoundsInParent();
      return pane.localToScreen(bounds.getCenterX(), bounds.getCenterY());
    });
    assertThat(knob.getY()).isLessThan(onScreen(150, 95).getY());

    robot().moveTo(knob).press(MouseButton.PRIMARY).moveTo(onScreen(180, 100)).moveTo(onScreen(190, 125))
        .release(MouseButton.PRIMARY);

    assertThat(pane.squareProperty().get().turnDegrees()).isCloseTo(90, within(1.0));
  }

  @Test
  void keysMoveResizeAndTurnTheSquare() {
    photo(plain(300, 250));
    square(new FaceSquare(150, 125, 60, 0));

    type(editor(), KeyCode.RIGHT, KeyCode.UP);
    assertThat(pane.squareProperty().get()).isEqualTo(new FaceSquare(151, 124, 60, 0));
    typeWithShift(editor(), KeyCode.DOWN);
    assertThat(pane.squareProperty().get()).isEqualTo(new FaceSquare(151, 134, 60, 0));
    type(editor(), KeyCode.EQUALS, KeyCode.EQUALS, KeyCode.MINUS);
    assertThat(pane.squareProperty().get().side()).isEqualTo(61);
    robot().write("]][");
    assertThat(pane.squareProperty().get().turnDegrees()).isEqualTo(1);
    robot().write("{");
    assertThat(pane.squareProperty().get().turnDegrees()).isEqualTo(-9);
    assertThat(pane.pinnedProperty().get()).as("the square's keys are not the pixel's").isNull();
  }

  @Test
  void aSquareThatMayNotBeEditedIsNoStopAndHasNoHandles() {
    photo(plain(300, 250));
    square(new FaceSquare(150, 125, 60, 0));
    runFx(() -> pane.squareEditableProperty().set(false));

    assertThat(editor().isFocusTraversable()).isFalse();
    robot().moveTo(onScreen(150, 125)).press(MouseButton.PRIMARY).moveTo(onScreen(180, 125))
        .release(MouseButton.PRIMARY);
    assertThat(pane.squareProperty().get()).isEqualTo(new FaceSquare(150, 125, 60, 0));
  }

  @Test
  void handlesStayInThePaneWhenTheSquareReachesBeyondIt() {
    Photo photo = plain(100, 100);
    photo(photo);
    square(new FaceSquare(49.5, 49.5, 200, 0));

    assertThat(onFx(() -> editor().lookupAll(".square-handle").stream().toList())).hasSize(5).allSatisfy(
        handle -> assertThat(pane.getLayoutBounds().contains(handle.getBoundsInParent().getCenterX(),
            handle.getBoundsInParent().getCenterY())).isTrue());
  }

  @Test
  void anotherFaceIsChosenByClickAndByKey() {
    List<Integer> chosen = new ArrayList<>();
    runFx(() -> pane.setOnFaceSelected(chosen::add));
    photo(plain(300, 250));
    faces(face(new FaceSquare(60, 60, 50, 0), 0), face(new FaceSquare(200, 60, 50, 0), 0));
    runFx(() -> pane.selectedFaceProperty().set(0));

    robot().clickOn(onScreen(190, 50));
    assertThat(chosen).containsExactly(1);
    assertThat(pane.selectedFaceProperty().get()).isEqualTo(1);
    type(all(pane, FaceMarks.class).get(0), KeyCode.ENTER);
    assertThat(chosen).containsExactly(1, 0);
  }

  @Test
  void aPointIsNamedUnderThePointerAndAllOnDemand() {
    Photo photo = plain(300, 250);
    photo(photo);
    FaceSquare square = new FaceSquare(150, 125, 120, 0);
    faces(new Face(square, Face.Source.GIVEN, FaceLayout.MEAN_FACE.toPhoto(new FaceView(square)), SURE));

    assertThat(names()).isEmpty();
    PointMark nose = mark(Keypoint.NOSE_TIP);
    robot().moveTo(screen(pane, nose.getLayoutX(), nose.getLayoutY()));
    assertThat(names()).containsExactly("nose tip");
    runFx(() -> pane.namesVisibleProperty().set(true));
    assertThat(names()).hasSize(15).contains("left eye, centre", "mouth, right corner");
    runFx(() -> pane.pointsVisibleProperty().set(false));
    assertThat(names()).isEmpty();
  }

  private List<String> names() {
    settle();
    return onFx(() -> all(pane, Label.class).stream().filter(Label::isVisible).map(Label::getText).toList());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 1000", "1000, 1", "20000, 600", "9000, 7000"})
  void photosOfAnySizeAreShownWithoutALargeTexture(int width, int height) {
    photo(Photo.ofRgb(width, height, new int[width * height]));
    settle();

    ImageView view = all(pane, ImageView.class).get(0);
    assertThat(view.isVisible()).isTrue();
    assertThat(view.getImage().getWidth()).isBetween(1.0, 4096.0);
    assertThat(view.getImage().getHeight()).isBetween(1.0, 4096.0);
    assertThat(view.getFitWidth()).isBetween(1.0, 600.0);
    assertThat(view.getFitHeight()).isBetween(1.0, 500.0);
  }

  @Test
  void aLateReductionOfAnOvertakenPhotoIsDropped() {
    List<Runnable> waiting = new ArrayList<>();
    PhotoPane slow = onFx(() -> new PhotoPane(TEXTS, waiting::add));
    open(slow, 300, 300);
    runFx(() -> slow.setPhoto(Photo.ofRgb(2000, 1000, new int[2_000_000])));
    Photo white = plain(300, 300);
    runFx(() -> slow.setPhoto(white));
    waiting.forEach(Runnable::run);
    settle();

    assertThat(new java.awt.Color(snapshot(slow).getRGB(150, 20)).getRed()).isEqualTo(128);
  }

  @Test
  void smallPhotosHaveHardPixels() {
    photo(Photo.ofGrey(2, 2, new float[] {0, 255, 255, 0}));

    BufferedImage picture = snapshot(pane);
    for (int x : new int[] {60, 150, 270, 290}) {
      assertThat(picture.getRGB(x, 100) & 0xFF).as("column " + x).isZero();
      assertThat(picture.getRGB(599 - x, 100) & 0xFF).as("column " + (599 - x)).isEqualTo(255);
    }
  }

  @Test
  void thePatchIsFramedOnItsPixels() {
    photo(plain(60, 50));
    runFx(() -> pane.highlightProperty().set(new Rectangle2D(10, 20, 3, 3)));

    PixelFrame frame = all(pane, PixelFrame.class).get(0);
    PhotoFit fit = onFx(pane::fit);
    assertThat(frame.isVisible()).isTrue();
    assertThat(frame.getBoundsInParent().getCenterX()).isCloseTo(fit.paneX(11), within(1.0));
    assertThat(frame.getBoundsInParent().getCenterY()).isCloseTo(fit.paneY(21), within(1.0));
  }

  @Test
  void thePictureForAFileHasThePhotosSizeAndThePointsInTheirColours() {
    photo(plain(120, 96));
    faces(face(FaceSquare.ofBox(0, 0, 96), 0));

    WritableImage picture = onFx(pane::picture);
    assertThat(picture.getWidth()).isEqualTo(120);
    assertThat(picture.getHeight()).isEqualTo(96);
    Color atThePoint = onFx(() -> picture.getPixelReader().getColor(48, 48));
    assertThat(atThePoint).isEqualTo(mark(Keypoint.MOUTH_CENTER_BOTTOM_LIP).getFill());
    assertThat(onFx(() -> picture.getPixelReader().getColor(100, 10))).isEqualTo(Color.rgb(128, 128, 128));
  }

  @Test
  void everythingTabStopsAtHasAName() {
    photo(plain(300, 250));
    faces(face(new FaceSquare(60, 60, 50, 0), 0), face(new FaceSquare(200, 60, 50, 0), 0));
    square(new FaceSquare(60, 60, 50, 0));

    assertThat(unnamedStops(pane)).isEmpty();
    assertThat(pane.getAccessibleText()).isEqualTo("Photo of 300 by 250 pixels, 2 faces");
  }
}
