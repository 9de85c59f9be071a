package cnnworkshop.app.train;

import cnnworkshop.core.data.Augmentation;
import cnnworkshop.core.train.RunRecord;
import cnnworkshop.core.train.TrainingControl;
import cnnworkshop.core.train.TrainingEvent;
import cnnworkshop.core.train.TrainingTask;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The training that runs: what of, how to control it, and what it has told since somebody last listened.
 *
 * @param record as it began
 * @param part the pictures
 * @param augmentation how they are changed
 * @param unchanged leaves them as they are
 * @param control holds, steps and ends it
 * @param events filled by the trainer thread, emptied by the UI thread
 */
record RunInProgress(RunRecord record, TrainingTask.Part part, Augmentation augmentation, Augmentation unchanged,
    TrainingControl control, Queue<TrainingEvent> events) {

  RunInProgress(RunRecord record, TrainingTask.Part part, Augmentation augmentation, Augmentation unchanged) {
    this(record, part, augmentation, unchanged, new TrainingControl(), new ConcurrentLinkedQueue<>());
  }
}
