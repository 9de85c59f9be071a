package cnnworkshop.app.filters;

import cnnworkshop.core.face.Keypoints;
import cnnworkshop.core.inspect.Explained;
import cnnworkshop.core.inspect.PatchGrid;
import cnnworkshop.core.text.Texts;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The one place that is looked at: under the pointer, or else the one that was chosen. To be used on the UI thread. */
final class WhyPlaceModel {

  /** No place. */
  static final int NONE = -1;

  private static final int STRONGEST = 6;

  private final WhyModel model;
  private final WhyWords words;
  private final ReadOnlyIntegerWrapper place = new ReadOnlyIntegerWrapper(this, "place", NONE);
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper(this, "reading", "");
  private final ReadOnlyObjectWrapper<Keypoints> pushed = new ReadOnlyObjectWrapper<>(this, "pushed");
  private final ReadOnlyStringWrapper push = new ReadOnlyStringWrapper(this, "push", "");
  private final ObservableList<WhyPlace> strongest = FXCollections.observableArrayList();
  private PatchGrid grid;
  private int chosen = NONE;
  private int hovered = NONE;

  WhyPlaceModel(WhyModel model, Texts texts) {
    this.model = model;
    this.words = new WhyWords(texts, model.answers());
    model.resultProperty().addListener((p, before, now) -> follow(now));
    model.runningProperty().addListener((p, before, now) -> findStrongest());
    // What a patch does is known of all answers at once: the result stays, but tells something else.
    model.answers().explainedProperty().addListener((p, before, now) -> follow(model.resultProperty().get()));
    follow(model.resultProperty().get());
  }

  private void follow(WhyResult now) {
    PatchGrid newGrid = now == null ? null : now.grid();
    if (grid != null && newGrid != null && newGrid.count() != grid.count()) {
      // The places are others: the chosen one is where the old one was.
      int middle = grid.patch() / 2;
      chosen = chosen == NONE ? NONE : newGrid.nearest(Math.min(grid.top(chosen) + middle, bottom(newGrid)),
          Math.min(grid.left(chosen) + middle, right(newGrid)));
      hovered = NONE;
    }
    if (newGrid != null) {
      grid = newGrid;
    }
    show();
    findStrongest();
  }

  private static int bottom(PatchGrid grid) {
    return grid.top(grid.count() - 1) + grid.patch() - 1;
  }

  private static int right(PatchGrid grid) {
    return grid.left(grid.count() - 1) + grid.patch() - 1;
  }

  private void findStrongest() {
    WhyResult now = model.resultProperty().get();
    Explained explained = model.answers().explainedProperty().get();
    if (now == null || explained == null || model.runningProperty().get()) {
      strongest.clear();
    } else {
      strongest.setAll(now.strongest(explained, STRONGEST).stream()
          .map(at -> new WhyPlace(at, words.inShort(now, explained, at))).toList());
    }
  }

  /** Looks at the place nearest to a pixel of the picture until {@link #leave}. */
  void hover(int row, int column) {
    if (grid != null) {
      hovered = grid.nearest(row, column);
      show();
    }
  }

  /** The pointer has gone: the chosen place is looked at again. */
  void leave() {
    hovered = NONE;
    show();
  }

  /** Chooses the place nearest to a pixel of the picture. */
  void choose(int row, int column) {
    if (grid != null) {
      choose(grid.nearest(row, column));
    }
  }

  /** Chooses a place; {@link #NONE} for none. */
  void choose(int newPlace) {
    chosen = newPlace;
    hovered = NONE;
    show();
  }

  /** Chooses a place so many rows and columns of places further; where none is chosen, the one in the middle. */
  void move(int down, int right) {
    if (grid != null) {
      int from = place.get();
      choose(from == NONE ? grid.nearest((bottom(grid) + 1) / 2, (right(grid) + 1) / 2)
          : grid.moved(from, down, right));
    }
  }

  private void show() {
    WhyResult now = model.resultProperty().get();
    Explained explained = model.answers().explainedProperty().get();
    place.set(now == null ? NONE : hovered != NONE ? hovered : chosen);
    int at = place.get();
    boolean any = at != NONE && explained != null;
    reading.set(any ? words.reading(now, explained, at) : "");
    if (any && explained instanceof Explained.OfPoint of && now instanceof WhyResult.Swept swept && at < swept.done()) {
      push.set(words.length(of, swept.sweep(), at));
      pushed.set(Keypoints.ofTargets(swept.sweep().outputs(at), 0));
    } else {
      push.set("");
      pushed.set(null);
    }
  }

  /** The places of what is shown; null before anything is. */
  PatchGrid grid() {
    return grid;
  }

  /** The place that is looked at; {@link #NONE} for none. */
  ReadOnlyIntegerProperty placeProperty() {
    return place.getReadOnlyProperty();
  }

  /** What happens there, in a sentence; empty for no place. */
  ReadOnlyStringProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** Where the points are with the patch in that place; null if there is no patch, or it isn't known yet. */
  ReadOnlyObjectProperty<Keypoints> pushedProperty() {
    return pushed.getReadOnlyProperty();
  }

  /** How far the point that is explained is pushed there, in a few letters; empty as long as that isn't known. */
  ReadOnlyStringProperty pushProperty() {
    return push.getReadOnlyProperty();
  }

  /** The places that matter most, once all is known. */
  ObservableList<WhyPlace> strongest() {
    return strongest;
  }
}
