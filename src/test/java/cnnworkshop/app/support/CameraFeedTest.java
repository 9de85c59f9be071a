package cnnworkshop.app.support;

import static org.assertj.core.api.Assertions.assertThat;

import cnnworkshop.core.camera.CameraFailure;
import cnnworkshop.core.camera.CameraFailure.Kind;
import cnnworkshop.core.image.Photo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CameraFeedTest {

  private static final int SHOWN = 5;

  private final FakeCamera camera = new FakeCamera();
  private final SteppedExecutor cameraThread = new SteppedExecutor();
  private final List<Photo> frames = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final CameraFeed feed =
      new CameraFeed(camera, cameraThread, Runnable::run, frames::add, failures::add);

  @BeforeEach
  void putPicturesBeforeTheCamera() {
    Photo[] scene = new Photo[SHOWN];
    for (int i = 0; i < SHOWN; i++) {
      scene[i] = Photo.ofRgb(2, 1, new int[] {i, 0xFFFFFF});
    }
    camera.show(scene);
    feed.mirroredProperty().set(false);
  }

  @Test
  void theDeviceIsOpenedOnItsOwnThread() {
    feed.start();
    assertThat(camera.opened()).isZero();
    assertThat(feed.stateProperty().get()).isEqualTo(CameraFeed.State.OPENING);
    cameraThread.runOne();
    assertThat(camera.isOpen()).isTrue();
    assertThat(feed.stateProperty().get()).isEqualTo(CameraFeed.State.RUNNING);
  }

  @Test
  void whoIsBusyGetsTheNewestPictureNextAndThoseInBetweenAreNotEvenDecoded() {
    feed.start();
    run(5);
    assertThat(camera.came()).isEqualTo(4);
    assertThat(frames).extracting(f -> f.argb(0, 0) & 0xFF).containsExactly(0);
    feed.next();
    run(1);
    assertThat(frames).extracting(f -> f.argb(0, 0) & 0xFF).containsExactly(0, 4);
    assertThat(camera.decoded()).isEqualTo(2);
    assertThat(cameraThread.size()).isEqualTo(1);
  }

  @Test
  void stoppingClosesTheDeviceAndNothingMoreComes() {
    feed.start();
    run(2);
    feed.next();
    feed.stop();
    cameraThread.runAll();
    assertThat(camera.isOpen()).isFalse();
    assertThat(frames).hasSize(1);
    assertThat(feed.stateProperty().get()).isEqualTo(CameraFeed.State.OFF);
  }

  @Test
  void stoppedBeforeItIsOpenItIsNeverOpened() {
    feed.start();
    feed.stop();
    cameraThread.runAll();
    assertThat(camera.opened()).isZero();
  }

  @Test
  void stoppedAndStartedInOneGoItIsGivenBackBeforeItIsOpenedAnew() {
    feed.start();
    run(3);
    feed.stop();
    feed.start();
    run(3);
    assertThat(failures).isEmpty();
    assertThat(camera.opened()).isEqualTo(2);
    assertThat(frames).hasSize(2);
  }

  @Test
  void aPictureThatIsOnItsWayWhenTheCameraIsStoppedIsNotShown() {
    SteppedExecutor ui = new SteppedExecutor();
    CameraFeed slow = new CameraFeed(camera, cameraThread, ui, frames::add, failures::add);
    slow.start();
    run(2);
    slow.stop();
    ui.runAll();
    assertThat(frames).isEmpty();
    assertThat(slow.stateProperty().get()).isEqualTo(CameraFeed.State.OFF);
  }

  @Test
  void withoutACameraTheFailureIsToldAndItCanBeTriedAgain() {
    camera.fail(Kind.NONE);
    feed.start();
    cameraThread.runAll();
    assertThat(failures).singleElement().isInstanceOfSatisfying(CameraFailure.class,
        failure -> assertThat(failure.kind()).isEqualTo(Kind.NONE));
    assertThat(feed.stateProperty().get()).isEqualTo(CameraFeed.State.OFF);
    camera.fail(null);
    feed.start();
    run(2);
    assertThat(frames).hasSize(1);
  }

  @Test
  void aCameraThatIsUnpluggedIsClosedAndTheFailureIsTold() {
    feed.start();
    run(2);
    camera.fail(Kind.ENDED);
    cameraThread.runAll();
    assertThat(camera.isOpen()).isFalse();
    assertThat(failures).hasSize(1);
    assertThat(frames).hasSize(1);
  }

  @Test
  void whenTheProgramEndsTheDeviceIsClosed() {
    List<Runnable> tasks = new ArrayList<>();
    CameraFeed ending = new CameraFeed(camera, task -> {
      if (tasks.size() == 2) {
        throw new RejectedExecutionException();
      }
      tasks.add(task);
    }, Runnable::run, frames::add, failures::add);
    ending.start();
    tasks.get(0).run();
    tasks.get(1).run();
    assertThat(camera.isOpen()).isFalse();
  }

  @Test
  void mirroredIsTheFirstChoiceAndCanBeChangedWhileItRuns() {
    CameraFeed fresh = new CameraFeed(camera, cameraThread, Runnable::run, frames::add, failures::add);
    assertThat(fresh.mirroredProperty().get()).isTrue();
    fresh.start();
    run(2);
    fresh.mirroredProperty().set(false);
    fresh.next();
    run(1);
    assertThat(frames).extracting(f -> f.argb(0, 0) & 0xFFFFFF).containsExactly(0xFFFFFF, 1);
  }

  private void run(int tasks) {
    for (int i = 0; i < tasks; i++) {
      cameraThread.runOne();
    }
  }
}
