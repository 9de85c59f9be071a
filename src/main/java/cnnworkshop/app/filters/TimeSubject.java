package cnnworkshop.app.filters;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The picture looked at: that of the Photo tab, or one that was pinned. Used on the UI thread. */
final class TimeSubject {

  private final ReadOnlyObjectProperty<Subject> source;
  private final ReadOnlyObjectWrapper<Subject> subject = new ReadOnlyObjectWrapper<>(this, "subject");
  private final BooleanProperty pinned = new SimpleBooleanProperty(this, "pinned", false);
  private final BooleanProperty following = new SimpleBooleanProperty(this, "following", false);

  /** @param source the picture of the Photo tab; null while there is none */
  TimeSubject(ReadOnlyObjectProperty<Subject> source) {
    this.source = source;
    source.addListener((p, before, now) -> follow());
    pinned.addListener((p, before, now) -> follow());
    following.addListener((p, before, now) -> follow());
  }

  /** The picture; null for none. */
  ReadOnlyObjectProperty<Subject> subjectProperty() {
    return subject.getReadOnlyProperty();
  }

  /** Whether it stays while other pictures are opened. */
  BooleanProperty pinnedProperty() {
    return pinned;
  }

  /** Whether it follows the Photo tab at once; else it catches up when it does again. */
  BooleanProperty followingProperty() {
    return following;
  }

  private void follow() {
    if (following.get() && (!pinned.get() || subject.get() == null)) {
      subject.set(source.get());
    }
  }
}
