package cnnworkshop.app.train;

import cnnworkshop.core.train.RunRecord;
import java.util.Optional;

/**
 * What a person wrote about a run and what is not in its file yet.
 *
 * @param name another name, not blank
 * @param notes other notes
 */
record RunEdit(Optional<String> name, Optional<String> notes) {

  static final RunEdit NONE = new RunEdit(Optional.empty(), Optional.empty());

  RunEdit withName(String other) {
    return new RunEdit(Optional.of(other), notes);
  }

  RunEdit withNotes(String other) {
    return new RunEdit(name, Optional.of(other));
  }

  /** The run with what was written. */
  RunRecord appliedTo(RunRecord run) {
    return run.withName(name.orElse(run.name())).withNotes(notes.orElse(run.notes()));
  }
}
