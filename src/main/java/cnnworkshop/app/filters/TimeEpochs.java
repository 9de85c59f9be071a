package cnnworkshop.app.filters;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** Which of a run's epochs is looked at, by hand or playing from one to the next. Used on the UI thread. */
final class TimeEpochs {

  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count", 0);
  private final IntegerProperty position = new SimpleIntegerProperty(this, "position", 0);
  private final ReadOnlyIntegerWrapper epoch = new ReadOnlyIntegerWrapper(this, "epoch", 0);
  private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing", false);
  private List<Integer> epochs = List.of();
  private boolean moving;

  /** @param onGone told when another epoch is looked at, but not of one that {@link #show} begins with */
  TimeEpochs(Runnable onGone) {
    position.addListener((p, before, now) -> {
      epoch.set(epochs.isEmpty() ? 0 : epochs.get(at()));
      if (!moving) {
        onGone.run();
      }
    });
  }

  /** How many epochs there are. */
  ReadOnlyIntegerProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /** Which of them is looked at, from 0 to {@code count} − 1. */
  IntegerProperty positionProperty() {
    return position;
  }

  /** The epoch at that position; 0 for the start. */
  ReadOnlyIntegerProperty epochProperty() {
    return epoch.getReadOnlyProperty();
  }

  /** Whether it goes on from epoch to epoch by itself, at each {@link #advance}. */
  BooleanProperty playingProperty() {
    return playing;
  }

  /** The first epoch there is. */
  int first() {
    return epochs.get(0);
  }

  /** The epoch before the one looked at; itself for the first. */
  int before() {
    return epochs.get(Math.max(0, at() - 1));
  }

  private int at() {
    return Math.max(0, Math.min(epochs.size() - 1, position.get()));
  }

  /** Looks at other epochs, beginning with one of them. */
  void show(List<Integer> others, int beginning) {
    epochs = List.copyOf(others);
    moving = true;
    count.set(epochs.size());
    position.set(beginning);
    moving = false;
    epoch.set(epochs.isEmpty() ? 0 : epochs.get(at()));
    playing.set(playing.get() && epochs.size() > 1);
  }

  /** Goes so many epochs on, or back, as far as there are any. */
  void step(int by) {
    position.set(Math.max(0, Math.min(count.get() - 1, position.get() + by)));
  }

  /** While playing, goes to the next epoch; ends after the last one. */
  void advance() {
    if (playing.get() && position.get() + 1 < count.get()) {
      step(1);
    } else {
      playing.set(false);
    }
  }

  /** Plays from here, or from the start if this is the end; or ends playing. */
  void playOrPause() {
    if (playing.get() || count.get() < 2) {
      playing.set(false);
      return;
    }
    playing.set(true);
    if (position.get() >= count.get() - 1) {
      position.set(0);
    }
  }
}
