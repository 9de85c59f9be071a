package cnnworkshop.app.reuse;

import cnnworkshop.app.support.CameraFeed;
import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.Latest;
import cnnworkshop.core.camera.CameraFailure;
import cnnworkshop.core.camera.CameraSource;
import cnnworkshop.core.data.OwnPictures;
import cnnworkshop.core.image.Photo;
import cnnworkshop.core.net.Shape;
import cnnworkshop.core.reuse.Familiarity;
import cnnworkshop.core.reuse.Teaching.Learned;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The picture that is looked at, from a file or the camera, and what a taught network says of it. On the UI thread. */
final class TeachLookModel {

  /**
   * What a network says of a picture.
   *
   * @param names of the things
   * @param probabilities of each, 0..1
   * @param distance from what it has learned: above 1 it is like none of the learned pictures
   */
  record Answer(List<String> names, float[] probabilities, double distance) {

    /** Whether it is probably none of the things. */
    boolean neither() {
      return distance > 1;
    }

    /** The likeliest thing. */
    int best() {
      int best = 0;
      for (int i = 1; i < probabilities.length; i++) {
        best = probabilities[i] > probabilities[best] ? i : best;
      }
      return best;
    }
  }

  private static final Object CHANNEL = "teach.look";

  private final ReuseTools tools;
  private final TeachPictures pictures;
  private final CameraFeed camera;
  private final ReadOnlyObjectWrapper<Photo> photo = new ReadOnlyObjectWrapper<>(this, "photo");
  private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(this, "answer");
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
  private final Latest<Photo> looks = new Latest<>(this::ask);
  private Inference taught;
  private Learned learned;

  /** @param thread the camera is used nowhere else */
  TeachLookModel(ReuseTools tools, CameraSource source, Executor thread) {
    this.tools = tools;
    this.pictures = new TeachPictures(tools);
    this.camera = new CameraFeed(source, thread, tools.ui(), this::frame, this::cameraFailed);
  }

  /** What is looked at; null before. */
  ReadOnlyObjectProperty<Photo> photoProperty() {
    return photo.getReadOnlyProperty();
  }

  /** What the taught network says of it; null if nothing was taught or nothing is looked at. */
  ReadOnlyObjectProperty<Answer> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** Why there is no picture from the camera; empty if nothing is wrong. */
  ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** Whether the camera is on. */
  ReadOnlyObjectProperty<CameraFeed.State> cameraProperty() {
    return camera.stateProperty();
  }

  /** Whether its picture is that of a mirror. */
  BooleanProperty mirroredProperty() {
    return camera.mirroredProperty();
  }

  /** Looks at a picture. */
  void show(Photo newPhoto) {
    camera.stop();
    look(newPhoto);
  }

  /** Looks at a file; one that is no picture is told of. */
  void open(Path file) {
    pictures.read(List.of(file), this::show);
  }

  /** Starts the camera, or stops it; its last picture stays. */
  void toggleCamera() {
    trouble.set("");
    if (camera.stateProperty().get() == CameraFeed.State.OFF) {
      camera.start();
    } else {
      camera.stop();
    }
  }

  /** Nobody can see it any more. */
  void leave() {
    camera.stop();
  }

  private void frame(Photo frame) {
    look(frame.reducedTo(TeachPictures.KEPT_PIXELS));
    if (learned == null) {
      camera.next();
    }
  }

  private void cameraFailed(Throwable failure) {
    if (failure instanceof CameraFailure known) {
      trouble.set(tools.texts().sentence(known));
    } else {
      tools.messages().report(failure);
    }
  }

  private void look(Photo newPhoto) {
    trouble.set("");
    photo.set(newPhoto);
    if (learned != null) {
      looks.ask(newPhoto);
    }
  }

  /** Takes in what was taught; what is looked at is asked about again. */
  void learn(Learned now) {
    Inference mine = tools.inference().beside();
    mine.load(now::make, () -> {
      Inference before = taught;
      taught = mine;
      learned = now;
      if (before != null) {
        before.close();
      }
      looks.reset();
      if (photo.get() != null) {
        looks.ask(photo.get());
      }
    }, tools.messages()::report);
  }

  private void ask(Photo asked) {
    Familiarity familiarity = learned.familiarity();
    List<String> names = learned.info().labels();
    taught.submit(CHANNEL, network -> {
      Shape input = network.spec().input();
      float[] values = OwnPictures.values(asked, input.height(), input.channels());
      return new Answer(names, network.predict(values, 1), familiarity.distance(network, values));
    }, said -> {
      answer.set(said);
      answered();
    }, e -> {
      tools.messages().report(e);
      answered();
    });
  }

  private void answered() {
    looks.answered();
    camera.next();
  }

  /** Lets go of the taught network. */
  void close() {
    camera.stop();
    if (taught != null) {
      taught.close();
    }
  }
}
