package cnnworkshop.app.filters;

import cnnworkshop.app.photo.FacesModel;
import cnnworkshop.app.photo.PhotoViewModel;
import cnnworkshop.app.photo.Picture;
import cnnworkshop.core.image.FaceSquare;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What is looked at in the Photo tab, for other tabs. */
public final class PhotoSubject {

  private final PhotoViewModel photo;
  private final ReadOnlyObjectWrapper<Subject> subject = new ReadOnlyObjectWrapper<>(this, "subject");

  public PhotoSubject(PhotoViewModel photo) {
    this.photo = photo;
    photo.pictures().pictureProperty().addListener((p, before, now) -> update());
    photo.faces().squareProperty().addListener((p, before, now) -> update());
    photo.faces().stateProperty().addListener((p, before, now) -> update());
    update();
  }

  private void update() {
    if (photo.camera().frameProperty().get() != null) {
      // A moving picture is the Photo tab's own; the faces there are not those of the picture others look at.
      return;
    }
    Picture picture = photo.pictures().pictureProperty().get();
    if (picture == null) {
      subject.set(null);
      return;
    }
    FaceSquare square = photo.faces().squareProperty().get();
    // A face will be there in a moment: until then the picture before stays, or everything would be computed twice.
    boolean soon = square == null && photo.faces().stateProperty().get() == FacesModel.State.SEARCHING;
    if (!soon || subject.get() == null) {
      Subject now = new Subject(picture.name(), picture.photo(), square);
      if (!now.equals(subject.get())) {
        subject.set(now);
      }
    }
  }

  /** The photo and the square on it; null while there is no picture. */
  public ReadOnlyObjectProperty<Subject> subjectProperty() {
    return subject.getReadOnlyProperty();
  }
}
