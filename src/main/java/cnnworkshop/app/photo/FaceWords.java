package cnnworkshop.app.photo;

import cnnworkshop.core.face.Doubt;
import cnnworkshop.core.face.Face;
import cnnworkshop.core.face.OneAnswer;
import cnnworkshop.core.image.FaceView;
import cnnworkshop.core.text.Texts;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableObjectValue;

/** What is said of the faces on the picture, and of how far their points can be believed. */
final class FaceWords {

  private final FacesModel faces;
  private final ObservableObjectValue<Picture> shown;
  private final ObservableObjectValue<Picture> moving;
  private final Texts texts;

  private final ReadOnlyStringWrapper faceLine = new ReadOnlyStringWrapper(this, "faceLine", "");
  private final ReadOnlyStringWrapper doubtLine = new ReadOnlyStringWrapper(this, "doubtLine", "");
  private final ReadOnlyBooleanWrapper guess = new ReadOnlyBooleanWrapper(this, "guess");

  private NetworkFit fit;
  private OneAnswer oneAnswer = new OneAnswer();

  /**
   * @param shown the picture that is looked at
   * @param moving the same while it is the frame of a moving picture; else null
   */
  FaceWords(FacesModel faces, ObservableObjectValue<Picture> shown, ObservableObjectValue<Picture> moving,
      Texts texts) {
    this.faces = faces;
    this.shown = shown;
    this.moving = moving;
    this.texts = texts;
    faces.stateProperty().addListener((p, before, after) -> describe());
    faces.selectedProperty().addListener((p, before, after) -> describe());
    faces.faces().addListener((Observable o) -> describe());
  }

  /** How many faces there are, or none, or that nobody checked; empty if there is nothing to say. */
  ReadOnlyStringProperty faceLineProperty() {
    return faceLine.getReadOnlyProperty();
  }

  /** How far the selected face's points can be believed; empty while there are none. */
  ReadOnlyStringProperty doubtLineProperty() {
    return doubtLine.getReadOnlyProperty();
  }

  /** Whether the selected face's points are no more than a guess. */
  ReadOnlyBooleanProperty guessProperty() {
    return guess.getReadOnlyProperty();
  }

  /** Another network looks. */
  void lookWith(NetworkFit newFit) {
    fit = newFit;
    oneAnswer = new OneAnswer();
  }

  /** Says it anew. */
  void describe() {
    faceLine.set(isMoving() && faces.stateProperty().get() != FacesModel.State.OFF
        // One line of the same height whatever is seen, or the picture would jump.
        ? texts.get("photo-tab.camera.faces", faces.faces().size()) : ofStill());
    describeDoubt();
  }

  private boolean isMoving() {
    return moving.get() != null;
  }

  private String ofStill() {
    int outside = fit == null || shown.get() == null ? 0 : PointsOutside.count(faces.faces(), shown.get().photo());
    String line = switch (faces.stateProperty().get()) {
      case OFF -> fit != null && fit.classes() && shown.get() != null ? texts.get("photo-tab.faces.classes") : "";
      case SEARCHING -> texts.get("photo-tab.faces.searching");
      case FOUND -> faces.faces().size() > 1
          ? texts.get("photo-tab.faces.several", faces.faces().size(), faces.selectedProperty().get() + 1)
          : texts.get("photo-tab.faces.one");
      case NOT_FOUND -> texts.get("photo-tab.faces.none");
      case CANNOT_SEARCH -> texts.get("photo-tab.faces.cannot-search");
      case PLACED -> texts.get("photo-tab.faces.placed");
      case REMOVED -> texts.get("photo-tab.faces.removed");
    };
    return outside == 0 ? line : line + " " + texts.get("photo-tab.faces.outside", outside);
  }

  private void describeDoubt() {
    int selected = faces.selectedProperty().get();
    if (isMoving() || selected < 0 || selected >= faces.faces().size()) {
      guess.set(false);
      doubtLine.set("");
      return;
    }
    for (Face face : faces.faces()) {
      oneAnswer.add(List.of(shown.get().photo(), face.square()),
          face.keypoints().toView(new FaceView(face.square())));
    }
    Doubt doubt = faces.faces().get(selected).doubt();
    guess.set(doubt.isGuess());
    String line = texts.get(doubt.isGuess() ? "photo-tab.doubt.guess" : "photo-tab.doubt.fair",
        doubt.probability(), doubt.spread());
    doubtLine.set(oneAnswer.suspected() ? line + " " + texts.get("photo-tab.doubt.one-answer") : line);
  }
}
