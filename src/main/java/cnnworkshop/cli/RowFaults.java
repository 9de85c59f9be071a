package cnnworkshop.cli;

import cnnworkshop.core.UserFailure;
import java.util.List;

/** Says what is wrong with the rows of a table: a line each, and of very many only how many more there are. */
final class RowFaults {

  private static final int MOST_LINES = 20;

  private final Workbench workbench;

  RowFaults(Workbench workbench) {
    this.workbench = workbench;
  }

  /**
   * Writes nothing if there are none.
   *
   * @param heading stands above them
   */
  void say(String heading, List<? extends UserFailure> faults) {
    if (faults.isEmpty()) {
      return;
    }
    workbench.err().println(heading);
    faults.stream().limit(MOST_LINES).forEach(workbench::complain);
    if (faults.size() > MOST_LINES) {
      workbench.err().println(workbench.texts().get("cli.kaggle.more", faults.size() - MOST_LINES));
    }
  }
}
