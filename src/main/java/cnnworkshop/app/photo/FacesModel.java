package cnnworkshop.app.photo;

import cnnworkshop.app.support.Inference;
import cnnworkshop.app.support.Latest;
import cnnworkshop.core.face.Face;
import cnnworkshop.core.face.FaceDetector;
import cnnworkshop.core.face.KeypointPredictor;
import cnnworkshop.core.image.FaceSquare;
import cnnworkshop.core.image.Photo;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The faces on the current photo, found or placed by hand, their points, and the square the network looks through.
 * With a network that gives no points there are no faces, only the square.
 */
public final class FacesModel {

  /** What is known of faces on the photo. */
  public enum State {
    /** There is no photo, or the network gives no points. */
    OFF,
    /** The detector is at work, or the points are being computed. */
    SEARCHING,
    /** The detector found faces and their points are there. */
    FOUND,
    /** The detector found none, and no square was placed. */
    NOT_FOUND,
    /** The detector could not run. */
    CANNOT_SEARCH,
    /** A square is there that nobody checked for a face. */
    PLACED,
    /** All squares were taken away. */
    REMOVED
  }

  /** The face a square belongs to, which changes with every answer; null until the first. */
  private static final class Slot {
    private Face face;

    Slot(Face face) {
      this.face = face;
    }
  }

  private record Placement(Slot slot, FaceSquare square, Face.Source source) {}

  private static final String FOUND_POINTS = "photo: points of found faces";
  private static final String PLACED_POINTS = "photo: points of the placed square";

  private final Inference inference;
  private final FaceDetector detector;
  private final Executor background;
  private final Executor ui;
  private final Consumer<Throwable> failures;

  private final ObservableList<Face> faces = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(this, "selected", -1);
  private final ReadOnlyObjectWrapper<FaceSquare> square = new ReadOnlyObjectWrapper<>(this, "square");
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.OFF);
  private final Latest<Placement> placements = new Latest<>(this::askPoints);

  private Picture picture;
  private NetworkFit fit;
  private List<FaceSquare> detected;
  /** The photo faces are being looked for on; null for none. */
  private Photo searching;
  private Slot edited;
  /** Whether the picture is the frame of a moving one: others find the faces on it. */
  private boolean following;

  FacesModel(Inference inference, FaceDetector detector, Executor background, Executor ui,
      Consumer<Throwable> failures) {
    this.inference = inference;
    this.detector = detector;
    this.background = background;
    this.ui = ui;
    this.failures = failures;
  }

  /** The faces with their points, found ones the largest first, placed ones after them. */
  public ObservableList<Face> faces() {
    return faces;
  }

  /** The selected face's index, −1 for none. */
  public ReadOnlyIntegerProperty selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** The square the network looks through, of the selected face if there is one; null for none. */
  public ReadOnlyObjectProperty<FaceSquare> squareProperty() {
    return square.getReadOnlyProperty();
  }

  /** What is known of faces on the photo. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Starts on another picture. The network need not be there yet: faces are looked for meanwhile. */
  void show(Picture newPicture) {
    following = false;
    picture = newPicture;
    detected = null;
    searching = null;
    square.set(null);
    begin();
  }

  /** Another network looks. What was detected or placed stays, points are asked for anew. */
  void lookWith(NetworkFit newFit) {
    fit = newFit;
    if (following) {
      faces.clear();
      selected.set(-1);
      square.set(null);
    } else if (picture != null) {
      FaceSquare placed = state.get() == State.PLACED ? square.get() : null;
      begin();
      if (placed != null && fit.points()) {
        move(placed);
      }
    }
  }

  /** The square {@link #follow} would look through. */
  FaceSquare squareOn(Picture frame, List<Face> found) {
    if (!found.isEmpty()) {
      return found.get(selectedOf(found)).square();
    }
    // A classifier's square stays where it was put, as long as the pictures keep their size.
    boolean stays = square.get() != null && following && picture.photo().width() == frame.photo().width()
        && picture.photo().height() == frame.photo().height();
    return fit == null || fit.points() || !fit.looksThroughSquare() ? null
        : stays ? square.get() : FaceSquare.middleOf(frame.photo());
  }

  private int selectedOf(List<Face> found) {
    return following ? Math.max(0, Math.min(selected.get(), found.size() - 1)) : 0;
  }

  /** Goes on to the next frame of a moving picture; nobody is asked about the faces found on it. */
  void follow(Picture frame, List<Face> found) {
    FaceSquare newSquare = squareOn(frame, found);
    int index = found.isEmpty() ? -1 : selectedOf(found);
    if (!following) {
      inference.cancel(FOUND_POINTS);
      inference.cancel(PLACED_POINTS);
      placements.reset();
    }
    following = true;
    picture = frame;
    detected = null;
    searching = null;
    edited = null;
    // What is selected must be there before and after.
    selected.set(-1);
    faces.setAll(found);
    selected.set(index);
    square.set(newSquare);
    state.set(fit == null || !fit.points() ? State.OFF : found.isEmpty() ? State.NOT_FOUND : State.FOUND);
  }

  /** Looks for faces again, and forgets squares placed by hand. */
  public void findAgain() {
    detected = null;
    square.set(null);
    begin();
  }

  private void begin() {
    inference.cancel(FOUND_POINTS);
    inference.cancel(PLACED_POINTS);
    placements.reset();
    edited = null;
    faces.clear();
    selected.set(-1);
    if (picture == null) {
      state.set(State.OFF);
    } else if (fit != null && !fit.points()) {
      state.set(State.OFF);
      if (square.get() == null && fit.looksThroughSquare()) {
        square.set(FaceSquare.middleOf(picture.photo()));
      }
    } else if (picture.isFaceView()) {
      placeOnWholePicture();
    } else if (detected == null) {
      detect();
    } else {
      state.set(State.SEARCHING);
      searched();
    }
  }

  private void detect() {
    state.set(State.SEARCHING);
    Photo photo = picture.photo();
    if (searching == photo) {
      // Another network came while faces are looked for: what is found serves it too.
      return;
    }
    searching = photo;
    background.execute(() -> {
      List<FaceSquare> squares;
      try {
        squares = detector.detect(photo);
      } catch (Throwable e) { // missing natives are Errors, and the person has to hear of them as well
        ui.execute(() -> {
          failures.accept(e);
          if (searching == photo) {
            searching = null;
            state.set(State.CANNOT_SEARCH);
          }
        });
        return;
      }
      ui.execute(() -> {
        if (searching == photo) {
          searching = null;
          detected = squares;
          searched();
        }
      });
    });
  }

  private void searched() {
    if (detected.isEmpty()) {
      if (edited == null && state.get() != State.OFF) {
        state.set(State.NOT_FOUND);
      }
    } else if (fit != null && fit.points()) {
      askFoundPoints();
    }
  }

  private void askFoundPoints() {
    Photo photo = picture.photo();
    List<FaceSquare> squares = detected;
    inference.submit(FOUND_POINTS, network -> {
      KeypointPredictor predictor = new KeypointPredictor(network);
      return squares.stream().map(s -> predictor.detected(photo, s)).toList();
    }, found -> {
      // What the person placed meanwhile stays, behind the found ones.
      faces.addAll(0, found);
      if (edited == null) {
        select(0);
      } else {
        selected.set(indexOf(edited));
      }
    }, failures);
  }

  /** Selects a face. */
  public void select(int index) {
    Face face = faces.get(index);
    edited = new Slot(face);
    selected.set(index);
    square.set(face.square());
    state.set(face.source() == Face.Source.DETECTOR ? State.FOUND : State.PLACED);
  }

  /** Selects the next face, or the one before; goes round. */
  public void selectNext(int step) {
    if (!faces.isEmpty()) {
      select(Math.floorMod(selected.get() + step, faces.size()));
    }
  }

  /** Puts a new square in the middle of the photo, to be moved from there. */
  public void placeNew() {
    if (picture != null) {
      edited = null;
      selected.set(-1);
      place(FaceSquare.middleOf(picture.photo()), Face.Source.GIVEN);
    }
  }

  /**
   * Puts the selected face's square, or a new one, on the whole picture: all of it if the picture is square, else as
   * much as fits.
   */
  public void placeOnWholePicture() {
    if (picture != null) {
      Photo photo = picture.photo();
      place(FaceSquare.middleOf(photo),
          photo.width() == photo.height() ? Face.Source.WHOLE : Face.Source.GIVEN);
    }
  }

  /** Moves, resizes or turns the square; the points follow. Without a square this places one. */
  public void move(FaceSquare moved) {
    if (picture != null) {
      place(moved, Face.Source.GIVEN);
    }
  }

  private void place(FaceSquare newSquare, Face.Source source) {
    square.set(newSquare);
    if (fit != null && !fit.points()) {
      return;
    }
    state.set(State.PLACED);
    if (edited == null) {
      edited = new Slot(null);
    }
    if (fit != null) {
      placements.ask(new Placement(edited, newSquare, source));
    }
  }

  private void askPoints(Placement placement) {
    Photo photo = picture.photo();
    inference.submit(PLACED_POINTS,
        network -> new KeypointPredictor(network).given(photo, placement.square, placement.source),
        face -> {
          pointsCame(placement, face);
          placements.answered();
        },
        failure -> {
          failures.accept(failure);
          placements.answered();
        });
  }

  private void pointsCame(Placement placement, Face face) {
    int index = indexOf(placement.slot);
    if (index >= 0) {
      faces.set(index, face);
    } else {
      index = faces.size();
      faces.add(face);
    }
    placement.slot.face = face;
    if (placement.slot == edited) {
      selected.set(index);
    }
  }

  private int indexOf(Slot slot) {
    for (int i = 0; i < faces.size(); i++) {
      if (faces.get(i) == slot.face) {
        return i;
      }
    }
    return -1;
  }

  /** Takes the selected square away, with its points. */
  public void remove() {
    if (edited == null) {
      return;
    }
    inference.cancel(PLACED_POINTS);
    placements.reset();
    int index = indexOf(edited);
    edited = null;
    if (index >= 0) {
      faces.remove(index);
    }
    if (faces.isEmpty()) {
      selected.set(-1);
      square.set(null);
      state.set(State.REMOVED);
    } else {
      select(Math.max(0, Math.min(index, faces.size() - 1)));
    }
  }
}
