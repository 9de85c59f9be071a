package cnnworkshop.app.support;

import cnnworkshop.core.camera.Camera;
import cnnworkshop.core.camera.CameraSource;
import cnnworkshop.core.camera.MirrorImage;
import cnnworkshop.core.image.Photo;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * The pictures of a camera, as many as whoever looks can take. The camera runs on a thread of its own at its own pace;
 * a picture is fetched from it when the one before has been dealt with, and is always the newest then. Those in
 * between are let go, so nothing queues up and nothing lags. To be used on the UI thread.
 */
public final class CameraFeed {

  /** Whether pictures come. */
  public enum State {
    /** The device is closed, or being closed. */
    OFF,
    /** It is being opened; that may take seconds. */
    OPENING,
    /** Pictures come. */
    RUNNING
  }

  private final CameraSource source;
  private final Executor cameraThread;
  private final Executor ui;
  private final Consumer<Photo> onFrame;
  private final Consumer<Throwable> onFailure;

  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.OFF);
  private final BooleanProperty mirrored = new SimpleBooleanProperty(this, "mirrored", true);
  private Session session;

  /**
   * @param source opens the camera
   * @param cameraThread runs one thing after another; the camera is used nowhere else
   * @param onFrame gets a picture, on the UI thread; the next comes after {@link #next()}
   * @param onFailure told on the UI thread why no more pictures come; the feed is off by then
   */
  public CameraFeed(CameraSource source, Executor cameraThread, Executor ui, Consumer<Photo> onFrame,
      Consumer<Throwable> onFailure) {
    this.source = source;
    this.cameraThread = cameraThread;
    this.ui = ui;
    this.onFrame = onFrame;
    this.onFailure = onFailure;
    mirrored.addListener((p, before, now) -> {
      if (session != null) {
        session.mirror = now;
      }
    });
  }

  /** Whether pictures come. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Whether the pictures are those of a mirror, as people expect to see themselves; true at first. */
  public BooleanProperty mirroredProperty() {
    return mirrored;
  }

  /** Opens the camera; pictures come until {@link #stop()}. */
  public void start() {
    if (session == null) {
      session = new Session(mirrored.get());
      state.set(State.OPENING);
      cameraThread.execute(session::open);
    }
  }

  /** The picture that came has been dealt with: the next may come. */
  public void next() {
    if (session != null) {
      session.wanted = true;
    }
  }

  /** Closes the camera, as soon as the picture it is at has come. None is handed over any more. */
  public void stop() {
    if (session != null) {
      session.stopped = true;
      session = null;
      state.set(State.OFF);
    }
  }

  /** From one start to its end. */
  private final class Session {

    private Camera camera;
    private volatile boolean stopped;
    private volatile boolean wanted = true;
    private volatile boolean mirror;

    private Session(boolean mirror) {
      this.mirror = mirror;
    }

    private void open() {
      if (stopped) {
        return;
      }
      try {
        camera = source.open();
      } catch (Throwable e) { // missing natives are Errors, and the person has to hear of them as well
        fail(e);
        return;
      }
      ui.execute(() -> {
        if (session == this) {
          state.set(State.RUNNING);
        }
      });
      goOn();
    }

    /** A step at a time instead of a loop: what else is handed to the thread gets its turn. */
    private void goOn() {
      try {
        cameraThread.execute(this::step);
      } catch (RejectedExecutionException e) {
        // The program ends.
        camera.close();
      }
    }

    private void step() {
      if (stopped) {
        camera.close();
        return;
      }
      try {
        camera.advance();
        if (wanted && !stopped) {
          Photo frame = camera.frame();
          Photo seen = mirror ? MirrorImage.of(frame) : frame;
          wanted = false;
          ui.execute(() -> {
            if (session == this) {
              onFrame.accept(seen);
            }
          });
        }
      } catch (Throwable e) { // also OutOfMemoryError: the device must not stay open
        camera.close();
        fail(e);
        return;
      }
      goOn();
    }

    private void fail(Throwable thrown) {
      ui.execute(() -> {
        if (session == this) {
          stop();
          onFailure.accept(thrown);
        }
      });
    }
  }
}
