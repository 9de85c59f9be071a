package cnnworkshop.app.reuse;

import cnnworkshop.core.reuse.Cut;
import cnnworkshop.core.reuse.Lesson;
import cnnworkshop.core.reuse.Race.Heat;
import java.util.List;

/**
 * Trainings that are asked for, one after the other. Immutable: whatever is set or loaded afterwards, they stay as
 * they were begun.
 *
 * @param base the name of the network that is reused
 * @param cut how it is cut
 * @param task what is to be learned
 * @param lesson how
 * @param heats the trainings, at least one
 * @param race whether they are to be compared
 */
record RacePlan(String base, Cut cut, NewTask task, Lesson lesson, List<Heat> heats, boolean race) {

  RacePlan {
    heats = List.copyOf(heats);
  }

  /** What the networks that come of it are called. */
  String networkName() {
    return base + " → " + task.name();
  }

  /** The name of the last layer that stays. */
  String lastKept() {
    return cut.base().layers().get(cut.kept() - 1).name();
  }
}
