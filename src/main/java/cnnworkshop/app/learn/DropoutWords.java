package cnnworkshop.app.learn;

import cnnworkshop.core.text.Texts;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** How the training with and without dropout stands, in words. */
final class DropoutWords {

  private final Texts texts;
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper(this, "reading", "");

  DropoutWords(Texts texts) {
    this.texts = texts;
  }

  /** How far it is, and whether it waits. */
  ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  ReadOnlyStringProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  void say(TwinTraining now, DropoutModel.Phase phase, DropoutBet bet) {
    status.set(switch (phase) {
      case IDLE -> texts.get("learn.dropout.status.idle", now.steps(), DropoutModel.LAST);
      case WAITING -> texts.get("learn.dropout.status.waiting");
      case RUNNING -> texts.get("learn.dropout.status.running", now.steps(), DropoutModel.LAST);
      case DONE -> texts.get("learn.dropout.status.done", now.steps());
    });
    String verdict = bet.verdictProperty().get();
    reading.set((verdict.isEmpty() ? "" : verdict + " ") + texts.get("learn.dropout.reading", now.steps(),
        now.plain().trainingLoss(), now.plain().testLoss(), now.dropped().trainingLoss(), now.dropped().testLoss(),
        now.dropRate()));
  }
}
