package cnnworkshop.app.train;

import cnnworkshop.core.train.RunRecord;
import cnnworkshop.core.train.TrainingControl;
import cnnworkshop.core.train.TrainingEvent;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The training that runs: how to control it, and what it has told since somebody last listened.
 *
 * @param record as it began
 * @param control holds, steps and ends it
 * @param events filled by the trainer thread, emptied by the UI thread
 */
record RunInProgress(RunRecord record, TrainingControl control, Queue<TrainingEvent> events) {

  RunInProgress(RunRecord record) {
    this(record, new TrainingControl(), new ConcurrentLinkedQueue<>());
  }
}
