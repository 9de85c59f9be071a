package cnnworkshop.app.train;

import cnnworkshop.core.train.RunRecord;

/** What can be done with a run outside the list of runs. */
public interface RunActions {

  /** Makes its best weights the loaded network. */
  void use(RunRecord run);

  /** Sets data, network and settings to what the run began with. */
  void reopen(RunRecord run);
}
