package cnnworkshop.app.filters;

import cnnworkshop.core.train.RunRecord;
import java.util.List;

/**
 * A run one can go back in.
 *
 * @param record the run
 * @param epochs those there are snapshots of, ascending; 0 is the start; at least one
 */
record TimeRun(RunRecord record, List<Integer> epochs) {

  TimeRun {
    epochs = List.copyOf(epochs);
  }

  /** The last position that is not after an epoch; the first one if all are. */
  int positionOf(int epoch) {
    int position = 0;
    while (position + 1 < epochs.size() && epochs.get(position + 1) <= epoch) {
      position++;
    }
    return position;
  }
}
