package cnnworkshop.core.inspect;

import java.util.ArrayList;
import java.util.List;

/** Edits with those before, which can be gone back to, and those after, which can be done again. Immutable. */
public final class EditHistory {

  /** How many steps can be taken back; older ones are forgotten. */
  public static final int KEPT = 300;

  private final List<FilterEdits> past;
  private final FilterEdits now;
  private final List<FilterEdits> future;
  private final Object growing;

  private EditHistory(List<FilterEdits> past, FilterEdits now, List<FilterEdits> future, Object growing) {
    this.past = past;
    this.now = now;
    this.future = future;
    this.growing = growing;
  }

  /** A history that begins. */
  public static EditHistory of(FilterEdits first) {
    return new EditHistory(List.of(), first, List.of(), null);
  }

  /** The edits as they are. */
  public FilterEdits now() {
    return now;
  }

  /**
   * One step more; what was taken back is forgotten.
   *
   * @param movement what the step is part of, by equality, such as one drag of a slider: steps of one movement in a
   *     row are taken back together; null for a step of its own
   */
  public EditHistory then(FilterEdits next, Object movement) {
    if (next == now) {
      return this;
    }
    if (movement != null && movement.equals(growing)) {
      return new EditHistory(past, next, List.of(), growing);
    }
    return new EditHistory(with(past, now), next, List.of(), movement);
  }

  /** The movement under way has ended: the same one again is a new step. */
  public EditHistory settled() {
    return growing == null ? this : new EditHistory(past, now, future, null);
  }

  /** Whether there is a step to take back. */
  public boolean canUndo() {
    return !past.isEmpty();
  }

  /** Whether there is a step to do again. */
  public boolean canRedo() {
    return !future.isEmpty();
  }

  /** The last step taken back, if there is one. */
  public EditHistory undo() {
    return canUndo() ? new EditHistory(past.subList(0, past.size() - 1), past.get(past.size() - 1), with(future, now),
        null) : this;
  }

  /** The step taken back last done again, if there is one. */
  public EditHistory redo() {
    return canRedo() ? new EditHistory(with(past, now), future.get(future.size() - 1),
        future.subList(0, future.size() - 1), null) : this;
  }

  private static List<FilterEdits> with(List<FilterEdits> some, FilterEdits last) {
    List<FilterEdits> all = new ArrayList<>(some.subList(Math.max(0, some.size() + 1 - KEPT), some.size()));
    all.add(last);
    return all;
  }
}
