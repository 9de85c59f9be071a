package cnnworkshop.cli;

import cnnworkshop.core.data.TrainingData;
import cnnworkshop.core.net.Backend.Updater;
import cnnworkshop.core.net.ModelInfo;
import cnnworkshop.core.net.NetworkSpec;
import cnnworkshop.core.net.TrainableNetwork;
import cnnworkshop.core.train.TrainingEvent;
import cnnworkshop.core.train.TrainingSession;
import cnnworkshop.core.train.TrainingSettings;
import java.util.Map;

/** What is to be trained on what, made from the options of {@code train}. */
interface TrainingPlan {

  /** The network. */
  NetworkSpec spec();

  /** How weights follow their gradients. */
  Updater updater();

  /** The rest of the training. */
  TrainingSettings settings();

  /** What it learns from. */
  TrainingData data();

  /** Chooses the best weights; null for none. */
  TrainingSession.Judge heldOut();

  /** Only reports; null for none. */
  TrainingSession.Judge test();

  /** How many samples are judged after every epoch, held out and for test. */
  int judgedAnEpoch();

  /** One line on an epoch that is over. */
  String line(TrainingEvent.Epoch epoch);

  /**
   * What the file says of the trained network.
   *
   * @param record what every training records, to be added to
   */
  ModelInfo describe(TrainableNetwork trained, TrainingSession session, Map<String, String> record);
}
