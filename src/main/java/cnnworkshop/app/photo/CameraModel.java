package cnnworkshop.app.photo;

import cnnworkshop.app.support.CameraFeed;
import cnnworkshop.core.camera.CameraFailure;
import cnnworkshop.core.face.Face;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.text.Texts;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The moving picture of a camera. A frame is shown together with its faces and points, when the maps of the frame
 * before are on screen; while its own maps are computed, faces are looked for on the next. So the picture moves as
 * fast as the slower of the two, and what is seen is never older than two frames. To be used on the UI thread.
 */
public final class CameraModel {

  /** What the camera does. */
  public enum State {
    /** The device is closed. */
    OFF,
    /** It is being opened, or its first picture is being looked at. */
    OPENING,
    /** Its pictures are shown. */
    LIVE,
    /** The device is closed while nobody can see the tab. */
    PAUSED
  }

  /** Where frames are shown. */
  interface Screen {

    /** @param whenShown to be told, once, when the frame's maps are on screen or if there are none */
    void show(Picture frame, List<Face> faces, Runnable whenShown);

    /** The last frame becomes a picture like any other, and is shown as such. */
    void keep(Picture frame);

    /** The camera is off without a picture of it being kept: what was shown before is shown again. */
    void leave();

    /** Whether there is something that was shown before. */
    boolean hasPicture();

    /** Says in place why the camera can't be used. */
    void say(String sentence);
  }

  private record Found(Picture frame, List<Face> faces) {}

  private static final Logger LOG = LoggerFactory.getLogger(CameraModel.class);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final CameraTools tools;
  private final CameraFaces faces;
  private final Screen screen;
  private final Texts texts;
  private final Consumer<Throwable> failures;
  private final CameraFeed feed;

  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.OFF);
  private final ReadOnlyObjectWrapper<Picture> frame = new ReadOnlyObjectWrapper<>(this, "frame");
  private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper(this, "line", "");

  private FrameRate rate = new FrameRate();
  /** The next frame, with its faces, while the maps of the one before are computed. */
  private Found waiting;
  private boolean showing;
  private int showings;

  CameraModel(CameraTools tools, CameraFaces faces, Screen screen, Texts texts, Executor ui,
      Consumer<Throwable> failures) {
    this.tools = tools;
    this.faces = faces;
    this.screen = screen;
    this.texts = texts;
    this.failures = failures;
    feed = new CameraFeed(tools.source(), tools.thread(), ui, this::look, this::failed);
    state.addListener((p, before, after) -> describe());
  }

  /** What the camera does. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The frame on screen; null if none is. */
  public ReadOnlyObjectProperty<Picture> frameProperty() {
    return frame.getReadOnlyProperty();
  }

  /** What the camera does, in words, with the frames a second it reaches; empty while it is off. */
  public ReadOnlyStringProperty lineProperty() {
    return line.getReadOnlyProperty();
  }

  /** Whether the picture is that of a mirror; true at first. */
  public BooleanProperty mirroredProperty() {
    return feed.mirroredProperty();
  }

  /** Starts the camera, or stops it. */
  public void toggle() {
    if (state.get() == State.OFF) {
      start();
    } else {
      stop();
    }
  }

  /** Opens the camera and shows its picture until it is stopped or another is opened. */
  public void start() {
    if (state.get() == State.OFF) {
      screen.say("");
      begin();
    }
  }

  private void begin() {
    forgetFrames();
    rate = new FrameRate();
    state.set(State.OPENING);
    feed.start();
  }

  /** Closes the camera; the picture from before is shown again. */
  public void stop() {
    if (state.get() == State.OFF) {
      return;
    }
    if (frame.get() != null && !screen.hasPicture()) {
      keep();
      return;
    }
    boolean seen = frame.get() != null;
    close();
    if (seen) {
      screen.leave();
    }
  }

  /** Keeps the frame on screen as a picture and closes the camera. */
  public void take() {
    if (state.get() == State.LIVE) {
      keep();
    }
  }

  private void keep() {
    String now = LocalTime.now(tools.clock()).format(TIME);
    Picture kept = new Picture(texts.get("photo-tab.camera.name", now), frame.get().photo(), false);
    close();
    screen.keep(kept);
  }

  /** Closes the device while nobody sees the tab. */
  public void pause() {
    if (state.get() == State.LIVE || state.get() == State.OPENING) {
      feed.stop();
      forgetFrames();
      state.set(State.PAUSED);
    }
  }

  /** Opens it again. */
  public void resume() {
    if (state.get() == State.PAUSED) {
      begin();
    }
  }

  /** Closes the camera, and shows nothing instead: something else will be. */
  void close() {
    feed.stop();
    forgetFrames();
    frame.set(null);
    state.set(State.OFF);
  }

  /** Another network looks: what is under way for the one before is never told. */
  void lookWith(NetworkFit fit) {
    faces.lookWith(fit);
    forgetFrames();
    feed.next();
  }

  /** Nothing is told any more of frames that are being looked at. */
  private void forgetFrames() {
    faces.forget();
    waiting = null;
    showing = false;
    showings++;
  }

  private void look(Photo photo) {
    Picture seen = new Picture(texts.get("photo-tab.camera"), photo, false);
    faces.find(photo, found -> {
      waiting = new Found(seen, found);
      showNext();
    });
  }

  private void showNext() {
    if (waiting == null || showing) {
      return;
    }
    Found next = waiting;
    int mine = ++showings;
    waiting = null;
    showing = true;
    frame.set(next.frame);
    rate.shown(tools.clock().millis());
    state.set(State.LIVE);
    describe();
    screen.show(next.frame, next.faces, () -> {
      if (mine == showings) {
        showing = false;
        showNext();
      }
    });
    feed.next();
  }

  private void failed(Throwable thrown) {
    if (frame.get() != null) {
      keep();
    } else {
      close();
    }
    if (thrown instanceof CameraFailure failure) {
      LOG.info("no camera: {}", failure.getMessage(), failure);
      screen.say(texts.sentence(failure));
    } else {
      failures.accept(thrown);
    }
  }

  private void describe() {
    line.set(switch (state.get()) {
      case OFF -> "";
      case OPENING, PAUSED -> texts.get("photo-tab.camera.opening");
      case LIVE -> rate.perSecond() == 0 ? texts.get("photo-tab.camera.live")
          : texts.get("photo-tab.camera.rate", rate.perSecond());
    });
  }
}
