package cnnworkshop.app.photo;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.app.filters.PhotoSubject;
import cnnworkshop.app.filters.Subject;
import cnnworkshop.app.photo.CameraModel.State;
import cnnworkshop.app.support.SteppedExecutor;
import cnnworkshop.core.camera.CameraFailure.Kind;
import cnnworkshop.core.camera.MirrorImage;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.FaceView.Point;
import cnnworkshop.core.image.Photo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CameraModelTest {

  private static final Photo FIRST = PhotoTab.noise(40, 30, 11);
  private static final Photo SECOND = PhotoTab.noise(40, 30, 12);
  private static final Photo THIRD = PhotoTab.noise(40, 30, 13);

  @TempDir
  private Path folder;
  private PhotoTab tab;
  private PhotoViewModel model;
  private CameraModel camera;

  @BeforeEach
  void open() {
    use(new PhotoTab(folder));
    tab.withKeypoints().show(PhotoTab.noise(64, 48, 1));
  }

  private void use(PhotoTab other) {
    close();
    tab = other;
    model = tab.model;
    camera = model.camera();
    camera.mirroredProperty().set(false);
    tab.camera.show(FIRST, SECOND, THIRD);
  }

  @AfterEach
  void close() {
    if (tab != null) {
      tab.close();
    }
  }

  /** Opens the device and lets so many pictures come. */
  private void start(int pictures) {
    camera.start();
    tab.cameraThread.runOne();
    pictures(pictures);
  }

  private void pictures(int count) {
    for (int i = 0; i < count; i++) {
      tab.cameraThread.runOne();
    }
  }

  private Photo shown() {
    return model.shownProperty().get().photo();
  }

  // The moving picture

  @Test
  void framesAreShownWithTheMapsOfEach() {
    start(1);
    assertThat(camera.stateProperty().get()).isEqualTo(State.LIVE);
    assertThat(shown()).isSameAs(FIRST);
    assertThat(model.titleProperty().get()).contains("Camera").contains("40 × 30");
    int[] ofFirst = model.maps().tiles().get(0).argb();
    pictures(1);
    assertThat(shown()).isSameAs(SECOND);
    assertThat(model.maps().tiles()).doesNotContainNull().hasSize(32);
    int[] ofSecond = model.maps().tiles().get(0).argb();
    assertThat(ofSecond).isNotEqualTo(ofFirst);
    camera.stop();
    tab.show(SECOND);
    assertThat(model.maps().tiles().get(0).argb()).isEqualTo(ofSecond);
  }

  @Test
  void mapsOnScreenStayUntilThoseOfTheNextFrameAreAllThere() {
    SteppedExecutor background = new SteppedExecutor();
    use(new PhotoTab(folder, background, Runnable::run, Runnable::run, Locale.ENGLISH));
    tab.withKeypoints();
    start(1);
    background.runAll();
    List<TilePicture> before = List.copyOf(model.maps().tiles());
    pictures(1);
    background.runOne(); // looks for a face
    assertThat(shown()).isSameAs(SECOND);
    assertThat(model.maps().tiles()).isEqualTo(before).doesNotContainNull();
    List<Integer> changes = new ArrayList<>();
    model.maps().tiles().addListener((InvalidationListener) o -> changes.add(model.maps().tiles().size()));
    background.runAll();
    assertThat(changes).containsExactly(32);
    assertThat(model.maps().tiles()).doesNotContainNull();
    assertThat(model.maps().tiles().get(0)).isNotEqualTo(before.get(0));
  }

  @Test
  void whileTheMachineIsBusyFramesAreLeftOutAndNothingQueuesUp() {
    SteppedExecutor background = new SteppedExecutor();
    use(new PhotoTab(folder, background, Runnable::run, Runnable::run, Locale.ENGLISH));
    tab.withKeypoints();
    start(1);
    assertThat(background.size()).isEqualTo(1);
    pictures(40);
    assertThat(tab.camera.came()).isEqualTo(41);
    assertThat(tab.camera.decoded()).isEqualTo(1);
    assertThat(background.size()).isEqualTo(1);
    background.runOne(); // no face on it: the frame is shown, its maps begin, and the next frame may come
    assertThat(shown()).isSameAs(FIRST);
    pictures(40);
    assertThat(tab.camera.decoded()).isEqualTo(2);
    assertThat(background.size()).isEqualTo(2); // maps of the one frame, faces of the next
    background.runAll();
    pictures(1);
    assertThat(tab.camera.decoded()).isEqualTo(3);
  }

  @Test
  void aFrameWaitsForTheMapsOfTheOneBefore() {
    SteppedExecutor background = new SteppedExecutor();
    use(new PhotoTab(folder, background, Runnable::run, Runnable::run, Locale.ENGLISH));
    tab.with("cnn.zip");
    start(1);
    assertThat(shown()).isSameAs(FIRST);
    pictures(1);
    assertThat(shown()).isSameAs(FIRST);
    background.runAll();
    assertThat(shown()).isSameAs(SECOND);
  }

  @Test
  void theRateIsThatOfThePicturesShown() {
    start(1);
    assertThat(camera.lineProperty().get()).isEqualTo("Live, … pictures a second");
    for (int i = 0; i < 5; i++) {
      tab.clock.pass(Duration.ofMillis(80));
      pictures(1);
    }
    assertThat(camera.lineProperty().get()).isEqualTo("Live, 12.5 pictures a second");
  }

  @Test
  void mirroredUnlessThePersonChoosesOtherwise() {
    camera.mirroredProperty().set(true);
    start(1);
    assertThat(shown().argb(0, 0, 40, 30)).isEqualTo(MirrorImage.of(FIRST).argb(0, 0, 40, 30));
  }

  @Test
  void aPinnedPixelStaysAndItsArithmeticIsThatOfTheFrame() {
    start(1);
    model.probe().pin(new Point(20, 10));
    var before = model.probe().arithmeticProperty().get();
    pictures(1);
    assertThat(model.probe().cellProperty().get()).isNotNull();
    assertThat(model.probe().arithmeticProperty().get()).isNotEqualTo(before);
  }

  // Faces

  @Test
  void pointsAreThoseOfEachFrame() {
    tab.found.add(FaceSquare.ofBox(8, 4, 20));
    start(1);
    assertThat(model.faces().faces()).hasSize(1);
    assertThat(model.faces().squareProperty().get()).isEqualTo(model.faces().faces().get(0).square());
    assertThat(model.faceLineProperty().get()).isEqualTo("One face is seen.");
    var before = model.faces().faces().get(0).keypoints();
    pictures(1);
    assertThat(model.faces().faces()).hasSize(1);
    assertThat(model.faces().faces().get(0).keypoints()).isNotEqualTo(before);
  }

  @Test
  void whoLeavesThePictureIsNoLongerMarked() {
    tab.found.add(FaceSquare.ofBox(8, 4, 20));
    start(1);
    tab.found.clear();
    for (int i = 0; i <= CameraFaces.MOST_MISSED; i++) {
      tab.clock.pass(Duration.ofMillis(CameraFaces.SEARCH_AFTER));
      pictures(1);
    }
    assertThat(model.faces().faces()).isEmpty();
    assertThat(model.faces().squareProperty().get()).isNull();
    assertThat(model.faceLineProperty().get()).isEqualTo("No face is seen.");
  }

  @Test
  void framesThatAreAlikeAreNotTakenForANetworkThatAlwaysSaysTheSame() {
    tab.found.add(FaceSquare.ofBox(8, 4, 20));
    start(5);
    camera.take();
    assertThat(model.doubtLineProperty().get()).doesNotContain("same points");
  }

  @Test
  void withAClassifierItsAnswerFollowsTheFrames() {
    tab.with("cnn.zip");
    start(1);
    assertThat(model.classes().answerProperty().get().names()).isEqualTo(PhotoTab.LABELS);
    model.faces().move(FaceSquare.ofBox(1, 1, 12));
    pictures(1);
    assertThat(model.faces().squareProperty().get()).isEqualTo(FaceSquare.ofBox(1, 1, 12));
    assertThat(model.classes().answerProperty().get().names()).isEqualTo(PhotoTab.LABELS);
  }

  @Test
  void layersThatLookThroughTheSquareFollowTheFace() {
    tab.found.add(FaceSquare.ofBox(8, 4, 20));
    start(1);
    model.maps().chooseLayer("conv2");
    pictures(1);
    MapSet before = model.maps().mapsProperty().get();
    pictures(1);
    MapSet after = model.maps().mapsProperty().get();
    assertThat(after.layer().name()).isEqualTo("conv2");
    assertThat(after.square()).isEqualTo(model.faces().squareProperty().get()).isNotEqualTo(before.square());
    assertThat(model.maps().tiles()).doesNotContainNull();
  }

  @Test
  void anotherNetworkGoesOnWithTheNextFrame() {
    SteppedExecutor thread = new SteppedExecutor();
    use(new PhotoTab(folder, Runnable::run, thread, Runnable::run, Locale.ENGLISH));
    tab.withKeypoints();
    thread.runAll();
    tab.found.add(FaceSquare.ofBox(8, 4, 20));
    start(1);
    tab.with("cnn.zip"); // while the points of a frame are being asked for
    thread.runAll();
    pictures(2);
    thread.runAll();
    assertThat(camera.stateProperty().get()).isEqualTo(State.LIVE);
    assertThat(model.classes().answerProperty().get().names()).isEqualTo(PhotoTab.LABELS);
    Photo before = shown();
    pictures(1);
    assertThat(shown()).isNotSameAs(before);
  }

  // Taking, stopping, pausing

  @Test
  void aTakenPictureIsOneOfTheListWithItsTimeAsItsName() {
    start(2);
    camera.take();
    tab.cameraThread.runAll();
    assertThat(tab.camera.isOpen()).isFalse();
    assertThat(camera.stateProperty().get()).isEqualTo(State.OFF);
    assertThat(shown()).isSameAs(SECOND);
    assertThat(model.pictures().pictureProperty().get().name()).isEqualTo("Camera 14:03:22");
    assertThat(model.titleProperty().get()).contains("Camera 14:03:22");
    tab.clock.pass(Duration.ofSeconds(8));
    start(1);
    camera.take();
    assertThat(model.pictures().pictureProperty().get().name()).isEqualTo("Camera 14:03:30");
    assertThat(model.pictures().countProperty().get()).isEqualTo(2);
    model.pictures().step(-1);
    assertThat(shown()).isSameAs(SECOND);
  }

  @Test
  void picturesThatWereTakenDoNotFillTheMemory() {
    for (int i = 0; i < PicturesModel.MOST_KEPT + 3; i++) {
      tab.clock.pass(Duration.ofSeconds(1));
      start(1);
      camera.take();
      tab.cameraThread.runAll();
    }
    assertThat(model.pictures().countProperty().get()).isEqualTo(PicturesModel.MOST_KEPT);
  }

  @Test
  void aFrameThatIsStillBeingLookedAtWhenThePictureIsTakenIsNotShownAfterIt() {
    SteppedExecutor background = new SteppedExecutor();
    use(new PhotoTab(folder, background, Runnable::run, Runnable::run, Locale.ENGLISH));
    tab.withKeypoints();
    start(1);
    background.runAll();
    pictures(1);
    camera.take();
    background.runAll();
    assertThat(camera.stateProperty().get()).isEqualTo(State.OFF);
    assertThat(camera.frameProperty().get()).isNull();
    assertThat(shown()).isSameAs(FIRST);
  }

  @Test
  void stoppingClosesTheDeviceAndThePictureFromBeforeIsBack() {
    Photo before = shown();
    start(2);
    assertThat(model.pictures().pictureProperty().get().photo()).isSameAs(before);
    camera.stop();
    tab.cameraThread.runAll();
    assertThat(tab.camera.isOpen()).isFalse();
    assertThat(shown()).isSameAs(before);
    assertThat(model.titleProperty().get()).contains("64 × 48");
    assertThat(model.maps().mapsProperty().get().maps().width()).isEqualTo(62);
  }

  @Test
  void openingAnotherPictureStopsTheCamera() {
    start(2);
    model.pictures().openSample(1);
    tab.cameraThread.runAll();
    assertThat(tab.camera.isOpen()).isFalse();
    assertThat(shown().height()).isEqualTo(64);
    assertThat(camera.stateProperty().get()).isEqualTo(State.OFF);
  }

  @Test
  void whileNobodySeesTheTabTheDeviceIsClosedAndAfterwardsItGoesOn() {
    start(1);
    camera.pause();
    tab.cameraThread.runAll();
    assertThat(tab.camera.isOpen()).isFalse();
    assertThat(shown()).isSameAs(FIRST);
    camera.resume();
    tab.cameraThread.runOne();
    pictures(1);
    assertThat(tab.camera.isOpen()).isTrue();
    assertThat(shown()).isSameAs(SECOND);
  }

  @Test
  void aTabThatIsChosenAgainDoesNotStartACameraThatWasOff() {
    camera.pause();
    camera.resume();
    assertThat(camera.stateProperty().get()).isEqualTo(State.OFF);
    assertThat(tab.cameraThread.size()).isZero();
  }

  // Failures

  @Test
  void withoutACameraASentenceSaysSoInPlaceAndNothingElseChanges() {
    Photo before = shown();
    int maps = model.maps().tiles().size();
    tab.camera.fail(Kind.NONE);
    camera.start();
    tab.cameraThread.runAll();
    assertThat(model.pictures().messageProperty().get()).contains("No camera 0").contains("try again");
    assertThat(camera.stateProperty().get()).isEqualTo(State.OFF);
    assertThat(shown()).isSameAs(before);
    assertThat(model.maps().tiles()).hasSize(maps).doesNotContainNull();
    assertThat(tab.messages.shown()).isEmpty();
    tab.camera.fail(null);
    start(1);
    assertThat(model.pictures().messageProperty().get()).isEmpty();
  }

  @Test
  void aCameraThatIsUnpluggedLeavesItsLastPictureAndASentence() {
    start(2);
    tab.camera.fail(Kind.ENDED);
    tab.cameraThread.runAll();
    assertThat(shown()).isSameAs(SECOND);
    assertThat(model.pictures().pictureProperty().get().photo()).isSameAs(SECOND);
    assertThat(model.pictures().messageProperty().get()).contains("sends no more pictures");
    assertThat(camera.stateProperty().get()).isEqualTo(State.OFF);
    assertThat(tab.camera.isOpen()).isFalse();
    assertThat(model.maps().tiles()).doesNotContainNull();
  }

  @Test
  void otherTabsGoOnLookingAtThePictureThatWasOpened() {
    tab.found.add(FaceSquare.ofBox(8, 4, 20));
    tab.show(PhotoTab.noise(64, 48, 2));
    PhotoSubject others = new PhotoSubject(model);
    Subject before = others.subjectProperty().get();
    List<Subject> seen = new ArrayList<>();
    others.subjectProperty().addListener((p, then, now) -> seen.add(now));
    start(4);
    camera.pause();
    assertThat(seen).isEmpty();
    camera.stop();
    assertThat(others.subjectProperty().get()).isEqualTo(before);
    start(2);
    camera.take();
    assertThat(others.subjectProperty().get().name()).isEqualTo("Camera 14:03:22");
  }
}
