package cnnworkshop.app.filters;

import cnnworkshop.core.train.RunRecord;
import java.util.List;

/**
 * A run's network as it was after an epoch.
 *
 * @param run the run
 * @param epoch one there is a snapshot of; 0 for the start
 * @param labels the names of its classes; empty if they are not known
 */
record TimeEpoch(RunRecord run, int epoch, List<String> labels) {

  TimeEpoch {
    labels = List.copyOf(labels);
  }
}
